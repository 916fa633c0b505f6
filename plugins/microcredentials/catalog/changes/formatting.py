"""Format values as people read them, and shorten texts."""

from datetime import date
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from ...model.evidence import Artifact, Component, Criterion, Length, Prompt, Reflection, Research, Resource
from ...model.fields import Between, Term
from ...model.policy import Link
from ...model.program import FrameworkItem, Program
from ...model.quality import ProgramWaiver
from ...model.record import Currency, Portability, Waiver
from ...model.spec import Alignment
from ...model.vocabulary import VocabularyTerm
from ...model.wording import field_label

_OWN_LISTS = {"subjects": "subjects", "grade_bands": "grade_bands", "educator_roles": "educator_roles",
              "level": "levels"}  # fmt: skip
"""Fields whose vocabulary is checked by a rule, not by their type."""

_NAMES: dict[type[BaseModel], tuple[str, ...]] = {
    Component: ("title",), Artifact: ("name",), Criterion: ("name",), Prompt: ("prompt",), Reflection: ("prompt",),
    Research: ("reference",), Resource: ("title",), Alignment: ("framework", "code"), Waiver: ("rule",),
    ProgramWaiver: ("rule",), VocabularyTerm: ("label",), FrameworkItem: ("code",),
}  # fmt: skip
"""The fields that people call an item of a list by."""

SHORT = 60
"""The most characters of a value that a sentence quotes."""


@cache
def field_vocabulary(owner: type[BaseModel] | None, field: str | int) -> str:
    """Return the name of the list that the values of *field* come from, or an empty string."""
    if owner is None or field not in owner.model_fields:
        return ""
    info = owner.model_fields[str(field)]
    terms = filter(None, map(_term, (*info.metadata, info.annotation)))
    return next((term.vocabulary for term in terms), _OWN_LISTS.get(str(field), ""))


def _term(annotation: Any) -> Term | None:
    """Return the ``Term`` that a type is annotated with, at any depth."""
    if isinstance(annotation, Term):
        return annotation
    inside = (*getattr(annotation, "__metadata__", ()), *get_args(annotation))
    return next(filter(None, map(_term, inside)), None)


def format_value(value: Any, program: Program, list_: str = "") -> str:
    """Return *value* as people read it, with labels in place of the ids of the vocabulary *list_*."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:,.10g}" if abs(value) >= 10_000 else f"{value:.10g}"  # 1998 may be a year
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Between):
        return value.words
    if isinstance(value, Length):
        unit = program.label("length_units", value.unit)
        return f"{value.amount:g} {unit.removesuffix('s') if value.amount == 1 else unit}"
    if isinstance(value, Link):
        return f"{value.title} ({value.url})"
    if isinstance(value, tuple | list):
        return "; ".join(format_value(item, program, list_) for item in value)
    if isinstance(value, dict | BaseModel):
        return _block(_written(value), program, type(value) if isinstance(value, BaseModel) else None)
    return " ".join((program.label(list_, value) if list_ else str(value)).split())


def _written(value: dict[str, Any] | BaseModel) -> dict[str, Any]:
    """Return the fields that are written in the file, without those that only have their default value."""
    return {k: v for k, v in dict(value).items() if isinstance(value, dict) or k in value.model_fields_set}


def _block(fields: dict[str, Any], program: Program, owner: type[BaseModel] | None) -> str:
    parts = ((name, format_value(value, program, field_vocabulary(owner, name))) for name, value in fields.items())
    return ", ".join(f"{field_label((str(name),))}: {text}" for name, text in parts if text)


def item_name(item: Any, program: Program) -> str:
    """Return the name of an item of a list, as people know it."""
    if isinstance(item, Currency):
        what = program.label("currency_types", item.type)
        return f"{what} of {item.amount:,.10g} {program.label('currency_units', item.unit)}" if item.amount else what
    if isinstance(item, Portability):
        return program.label("jurisdictions", item.jurisdiction)
    names = (str(getattr(item, name)) for name in _NAMES.get(type(item), ()))
    return shorten(" ".join(names) or format_value(item, program))


def change_verb(before: Any, after: Any) -> str:
    """Return “added”, “removed” or “changed”; a false value means that there is nothing."""
    return "changed" if before and after else "added" if after else "removed"


def shorten(text: str, most: int = SHORT) -> str:
    """Return *text* on one line, cut between words to at most *most* characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rsplit(' ', 1)[0]}…"


def trim_to_difference(before: str, after: str, most: int = 200) -> tuple[str, str]:
    """Return both texts, each cut to about *most* characters from the first words that differ."""
    old, new = before.split(), after.split()
    same = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    return _trim(old, same, most), _trim(new, same, most)


def _trim(words: list[str], first: int, most: int) -> str:
    """Return the text from a few words before the word *first* on, cut to *most* characters."""
    whole = " ".join(words)
    if len(whole) <= most:
        return whole
    start = max(0, first - 6)
    return f"{'… ' if start else ''}{shorten(' '.join(words[start:]), most)}"
