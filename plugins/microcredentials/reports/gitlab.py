"""GitLab code quality: an array of issues for the merge request's widget."""

import json

from ..problem import Severity
from ..report import Report

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report) -> str:
    """Return the open findings of *report* as GitLab reads them; a fingerprint that recurs gets a number."""
    seen: dict[str, int] = {}
    issues = []
    for finding in report.open:
        count = seen[finding.fingerprint] = seen.get(finding.fingerprint, -1) + 1
        issues.append(
            {
                "description": f"{finding.rule.id}: {finding.message} {finding.advice}".strip(),
                "check_name": finding.rule.name,
                "fingerprint": f"{finding.fingerprint}-{count}" if count else finding.fingerprint,
                "severity": _SEVERITY[finding.severity],
                "location": {"path": finding.place.path, "lines": {"begin": finding.place.start.line}},
            }
        )
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"
