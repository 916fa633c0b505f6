"""One check of a content folder, from its files to its report."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from ..catalog.folder import path_for_messages, snapshot
from ..catalog.git import HistoryError, find_merge_base, find_revision, load_at
from ..catalog.loading import parse_catalog
from ..checking.against_base import judged_since
from ..checking.cache.recall import Question, recalled
from ..checking.cache.verdicts import Verdicts
from ..checking.report import Report
from ..checking.run import Options, check
from ..rules.registry import all_checks


@contextmanager
def history_errors_shown() -> Iterator[None]:
    """Tell the operator what keeps the history from being read."""
    try:
        yield
    except HistoryError as error:
        raise click.UsageError(str(error)) from error


def reported(content: Path, options: Options, since: str | None, cache: Path | None) -> Report:
    """Return the report on the folder *content*, as ``report_on`` does."""
    with history_errors_shown():
        return report_on(content, options, since, cache)


def report_on(content: Path, options: Options, since: str | None = None, cache: Path | None = None) -> Report:
    """Return what there is to say on the folder *content*, or on what changed in it *since* a revision.

    ``cache`` is a folder that keeps reports for the next time.

    Raises:
        HistoryError: git cannot tell what was there before.
    """
    files, root, checks = snapshot(content), path_for_messages(content), all_checks()
    base = (
        None
        if since is None
        else find_merge_base(content, find_revision(content, since), find_revision(content, "HEAD"))
    )
    rules = {each.rule.id: each.rule for each in checks}

    def work(verdicts: Verdicts | None) -> Report:
        catalog = parse_catalog(files, root)
        if base is None:
            return check(catalog, checks, options, verdicts)
        return judged_since(load_at(content, base), catalog, checks, options, str(base), verdicts)

    judged = (str(content), options.as_status)
    asked = (str(root), options.dates, tuple(id for id in rules if options.chosen(id)), since)
    return recalled(cache, Question(judged, asked, (options.today, base), files), rules, work)
