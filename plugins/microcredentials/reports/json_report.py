"""The report as data, schema version 1: fields are only ever added to it."""

import json
from typing import Any

from .. import __version__
from ..finding import Finding, Place
from ..problem import Severity
from ..report import Report

SCHEMA = 1


def render(report: Report) -> str:
    """Return *report* as JSON; lines and columns from 1, in code points, the end exclusive."""
    data = {
        "schema": SCHEMA,
        "tool": {"name": "microcredentials", "version": __version__},
        "counts": {
            "specs": report.checked,
            **{str(severity): report.counts[severity] for severity in Severity},
            "waived": len(report.findings) - len(report.open),
        },
        "notes": list(report.notes),
        "findings": [_finding(finding) for finding in report.findings],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule.id,
        "name": finding.rule.name,
        "class": finding.rule_class,
        "severity": finding.severity,
        "message": finding.message,
        "advice": finding.advice,
        "path": finding.place.path,
        "field": _json_pointer(finding),
        "label": finding.label,
        "spec": finding.spec,
        "span": _span(finding.place),
        "related": [{"message": r.message, "path": r.place.path, "span": _span(r.place)} for r in finding.related],
        "status": finding.status,
        "fingerprint": finding.fingerprint,
        **({} if finding.new is None else {"new": finding.new}),
    }


def _json_pointer(finding: Finding) -> str:
    """Return the field as a JSON Pointer (RFC 6901)."""
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in finding.field)


def _span(place: Place) -> dict[str, Any]:
    return {
        "start": {"line": place.start.line, "column": place.start.column},
        "end": {"line": place.end.line, "column": place.end.column},
    }
