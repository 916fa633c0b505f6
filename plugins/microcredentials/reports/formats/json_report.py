"""The report as data, schema version 1: fields are only ever added to it."""

import json

from ...checking.report import Report
from ...reading.problem import Severity
from .._data import TOOL, finding_data

SCHEMA = 1


def render(report: Report) -> str:
    """Return *report* as JSON; lines and columns from 1, in code points, the end exclusive."""
    data = {
        "schema": SCHEMA,
        "tool": TOOL,
        "counts": {
            "specs": report.checked,
            **{str(severity): report.counts[severity] for severity in Severity},
            "waived": len(report.findings) - len(report.open),
        },
        "notes": list(report.notes),
        "findings": [finding_data(finding) for finding in report.findings],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
