"""GitLab code quality: an array of issues for the merge request's widget."""

import json

from ...checking.report import Report
from ...reading.problem import Severity
from .._data import numbered

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report) -> str:
    """Return the open findings of *report* as GitLab reads them; a fingerprint that recurs gets a number."""
    marks = numbered(finding.fingerprint for finding in report.open)
    issues = [
        {
            "description": f"{finding.rule.id}: {finding.message} {finding.advice}".strip(),
            "check_name": finding.rule.name,
            "fingerprint": mark,
            "severity": _SEVERITY[finding.severity],
            "location": {"path": finding.place.path, "lines": {"begin": finding.place.start.line}},
        }
        for finding, mark in zip(report.open, marks, strict=True)
    ]
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"
