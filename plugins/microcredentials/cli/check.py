"""The command that checks specs, reports, and mends what can be mended safely."""

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal

import click

from ..checking.cache.recall import cache_folder
from ..checking.finding import STATUSES
from ..checking.run import Options
from ..checking.selection import chooser, narrowed, statistics
from ..rules.registry import all_checks
from ._fix import Fixed, fixable
from ._project import current_project
from ._report_on import reported
from ._reporting import deliver, reporting


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@reporting
@click.option("--select", multiple=True, metavar="RULE", help="Only these rules or families (CO-02,EV).")
@click.option("--ignore", multiple=True, metavar="RULE", help="Not these rules or families.")
@click.option("--as", "as_status", type=click.Choice(STATUSES), help="Judge every spec as if it had this status.")
@click.option(
    "--dates",
    type=click.Choice(["warn", "error"]),
    default="warn",
    show_default=True,
    help="How much weighs what only time has brought about, such as an overdue review.",
)
@click.option("--since", metavar="REV", help="Only what the change since REV concerns; says which findings are new.")
@click.option(
    "--note", "notes", multiple=True, metavar="TEXT", help="A sentence for the head of the report; repeatable."
)
@click.option("--cache/--no-cache", "cached", default=True, help="Recall the report if nothing has changed since.")
@click.option("--fix", is_flag=True, help="First make the safe edits, which do not change what a spec says.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, without changing it.")
@click.option("--statistics", "counts", is_flag=True, help="Also count the findings by rule, on standard error.")
def check(
    paths: tuple[Path, ...], format_: str, outputs: list[tuple[str, Path]], select: tuple[str, ...],
    ignore: tuple[str, ...], fail_on: str, as_status: str | None, today: date, dates: Literal["warn", "error"],
    since: str | None, notes: tuple[str, ...], cached: bool, fix: bool, diff: bool, counts: bool,
) -> None:  # fmt: skip
    """Check specs against the quality standards.

    PATHS narrow what is reported; the whole catalog is always read, because specs refer to each other.
    """
    try:
        chosen = chooser(select, ignore, all_checks())
    except LookupError as error:
        raise click.UsageError(str(error)) from error
    content, options = current_project(paths[0] if paths else None).content, Options(today, as_status, chosen, dates)
    if fix or diff:
        _fix(content, paths, diff)
    report = narrowed(reported(content, options, since, cache_folder(os.environ) if cached else None), paths)
    report = replace(report, notes=(*notes, *report.notes))
    if counts:
        click.echo(statistics(report), nl=False, err=True)
    deliver(report, format_, outputs, fail_on)


def _fix(content: Path, paths: Sequence[Path], only_show: bool) -> None:
    """Fix the specs and report it on standard error; or only show the changes, and exit 1 if there are any."""
    found = list(fixable(content, paths))
    for each in found:
        if each.declined:
            click.echo(f"skipped {each.shown}: {'; '.join(each.declined)}", err=True)
    fixed = [each for each in found if each.applied]
    if only_show:
        click.echo("".join(each.diff() for each in fixed), nl=False)
        sys.exit(1 if fixed else 0)
    for each in fixed:
        _write(each)
        click.echo(f"fixed {each.shown}: {'; '.join(each.applied)}", err=True)


def _write(fixed: Fixed) -> None:
    try:
        fixed.write()
    except OSError as error:
        raise click.UsageError(f"{fixed.shown} cannot be written and stays as it was: {error}") from error
