"""One check of a content folder, from its files to its report."""

from pathlib import Path

from .cache import Question, recalled
from .files import catalog_of, read_once, root_of
from .history import catalog_at, revision, where_parted
from .report import Report
from .run import Options, check
from .since import judged_since
from .standards import all_checks
from .verdicts import Verdicts


def report_on(content: Path, options: Options, since: str | None = None, cache: Path | None = None) -> Report:
    """Return what there is to say on the folder *content*, or on what changed in it *since* a revision.

    ``cache`` is a folder that keeps reports for the next time.

    Raises:
        HistoryError: git cannot tell what was there before.
    """
    files, root, checks = read_once(content), root_of(content), all_checks()
    base = None if since is None else where_parted(content, revision(content, since), revision(content, "HEAD"))
    rules = {each.rule.id: each.rule for each in checks}

    def work(verdicts: Verdicts | None) -> Report:
        catalog = catalog_of(files, root)
        if base is None:
            return check(catalog, checks, options, verdicts)
        return judged_since(catalog_at(content, base), catalog, checks, options, str(base), verdicts)

    judged = (str(content), options.as_status)
    asked = (str(root), options.dates, tuple(id for id in rules if options.chosen(id)), since)
    return recalled(cache, Question(judged, asked, (options.today, base), files), rules, work)
