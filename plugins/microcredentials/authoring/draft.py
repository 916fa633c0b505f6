"""Make a draft from another system's data: each part of the data gives some fields, and the draft combines them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from ..model.fields import LANGUAGE, SLUG, UUID4, VERSION
from ..model.program import Program
from ..model.sections import BODY_HEADINGS
from ..reading.todo import TODO
from .untrusted import plain_text

ROLE_UNKNOWN = "the source does not say whether it is required or elective"


@dataclass(frozen=True)
class DraftPart:
    """The fields that one part of the data gives.

    ``guessed`` says why a person must check some of the ``fields``. ``left_out`` describes data for which a spec has no
    field.
    """

    fields: Mapping[str, Any] = field(default_factory=dict)
    guessed: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class Draft:
    """A future spec: its folder, its front matter, and notes for the person who imports it, as in ``DraftPart``.

    ``slug`` is its name in the addresses of a catalog like this one, if the data have such an address.
    """

    folder: str
    fields: Mapping[str, Any]
    guessed: Mapping[str, str]
    left_out: tuple[str, ...]
    slug: str = ""

    @property
    def mapped(self) -> tuple[str, ...]:
        """The fields that were taken over as they are, without a guess."""
        return tuple(name for name in self.fields if name not in self.guessed)


def make_draft(folder: str, parts: Iterable[DraftPart], slug: str = "") -> Draft:
    """Return the draft of all *parts*; of two values for a field, the later one counts."""
    found = tuple(parts)
    fields = {name: value for part in found for name, value in part.fields.items()}
    guessed = {name: reason for part in found for name, reason in part.guessed.items()}
    return Draft(folder, fields, guessed, tuple(each for part in found for each in part.left_out), slug)


def take(name: str, value: object, guess: str = "") -> DraftPart:
    """Take *value* as the field *name*, unless it is empty. *guess* says why a person must check it."""
    if value in (None, "", [], {}):
        return DraftPart()
    return DraftPart({name: value}, {name: guess} if guess else {})


def take_uid(value: object) -> DraftPart:
    """Take *value* as the uid if it is a UUID of version 4."""
    text = str(value).lower().removeprefix("ce-")
    return take("uid", text if re.fullmatch(UUID4, text) else None)


def take_version(value: object) -> DraftPart:
    """Take *value* as the version if it has the form of one."""
    return take("version", str(value) if re.fullmatch(VERSION, str(value)) else None)


def take_language(value: object) -> DraftPart:
    """Take *value* as the language if it is a language code, in uppercase or lowercase."""
    first, *rest = plain_text(value).split("-")
    code = "-".join([first.lower(), *(each.upper() if len(each) == 2 else each.title() for each in rest)])
    return take("language", code if re.fullmatch(LANGUAGE, code) else None)


def take_ids(name: str, labels: Iterable[str], program: Program) -> DraftPart:
    """Take the terms of the vocabulary *name* that *labels* name, by id or by label."""
    known = {word.casefold(): term.id for term in program.terms(name) for word in (term.id, term.label)}
    found = [(label, known.get(label.casefold())) for label in labels]
    unknown = tuple(f"{name}: “{label}” is not in the vocabulary" for label, id in found if id is None)
    ids = list(dict.fromkeys(id for _, id in found if id is not None))
    return DraftPart({name: ids} if ids else {}, left_out=unknown)


def slug_in_url(address: object) -> str:
    """Return the slug in *address*, if it is a page or beside a page of a catalog like this one; else “”."""
    found = re.fullmatch(rf"https?://[^?#]*/(?:credentials|stacks)/({SLUG})/[\w.]*", str(address))
    return found[1] if found else ""


def render_draft(draft: Draft, created: str, uid: str) -> str:
    """Return *draft* as the text of a spec file, with TODO where the data say nothing."""
    unwritten = ("competency", "key_method") if draft.folder == "credentials" else ("outcome", "rationale")
    data = {
        "uid": uid,
        "title": TODO,
        "summary": TODO,
        "status": "draft",
        "version": "0.1.0",
        "dates": {"created": created},
        **dict.fromkeys(unwritten, TODO),
        **draft.fields,
    }
    text = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=110)
    body = "\n\n".join(f"## {heading}\n\n{TODO}" for heading in BODY_HEADINGS[draft.folder])
    return f"---\n{text}---\n\n{body}\n"
