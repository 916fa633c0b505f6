"""Find what a change must not do to a published spec, by comparing it with the catalog before the change, the base."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...catalog.catalog import Catalog
from ...catalog.changes.change import Change
from ...catalog.changes.formatting import shorten, trim_to_difference
from ...catalog.changes.matching import Matches, match_entries, stated_uid
from ...catalog.changes.specs import compare_requirements
from ...catalog.entry import Entry
from ...catalog.nodes import DeletedSpec
from ...model.program import Program
from ...model.spec import Spec
from ...model.versions import version_number
from ...reading.problem import Problem, Severity

ON_RECORD = ("published", "retired")
"""The statuses of specs whose pages must stay on record."""


@dataclass(frozen=True)
class Lineage:
    """A catalog, and the matches between the specs of its base and its own."""

    catalog: Catalog
    matches: Matches


def trace_lineage(catalog: Catalog) -> Lineage:
    """Return the lineage of the specs of *catalog*; without a base, it has no pairs."""
    return Lineage(catalog, match_entries(catalog.base, catalog) if catalog.base else Matches())


def check_change(entry: Entry[Spec], lineage: Lineage) -> Iterator[Problem]:
    """Yield a problem for each change to *entry* that is not allowed."""
    old = lineage.matches.before(entry)
    if old is None:
        yield from _reused_name(entry, lineage.matches)
    elif old.node and old.node.status in (*ON_RECORD, "pilot"):
        yield from _changed_uid(old, entry)
        if old.node.status in ON_RECORD:
            yield from _withdrawal(old.node, entry.spec)
            yield from _lost_names(old, entry, lineage.catalog)
            yield from _lost_versions(old.node, entry.spec)
            yield from _unversioned_changes(old, entry, lineage.catalog.program)


def check_deletion(spec: DeletedSpec, slug: str) -> Iterator[Problem]:
    """Yield the problem of a deleted spec: a warning for a pilot, which may end this way, and else an error."""
    status = spec.spec.status
    if status in ON_RECORD or status == "pilot":
        message = f"“{spec.title}” ({status}) is deleted, along with its page and its history."
        advice = (
            "Restore the file and retire it: status: retired, with dates.retired_on and a reason. If it was renamed, "
            f"give the new file the uid {spec.spec.uid} and aliases: [{slug}]."
        )
        yield Problem((), message, advice, severity=Severity.WARNING if status == "pilot" else None)


def _reused_name(entry: Entry[Spec], pairs: Matches) -> Iterator[Problem]:
    """Yield a problem if a new spec has the former name of a published one."""
    for old, new in pairs.pairs:
        if old.node and old.node.status in ON_RECORD and old.slug == entry.slug and new.slug != entry.slug:
            message = f"This takes the name of “{old.node.title}”, which is now called “{new.slug}”."
            advice = "Give this file a different name; the old one still leads to the page that was there."
            yield Problem((), message, advice)


def _changed_uid(old: Entry[Spec], new: Entry[Spec]) -> Iterator[Problem]:
    before, after = stated_uid(old), stated_uid(new)
    if before and before != after:
        message = f"The uid was {before} and is {after or 'gone'}, so what was earned under it can no longer be found."
        advice = "Restore the former uid. If this is a different spec, it needs its own file and uid."
        yield Problem(("uid",), message, advice)


def _withdrawal(old: Spec, new: Spec) -> Iterator[Problem]:
    if new.status not in ON_RECORD:
        message = f"This was {old.status} and goes back to {new.status}, which takes back what was published."
        advice = "Write status: retired, with the date and the reason, or restore the former status."
        yield Problem(("status",), message, advice, severity=Severity.ERROR)


def _lost_names(old: Entry[Spec], new: Entry[Spec], catalog: Catalog) -> Iterator[Problem]:
    lost = [name for name in (old.slug, *old.spec.aliases) if name not in (new.slug, *new.spec.aliases)]
    for name in dict.fromkeys(lost):
        if name in catalog.by_slug:
            message = f"This has the uid of “{old.spec.title}”, but a different spec now has its name “{name}”."
            yield Problem(("uid",), message, "Give each spec its own file and uid back; a uid is never reused.")
        else:
            message = f"This was known as “{name}”, and that address no longer leads anywhere."
            advice = f"Add “{name}” to aliases. If this is a different spec, it needs its own uid."
            yield Problem(("aliases",), message, advice)


def _lost_versions(old: Spec, new: Spec) -> Iterator[Problem]:
    if old.version and new.version and version_number(new.version) < version_number(old.version):
        message = f"The version goes back from {old.version} to {new.version}."
        yield Problem(("version",), message, "Versions only go up. Write a higher one.")
    listed = {line.version for line in new.changelog}
    for line in old.changelog:
        if line.version not in listed:
            message = f"The changelog entry for version {line.version} is gone."
            yield Problem(("changelog",), message, f"Restore it: “{shorten(line.change, 120)}”.")


def _unversioned_changes(old: Entry[Spec], new: Entry[Spec], program: Program) -> Iterator[Problem]:
    """Yield a problem for each change in the requirements if the version is still the same."""
    version = old.spec.version
    if new.spec.version == version:
        for change in compare_requirements(old, new, program):
            yield _unversioned_change(change, version or "the published one", new.slug)


def _unversioned_change(change: Change, version: str, slug: str) -> Problem:
    before, after = trim_to_difference(change.before, change.after)
    texts = [f"Before: “{before}”" if before else "", f"Now: “{after}”" if after else ""]
    message = " ".join([change.sentence, f"The version is still {version}.", *filter(None, texts)])
    advice = (
        f"Run “microcredentials release {slug}”, then raise the version and add a changelog entry. "
        "If nothing has changed in meaning, restore the former words."
    )
    return Problem(change.at, message, advice)
