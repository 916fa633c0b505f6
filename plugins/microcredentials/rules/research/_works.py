"""The works that a credential cites, and where the bibliography lists them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...catalog.catalog import Catalog
from ...checking.rule import Context
from ...model.bibliography import ReferenceEntry
from ...model.spec import MicroCredential
from ...reading.problem import Pointer, Related


@dataclass(frozen=True, slots=True)
class Cited:
    """A work of the bibliography; ``at`` is where the credential first names it."""

    at: Pointer
    work: ReferenceEntry


def cited(credential: MicroCredential, context: Context) -> tuple[Cited, ...]:
    """Return the works that *credential* cites and the bibliography holds, each once."""
    known, found = context.program.references or {}, dict[str, Cited]()
    for i, research in enumerate(credential.research):
        if research.reference in known:
            found.setdefault(research.reference, Cited(("research", i, "reference"), known[research.reference]))
    return tuple(found.values())


def all_known(credential: MicroCredential, context: Context) -> bool:
    """Say whether the bibliography holds every work that is cited; RR-01 speaks of one it does not hold."""
    return all(research.reference in (context.program.references or {}) for research in credential.research)


def listed_at(id: str, catalog: Catalog) -> tuple[Related, ...]:
    """Return where the bibliography lists the work *id*."""
    for entry in catalog.other_entries:
        if entry.source.path.parts[:2] == ("program", "references") and entry.source.yaml:
            for at, item in _items(entry.source.yaml.data):
                if isinstance(item, dict) and item.get("id") == id:
                    return (Related("the work in the bibliography", at, path=entry.source.path.as_posix()),)
    return ()


def _items(data: Any) -> Iterator[tuple[Pointer, Any]]:
    way: Pointer = ("references",) if isinstance(data, dict) else ()
    listed = data.get("references") if isinstance(data, dict) else data
    yield from (((*way, i), item) for i, item in enumerate(listed if isinstance(listed, list) else ()))
