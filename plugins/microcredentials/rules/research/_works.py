"""Find the works that a micro-credential cites, and their entries in the bibliography."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...catalog.catalog import Catalog
from ...checking.rule import Context
from ...model.bibliography import ReferenceEntry
from ...model.spec import MicroCredential
from ...reading.problem import Pointer, Related


@dataclass(frozen=True, slots=True)
class CitedWork:
    """A work in the bibliography; ``at`` is the field that first cites it."""

    at: Pointer
    work: ReferenceEntry


def find_cited_works(credential: MicroCredential, context: Context) -> tuple[CitedWork, ...]:
    """Return the works in the bibliography that *credential* cites, each once."""
    known, found = context.program.references or {}, dict[str, CitedWork]()
    for i, research in enumerate(credential.research):
        if research.reference in known:
            found.setdefault(research.reference, CitedWork(("research", i, "reference"), known[research.reference]))
    return tuple(found.values())


def are_all_works_known(credential: MicroCredential, context: Context) -> bool:
    """Return whether the bibliography contains every cited work; RR-01 reports one that it does not contain."""
    return all(research.reference in (context.program.references or {}) for research in credential.research)


def locate_entry(id: str, catalog: Catalog) -> tuple[Related, ...]:
    """Return the place of the work *id* in the bibliography, or an empty tuple."""
    for entry in catalog.other_entries:
        if entry.source.path.parts[:2] == ("program", "references") and entry.source.yaml:
            for at, item in _items(entry.source.yaml.data):
                if isinstance(item, dict) and item.get("id") == id:
                    return (Related("the work in the bibliography", at, path=entry.source.path.as_posix()),)
    return ()


def _items(data: Any) -> Iterator[tuple[Pointer, Any]]:
    at: Pointer = ("references",) if isinstance(data, dict) else ()
    items = data.get("references") if isinstance(data, dict) else data
    yield from (((*at, i), item) for i, item in enumerate(items if isinstance(items, list) else ()))
