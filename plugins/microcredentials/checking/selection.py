"""Which rules a run applies, and which of its findings it reports."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from ..reading.suggest import suggest
from .report import Report
from .rule import Check


def chooser(select: Iterable[str], ignore: Iterable[str], checks: Sequence[Check]) -> Callable[[str], bool]:
    """Return a function that says whether a rule's id was asked for.

    Raises:
        LookupError: a name is neither a rule nor a family.
    """
    wanted, unwanted = _names(select), _names(ignore)
    known = {check.rule.id for check in checks} | {check.rule.family for check in checks}
    for name in (*wanted, *unwanted):
        if name not in known:
            raise LookupError(f"There is no rule or family “{name}”. {suggest(name, sorted(known))}")
    return lambda id: (not wanted or _among(id, wanted)) and not _among(id, unwanted)


def _names(given: Iterable[str]) -> tuple[str, ...]:
    """Return the names *given*, several of them perhaps with commas between."""
    return tuple(name.upper() for each in given for name in re.split(r"[,\s]+", each) if name)


def _among(id: str, names: tuple[str, ...]) -> bool:
    return id in names or id[:2] in names


def narrowed(report: Report, paths: Sequence[Path]) -> Report:
    """Return *report* with the findings and scorecards of *paths* only: files, or folders with all they hold."""
    if not paths:
        return report
    asked = [PurePosixPath(_relative(path)) for path in paths]
    slugs = {path.stem for path in asked if path.suffix == ".md"}

    def here(place: str) -> bool:
        path = PurePosixPath(place)
        return any(path == each or each in path.parents for each in asked)

    return replace(
        report,
        findings=tuple(each for each in report.findings if each.spec in slugs or here(each.place.path)),
        score=lambda _: tuple(card for card in report.scorecards if here(card.path)),
    )


def _relative(path: Path) -> str:
    absolute = path.resolve()
    return (absolute.relative_to(Path.cwd()) if absolute.is_relative_to(Path.cwd()) else absolute).as_posix()


def statistics(report: Report) -> str:
    """Return how many open findings each rule has, the most frequent first."""
    counts = Counter((finding.rule.id, finding.rule.title) for finding in report.open)
    return "".join(f"{count:>6}  {id}  {title}\n" for (id, title), count in counts.most_common())
