"""Prose as blocks, headings and links: CommonMark with tables.

Three defenses protect a reader's browser from an author's text. ``problems`` reports active content as an error,
``render`` never lets HTML through, and ``nh3`` keeps only the elements in the list there. The content policy of each
page is the fourth.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from markdown_it.token import Token

from ._parsers import BLOCKS, BLOCKS_WITHOUT_TABLES, INLINE

MAX_LEVEL = 16  # a list takes two levels, a quotation one; beyond 20 the parser drops text silently

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


class Block(NamedTuple):
    """A text in a body.

    ``kind`` is ``inline`` or ``html_block``, or the kind of token that opens a block nested too deeply. ``tag`` is the
    element around it (``p``, ``h2``, ``td``), ``text`` its Markdown without indentation and quote markers (“>”),
    ``line`` its first line from 0, or -1 if the parser gives none.
    """

    kind: str
    tag: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Prose:
    """A body as blocks, whose text is left unparsed, and the addresses it defines for links (``[name]: …``)."""

    blocks: tuple[Block, ...]
    references: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a body: its level from 1 to 6, its text, its line (from 0), and its anchor."""

    level: int
    title: str
    line: int
    anchor: str


@dataclass(frozen=True, slots=True)
class ProseLink:
    """A link or a picture in prose: its words, or the words in place of the picture, and its address."""

    words: str
    address: str
    picture: bool = False


def parse_prose(body: str) -> Prose:
    """Return the block structure of *body*."""
    found: dict[str, Any] = {}
    parser = BLOCKS if "|" in body else BLOCKS_WITHOUT_TABLES
    return Prose(tuple(blocks(parser.parse(body, found))), found.get("references", {}))


def blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    """Yield the texts among *tokens*, and each block that is nested too deeply."""
    tag = ""
    for token in tokens:
        if token.type in ("inline", "html_block") or (token.nesting == 1 and token.level > MAX_LEVEL):
            around = tag if token.type == "inline" else ""
            yield Block(token.type, around, token.content, token.map[0] if token.map else -1)
        tag = token.tag


def find_headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    """Yield the headings among *blocks*, each with an anchor that is unique on the page."""
    seen: dict[str, int] = {}
    for block in blocks:
        if block.tag in _HEADINGS:
            anchor = _anchor(block.text)
            seen[anchor] = seen.get(anchor, -1) + 1
            number = f"-{seen[anchor]}" if seen[anchor] else ""
            yield Heading(int(block.tag[1]), block.text.strip(), max(0, block.line), anchor + number)


def _anchor(title: str) -> str:
    """Return the anchor of a heading: lowercase letters, digits and hyphens, as code hosts make it."""
    return re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", title.lower())).strip("-")


def find_links(content: str, prose: Prose) -> Iterator[ProseLink]:
    """Yield the links and pictures in *content*, the text of a block of *prose*."""
    here: ProseLink | None = None  # a link cannot contain a link
    for child in INLINE.parseInline(content, {"references": prose.references})[0].children or ():
        if child.type == "image":
            yield ProseLink(child.content, str(child.attrs["src"]), picture=True)
        if child.type == "link_open":
            here = ProseLink("", str(child.attrs["href"]))
        elif child.type == "link_close" and here:
            yield here
            here = None
        elif here:
            here = replace(here, words=here.words + (" " if child.type.endswith("break") else child.content))
