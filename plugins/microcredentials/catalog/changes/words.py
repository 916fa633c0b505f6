"""Values as people read them, and two long texts cut down to where they differ."""

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
"""Fields whose vocabulary a quality standard checks, not their type."""

_NAMES: dict[type[BaseModel], tuple[str, ...]] = {
    Component: ("title",), Artifact: ("name",), Criterion: ("name",), Prompt: ("prompt",), Reflection: ("prompt",),
    Research: ("reference",), Resource: ("title",), Alignment: ("framework", "code"), Waiver: ("rule",),
    ProgramWaiver: ("rule",), VocabularyTerm: ("label",), FrameworkItem: ("code",),
}  # fmt: skip
"""The fields by which people call an item of a list."""

SHORT = 60
"""How many characters a value may have to stand inside a sentence."""


@cache
def vocabulary(owner: type[BaseModel] | None, field: str | int) -> str:
    """Return the name of the list that the values of *field* come from; an empty text where there is none."""
    if owner is None or field not in owner.model_fields:
        return ""
    info = owner.model_fields[str(field)]
    terms = filter(None, map(_term, (*info.metadata, info.annotation)))
    return next((term.vocabulary for term in terms), _OWN_LISTS.get(str(field), ""))


def _term(annotation: Any) -> Term | None:
    """Return the mark that a type carries, however deep it stands in it."""
    if isinstance(annotation, Term):
        return annotation
    inside = (*getattr(annotation, "__metadata__", ()), *get_args(annotation))
    return next(filter(None, map(_term, inside)), None)


def said(value: Any, program: Program, list_: str = "") -> str:
    """Return *value* as people read it; the ids of the vocabulary *list_* become labels."""
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
        return "; ".join(said(item, program, list_) for item in value)
    if isinstance(value, dict | BaseModel):
        return _block(_written(value), program, type(value) if isinstance(value, BaseModel) else None)
    return " ".join((program.label(list_, value) if list_ else str(value)).split())


def _written(value: dict[str, Any] | BaseModel) -> dict[str, Any]:
    """Return the fields that somebody wrote, without those that only hold what the program assumes."""
    return {k: v for k, v in dict(value).items() if isinstance(value, dict) or k in value.model_fields_set}


def _block(fields: dict[str, Any], program: Program, owner: type[BaseModel] | None) -> str:
    parts = ((name, said(value, program, vocabulary(owner, name))) for name, value in fields.items())
    return ", ".join(f"{field_label((str(name),))}: {text}" for name, text in parts if text)


def named(item: Any, program: Program) -> str:
    """Return what people call an item of a list."""
    if isinstance(item, Currency):
        what = program.label("currency_types", item.type)
        return f"{what} of {item.amount:,.10g} {program.label('currency_units', item.unit)}" if item.amount else what
    if isinstance(item, Portability):
        return program.label("jurisdictions", item.jurisdiction)
    names = (str(getattr(item, name)) for name in _NAMES.get(type(item), ()))
    return clipped(" ".join(names) or said(item, program))


def clipped(text: str, most: int = SHORT) -> str:
    """Return *text* on one line, cut at a word where it is longer than *most* characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rsplit(' ', 1)[0]}…"


def where_they_differ(before: str, after: str, most: int = 200) -> tuple[str, str]:
    """Return both texts, each cut to at most about *most* characters around the first words that differ."""
    old, new = before.split(), after.split()
    same = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    return _from(old, same, most), _from(new, same, most)


def _from(words: list[str], first: int, most: int) -> str:
    """Return the text with the word *first* in it: a few words before it, and as many after it as fit."""
    whole = " ".join(words)
    if len(whole) <= most:
        return whole
    start = max(0, first - 6)
    return f"{'… ' if start else ''}{clipped(' '.join(words[start:]), most)}"
