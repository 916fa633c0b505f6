"""Make the report on a content folder: read its files into a catalog, check it, and remember the result."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..catalog.folder import path_for_messages, snapshot
from ..catalog.git import Revision, find_merge_base, find_revision, load_at
from ..catalog.loading import parse_catalog
from ..checking.against_base import Base, check_against
from ..checking.cache.memory import Inputs, Memory
from ..checking.options import Options
from ..checking.report import Report
from ..checking.rule import Check
from ..checking.run import Run, run_checks
from ..rules.registry import find_checks


@dataclass(frozen=True)
class Request:
    """A report to make.

    ``content`` is the content folder. If ``since`` names a revision, the report is on what changed since then.
    ``cache`` is the folder with the results of earlier checks, or None to ignore them. A report with ``scorecards`` is
    always made again, because they are made from the catalog.
    """

    content: Path
    options: Options
    since: str | None = None
    cache: Path | None = None
    scorecards: bool = False


def make_report(request: Request) -> Report:
    """Return the report that *request* asks for: an earlier one if everything that it depends on is still the same.

    Raises:
        HistoryError: git cannot read the revision.
    """
    content, base, checks = request.content, _base(request), find_checks()
    inputs = Inputs(content, snapshot(content), path_for_messages(content), request.options, request.since, base)
    memory = Memory(request.cache, inputs) if request.cache else None
    if memory and not request.scorecards:
        kept = memory.report({each.rule.id: each.rule for each in checks})
        if kept:
            return kept
    found = _run(inputs, checks, memory)
    if memory:
        memory.keep(found)
    return found.report


def _base(request: Request) -> Revision | None:
    """Return the commit to compare with: as in a pull request, the one at which HEAD branched off."""
    content, since = request.content, request.since
    return (
        find_merge_base(content, find_revision(content, since), find_revision(content, "HEAD"))
        if since is not None
        else None
    )


def _run(inputs: Inputs, checks: Sequence[Check], memory: Memory | None) -> Run:
    known, head = memory.verdicts() if memory else {}, parse_catalog(inputs.files, inputs.root)
    if inputs.base is None:
        return run_checks(head, checks, inputs.options, known)
    before = Base(load_at(inputs.content, inputs.base), str(inputs.base))
    return check_against(before, head, checks, inputs.options, known)
