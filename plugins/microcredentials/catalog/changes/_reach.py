"""Which specs use an entry of a program file."""

from collections.abc import Callable, Iterator
from typing import Any

from pydantic import BaseModel

from ...model.spec import MicroCredential, Spec
from ..catalog import Entry
from .words import vocabulary

Uses = Callable[[Entry[Spec]], bool]


def uses(list_: str, id: str) -> Uses:
    """Return whether a spec has the value *id* of the vocabulary *list_* somewhere."""
    return lambda entry: (list_, id) in set(_terms(entry.spec))


def serves(framework: str, code: str | None = None) -> Uses:
    """Return whether a spec is aligned to *framework*, or to its standard *code*."""

    def serves(entry: Entry[Spec]) -> bool:
        aligned = entry.node.alignment if isinstance(entry.node, MicroCredential) else ()
        return any(each.framework == framework and code in (None, each.code) for each in aligned)

    return serves


def cites(reference: str) -> Uses:
    """Return whether a spec cites the work *reference*."""

    def cites(entry: Entry[Spec]) -> bool:
        research = entry.node.research if isinstance(entry.node, MicroCredential) else ()
        return any(each.reference == reference for each in research)

    return cites


def _terms(value: Any, list_: str = "") -> Iterator[tuple[str, str]]:
    """Yield every value that comes from a vocabulary, with the name of the list."""
    if isinstance(value, BaseModel):
        for field, inner in value:
            yield from _terms(inner, vocabulary(type(value), field))
    elif isinstance(value, tuple):
        for item in value:
            yield from _terms(item, list_)
    elif isinstance(value, str) and list_:
        yield list_, value
