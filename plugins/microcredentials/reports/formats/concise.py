"""One line a finding: path, line, column, severity, rule and message, as editors and grep read it."""

from ...checking.report import Report
from ..safe import plain, without_commands


def render(report: Report) -> str:
    """Return *report* as lines of ``path:line:column: severity rule message``."""
    said = "".join(
        f"{plain(f.place.path)}:{f.place.start.line}:{f.place.start.column}: "
        f"{f.severity} {f.rule.id} {plain(f.message)}{' (waived)' if f.status == 'waived' else ''}\n"
        for f in report.findings
    )
    return without_commands(said)
