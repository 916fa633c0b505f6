"""The options that several commands share, and the values that commands make from them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from ..reading.problem import Severity
from ..reports.rendering import list_formats


class Day(click.ParamType[date]):
    """A date in the form YYYY-MM-DD."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return *value*, a day or the text of one, as a day."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a date such as 2026-09-01", param, ctx)


@dataclass(frozen=True)
class ReportOptions:
    """The options of every command that prints a report.

    ``outputs`` are further formats with the files to write them to. A finding of the severity ``fail_on`` or a higher
    one makes the command exit with 1.
    """

    format: str
    outputs: tuple[tuple[str, Path], ...]
    fail_on: Severity
    today: date

    @property
    def formats(self) -> tuple[str, ...]:
        """The names of all formats to render."""
        return self.format, *(name for name, _ in self.outputs)


def _parse_outputs(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[tuple[str, Path], ...]:
    pairs = [value.partition("=") for value in values]
    for name, _equals, path in pairs:
        if name not in list_formats() or not path:
            raise click.BadParameter(f"write FORMAT=FILE; formats are {', '.join(list_formats())}")
    return tuple((name, Path(path)) for name, _equals, path in pairs)


def _parse_severity(_: click.Context, __: click.Parameter, value: str) -> Severity:
    return Severity(value)


Command = TypeVar("Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--format", type=click.Choice(sorted(list_formats())), default="text", show_default=True,
                 help="Format of the printed report."),
    click.option("--output", "outputs", multiple=True, callback=_parse_outputs, metavar="FORMAT=FILE",
                 help="Also write the report to a file; repeatable."),
    click.option("--fail-on", type=click.Choice([severity.value for severity in Severity]), default="error",
                 show_default=True, callback=_parse_severity,
                 help="Exit with 1 if a finding has this severity or a higher one."),
    click.option("--today", type=Day(), default=date.today, help="Day to judge by (YYYY-MM-DD) [default: today]."),
)  # fmt: skip


def report_options(command: Command) -> Command:
    """Give *command* the options from which ``ReportOptions`` is made."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def format_option(names: list[str]) -> Callable[[Command], Command]:
    """Return the option ``--format`` of a command that prints something other than a report; the default is text."""
    kinds = click.Choice(names)
    return click.option("--format", "format_", type=kinds, default="text", show_default=True, help="Output format.")
