"""Check the versions that are kept for educators who began with them: they are there, in place, and unchanged."""

from collections.abc import Iterator

from ...catalog.catalog import Catalog
from ...catalog.changes.matching import Matches
from ...catalog.changes.specs import compare_specs
from ...catalog.entry import Entry
from ...catalog.nodes import KeptVersion
from ...model.spec import Spec
from ...model.versions import version_number
from ...reading.problem import Problem, Related, Severity
from ...reading.suggest import suggest
from ._base_comparison import ON_RECORD, Lineage


def check_place(kept: KeptVersion, entry: Entry[KeptVersion], catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each difference between a kept version, its file name, and the spec it is a version of."""
    number, current = entry.slug, _current_spec(kept, catalog)
    if kept.spec.version != number:
        message = f"The file is named {number}, but the version in it is {kept.spec.version or 'not stated'}."
        yield Problem(("version",), message, "A kept version is a copy of what was published. Copy it again.")
    if current is None:
        known = [each.slug for each in catalog.entries]
        message = f"This is a version of the spec “{kept.slug}”, which does not exist."
        advice = (
            f"{suggest(kept.slug, known)} The folder has the same name as the spec." if known else "Delete the file."
        )
        yield Problem((), message, advice)
    elif current.node:
        yield from _mismatches(kept, number, current)


def _current_spec(kept: KeptVersion, catalog: Catalog) -> Entry[Spec] | None:
    named = catalog.by_slug.get(kept.slug)
    return named or next((e for e in catalog.entries if e.node and kept.slug in e.node.aliases), None)


def _mismatches(kept: KeptVersion, number: str, current: Entry[Spec]) -> Iterator[Problem]:
    spec, related = current.spec, Related("the current spec", ("uid",), path=current.slug)
    history = {change.version for change in spec.changelog}
    if history and number not in history:
        message = f"“{spec.title}” has no version {number} in its changelog."
        advice = "Delete the file, or restore the changelog entry that is gone."
        yield Problem(("version",), message, advice, related=(related,))
    if spec.uid != kept.spec.uid:
        message = f"The uid is not that of “{spec.title}”, so this is not a version of it."
        yield Problem(("uid",), message, "Move the file to the folder of its own spec.", related=(related,))
    if spec.version and version_number(number) > version_number(spec.version):
        message = f"This is version {number}, but the current spec is only version {spec.version}."
        yield Problem(("version",), message, "Keep only versions that a newer one has replaced.")


def check_former_versions(entry: Entry[Spec], lineage: Lineage) -> Iterator[Problem]:
    """Yield a problem for each version that the base has published or kept and that is not kept now."""
    catalog, old = lineage.catalog, lineage.matches.before(entry)
    if old is None or old.node is None or catalog.base is None:
        return
    versions = {each.slug for each in catalog.kept_versions(entry)}
    lost = [each.slug for each in catalog.base.kept_versions(old) if each.slug not in versions]
    for number in lost:
        message = f"Version {number} was kept for educators who began with it, and is gone."
        yield Problem(("changelog",), message, f"Restore the file versions/{entry.slug}/{number}.md.")
    outgoing = old.node.version
    if old.node.status in ON_RECORD and outgoing not in (None, entry.spec.version, *versions, *lost):
        message = f"Version {outgoing} was replaced but not kept, so educators who began with it can no longer read it."
        advice = f"Run “microcredentials release {entry.slug} --from” with the revision before this change."
        yield Problem(("version",), message, advice)


def check_unchanged(kept: KeptVersion, entry: Entry[KeptVersion], lineage: Lineage) -> Iterator[Problem]:
    """Yield a problem for each difference between a kept version and the version published under its number."""
    published = _find_published(kept, entry, lineage)
    if published is None:
        yield from _not_comparable(kept, entry, lineage.matches)
        return
    copy = Entry(entry.source, kept.spec, entry.problems, entry.sections, entry.program_source, entry.unwritten)
    every = compare_specs(published, copy, lineage.catalog.program)
    for change in (each for each in every if each.kind != "renamed"):  # the file name of a kept version is its number
        message = f"This differs from version {entry.slug} as published. {change.sentence}"
        advice = f"Copy it again: “microcredentials release {kept.slug} --from” with the revision that contained it."
        yield Problem(change.at, message, advice)


def _not_comparable(kept: KeptVersion, entry: Entry[KeptVersion], matches: Matches) -> Iterator[Problem]:
    """Yield the problem of a newly kept version that the base does not contain, so that it cannot be compared."""
    if any(old.node and old.node.uid == kept.spec.uid for old, _ in matches.pairs):
        message = f"Version {entry.slug} as published cannot be seen from here, so this copy was not compared with it."
        advice = (
            "Compare it with the revision that contained it. “git log -p” with the file’s name shows the revisions."
        )
        yield Problem(("version",), message, advice, severity=Severity.WARNING)


def _find_published(kept: KeptVersion, entry: Entry[KeptVersion], lineage: Lineage) -> Entry[Spec] | None:
    """Return this version in the base, where it is either kept or the current version of the spec."""
    others = lineage.catalog.base.other_entries if lineage.catalog.base else ()
    for other in others:
        if isinstance(other.node, KeptVersion) and (other.node.spec.uid, other.slug) == (kept.spec.uid, entry.slug):
            return Entry(other.source, other.node.spec, (), other.sections, other.program_source, other.unwritten)
    olds = (old for old, _ in lineage.matches.pairs if old.node and old.node.uid == kept.spec.uid)
    return next((old for old in olds if old.spec.version == entry.slug and old.spec.status in ON_RECORD), None)
