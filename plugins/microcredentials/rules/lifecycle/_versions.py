"""The version of a spec, and the lines of its history."""

from collections.abc import Iterator
from itertools import pairwise

from ...model.record import ChangelogEntry
from ...model.spec import Spec
from ...model.versions import version_number
from ...reading.problem import Problem, Related


def versions(spec: Spec, status: str) -> Iterator[Problem]:
    """Yield a version or history that is missing, a history in another order, and a version that is not its newest."""
    if spec.version is None:
        yield Problem(("version",), "The version is missing.", 'Write three numbers in quotes, as in "0.1.0".')
    if not spec.changelog:
        if status != "draft":
            advice = "Add a line with version, date and change for every version so far, the newest first."
            yield Problem(("changelog",), "The history of versions is missing.", advice)
        return
    yield from _order(spec.changelog)
    newest = max(range(len(spec.changelog)), key=lambda i: version_number(spec.changelog[i].version))
    latest = spec.changelog[newest].version
    if spec.version is not None and spec.version != latest:
        message = f"The version is {spec.version}, and the newest line of the history is {latest}."
        related = (Related("the newest line", ("changelog", newest, "version")),)
        yield Problem(("version",), message, "Add a line for this version, or correct one of the two.", related=related)


def _order(changelog: tuple[ChangelogEntry, ...]) -> Iterator[Problem]:
    for i, (newer, older) in enumerate(pairwise(changelog), start=1):
        if newer.version == older.version:
            message = f"The history lists version {older.version} twice."
            yield Problem(("changelog", i, "version"), message, "Join the two lines, or correct one of the versions.")
        elif version_number(newer.version) < version_number(older.version) or newer.date < older.date:
            message = f"In the history, {newer.version} of {newer.date} stands above {older.version} of {older.date}."
            yield Problem(("changelog", i), message, "Put the newest version first, and look at the dates.")
