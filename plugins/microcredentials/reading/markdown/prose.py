"""Prose: CommonMark with tables, nothing active. One parser looks for hazards, one renders.

Three walls stand between an author's text and a reader's browser: what is active is found here and is an
error; rendering never lets HTML through; and ``nh3`` keeps only the elements listed below. The page's own
content policy is the fourth, in ``site``.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from ._tables import add_headers, frame_tables

MAX_BRACKETS = 400  # per paragraph or table cell; a long run of “[” makes any CommonMark parser slow
MAX_BRACKETS_IN_ALL = 2_000
MAX_LEVEL = 16  # a list takes two levels, a quotation one; beyond 20 the parser drops text in silence

_SAFE_LINK = re.compile(r"https://|mailto:|/(?!/)|#")
_OWN_PICTURE = re.compile(r"/(?!/)")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_TAGS = {
    "a", "p", "br", "hr", "ul", "ol", "li", "em", "strong", "code", "pre", "blockquote", "div", "img",
    "h2", "h3", "h4", "h5", "h6", "table", "caption", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href"}, "img": {"src", "alt"}, "th": {"scope", "class"}, "td": {"class"}, "caption": {"class"},
    "ol": {"start"}, "div": {"class", "role", "tabindex", "aria-label"}, **{f"h{n}": {"id"} for n in range(2, 7)},
}  # fmt: skip


class Block(NamedTuple):
    """A text in a body: ``inline`` or ``html_block``; or what opens a block that stands too deep.

    ``tag`` is the element around it (``p``, ``h2``, ``td``), ``text`` its Markdown without indents and quotation
    marks, ``line`` its first one, from 0, or -1 where nobody can say.
    """

    kind: str
    tag: str
    text: str
    line: int

    @property
    def row(self) -> int:
        """The line to point at."""
        return max(0, self.line)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a body: level 1 to 6, its text, its line (from 0), and its anchor."""

    level: int
    title: str
    line: int
    anchor: str


@dataclass(frozen=True, slots=True)
class ProseLink:
    """A link in prose, or a picture: what people read in its place, and its address."""

    words: str
    address: str
    picture: bool = False


@dataclass(frozen=True, slots=True)
class ProseProblem:
    """Something that may not stand in prose: its line (from 0), what it is, and what to do."""

    line: int
    message: str
    advice: str


def _any_link(url: str) -> bool:  # noqa: ARG001
    return True


def _parser(html: bool) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": html}).enable("table")
    parser.validateLink = _any_link  # type: ignore[method-assign]  # judged by its token, so that a bad one is reported
    return parser


_BLOCKS = _parser(html=True).disable("inline")
_INLINE = _parser(html=True)
_RENDER = _parser(html=False)


@dataclass(frozen=True, slots=True)
class Prose:
    """A body as blocks, whose inner text is left unparsed, and the addresses it names for links (``[name]: …``)."""

    blocks: tuple[Block, ...]
    references: Mapping[str, Any]


def parse_prose(body: str) -> Prose:
    """Return the block structure of *body*."""
    found: dict[str, Any] = {}
    return Prose(tuple(_texts(_BLOCKS.parse(body, found))), found.get("references", {}))


def _texts(tokens: Sequence[Token]) -> Iterator[Block]:
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
            yield Heading(int(block.tag[1]), block.text.strip(), block.row, anchor + number)


def _anchor(title: str) -> str:
    """Return the anchor of a heading: small letters, digits and hyphens, as code hosts do."""
    return re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", title.lower())).strip("-")


def find_links(content: str, prose: Prose) -> Iterator[ProseLink]:
    """Yield the links and pictures in *content*, the text of a block of *prose*."""
    here: ProseLink | None = None  # links do not stand inside each other
    for child in _INLINE.parseInline(content, {"references": prose.references})[0].children or ():
        if child.type == "image":
            yield ProseLink(child.content, str(child.attrs["src"]), picture=True)
        if child.type == "link_open":
            here = ProseLink("", str(child.attrs["href"]))
        elif child.type == "link_close" and here:
            yield here
            here = None
        elif here:
            here = replace(here, words=here.words + (" " if child.type.endswith("break") else child.content))


