"""Find specs that share a name, a uid or a title, which may belong to only one of them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ...catalog.catalog import Catalog
from ...catalog.entry import Entry
from ...model.spec import Spec
from ...model.wording import join_items, plural

UniqueField = Literal["name", "uid", "title"]
"""What two specs may not share. ``name`` is a slug or an alias, because both become addresses."""

Owners = Mapping[tuple[UniqueField, str], list[Entry[Spec]]]
"""The specs that have each value, in the order of the catalog."""

_MOST_LISTED = 5  # of any number of copies, five show what they are; listing all in each would be quadratic


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Specs with the same value in a field: the ``first`` of them, and the number of ``more`` that are not listed."""

    first: tuple[Entry[Spec], ...]
    more: int = 0

    @property
    def text(self) -> str:
        """The paths of the files as part of a sentence; empty if there are none."""
        paths = [str(each.source.path) for each in self.first]
        return join_items([*paths, plural(self.more, "more file")] if self.more else paths)


def index_owners(catalog: Catalog) -> Owners:
    """Return the specs of *catalog* by their names, uids and titles. A retired spec is not listed by its title."""
    owners: dict[tuple[UniqueField, str], list[Entry[Spec]]] = defaultdict(list)
    for entry in catalog.entries:
        for field_and_value in _unique_values(entry):
            owners[field_and_value].append(entry)
    return owners


def find_duplicates(owners: Owners, entry: Entry[Spec], field: UniqueField, value: str) -> Duplicates:
    """Return the other specs whose *field* also has the *value* of *entry*, ignoring capitals and spaces."""
    found = owners.get((field, _normalize(value)), [])
    others = [other for other in found[: _MOST_LISTED + 1] if other is not entry]
    return Duplicates(tuple(others[:_MOST_LISTED]), max(0, len(found) - 1 - _MOST_LISTED))


def _unique_values(entry: Entry[Spec]) -> set[tuple[UniqueField, str]]:
    node = entry.node
    if node is None:
        return {("name", entry.slug)}
    names: set[tuple[UniqueField, str]] = {("name", name) for name in (entry.slug, *node.aliases)}
    uid: set[tuple[UniqueField, str]] = {("uid", node.uid)} if node.uid else set()
    title: set[tuple[UniqueField, str]] = {("title", _normalize(node.title))} if node.status != "retired" else set()
    return names | uid | title


def _normalize(value: str) -> str:
    return " ".join(value.casefold().split())
