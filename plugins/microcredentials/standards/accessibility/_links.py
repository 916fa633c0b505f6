"""The words of links, and the links that a spec states in its fields: each address with the words that stand for it."""

import re
from typing import Any

from ...catalog import Entry
from ...check import Context
from ...model import Spec
from ...problem import Pointer
from .._prose import Piece, texts

_ADDRESSES = ("url", "contact")
_NAMES = ("title", "label")
_LINKED = {"submission", "resources", "currency", "portability", "privacy", "supports", "assessment"}
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
        return "This link has no words."
    if _BARE.fullmatch(said):
        return f"The words of this link are an address: “{said[:40]}”."
    plain = re.sub(r"[^\w\s]", "", said).casefold().strip()
    return f"“{said}” does not say where the link leads." if plain in _SAYING_NOTHING else ""


def addresses(context: Context) -> list[tuple[Pointer, str]]:
    """Return every address in the fields of a spec, inherited ones too."""
    return [(text.at, text.text) for text in context.here(_linked) if text.at[-1] in _ADDRESSES]


def titles(context: Context) -> list[tuple[Pointer, str]]:
    """Return the words that stand for an address in the fields of a spec."""
    found = context.here(_linked)
    blocks = {text.at[:-1] for text in found if text.at[-1] in _ADDRESSES}
    return [(text.at, text.text) for text in found if text.at[-1] in _NAMES and text.at[:-1] in blocks]


def _linked(entry: Entry[Any]) -> list[Piece]:
    if not isinstance(entry.node, Spec):
        return []
    return list(texts(entry.node.model_dump(mode="json", include=_LINKED, exclude_none=True)))
