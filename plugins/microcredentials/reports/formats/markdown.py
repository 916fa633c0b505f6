"""Markdown for a step summary or a comment: a table per file, short enough for the host.

The findings that do not fit are counted. Author text is escaped: its links, pictures, mentions and HTML have no effect.
"""

from collections.abc import Iterator
from itertools import groupby

from ...checking.finding import Finding
from ...checking.report import Report
from ...model.wording import plural
from ...reading.problem import Severity
from .._markdown import escape, fit_sections, format_heading

_SIGNS = {
    Severity.ERROR: "❌ error",
    Severity.WARNING: "⚠️ warning",
    Severity.INFO: "💡 info",
}  # a word beside each sign
_TABLE = "| | Line | Field | What is wrong and what to do | Rule |\n|---|---|---|---|---|\n"


def render(report: Report) -> str:
    """Return *report* as GitHub-flavored Markdown, the most serious files first."""
    text, left = fit_sections(f"## Quality standards\n\n{_summary(report)}\n", _sections(report))
    return text + (f"\n{plural(left, 'more finding')} did not fit here; the full report has them.\n" if left else "")


def _summary(report: Report) -> str:
    counts = [plural(report.counts[severity], severity.value) for severity in Severity if report.counts[severity]]
    return f"{plural(report.checked, 'spec')} checked: {', '.join(counts) or 'nothing found'}.{_waived(report)}\n"


def _waived(report: Report) -> str:
    waived = [finding for finding in report.findings if finding.status == "waived"]
    new = sum(finding.new is True for finding in waived)
    by_this = f", {new} of them new in this change" if new else ""
    return f" {plural(len(waived), 'finding')} waived{by_this}." if waived else ""


def _sections(report: Report) -> Iterator[tuple[str, int]]:
    """Yield the section of each file with findings, and how many it contains."""
    files = [list(group) for _, group in groupby(report.findings, key=lambda finding: finding.place.path)]
    for findings in sorted(files, key=_worst):
        path = findings[0].place.path
        rows = "".join(_row(finding) for finding in findings)
        yield f"{format_heading(report.titles.get(path, ''), path)}\n{_TABLE}{rows}", len(findings)


def _worst(findings: list[Finding]) -> int:
    return min(list(Severity).index(finding.severity) for finding in findings)


def _row(finding: Finding) -> str:
    sign = _SIGNS[finding.severity] if finding.status == "open" else "➖ waived"
    text = f"{escape(finding.message)} {escape(finding.advice)}"
    return f"| {sign} | {finding.place.start.line} | {escape(finding.label)} | {text} | {finding.rule.id} |\n"
