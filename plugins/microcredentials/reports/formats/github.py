"""GitHub workflow commands: a note on the line of the pull request that a finding is about.

A runner keeps ten errors, ten warnings and ten notices of a step and silently drops the rest. So findings that the
change introduces or that are in its files come first, and the tenth note says how many more there are.
"""

from collections.abc import Iterator
from itertools import islice

from ...checking.finding import Finding
from ...checking.report import Report
from ...model.wording import plural
from ...reading.problem import Severity
from ..safe import plain

KEPT = 10
"""Notes of each kind that a step keeps: https://docs.github.com/actions/reference/limits."""

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report) -> str:
    """Return a command for each of the first open findings of a severity, as many as the runner keeps."""
    return "".join(command for severity in Severity for command in _commands(severity, report))


def _commands(severity: Severity, report: Report) -> Iterator[str]:
    of_severity = (finding for finding in report.open if finding.severity == severity)
    found = sorted(of_severity, key=lambda finding: _rank(finding, report))
    more = len(found) - KEPT
    for number, finding in enumerate(islice(found, KEPT), 1):
        yield _command(finding, _rest(more, severity) if number == KEPT and more > 0 else "")


def _rank(finding: Finding, report: Report) -> tuple[bool, bool]:
    """Return a key that sorts what the change introduces first, then what is in its files."""
    return not finding.new, finding.place.path not in report.changed


def _rest(more: int, severity: Severity) -> str:
    are, others = "is" if more == 1 else "are", plural(more, f"more {_COMMAND[severity]}")
    return f" There {are} {others}; the summary lists them."


def _command(finding: Finding, rest: str) -> str:
    start, end = finding.place.start, finding.place.end
    columns = {"col": start.column, "endColumn": end.column} if start.line == end.line else {}  # else they are refused
    title = f"{finding.rule.id} {finding.label}"
    properties = {"file": finding.place.path, "line": start.line, **columns, "title": title}
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMAND[finding.severity]} {listed}::{_message(f'{finding.message} {finding.advice}{rest}')}\n"


def _message(text: str) -> str:
    """Return *text* on one line, escaped as the runner unescapes it."""
    return plain(text).replace("%", "%25")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
