"""The words of links, and the links that a spec states in its fields: each address with the words that stand for it."""

import re
from typing import Any

from ...catalog.catalog import Entry
from ...checking.rule import Context
from ...model.fields import Model
from ...model.spec import Spec
from ...reading.problem import Pointer

_ADDRESSES = ("url", "contact")
_NAMES = ("title", "label")
_TOLD = frozenset(_ADDRESSES + _NAMES)
_LINKED = ("submission", "resources", "currency", "portability", "privacy", "supports", "assessment")
"""The fields of a spec that hold addresses; the long ones hold none."""
_SAYING_NOTHING = {
    "click", "click here", "click this", "click this link", "here", "right here", "this", "this link", "this page",
    "this site", "this website", "link", "the link", "page", "website", "more", "read more", "learn more", "see more",
    "more info", "more information", "find out more", "see here", "go here", "download", "details", "source",
}  # fmt: skip
_BARE = re.compile(r"(?i)(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:org|com|edu|gov|net|us)(?:/\S*)?")


def fault_of_words(words: str) -> str:
    """Return what is wrong with the *words* of a link; an empty text if they say where it leads."""
    said = " ".join(words.split())
    if not said:
        return "This link has no text."
    if _BARE.fullmatch(said):
        return f"The text of this link is an address: “{said[:40]}”."
    plain = re.sub(r"[^\w\s]", "", said).casefold().strip()
    return f"“{said}” does not say where the link leads." if plain in _SAYING_NOTHING else ""


def addresses(context: Context) -> list[tuple[Pointer, str]]:
    """Return every address in the fields of a spec, inherited ones too."""
    return [(at, text) for at, text in _linked(context.entry) if at[-1] in _ADDRESSES]


def titles(context: Context) -> list[tuple[Pointer, str]]:
    """Return the words that stand for an address in the fields of a spec."""
    found = _linked(context.entry)
    blocks = {at[:-1] for at, _ in found if at[-1] in _ADDRESSES}
    return [(at, text) for at, text in found if at[-1] in _NAMES and at[:-1] in blocks]


def _linked(entry: Entry[Any]) -> list[tuple[Pointer, str]]:
    found: list[tuple[Pointer, str]] = []
    for name in _LINKED if isinstance(entry.node, Spec) else ():
        _gather(getattr(entry.node, name, None), (name,), found)
    return found


def _gather(value: Any, way: Pointer, found: list[tuple[Pointer, str]]) -> None:
    """Add to *found* the addresses below *value* and what may stand for them."""
    for step, inner in enumerate(value) if isinstance(value, tuple) else value or ():
        if isinstance(inner, (Model, tuple)):
            _gather(inner, (*way, step), found)
        elif step in _TOLD and isinstance(inner, str):
            found.append(((*way, step), inner))
