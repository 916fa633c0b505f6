"""Ties that have two ends, of which CTDL wants both: a member and its stack, a spec and what takes its place.

A spec tells only one end of a tie, or the two tell it differently; here each tie that somebody tells is told twice.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ...catalog.catalog import Catalog, Entry
from ...model.spec import MicroCredential, Spec

INVERSES = {
    "ceterms:isPartOf": "ceterms:hasPart",
    "ceterms:hasPart": "ceterms:isPartOf",
    "ceterms:supersededBy": "ceterms:supersedes",
    "ceterms:supersedes": "ceterms:supersededBy",
}


@dataclass(frozen=True)
class Ties:
    """The ties between the specs of ``catalog`` that are public."""

    catalog: Catalog

    def of(self, entry: Entry[Spec]) -> dict[str, list[Entry[Spec]]]:
        """Return what *entry* is tied to, by term; the retired members of a stack are among its parts."""
        before, after = self._succession
        if isinstance(entry.spec, MicroCredential):
            whole = {"ceterms:isPartOf": self.named(each.stack for each in entry.spec.stacks)}
        else:
            whole = {"ceterms:hasPart": [each for each in self.catalog.members(entry.slug) if is_public(each)]}
        followers, precursors = self.named(after[entry.slug]), self.named(before[entry.slug])
        return {**whole, "ceterms:supersededBy": followers, "ceterms:supersedes": precursors}

    def named(self, slugs: Iterable[str]) -> list[Entry[Spec]]:
        """Return the public specs with these names, in their order."""
        found = (self.catalog.by_slug.get(slug) for slug in slugs)
        return [entry for entry in found if entry and is_public(entry)]

    @cached_property
    def _succession(self) -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
        """By name, what each spec takes the place of, and what takes its place."""
        before, after = defaultdict(list), defaultdict(list)
        for old, new in dict.fromkeys(self._pairs()):
            before[new].append(old)
            after[old].append(new)
        return before, after

    def _pairs(self) -> Iterator[tuple[str, str]]:
        for entry in filter(is_public, self.catalog.entries):
            yield from ((old, entry.slug) for old in entry.spec.replaces)
            if entry.spec.replaced_by:
                yield entry.slug, entry.spec.replaced_by


def is_public(entry: Entry[Spec]) -> bool:
    """Say whether *entry* can be described: it is no draft, and has a uid."""
    return entry.node is not None and entry.node.status != "draft" and entry.node.uid is not None
