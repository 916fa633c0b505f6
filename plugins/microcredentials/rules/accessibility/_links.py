"""Check the text of links, and find the links in the fields of a spec: their addresses and their titles."""

import re
from collections.abc import Iterator
from typing import Any

from ...catalog.entry import Entry
from ...model.fields import Model
from ...model.spec import Spec
from ...reading.problem import Pointer

_ADDRESS_FIELDS = ("url", "contact")
_TITLE_FIELDS = ("title", "label")
_LINK_FIELDS = frozenset(_ADDRESS_FIELDS + _TITLE_FIELDS)
_BLOCKS = ("submission", "resources", "currency", "portability", "privacy", "supports", "assessment")
"""The fields of a spec that contain addresses; to search the long ones would only take time."""
_EMPTY_PHRASES = {
    "click", "click here", "click this", "click this link", "here", "right here", "this", "this link", "this page",
    "this site", "this website", "link", "the link", "page", "website", "more", "read more", "learn more", "see more",
    "more info", "more information", "find out more", "see here", "go here", "download", "details", "source",
}  # fmt: skip
_BARE_ADDRESS = re.compile(r"(?i)(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:org|com|edu|gov|net|us)(?:/\S*)?")


def find_text_problem(text: str) -> str:
    """Return the problem of the *text* of a link, or an empty text if it says where the link leads."""
    words = " ".join(text.split())
    if not words:
        return "This link has no text."
    if _BARE_ADDRESS.fullmatch(words):
        return f"The text of this link is an address: “{words[:40]}”."
    plain = re.sub(r"[^\w\s]", "", words).casefold().strip()
    return f"“{words}” does not say where the link leads." if plain in _EMPTY_PHRASES else ""


def find_addresses(entry: Entry[Any]) -> list[tuple[Pointer, str]]:
    """Return the addresses in the fields of a spec, including inherited ones, each with its field."""
    return [(at, text) for at, text in _find_link_fields(entry) if at[-1] in _ADDRESS_FIELDS]


def find_link_titles(entry: Entry[Any]) -> list[tuple[Pointer, str]]:
    """Return the titles of the links in the fields of a spec, each with its field."""
    found = _find_link_fields(entry)
    linked = {at[:-1] for at, _ in found if at[-1] in _ADDRESS_FIELDS}
    return [(at, text) for at, text in found if at[-1] in _TITLE_FIELDS and at[:-1] in linked]


def _find_link_fields(entry: Entry[Any]) -> list[tuple[Pointer, str]]:
    names = _BLOCKS if isinstance(entry.node, Spec) else ()
    return [found for name in names for found in _walk(getattr(entry.node, name, None), (name,))]


def _walk(value: Any, at: Pointer) -> Iterator[tuple[Pointer, str]]:
    for step, inner in enumerate(value) if isinstance(value, tuple) else vars(value).items() if value else ():
        if isinstance(inner, (Model, tuple)):
            yield from _walk(inner, (*at, step))
        elif step in _LINK_FIELDS and isinstance(inner, str):
            yield (*at, step), inner
