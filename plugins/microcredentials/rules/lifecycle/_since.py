"""What a change may not do to a spec that is published, judged against the catalog before the change."""

from collections.abc import Iterator

from ...catalog.catalog import Catalog, Entry
from ...catalog.changes.change import Change
from ...catalog.changes.formatting import shorten, trim_to_difference
from ...catalog.changes.matching import Matches, match_entries, stated_uid
from ...catalog.changes.specs import compare_requirements
from ...catalog.nodes import DeletedSpec
from ...model.spec import Spec
from ...model.versions import version_number
from ...reading.problem import Problem, Severity

OUT = ("published", "retired")
"""The statuses at which a page is on record for good."""


def kinship(catalog: Catalog) -> Matches:
    """Return which spec is which, before and after the change."""
    return match_entries(catalog.base, catalog) if catalog.base else Matches()


def history(entry: Entry[Spec], known: Matches, catalog: Catalog) -> Iterator[Problem]:
    """Yield what the change does to *entry* that it may not do."""
    old = known.before(entry)
    if old is None:
        yield from _taken(entry, known)
    elif old.node and old.node.status in (*OUT, "pilot"):
        yield from _identity(old, entry)
        if old.node.status in OUT:
            yield from _status(old.node, entry.spec)
            yield from _former_names(old, entry, catalog)
            yield from _versions(old.node, entry.spec)
            yield from _same_version(old, entry, catalog)


def deletion(spec: DeletedSpec, slug: str) -> Iterator[Problem]:
    """Yield that a spec has gone with its page; a pilot may end so, and those in it must know."""
    status = spec.spec.status
    if status in OUT or status == "pilot":
        message = f"“{spec.title}” ({status}) is deleted, and with it its page and its history."
        advice = (
            "Put the file back and retire it: status: retired, with dates.retired_on and a reason. If it was renamed, "
            f"give the new file its uid {spec.spec.uid} and aliases: [{slug}]."
        )
        yield Problem((), message, advice, severity=Severity.WARNING if status == "pilot" else None)


def _taken(entry: Entry[Spec], known: Matches) -> Iterator[Problem]:
    """Yield that a new spec takes the name or uid under which another one was known."""
    for old, new in known.pairs:
        if old.node and old.node.status in OUT and old.slug == entry.slug and new.slug != entry.slug:
            message = f"This takes the name of “{old.node.title}”, which is called “{new.slug}” now."
            yield Problem((), message, "Give this file another name; the old one leads to the page that was there.")


def _identity(old: Entry[Spec], new: Entry[Spec]) -> Iterator[Problem]:
    before, after = stated_uid(old), stated_uid(new)
    if before and before != after:
        message = f"The uid was {before} and is {after or 'gone'}; what was earned under it can no longer be found."
        advice = "Put the former uid back. Something else needs a file and a uid of its own."
        yield Problem(("uid",), message, advice)


def _status(old: Spec, new: Spec) -> Iterator[Problem]:
    if new.status not in OUT:
        message = f"This was {old.status} and goes back to {new.status}, so that its page is taken back."
        advice = "Write status: retired, with the day and the reason, or leave it as it was."
        yield Problem(("status",), message, advice, severity=Severity.ERROR)


def _former_names(old: Entry[Spec], new: Entry[Spec], catalog: Catalog) -> Iterator[Problem]:
    lost = [name for name in (old.slug, *old.spec.aliases) if name not in (new.slug, *new.spec.aliases)]
    for name in dict.fromkeys(lost):
        if name in catalog.by_slug:
            message = f"This carries the uid of “{old.spec.title}”, and under its name “{name}” stands something else."
            yield Problem(("uid",), message, "Give each its own file and uid back; a uid is never used again.")
        else:
            message = f"This was known as “{name}”, and that address leads nowhere any more."
            advice = f"Add “{name}” to aliases. If this is something else, it needs a uid of its own."
            yield Problem(("aliases",), message, advice)


def _versions(old: Spec, new: Spec) -> Iterator[Problem]:
    if old.version and new.version and version_number(new.version) < version_number(old.version):
        message = f"The version was {old.version} and goes back to {new.version}."
        yield Problem(("version",), message, "Versions only rise. Write a higher one.")
    listed = {line.version for line in new.changelog}
    for line in old.changelog:
        if line.version not in listed:
            message = f"The line of the history for version {line.version} is gone."
            yield Problem(("changelog",), message, f"Put it back: “{shorten(line.change, 120)}”.")


def _same_version(old: Entry[Spec], new: Entry[Spec], catalog: Catalog) -> Iterator[Problem]:
    """Yield what is asked otherwise than before under the same version, with both texts."""
    version = old.spec.version
    if new.spec.version == version:
        for change in compare_requirements(old, new, catalog.program):
            yield _unnumbered(change, version or "that was published", new.slug)


def _unnumbered(change: Change, version: str, slug: str) -> Problem:
    before, after = trim_to_difference(change.before, change.after)
    texts = [f"Before: “{before}”" if before else "", f"Now: “{after}”" if after else ""]
    message = " ".join([change.sentence, f"The version is still {version}.", *filter(None, texts)])
    advice = (
        f"Run “microcredentials release {slug}”, then raise the version and add a line to the changelog. "
        "If nothing else is meant, put the former words back."
    )
    return Problem(change.at, message, advice)
