"""Tests of whether a change in a program file affects a spec."""

from collections.abc import Callable, Iterator
from typing import Any

from pydantic import BaseModel

from ...model.program import FrameworkItem
from ...model.quality import ProgramWaiver
from ...model.spec import MicroCredential, Spec
from ...model.vocabulary import VocabularyTerm
from ...reading.problem import Pointer
from ..entry import Entry
from .formatting import field_vocabulary

IsAffected = Callable[[Entry[Spec]], bool]
"""Returns whether a change affects a spec that can be read."""


def every_spec(_: Entry[Spec]) -> bool:
    """Return True: the change affects every spec."""
    return True


def is_credential(entry: Entry[Spec]) -> bool:
    """Return whether a spec is a micro-credential."""
    return isinstance(entry.node, MicroCredential)


def inherits(at: Pointer) -> IsAffected:
    """Return a test of whether a spec inherits the value at *at* from ``program.yml``."""
    return lambda entry: at[0] in type(entry.spec).model_fields and not entry.source.has(at)


def uses_term(vocabulary: str, term: VocabularyTerm) -> IsAffected:
    """Return a test of whether a spec uses *term* of the list *vocabulary*."""
    return lambda entry: (vocabulary, term.id) in set(_terms(entry.spec))


def aligns_to(framework: str, item: FrameworkItem | None = None) -> IsAffected:
    """Return a test of whether a spec is aligned to *framework*, or to one *item* of it."""
    code = item.code if item else None
    return lambda entry: (
        isinstance(entry.node, MicroCredential)
        and any(each.framework == framework and code in (None, each.code) for each in entry.node.alignment)
    )


def cites(reference: str) -> IsAffected:
    """Return a test of whether a spec cites the work *reference*."""
    return lambda entry: (
        isinstance(entry.node, MicroCredential) and any(each.reference == reference for each in entry.node.research)
    )


def is_waived_by(waiver: ProgramWaiver) -> IsAffected:
    """Return a test of whether *waiver* applies to a spec."""
    return lambda entry: not waiver.specs or entry.slug in waiver.specs


def _terms(value: Any, list_: str = "") -> Iterator[tuple[str, str]]:
    """Yield every value that comes from a vocabulary, after the name of its list."""
    if isinstance(value, BaseModel):
        for field, inner in value:
            yield from _terms(inner, field_vocabulary(type(value), field))
    elif isinstance(value, tuple):
        for item in value:
            yield from _terms(item, list_)
    elif isinstance(value, str) and list_:
        yield list_, value
