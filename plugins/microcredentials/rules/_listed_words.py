"""Find the phrases of a word list in texts of a spec, and recognize texts that are made of such phrases."""

import re
from collections.abc import Iterable, Iterator

from ..checking.prose import Piece
from ..checking.rule import Context
from ..reading.phrases import JoinedTexts, PhraseMatch, Phrases
from ..reading.problem import Pointer
from ._negation import is_negated, is_quoted
from ._scored_texts import FieldText

_LONGEST = 18
"""The number of words from which on a text is not made of empty phrases alone."""
_WORD = re.compile(r"[\w'’]+")


def find_listed(texts: Iterable[FieldText], listed: Phrases) -> Iterator[tuple[Pointer, str, PhraseMatch]]:
    """Yield the phrases of *listed* in *texts*, each with its field and its text.

    Quoted words are not the writer's own, and negated words do not claim anything, so both are left out.
    """
    fields = tuple(texts)
    for number, found in JoinedTexts(text for _, text in fields).find(listed):
        at, text = fields[number]
        if _is_claimed(text, found):
            yield at, text, found


def find_listed_in_body(name: str, context: Context) -> Iterator[tuple[Piece, PhraseMatch]]:
    """Yield the phrases of the list *name* below the fields of the spec, in the same way."""
    for number, found in context.prose.joined_body.find(context.words(name)):
        piece = context.prose.body[number]
        if _is_claimed(piece.text, found):
            yield piece, found


def _is_claimed(text: str, found: PhraseMatch) -> bool:
    return not is_quoted(text, found.span[0]) and not is_negated(text, *found.span)


def find_empty(texts: Iterable[FieldText], listed: Phrases, spare: int) -> Iterator[tuple[Pointer, PhraseMatch]]:
    """Yield the first phrase of *listed* in each text whose phrases are half of it, apart from *spare* words."""
    fields = tuple(field for field in texts if field[1].count(" ") < _LONGEST)
    found: dict[int, list[PhraseMatch]] = {}
    for number, match in JoinedTexts(text for _, text in fields).find(listed):
        found.setdefault(number, []).append(match)
    for number, matches in found.items():
        words = sum(len(_WORD.findall(each.words)) for each in matches)
        if len(_WORD.findall(fields[number][1])) <= 2 * words + spare:
            yield fields[number][0], matches[0]
