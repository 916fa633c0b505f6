"""GitHub workflow commands: a note on the very line of the pull request.

A runner keeps ten errors, ten warnings and ten notices of a step and drops the rest in silence. So those come first
that the change brings or that stand in its files, and the tenth says how many more there are.
"""

from collections.abc import Iterator
from itertools import islice

from ...checking.finding import Finding
from ...checking.report import Report
from ...model.wording import plural
from ...reading.problem import Severity
from ..safe import plain

KEPT = 10
"""Of each kind in a step: https://docs.github.com/actions/reference/limits."""

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report) -> str:
    """Return a command for each of the first open findings of a severity, as many as the runner keeps."""
    return "".join(command for severity in Severity for command in _commands(severity, report))


def _commands(severity: Severity, report: Report) -> Iterator[str]:
    found = sorted((each for each in report.open if each.severity == severity), key=lambda each: _rank(each, report))
    more = len(found) - KEPT
    for number, finding in enumerate(islice(found, KEPT), 1):
        are, others = "is" if more == 1 else "are", plural(more, f"more {_COMMAND[severity]}")
        rest = f" There {are} {others}; the summary lists them."
        yield _command(finding, rest if number == KEPT and more > 0 else "")


def _rank(finding: Finding, report: Report) -> tuple[bool, bool]:
    """Return what comes first: what the change brings, then what stands in files it touches; the order else stays."""
    return not finding.new, finding.place.path not in report.changed


def _command(finding: Finding, rest: str) -> str:
    start, end = finding.place.start, finding.place.end
    columns = {"col": start.column, "endColumn": end.column} if start.line == end.line else {}  # else they are refused
    title = f"{finding.rule.id} {finding.label}"
    properties = {"file": finding.place.path, "line": start.line, **columns, "title": title}
    said = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMAND[finding.severity]} {said}::{_data(f'{finding.message} {finding.advice}{rest}')}\n"


def _data(text: str) -> str:
    """Put on one line, and escape as the runner unescapes."""
    return plain(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
