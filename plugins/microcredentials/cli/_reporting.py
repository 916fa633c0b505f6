"""What the commands that report have in common: how a report is asked for, and how it is handed over."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from ..checking.report import Report
from ..reading.problem import Severity
from ..reports.rendering import formats, renderer


class Day(click.ParamType[date]):
    """A date as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a date such as 2026-09-01", param, ctx)


def _outputs(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> list[tuple[str, Path]]:
    pairs = [value.partition("=") for value in values]
    for name, _equals, path in pairs:
        if name not in formats() or not path:
            raise click.BadParameter(f"write FORMAT=FILE; formats are {', '.join(formats())}")
    return [(name, Path(path)) for name, _equals, path in pairs]


Command = TypeVar("Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--format", "format_", type=click.Choice(sorted(formats())), default="text", show_default=True,
                 help="How to print the report."),
    click.option("--output", "outputs", multiple=True, callback=_outputs, metavar="FORMAT=FILE",
                 help="Also write a file; repeatable."),
    click.option("--fail-on", type=click.Choice([severity.value for severity in Severity]), default="error",
                 show_default=True, help="Exit 1 from this severity on."),
    click.option("--today", type=Day(), default=date.today, help="The day to judge by (YYYY-MM-DD); else today."),
)  # fmt: skip


def reporting(command: Command) -> Command:
    """Give *command* the options of a report: ``format_``, ``outputs``, ``fail_on`` and ``today``."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def deliver(report: Report, format_: str, outputs: list[tuple[str, Path]], fail_on: str) -> NoReturn:
    """Write *report* to each of *outputs*, print it, and exit 1 if it reaches the severity *fail_on*, else 0."""
    for name, path in outputs:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(renderer(name)(report), "utf-8")
    click.echo(renderer(format_)(report), nl=False)
    sys.exit(1 if report.reaches(Severity(fail_on)) else 0)