def find_problems(prose: Prose, pictures: bool = False) -> Iterator[ProseProblem]:
    """Yield what may not stand in prose: HTML, and links that are no plain web addresses.

    Pictures are let through, where *pictures* says so, if they come from this site.
    """
    brackets = 0
    for kind, _, text, line in prose.blocks:
        line = max(0, line)
        brackets += text.count("[") if kind == "inline" else 0
        if brackets > MAX_BRACKETS_IN_ALL:
            yield ProseProblem(
                line, f"More than {MAX_BRACKETS_IN_ALL} square brackets stand in this text.", "Shorten it."
            )
            return
        if kind == "html_block":
            yield _html(line, text)
        elif kind != "inline":
            yield ProseProblem(
                line, "Lists or quotations stand inside each other more than eight deep.", "Write it flat."
            )
            return
        elif text.count("[") > MAX_BRACKETS:
            yield ProseProblem(line, f"More than {MAX_BRACKETS} square brackets stand in one paragraph.", "Shorten it.")
        elif "<" in text or "[" in text:
            yield from _inline_hazards(text, line, prose.references, pictures)
    for reference in prose.references.values():
        if not _SAFE_LINK.match(reference["href"]):
            yield _link(reference["map"][0], reference["href"])


def _inline_hazards(content: str, line: int, references: Mapping[str, Any], pictures: bool) -> Iterator[ProseProblem]:
    row = line
    for child in _INLINE.parseInline(content, {"references": references})[0].children or ():
        row += child.type in ("softbreak", "hardbreak")
        if child.type == "html_inline":
            yield _html(row, child.content)
            row += child.content.count("\n")
        elif child.type == "image" and not pictures:
            yield ProseProblem(
                row, "A picture stands here.", "This page holds no pictures; say in words what it would show."
            )
        elif child.type == "image" and not _OWN_PICTURE.match(str(child.attrs["src"])):
            yield ProseProblem(row, "This picture is not on this site.", "Use a picture whose address begins with /.")
        elif child.type == "link_open" and not _SAFE_LINK.match(str(child.attrs.get("href", ""))):
            yield _link(row, str(child.attrs.get("href", "")))


def _html(line: int, content: str) -> ProseProblem:
    return ProseProblem(line, f"HTML stands here: “{_short(content)}”.", "Write it in plain Markdown.")


def _link(line: int, address: str) -> ProseProblem:
    advice = "Link to an address that begins with https://, mailto: or /."
    return ProseProblem(line, f"The link leads to “{_short(address)}”.", advice)


def _short(text: str) -> str:
    line = text.strip().splitlines()[0] if text.strip() else ""
    return line if len(line) <= 40 else line[:39] + "…"


def render_markdown(body: str, link: Callable[[str], str] = lambda address: address) -> Markup:
    """Return *body* as safe HTML; *link* turns each address of a link into the one to publish."""
    tokens = add_headers(_RENDER.parse(body))
    anchors = iter(list(find_headings(_texts(tokens))))
    for token in tokens:
        if token.type == "heading_open":
            token.attrSet("id", next(anchors).anchor)
        for child in token.children or ():
            if child.type == "link_open":
                child.attrSet("href", _target(str(child.attrs.get("href", "")), link))
            elif child.type == "image":
                child.attrSet("src", _target(str(child.attrs["src"]), link))
    html = _RENDER.renderer.render(tokens, _RENDER.options, {})
    schemes = {"https", "mailto"}
    return Markup(nh3.clean(frame_tables(html), tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=schemes, link_rel=None))


def _target(address: str, link: Callable[[str], str]) -> str:
    return link(address) if _SAFE_LINK.match(address) else "#"
