"""Check the version of a spec and its changelog."""

from collections.abc import Iterator
from itertools import pairwise

from ...model.record import ChangelogEntry
from ...model.spec import Spec
from ...model.versions import version_number
from ...reading.problem import Problem, Related


def check_versions(spec: Spec, status: str) -> Iterator[Problem]:
    """Yield a problem if the version or changelog is missing, the order is wrong, or the version is not the newest."""
    if spec.version is None:
        yield Problem(("version",), "The version is missing.", 'Write three numbers in quotes, as in "0.1.0".')
    if not spec.changelog:
        if status != "draft":
            advice = "Add an entry with version, date and change for every version so far, newest first."
            yield Problem(("changelog",), "The changelog is missing.", advice)
        return
    yield from _order(spec.changelog)
    newest = max(range(len(spec.changelog)), key=lambda i: version_number(spec.changelog[i].version))
    latest = spec.changelog[newest].version
    if spec.version is not None and spec.version != latest:
        message = f"The version is {spec.version}, but the newest changelog entry is {latest}."
        related = (Related("the newest entry", ("changelog", newest, "version")),)
        advice = "Add an entry for this version, or correct one of the two."
        yield Problem(("version",), message, advice, related=related)


def _order(changelog: tuple[ChangelogEntry, ...]) -> Iterator[Problem]:
    for i, (newer, older) in enumerate(pairwise(changelog), start=1):
        if newer.version == older.version:
            message = f"The changelog lists version {older.version} twice."
            advice = "Combine the two entries, or correct one of the versions."
            yield Problem(("changelog", i, "version"), message, advice)
        elif version_number(newer.version) < version_number(older.version) or newer.date < older.date:
            message = f"In the changelog, {newer.version} of {newer.date} is above {older.version} of {older.date}."
            yield Problem(("changelog", i), message, "Put the newest version first, and check the dates.")
