"""Reviewdog's diagnostic format; as its definition says, columns count UTF-8 bytes from 1, and the end is exclusive."""

from typing import Any

from ...checking.finding import Finding
from ...checking.report import Report
from ...reading.place import Place
from ...reading.problem import Severity
from ...reading.text import Position
from .._data import as_json

_SEVERITY = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def render(report: Report) -> str:
    """Return the open findings of *report* as one diagnostic result."""
    source = {"name": "microcredentials", "url": ""}
    data = {"source": source, "diagnostics": [_diagnostic(finding, report) for finding in report.open]}
    return as_json(data, indent=1)


def _diagnostic(finding: Finding, report: Report) -> dict[str, Any]:
    return {
        "message": f"{finding.message} {finding.advice}".strip(),
        "location": _location(finding.place, report),
        "severity": _SEVERITY[finding.severity],
        "code": {"value": finding.rule.id},
        "relatedLocations": [
            {"message": related.message, "location": _location(related.place, report)} for related in finding.related
        ],
    }


def _location(place: Place, report: Report) -> dict[str, Any]:
    return {
        "path": place.path,
        "range": {"start": _in_bytes(place.path, place.start, report), "end": _in_bytes(place.path, place.end, report)},
    }


def _in_bytes(path: str, position: Position, report: Report) -> dict[str, int]:
    text = report.texts.get(path)
    before = text.line(position.line)[: position.column - 1] if text else ""
    return {"line": position.line, "column": len(before.encode()) + 1}
