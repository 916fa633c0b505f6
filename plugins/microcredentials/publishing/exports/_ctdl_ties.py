"""The ties that CTDL requires at both ends: between a member and its stack, between a spec and its successor.

Specs state many ties at one end only. Here every tie that one spec states appears at both ends.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ...catalog.catalog import Catalog
from ...catalog.entry import Entry
from ...model.spec import MicroCredential, Spec
from ._public import is_identified

INVERSES = {
    "ceterms:isPartOf": "ceterms:hasPart",
    "ceterms:hasPart": "ceterms:isPartOf",
    "ceterms:supersededBy": "ceterms:supersedes",
    "ceterms:supersedes": "ceterms:supersededBy",
}


@dataclass(frozen=True)
class Ties:
    """The ties between the public specs of ``catalog``."""

    catalog: Catalog

    def of(self, entry: Entry[Spec]) -> dict[str, list[Entry[Spec]]]:
        """Return the specs that *entry* is tied to, by term; the parts of a stack include retired members."""
        predecessors, successors = self._succession
        if isinstance(entry.spec, MicroCredential):
            parts = {"ceterms:isPartOf": self.named(each.stack for each in entry.spec.stacks)}
        else:
            parts = {"ceterms:hasPart": [each for each in self.catalog.members(entry.slug) if is_identified(each)]}
        return {
            **parts,
            "ceterms:supersededBy": self.named(successors[entry.slug]),
            "ceterms:supersedes": self.named(predecessors[entry.slug]),
        }

    def named(self, slugs: Iterable[str]) -> list[Entry[Spec]]:
        """Return the public specs with these *slugs*, in their order."""
        found = (self.catalog.by_slug.get(slug) for slug in slugs)
        return [entry for entry in found if entry and is_identified(entry)]

    @cached_property
    def _succession(self) -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
        """The predecessors and the successors of each spec, by slug."""
        predecessors, successors = defaultdict(list), defaultdict(list)
        for old, new in dict.fromkeys(self._pairs()):
            predecessors[new].append(old)
            successors[old].append(new)
        return predecessors, successors

    def _pairs(self) -> Iterator[tuple[str, str]]:
        for entry in filter(is_identified, self.catalog.entries):
            yield from ((old, entry.slug) for old in entry.spec.replaces)
            if entry.spec.replaced_by:
                yield entry.slug, entry.spec.replaced_by
