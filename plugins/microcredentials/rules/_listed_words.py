"""Find the phrases of a word list in certain fields of a spec, and recognize texts that are made of them."""

import re
from collections.abc import Iterator

from ..checking.prose import Piece
from ..checking.rule import Context
from ..reading.phrases import PhraseMatch, Phrases
from ._negation import is_negated, is_quoted

BODY = "body"
"""Stands for the text below the fields, in a list of fields."""

_WORD = re.compile(r"[\w'’]+")


def find_listed(name: str, fields: tuple[str, ...], context: Context) -> Iterator[tuple[Piece, PhraseMatch]]:
    """Yield the phrases of the list *name* in *fields* of the spec.

    Fields are written without the numbers of list items, as in ``evidence.artifacts.name``; the name of a block stands
    for all fields in it. Quoted words are not the writer's own, and negated words do not claim anything.
    """
    for piece, found in context.prose.find(context.words(name)):
        text, (start, end) = piece.text, found.span
        if _is_in(piece, fields) and not is_quoted(text, start) and not is_negated(text, start, end):
            yield piece, found


def _is_in(piece: Piece, fields: tuple[str, ...]) -> bool:
    if piece.kind != "field":
        return BODY in fields
    path = ".".join(step for step in piece.at if isinstance(step, str))
    return any(path == field or path.startswith(f"{field}.") for field in fields)


def find_empty(text: str, listed: Phrases, spare: int = 2) -> PhraseMatch | None:
    """Return the first phrase of *listed* in *text* if its phrases are half of the text, apart from *spare* words."""
    found = tuple(listed.find(text))
    words = sum(len(_WORD.findall(each.words)) for each in found)
    return found[0] if found and len(_WORD.findall(text)) <= 2 * words + spare else None
