"""Parse HTML into a tree, count the words a reader sees in it, and convert it to Markdown."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import groupby

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
_LEFT_OUT = {"script", "style", "template", "svg", "head", "nav"}
"""Elements that readers do not see, and navigation, which each theme makes itself."""

_BLOCKS = {
    "address", "article", "aside", "blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "li", "main", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip

Link = Callable[[str], str]
"""Turns an address in the page into one for Markdown; an empty one leaves only the words of the link."""


@dataclass
class Node:
    """An element with its contents, in order."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)

    @property
    def elements(self) -> list["Node"]:
        """The children of the element that are elements."""
        return [child for child in self.children if isinstance(child, Node)]

    def all(self, tag: str) -> Iterator["Node"]:
        """Yield every element called *tag* below this one, in order."""
        for child in self.elements:
            if child.tag == tag:
                yield child
            yield from child.all(tag)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("document")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, dict(attrs))
        self.open[-1].children.append(node)
        if tag not in _VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if any(node.tag == tag for node in self.open[1:]):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def tree(html: str) -> Node:
    """Return *html* as a tree."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.open[0]


def words(node: Node) -> int:
    """Return the number of words that a reader sees in *node*, without navigation."""
    return len(re.findall(r"\w+", " ".join(_texts(node))))


def _texts(node: Node) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, str):
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _texts(child)


def markdown(node: Node, link: Link) -> str:
    """Return the contents of *node* as an author would write them in Markdown with tables."""
    return "\n\n".join(_blocks(node, link)) + "\n"


def _blocks(node: Node, link: Link) -> Iterator[str]:
    for is_block, run in groupby(node.children, lambda child: isinstance(child, Node) and child.tag in _BLOCKS):
        children = list(run)
        made = _each(children, link) if is_block else [_inline(Node("p", children=children), link)]
        yield from (text for text in made if text)


def _each(blocks: list[Node | str], link: Link) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Node):
            yield from _block(block, link)


def _block(node: Node, link: Link) -> Iterator[str]:
    if re.fullmatch(r"h\d", node.tag):
        yield f"{'#' * int(node.tag[1])} {_inline(node, link)}"
    elif node.tag in ("ul", "ol"):
        yield "\n".join(_item(item, "1. " if node.tag == "ol" else "- ", link) for item in node.elements)
    elif node.tag == "dt":
        yield f"**{_inline(node, link)}**"
    elif node.tag == "table":
        yield from _table(node, link)
    else:
        yield from _blocks(node, link)


def _item(item: Node, mark: str, link: Link) -> str:
    return mark + "\n\n".join(_blocks(item, link)).replace("\n", "\n    ")


def _table(table: Node, link: Link) -> Iterator[str]:
    rows = [[_inline(cell, link) for cell in row.elements] for row in table.all("tr")]
    if not rows:
        return
    yield from (_inline(caption, link) for caption in table.all("caption"))
    lines = [f"| {' | '.join(row)} |" for row in rows]
    yield "\n".join([lines[0], "| --- " * len(rows[0]) + "|", *lines[1:]])


def _inline(node: Node, link: Link) -> str:
    return " ".join("".join(_pieces(node, link)).split())


def _pieces(node: Node, link: Link) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, str):
            yield re.sub(r"([\\`*_\[\]<>|])", r"\\\1", child)
        elif child.tag not in _LEFT_OUT:
            yield _piece(child, " ".join("".join(_pieces(child, link)).split()), link)


def _piece(node: Node, text: str, link: Link) -> str:
    if not text:
        return " "
    if node.tag == "a" and (target := link(node.attributes.get("href") or "")):
        return f"[{text}]({target})"
    if node.tag in ("strong", "b"):
        return f"**{text}**"
    return f" {text} " if node.tag in _BLOCKS else text
