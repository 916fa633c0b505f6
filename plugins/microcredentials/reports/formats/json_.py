"""The report as data."""

from typing import Literal

from typing_extensions import TypedDict

from ...checking.report import Report
from ...model.data_format import Count
from ...reading.problem import Severity
from .._data import TOOL, FindingData, ToolData, as_json, convert_finding

Counts = TypedDict("Counts", {"specs": Count, "error": Count, "warning": Count, "info": Count, "waived": Count})
ReportData = TypedDict(
    "ReportData",
    {"schema": Literal[1], "tool": ToolData, "counts": Counts, "notes": list[str], "findings": list[FindingData]},
)


def render(report: Report) -> str:
    """Return *report* as JSON."""
    data: ReportData = {
        "schema": 1,
        "tool": TOOL,
        "counts": {
            "specs": report.checked,
            "error": report.counts[Severity.ERROR],
            "warning": report.counts[Severity.WARNING],
            "info": report.counts[Severity.INFO],
            "waived": len(report.findings) - len(report.open),
        },
        "notes": list(report.notes),
        "findings": [convert_finding(finding) for finding in report.findings],
    }
    return as_json(data)
