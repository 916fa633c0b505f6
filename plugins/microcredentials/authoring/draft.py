"""A draft made of somebody else's data, and the safe way to get at that data: nobody here wrote it."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from ..model.fields import LANGUAGE, MARKUP, SLUG, UUID4, VERSION
from ..model.program import Program
from ..model.sections import BODY_HEADINGS

MOST_BYTES = 20_000_000  # a state's whole catalog is a few megabytes
_LONGEST = 4_000  # letters of one text; the longest fields of a spec are far below
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_TODO = "TODO"


class UnreadableError(Exception):
    """The file cannot be read at all; the message says why and what to do."""


@dataclass(frozen=True)
class Draft:
    """A spec to be: its front matter, and what became of what its source said.

    ``mapped`` are fields taken over, ``guessed`` those that a person must look at (each with the reason), ``left_out``
    parts of the source that have no place in a spec.
    """

    folder: str
    fields: dict[str, Any]
    mapped: tuple[str, ...]
    guessed: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    slug: str = ""
    """Its name in addresses, where its source has one like ours."""


@dataclass
class Facts:
    """Collects a draft field by field; what is empty is not taken."""

    program: Program
    fields: dict[str, Any] = field(default_factory=dict)
    guessed: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    slug: str = ""

    def take(self, name: str, value: object, guess: str = "") -> None:
        """Set the field *name*; *guess* says why a person must look at it."""
        if value not in (None, "", [], {}):
            self.fields[name] = value
            if guess:
                self.guessed.append(f"{name}: {guess}")

    def uid(self, value: object) -> None:
        """Take *value* as the uid if it is one (a UUID of version 4)."""
        text = str(value).lower().removeprefix("ce-")
        self.take("uid", text if re.fullmatch(UUID4, text) else None)

    def address(self, value: object) -> None:
        """Take the name from *value* if it is an address as a catalog like this one gives it."""
        self.slug = slug_at(str(value))

    def version(self, value: object) -> None:
        """Take *value* as the version if it is one."""
        self.take("version", str(value) if re.fullmatch(VERSION, str(value)) else None)

    def language(self, value: object) -> None:
        """Take *value* as the language if it is a code, in whatever letters."""
        first, *rest = text_of(value).split("-")
        code = "-".join([first.lower(), *(each.upper() if len(each) == 2 else each.title() for each in rest)])
        self.take("language", code if re.fullmatch(LANGUAGE, code) else None)

    def ids(self, name: str, vocabulary: str, labels: list[str]) -> None:
        """Take the ids of a vocabulary that *labels* name, by their id or by what people read."""
        known = {word.casefold(): term.id for term in self.program.terms(vocabulary) for word in (term.id, term.label)}
        self.take(name, list(dict.fromkeys(known[each.casefold()] for each in labels if each.casefold() in known)))
        self.left_out += [
            f"{name}: “{each}” is not in the vocabulary" for each in labels if each.casefold() not in known
        ]

    def done(self, kind: str) -> Draft:
        """Return the draft of what was taken."""
        mapped = tuple(name for name in self.fields if not any(g.startswith(f"{name}:") for g in self.guessed))
        return Draft(kind, self.fields, mapped, tuple(self.guessed), tuple(self.left_out), self.slug)


def slug_at(address: str) -> str:
    """Return the name of the credential or stack whose page, or a file beside it, has the *address*; or nothing."""
    found = re.fullmatch(rf"https?://[^?#]*/(?:credentials|stacks)/({SLUG})/[\w.]*", address)
    return found[1] if found else ""


def parsed(data: bytes) -> Any:
    """Return *data* as JSON.

    Raises:
        UnreadableError: it is none, is too large or nested too deeply.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableError(
            f"The file has more than {MOST_BYTES // 1_000_000} MB. Split it, and import one part at a time."
        )
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"The file is no JSON: {error}. Export it again, or ask whoever sent it.") from error


def text_of(value: object) -> str:
    """Return *value* as one plain line: no markup, no control characters, and of a sane length."""
    text = value if isinstance(value, str) else ""
    text = re.sub(r"\\([\\`*_\[\]<>#|&])", r"\1", _CONTROL.sub("", text[: 4 * _LONGEST]))
    return " ".join(MARKUP.sub(_words_of_link, text).split())[:_LONGEST].strip()


def _words_of_link(found: re.Match[str]) -> str:
    link = re.fullmatch(r"!?\[([^\[\]]*)\]\(.*", found[0])
    return link[1] if link else " "


def rows(value: object) -> list[dict[str, Any]]:
    """Return the objects of a list, whatever else stands in it."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def texts(value: object) -> list[str]:
    """Return the plain texts of a list, or of one text."""
    items = value if isinstance(value, list) else [value]
    return [text for text in map(text_of, items) if text]


def written(draft: Draft, created: str, uid: str) -> str:
    """Return *draft* as the file of a spec, with TODO where the source says nothing."""
    first = {"uid": uid, "title": _TODO, "summary": _TODO, "status": "draft", "version": "0.1.0"}
    asked = (
        {"competency": _TODO, "key_method": _TODO}
        if draft.folder == "credentials"
        else {"outcome": _TODO, "rationale": _TODO}
    )
    data = {**first, "dates": {"created": created}, **asked, **draft.fields}
    text = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=110)
    body = "\n\n".join(f"## {heading}\n\n{_TODO}" for heading in BODY_HEADINGS[draft.folder])
    return f"---\n{text}---\n\n{body}\n"
