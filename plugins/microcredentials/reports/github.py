"""GitHub workflow commands: a note on the very line of the pull request."""

from ..finding import Finding
from ..problem import Severity
from ..report import Report

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report) -> str:
    """Return one command per open finding. Columns are given only where start and end share a line."""
    return "".join(_command(finding) for finding in report.open)


def _command(finding: Finding) -> str:
    start, end = finding.place.start, finding.place.end
    columns = {"col": start.column, "endColumn": end.column} if start.line == end.line else {}
    title = f"{finding.rule.id} {finding.label}"
    properties = {"file": finding.place.path, "line": start.line, **columns, "title": title}
    said = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMAND[finding.severity]} {said}::{_data(f'{finding.message} {finding.advice}')}\n"


def _data(text: str) -> str:
    """Escape as the runner unescapes: per cent first."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
