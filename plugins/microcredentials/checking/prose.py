"""The prose of a file, piece by piece: text fields, and the paragraphs, headings and table cells of its body.

Each piece knows its place, so that a rule can point at the exact words.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from ..catalog.entry import Entry
from ..reading.markdown.prose import Block, ProseLink, find_links
from ..reading.phrases import JoinedTexts, PhraseMatch, Phrases
from ..reading.problem import Pointer, Problem
from ..reading.source import Source
from ..reading.text import Span
from ..reading.todo import drop_unwritten

_TITLE = r"(?:\s++(?:\"[^\"]*+\"|'[^']*+'))?+"
_ADDRESS = rf"\]\(\s*+[^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+{_TITLE}\s*+\)"
_MARKS = re.compile(
    rf"(?P<ticks>`++)|(?P<link><https?://[^\s<>]*>)|(?P<gap>\[(?:…|\.\.\.)\](?!\())|!?\[|{_ADDRESS}"
    r"|\](?:\[[^\[\]]*\])?|\*++|(?<!\w)_++|(?<!_)_++(?!\w)"
)
_TICKS = re.compile("`++")
_NO_MARKS = re.compile(r"[^`<\[\]*_]*")
_NO_PROSE = frozenset(("organization", "office", "url", "contact", "code", "standard", "reference", "tags"))
_OTHERS = {"resources", "authority", "release_form", "authors", "reviews", "by", "approved_by"}
_NAMING = {"title", "name"}


Range = tuple[int, int]
"""The characters ``[start, end)`` of a text."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A link or picture in a body, with the ranges of its words and of its address in the text of the piece."""

    link: ProseLink
    words: Range
    address: Range


class Piece(NamedTuple):
    """A text: the value of the field ``at``, or a block of the body that begins at the offset ``start`` of the file.

    ``kind`` is ``field``, or the element of a block: ``p``, ``h1`` to ``h6``, ``th`` or ``td``. In a block, Markdown
    markup is replaced by spaces and code by the letter y, so that ``text`` is as long as its source.
    """

    kind: str
    text: str
    at: Pointer = ()
    start: int = 0
    links: tuple[Linked, ...] = ()

    def problem(self, place: Range, message: str, advice: str, **facts: Any) -> Problem:
        """Return a problem about the range *place* of the text; *facts* are further fields of ``Problem``."""
        if self.kind == "field":
            return Problem(self.at, message, advice, words=place, **facts)
        return Problem((), message, advice, span=Span(self.start + place[0], self.start + place[1]), **facts)


