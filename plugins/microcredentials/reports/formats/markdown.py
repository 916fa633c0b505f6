"""Markdown for a step summary or a comment: a table per file, short enough for a host to keep.

GitHub drops a step summary above 1 MiB, so the rest is counted. Author text is escaped: no link, picture, mention or
HTML of theirs takes effect.
"""

import re
from itertools import groupby

from ...checking.finding import Finding
from ...checking.report import Report
from ...model.wording import plural
from ...reading.problem import Severity
from ..safe import plain

LIMIT = 900_000  # bytes; the host's limit is 1,048,576, and other steps write too
_SIGNS = {
    Severity.ERROR: "❌ error",
    Severity.WARNING: "⚠️ warning",
    Severity.INFO: "💡 info",
}  # a word beside each sign


def render(report: Report) -> str:
    """Return *report* as GitHub-flavored Markdown, the most serious files first."""
    files = [list(found) for _, found in groupby(report.findings, key=lambda finding: finding.place.path)]
    files.sort(key=lambda found: list(Severity).index(min((f.severity for f in found), key=list(Severity).index)))
    text, left = f"## Quality standards\n\n{_summary(report)}\n", 0
    for found in files:
        section = _file(found, report)
        if len((text + section).encode()) > LIMIT:
            left += len(found)
        else:
            text += section
    return text + (f"\n{plural(left, 'more finding')} did not fit here; the full report has them.\n" if left else "")


def _summary(report: Report) -> str:
    counts = [plural(report.counts[severity], severity.value) for severity in Severity if report.counts[severity]]
    return f"{plural(report.checked, 'spec')} checked: {', '.join(counts) or 'nothing found'}.{_waived(report)}\n"


def _waived(report: Report) -> str:
    waived = [finding for finding in report.findings if finding.status == "waived"]
    new = sum(finding.new is True for finding in waived)
    by_this = f", {new} of them by this change" if new else ""
    return f" {plural(len(waived), 'finding')} waived{by_this}." if waived else ""


def _file(findings: list[Finding], report: Report) -> str:
    path = findings[0].place.path
    title = report.titles.get(path)
    heading = f"\n### {escaped(title)} ({code(path)})\n" if title else f"\n### {code(path)}\n"
    rows = "".join(_row(finding) for finding in findings)
    return f"{heading}\n| | Line | Field | What and what to do | Rule |\n|---|---|---|---|---|\n{rows}"


def _row(finding: Finding) -> str:
    sign = _SIGNS[finding.severity] if finding.status == "open" else "➖ waived"
    said = f"{escaped(finding.message)} {escaped(finding.advice)}"
    return f"| {sign} | {finding.place.start.line} | {escaped(finding.label)} | {said} | {finding.rule.id} |\n"


def escaped(text: str) -> str:
    """Return *text* so that Markdown shows it as it is; a zero-width space keeps “@” from calling anybody."""
    safe = re.sub(r"([\\`*_{}\[\]()#+!|<>~&])", r"\\\1", plain(text))
    return re.sub(r"(?i)\b(www)\.", r"\1\\.", safe).replace("@", "@\u200b").replace("://", ":\u200b//")


def code(text: str) -> str:
    """Return *text* as code, in more backticks than it has in a row, so that none of them ends it."""
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence} {plain(text)} {fence}" if len(fence) > 1 else f"`{plain(text)}`"
