"""What people read, piece by piece: fields of plain text, and the paragraphs, headings and cells of a body.

Each piece knows its place, so that a rule can point at the very words.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..catalog.catalog import Entry
from ..checking.rule import Context
from ..reading.markdown.prose import ProseLink, find_links
from ..reading.phrases import JoinedTexts, PhraseMatch, Phrases
from ..reading.problem import Pointer, Problem
from ..reading.source import Source
from ..reading.text import Span
from ..reading.todo import drop_unwritten

_CODE = r"(?P<code>(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)|<https?://[^\s>]*>)"
_TITLE = r"(?:\s+(?:\"[^\"]*\"|'[^']*'))?"
_ADDRESS = rf"\]\(\s*[^()\s]*(?:\([^()\s]*\)[^()\s]*)*{_TITLE}\s*\)"
_MARKS = re.compile(
    rf"(?s){_CODE}|(?P<gap>\[(?:…|\.\.\.)\](?!\())|!?\[|{_ADDRESS}|\](?:\[[^\[\]]*\])?|\*+|(?<!\w)_+|_+(?!\w)"
)
_NO_MARKS = re.compile(r"[^`<\[\]*_]*")
_NO_PROSE = frozenset(("organization", "office", "url", "contact", "code", "standard", "reference", "tags"))
_OTHERS = {"resources", "authority", "release_form", "authors", "reviews", "by", "approved_by"}
_NAMING = {"title", "name"}


Range = tuple[int, int]
"""The characters ``[start, end)`` of a text."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A link or picture of a body, and where its words and its address stand in the piece around it."""

    link: ProseLink
    words: Range
    address: Range


class Piece(NamedTuple):
    """A text at the field ``at``, or in a body; there ``start`` is its offset in the file.

    ``kind`` is ``field``, or in a body the element: ``p``, ``h1`` to ``h6``, ``th``, ``td``. In a body the marks of
    Markdown are blanks, and code is a row of y, so that ``text`` is as long as what is written.
    """

    kind: str
    text: str
    at: Pointer = ()
    start: int = 0
    links: tuple[Linked, ...] = ()

    def problem(self, place: Range, message: str, advice: str, **facts: Any) -> Problem:
        """Return a problem with *place* in the text; *facts* are further fields of ``Problem``."""
        if self.kind == "field":
            return Problem(self.at, message, advice, words=place, **facts)
        return Problem((), message, advice, span=Span(self.start + place[0], self.start + place[1]), **facts)


class Passages:
    """What one file states itself: its prose fields, counted as the spec counts them, then its body."""

    def __init__(self, entry: Entry[Any]) -> None:
        self.body = body(entry.source)
        self.pieces = (*fields(drop_unwritten(entry.source.data, entry.unwritten)), *self.body)
        self.joined = JoinedTexts(piece.text for piece in self.pieces)

    def find(self, listed: Phrases) -> Iterator[tuple[Piece, PhraseMatch]]:
        """Yield the phrases of a list, each with the piece that it stands in."""
        return ((self.pieces[number], found) for number, found in self.joined.find(listed))


def passages(context: Context) -> Passages:
    """Return what the file states itself."""
    return context.here(Passages)


def pieces(context: Context) -> tuple[Piece, ...]:
    """Return what the file states itself, piece by piece."""
    return passages(context).pieces


def fields(data: Any) -> Iterator[Piece]:
    """Yield the texts in *data* that readers read as prose: more than one word, and no name of others."""
    return (Piece("field", text, way) for way, text in _all(data, (), _NO_PROSE, []) if _is_prose(way, text))


def texts(data: Any) -> Iterator[Piece]:
    """Yield every text in *data*."""
    return (Piece("field", text, way) for way, text in _all(data, (), frozenset(), []))


def _all(
    data: Any, way: Pointer, without: frozenset[str], found: list[tuple[Pointer, str]]
) -> list[tuple[Pointer, str]]:
    """Return *found* with the texts in *data*, each with its place, except what stands under a name of *without*."""
    for step, value in data.items() if isinstance(data, dict) else enumerate(data):
        if step in without:
            continue
        if isinstance(value, str):
            found.append(((*way, step), value))
        elif isinstance(value, (dict, list)):
            _all(value, (*way, step), without, found)
    return found


def _is_prose(way: Pointer, text: str) -> bool:
    several = (" " in text or "\n" in text) and len(text.split(None, 1)) > 1
    return several and not (way[-1] in _NAMING and _OTHERS.intersection(way))


def body(source: Source) -> tuple[Piece, ...]:
    """Return the pieces of a body in its order; code blocks are no prose."""
    text, offset = source.body, source.body_start
    found, end = list[Piece](), 0
    for block in source.prose.blocks:
        if block.kind == "inline" and block.line >= 0:
            start, end = _written(text, block.text, max(end, source.body_offset(block.line) - offset))
            has_links = "[" in block.text or "<" in block.text
            inside = tuple(_placed(find_links(block.text, source.prose), text[start:end])) if has_links else ()
            found.append(Piece(block.tag, _plain(text[start:end]), (), offset + start, inside))
    return tuple(found)


def _written(text: str, inner: str, cursor: int) -> tuple[int, int]:
    """Return where *inner*, which has lost indents and quotation marks, stands in *text* after *cursor*."""
    begin = end = -1
    for line in (each.strip() for each in inner.split("\n")):
        at = text.find(line, max(cursor, end))
        if at >= 0:
            begin, end = at if begin < 0 else begin, at + len(line)
    return (begin, end) if begin >= 0 else (cursor, cursor)


def _placed(found: Iterable[ProseLink], written: str) -> Iterator[Linked]:
    """Yield each link with its place; one whose address stands elsewhere (``[words][name]``) has that of the whole."""
    cursor = 0
    for link in found:
        at = written.find(link.address, cursor) if link.address else -1
        closed = written.rfind("](", cursor, at)
        if at < 0:
            yield Linked(link, (0, len(written)), (0, len(written)))
            continue
        address = (at, at + len(link.address))
        opened = max(cursor, written.rfind("[", cursor, closed) + 1)
        yield Linked(link, (opened, closed) if closed > opened else address, address)
        cursor = address[1]


def _plain(written: str) -> str:
    """Return *written* without the marks of Markdown, sign for sign; what is left out, […], stays."""
    return (
        written
        if _NO_MARKS.fullmatch(written)
        else _MARKS.sub(lambda mark: mark["gap"] or ("y" if mark["code"] else " ") * len(mark[0]), written)
    )