@dataclass(frozen=True)
class Prose:
    """The prose of one file: its own fields, with list items counted as in the node, then its body.

    Each view is computed when a rule first asks for it.
    """

    entry: Entry[Any]

    @cached_property
    def body(self) -> tuple[Piece, ...]:
        """The pieces of the body."""
        return split_body(self.entry.source)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces of the fields and of the body."""
        return (*find_prose_fields(drop_unwritten(self.entry.source.data, self.entry.unwritten)), *self.body)

    @cached_property
    def joined_body(self) -> JoinedTexts:
        """The pieces of the body as one text."""
        return JoinedTexts(piece.text for piece in self.body)

    @cached_property
    def joined(self) -> JoinedTexts:
        """All pieces as one text."""
        return JoinedTexts(piece.text for piece in self.pieces)

    def find(self, listed: Phrases) -> Iterator[tuple[Piece, PhraseMatch]]:
        """Yield each phrase of a word list that occurs, with its piece."""
        return ((self.pieces[number], found) for number, found in self.joined.find(listed))


def find_prose_fields(data: Any) -> Iterator[Piece]:
    """Yield the texts in *data* that are read as prose: several words, and not the name or title of a third party."""
    return (Piece("field", text, at) for at, text in _all(data, (), _NO_PROSE, []) if _is_prose(at, text))


def find_text_fields(data: Any) -> Iterator[Piece]:
    """Yield every text in *data*."""
    return (Piece("field", text, at) for at, text in _all(data, (), frozenset(), []))


def _all(
    data: Any, at: Pointer, skipped: frozenset[str], found: list[tuple[Pointer, str]]
) -> list[tuple[Pointer, str]]:
    """Add the texts in *data* with their pointers to *found*, except those in *skipped* fields; return *found*."""
    for step, value in data.items() if isinstance(data, dict) else enumerate(data):
        if step in skipped:
            continue
        if isinstance(value, str):
            found.append(((*at, step), value))
        elif isinstance(value, (dict, list)):
            _all(value, (*at, step), skipped, found)
    return found


def _is_prose(at: Pointer, text: str) -> bool:
    several = (" " in text or "\n" in text) and len(text.split(None, 1)) > 1
    return several and not (at[-1] in _NAMING and _OTHERS.intersection(at))


def split_body(source: Source) -> tuple[Piece, ...]:
    """Return the pieces of the body of *source* in order, without its code blocks."""
    text, offset = source.body, source.body_start
    found, end = list[Piece](), 0
    for block, first, limit in _extents(source):
        inner = block.text.replace("|", r"\|") if block.tag in ("td", "th") else block.text
        start, end = _written(text, inner, max(end, first), limit)
        has_links = "[" in block.text or "<" in block.text
        inside = tuple(_placed(find_links(block.text, source.prose), text[start:end])) if has_links else ()
        found.append(Piece(block.tag, _plain(text[start:end]), (), offset + start, inside))
    return tuple(found)


def _extents(source: Source) -> list[tuple[Block, int, int]]:
    """Return the blocks of text in a body, each with the offsets of its first line and of the next block's first line.

    The cells of a row are on one line and have the same extent.
    """
    found, limit, following = list[tuple[Block, int, int]](), len(source.body), len(source.body)
    for block in reversed(source.prose.blocks):
        if block.kind == "inline" and block.line >= 0:
            first = source.body_offset(block.line) - source.body_start
            limit, following = (limit, following) if first == following else (following, first)
            found.append((block, first, limit))
    return found[::-1]


def _written(text: str, inner: str, cursor: int, limit: int) -> tuple[int, int]:
    """Return the range of *inner*, a block without indents and “>” markers, in *text* from *cursor* to *limit*."""
    begin = end = -1
    for line in (each.strip() for each in inner.split("\n")):
        at = text.find(line, max(cursor, end), limit)
        if at >= 0:
            begin, end = at if begin < 0 else begin, at + len(line)
    return (begin, end) if begin >= 0 else (cursor, cursor)


def _placed(found: Iterable[ProseLink], written: str) -> Iterator[Linked]:
    """Yield each link with its ranges; the whole text is the range of one whose address is elsewhere (``[a][b]``)."""
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
    """Return *written* with Markdown markup blanked out, at the same length; the ellipsis […] is kept."""
    if _NO_MARKS.fullmatch(written):
        return written
    closings, pieces, at = _closings(written), list[str](), 0
    while mark := _MARKS.search(written, at):
        end = closings.get(mark.start(), mark.end())
        is_code = mark["link"] or end > mark.end()
        is_text = mark["gap"] or (mark["ticks"] and not is_code)
        length = end - mark.start()
        pieces += written[at : mark.start()], mark[0] if is_text else ("y" if is_code else " ") * length
        at = end
    return "".join((*pieces, written[at:]))


def _closings(written: str) -> dict[int, int]:
    """Return the offset at which each code span would end, by that of the run of backticks that opens it.

    A run of backticks is closed by the next run of the same length (CommonMark 0.31.2, section 6.1).
    """
    found, ends = dict[int, int](), dict[int, int]()
    for run in reversed(list(_TICKS.finditer(written))):
        if len(run[0]) in ends:
            found[run.start()] = ends[len(run[0])]
        ends[len(run[0])] = run.end()
    return found
