"""The report as data."""

from typing import Final, Literal

from typing_extensions import TypedDict

from ...checking.report import Report
from ...model.data_format import Count, DataFormat
from ...reading.problem import Severity
from .._data import TOOL, FindingData, ToolData, as_json, finding_data

SCHEMA: Final = 1


class Counts(TypedDict):
    """How many specs were checked, how many open findings they have by severity, and how many waived ones."""

    specs: Count
    error: Count
    warning: Count
    info: Count
    waived: Count


class ReportData(TypedDict):
    """The result of one run."""

    schema: Literal[1]
    tool: ToolData
    counts: Counts
    notes: list[str]
    findings: list[FindingData]


FORMAT = DataFormat(
    "report",
    SCHEMA,
    "Report of the quality standards for micro-credentials",
    "microcredentials check --format json",
    ReportData,
)


def render(report: Report) -> str:
    """Return *report* as JSON."""
    data: ReportData = {
        "schema": SCHEMA,
        "tool": TOOL,
        "counts": {
            "specs": report.checked,
            "error": report.counts[Severity.ERROR],
            "warning": report.counts[Severity.WARNING],
            "info": report.counts[Severity.INFO],
            "waived": len(report.findings) - len(report.open),
        },
        "notes": list(report.notes),
        "findings": [finding_data(finding) for finding in report.findings],
    }
    return as_json(data)
