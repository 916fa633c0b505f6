"""``check``: report what the rules find, and fix what can be fixed safely."""

import os
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any, Literal

import click

from ..checking.cache.memory import find_cache_folder
from ..checking.finding import STATUSES
from ..checking.options import Options, Selection, parse_selection
from ..checking.report import Report, narrow
from ..reports.rendering import shows_scorecards
from ..rules.registry import find_checks
from ._deliver import deliver
from ._disk import show_disk_errors
from ._echo import echo
from ._fix import find_fixes
from ._history import show_history_errors
from ._make_report import Request, make_report
from ._options import ReportOptions, report_options
from ._project import current_project


@dataclass(frozen=True)
class CheckOptions(ReportOptions):
    """The arguments and options of ``check``, under the names that click gives them."""

    paths: tuple[Path, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    as_status: str | None
    dates: Literal["warn", "error"]
    since: str | None
    notes: tuple[str, ...]
    cache: bool
    fix: bool
    diff: bool
    statistics: bool


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@report_options
@click.option("--select", multiple=True, metavar="RULE", help="Apply only these rules or families (CO-02,EV).")
@click.option("--ignore", multiple=True, metavar="RULE", help="Skip these rules or families.")
@click.option("--as", "as_status", type=click.Choice(STATUSES), help="Judge every spec as if it had this status.")
@click.option(
    "--dates",
    type=click.Choice(["warn", "error"]),
    default="warn",
    show_default=True,
    help="Severity of findings caused only by the passage of time, such as an overdue review.",
)
@click.option("--since", metavar="REV", help="Report only what the changes since REV affect, and mark new findings.")
@click.option("--note", "notes", multiple=True, metavar="TEXT", help="Add a sentence to the report; repeatable.")
@click.option("--cache/--no-cache", default=True, help="Reuse the last report when nothing has changed.")
@click.option("--fix", is_flag=True, help="First fix what can be fixed without changing what a spec says.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and do nothing else.")
@click.option("--statistics", is_flag=True, help="Also print the number of findings per rule, on standard error.")
def check(**given: Any) -> None:
    """Check specs against the quality rules.

    PATHS narrow the report to these files and folders; the whole catalog is always read, because specs refer to each
    other.
    """
    options = CheckOptions(**given)
    chosen = _selection(options)
    content = current_project(options.paths[0] if options.paths else None).content
    if options.fix or options.diff:
        _fix(content, options.paths, options.diff)
    with show_history_errors():
        report = make_report(_request(options, chosen, content))
    report = narrow(report, [_from_working_directory(path) for path in options.paths])
    if options.statistics:
        echo(_statistics(report), nl=False, err=True)
    deliver(replace(report, notes=(*options.notes, *report.notes)), options)


def _selection(options: CheckOptions) -> Selection:
    try:
        return parse_selection(options.select, options.ignore, find_checks())
    except LookupError as error:
        raise click.UsageError(str(error)) from error


def _request(options: CheckOptions, chosen: Selection, content: Path) -> Request:
    return Request(
        content=content,
        options=Options(options.today, options.as_status, chosen, options.dates),
        since=options.since,
        cache=find_cache_folder(os.environ) if options.cache else None,
        scorecards=any(shows_scorecards(name, options.as_status) for name in options.formats),
    )


def _from_working_directory(path: Path) -> PurePosixPath:
    """Return *path* as reports show it: from the working directory if it is inside, else from the root."""
    absolute, here = path.resolve(), Path.cwd()
    return PurePosixPath((absolute.relative_to(here) if absolute.is_relative_to(here) else absolute).as_posix())


def _statistics(report: Report) -> str:
    """Return the number of open findings of each rule, the most frequent first."""
    counts = Counter((finding.rule.id, finding.rule.title) for finding in report.open)
    return "".join(f"{count:>6}  {id}  {title}\n" for (id, title), count in counts.most_common())


def _fix(content: Path, paths: Sequence[Path], only_show: bool) -> None:
    """Fix the specs and list the fixes on standard error; or only show them, and exit with 1 if there are any."""
    found = list(find_fixes(content, paths))
    for each in found:
        if each.declined:
            echo(f"not fixed {each.shown}: {'; '.join(each.declined)}", err=True)
    fixed = [each for each in found if each.applied]
    if only_show:
        echo("".join(each.diff() for each in fixed), nl=False)
        sys.exit(1 if fixed else 0)
    for each in fixed:
        with show_disk_errors(f"{each.shown} is unchanged."):
            each.write(content)
        echo(f"fixed {each.shown}: {'; '.join(each.applied)}", err=True)
