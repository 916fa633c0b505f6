"""GitLab code quality: a list of issues for the widget of a merge request."""

from ...checking.report import Report
from ...reading.problem import Severity
from .._data import as_json, number_repeats

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report) -> str:
    """Return the open findings of *report* as GitLab reads them."""
    fingerprints = number_repeats(finding.fingerprint for finding in report.open)
    issues = [
        {
            "description": f"{finding.rule.id}: {finding.message} {finding.advice}".strip(),
            "check_name": finding.rule.name,
            "fingerprint": fingerprint,
            "severity": _SEVERITY[finding.severity],
            "location": {"path": finding.place.path, "lines": {"begin": finding.place.start.line}},
        }
        for finding, fingerprint in zip(report.open, fingerprints, strict=True)
    ]
    return as_json(issues, indent=1)
