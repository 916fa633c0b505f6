"""One line per finding, as editors and grep read it: path, line, column, severity, rule and message."""

from ...checking.finding import Finding
from ...checking.report import Report
from ..safe import plain, without_commands
from ._location import format_location


def render(report: Report) -> str:
    """Return *report* as lines of ``path:line:column: severity rule message``."""
    return without_commands("".join(map(_line, report.findings)))


def _line(finding: Finding) -> str:
    waived = " (waived)" if finding.status == "waived" else ""
    return f"{format_location(finding.place)}: {finding.severity} {finding.rule.id} {plain(finding.message)}{waived}\n"
