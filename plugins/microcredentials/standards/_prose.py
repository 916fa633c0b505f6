"""What people read, piece by piece: fields of plain text, and the paragraphs, headings and cells of a body.

Each piece knows its place, so that a rule can point at the very words.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markdown_it.token import Token

from ..check import Context
from ..gaps import without
from ..markdown import Link, links, read
from ..problem import Pointer, Problem
from ..source import Source
from ..text import Span

_CODE = r"(?P<code>(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)|<https?://[^\s>]*>)"
_TITLE = r"(?:\s+(?:\"[^\"]*\"|'[^']*'))?"
_ADDRESS = rf"\]\(\s*[^()\s]*(?:\([^()\s]*\)[^()\s]*)*{_TITLE}\s*\)"
_MARKS = re.compile(
    rf"(?s){_CODE}|(?P<gap>\[(?:…|\.\.\.)\](?!\())|!?\[|{_ADDRESS}|\](?:\[[^\[\]]*\])?|\*+|(?<!\w)_+|_+(?!\w)"
)
_MAY_LINK = re.compile(r"[\[<]")
_NO_PROSE = {"organization", "office", "url", "contact", "code", "standard", "reference", "tags"}
_OTHERS = {"resources", "authority", "release_form", "authors", "reviews", "by", "approved_by"}
_NAMING = {"title", "name"}


Range = tuple[int, int]
"""The characters ``[start, end)`` of a text."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A link or picture of a body, and where its words and its address stand in the piece around it."""

    link: Link
    words: Range
    address: Range


@dataclass(frozen=True, slots=True)
class Piece:
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


def pieces(context: Context) -> tuple[Piece, ...]:
    """Return what the file states itself: its prose fields, counted as the spec counts them, then its body."""
    last = context.memory.get("pieces")  # several rules read the same spec in turn
    if not isinstance(last, _Pieces) or last.entry is not context.entry:
        source = context.entry.source
        found = (*fields(without(source.data, context.entry.gaps)), *body(source))
        last = context.memory["pieces"] = _Pieces(context.entry, found)
    return last.found


@dataclass(frozen=True, slots=True)
class _Pieces:
    entry: object
    found: tuple[Piece, ...]


def fields(data: Any) -> Iterator[Piece]:
    """Yield the texts in *data* that readers read as prose: more than one word, and no name of others."""
    return (text for text in texts(data) if len(text.text.split()) > 1 and _is_prose(text.at))


def texts(data: Any, way: Pointer = ()) -> Iterator[Piece]:
    """Yield every text in *data*."""
    if isinstance(data, str):
        yield Piece("field", data, way)
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        yield from texts(value, (*way, step))


def _is_prose(way: Pointer) -> bool:
    return _NO_PROSE.isdisjoint(way) and not (way[-1] in _NAMING and _OTHERS.intersection(way))


def body(source: Source) -> tuple[Piece, ...]:
    """Return the pieces of a body in its order; code blocks are no prose."""
    return _body(source.body, source.body_start)


@lru_cache(maxsize=4)  # every rule reads the same body in turn
def _body(text: str, offset: int) -> tuple[Piece, ...]:
    prose, found, end = read(text), list[Piece](), 0
    starts = [0, *(m.end() for m in re.finditer(r"\r\n|\n|\r", text))]
    for opening, token in zip(prose.tokens, prose.tokens[1:], strict=False):
        if token.type == "inline" and token.map:
            start, end = _written(text, token, max(end, starts[token.map[0]]))
            inside = (
                tuple(_placed(links(token.content, prose), text[start:end])) if _MAY_LINK.search(token.content) else ()
            )
            found.append(Piece(opening.tag, _plain(text[start:end]), (), offset + start, inside))
    return tuple(found)


def _written(text: str, token: Token, cursor: int) -> tuple[int, int]:
    """Return where the inner text of *token*, which has lost indents and quotation marks, stands after *cursor*."""
    begin = end = -1
    for line in (each.strip() for each in token.content.split("\n")):
        at = text.find(line, max(cursor, end))
        if at >= 0:
            begin, end = at if begin < 0 else begin, at + len(line)
    return (begin, end) if begin >= 0 else (cursor, cursor)


def _placed(found: Iterable[Link], written: str) -> Iterator[Linked]:
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
    return _MARKS.sub(lambda mark: mark["gap"] or ("y" if mark["code"] else " ") * len(mark[0]), written)
