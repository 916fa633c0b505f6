"""The versions that are kept for those who began with them: there, in place, and unaltered."""

from collections.abc import Iterator

from ...catalog.catalog import Catalog, Entry
from ...catalog.changes.matching import Matches
from ...catalog.changes.specs import compare_specs
from ...catalog.nodes import KeptVersion
from ...model.spec import Spec
from ...model.versions import version_number
from ...reading.problem import Problem, Related, Severity
from ...reading.suggest import suggest
from ._since import OUT


def kept_in_place(kept: KeptVersion, entry: Entry[KeptVersion], catalog: Catalog) -> Iterator[Problem]:
    """Yield what does not fit between a kept version and the spec that it is a version of."""
    number, current = entry.slug, _current(kept, catalog)
    if kept.spec.version != number:
        message = f"The file is called {number}, and the version in it is {kept.spec.version or 'not stated'}."
        yield Problem(("version",), message, "A kept version is a copy of what was published. Copy it again.")
    if current is None:
        known = [each.slug for each in catalog.entries]
        message = f"There is no spec “{kept.slug}” of which this could be a version."
        advice = f"{suggest(kept.slug, known)} The folder has the name of the spec." if known else "Delete the file."
        yield Problem((), message, advice)
    elif current.node:
        yield from _of_another(kept, number, current)


def _current(kept: KeptVersion, catalog: Catalog) -> Entry[Spec] | None:
    named = catalog.by_slug.get(kept.slug)
    return named or next((e for e in catalog.entries if e.node and kept.slug in e.node.aliases), None)


def _of_another(kept: KeptVersion, number: str, current: Entry[Spec]) -> Iterator[Problem]:
    spec, there = current.spec, Related("the spec of today", ("uid",), path=current.slug)
    history = {change.version for change in spec.changelog}
    if history and number not in history:
        message = f"“{spec.title}” has no version {number} in its changelog."
        advice = "Delete the file, or put back the line that the changelog lost."
        yield Problem(("version",), message, advice, related=(there,))
    if spec.uid != kept.spec.uid:
        message = f"The uid is not that of “{spec.title}”, so this is no version of it."
        yield Problem(("uid",), message, "Move the file to the folder of its own spec.", related=(there,))
    if spec.version and version_number(number) > version_number(spec.version):
        message = f"This is version {number}, and the spec of today is only version {spec.version}."
        yield Problem(("version",), message, "Only what has been followed by another version is kept.")


def superseded_is_kept(entry: Entry[Spec], known: Matches, catalog: Catalog) -> Iterator[Problem]:
    """Yield that the version before the change is not kept, or that a version kept before it is no more."""
    old = known.before(entry)
    if old is None or old.node is None or catalog.base is None:
        return
    versions = {each.slug for each in catalog.kept_versions(entry)}
    lost = [each.slug for each in catalog.base.kept_versions(old) if each.slug not in versions]
    for number in lost:
        message = f"Version {number} was kept for those who began with it, and is gone."
        yield Problem(("changelog",), message, f"Put the file versions/{entry.slug}/{number}.md back.")
    outgoing = old.node.version
    if old.node.status in OUT and outgoing not in (None, entry.spec.version, *versions, *lost):
        message = f"Version {outgoing} is superseded and not kept, so whoever began with it can no longer read it."
        advice = f"Run “microcredentials release {entry.slug} --from” with the revision before this change."
        yield Problem(("version",), message, advice)


def kept_as_published(
    kept: KeptVersion, entry: Entry[KeptVersion], known: Matches, catalog: Catalog
) -> Iterator[Problem]:
    """Yield where a kept version is not what was published under its number."""
    published = _published(kept, entry, known, catalog)
    if published is None:
        yield from _unknown(kept, entry, known)
        return
    copy = Entry(entry.source, kept.spec, entry.problems, entry.sections, entry.program_source, entry.unwritten)
    every = compare_specs(published, copy, catalog.program)
    for change in (each for each in every if each.kind != "renamed"):  # a kept version has its number for a name
        message = f"This is not what version {entry.slug} said. {change.sentence}"
        advice = f"Copy it again: “microcredentials release {kept.slug} --from” with the revision that had it."
        yield Problem(change.at, message, advice)


def _unknown(kept: KeptVersion, entry: Entry[KeptVersion], known: Matches) -> Iterator[Problem]:
    """Yield that nothing tells whether a version that is kept from now on was ever published like this."""
    if any(old.node and old.node.uid == kept.spec.uid for old, _ in known.pairs):
        message = f"What version {entry.slug} said cannot be seen from here, so nobody has compared this copy with it."
        advice = "Compare it with the revision that had it, which the history shows: “git log -p” with the file’s name."
        yield Problem(("version",), message, advice, severity=Severity.WARNING)


def _published(kept: KeptVersion, entry: Entry[KeptVersion], known: Matches, catalog: Catalog) -> Entry[Spec] | None:
    """Return the same version as the catalog before the change had it: kept already, or as the spec itself."""
    others = catalog.base.other_entries if catalog.base else ()
    for other in others:
        if isinstance(other.node, KeptVersion) and (other.node.spec.uid, other.slug) == (kept.spec.uid, entry.slug):
            return Entry(other.source, other.node.spec, (), other.sections, other.program_source, other.unwritten)
    olds = (old for old, _ in known.pairs if old.node and old.node.uid == kept.spec.uid)
    return next((old for old in olds if old.spec.version == entry.slug and old.spec.status in OUT), None)
