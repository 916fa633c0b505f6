"""Render prose as safe HTML."""

from collections.abc import Callable

import nh3
from markdown_it.token import Token
from markupsafe import Markup

from ._parsers import OWN_PICTURE, SAFE_LINK, WHOLE
from ._tables import add_headers, frame_tables
from .prose import blocks, find_headings

_TAGS = {
    "a", "p", "br", "hr", "ul", "ol", "li", "em", "strong", "code", "pre", "blockquote", "div", "img",
    "h2", "h3", "h4", "h5", "h6", "table", "caption", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href"}, "img": {"src", "alt"}, "th": {"scope", "class"}, "td": {"class"}, "caption": {"class"},
    "ol": {"start"}, "div": {"class", "role", "tabindex", "aria-label"}, **{f"h{n}": {"id"} for n in range(2, 7)},
}  # fmt: skip
_SCHEMES = {"https", "mailto"}


def render_markdown(body: str, link: Callable[[str], str] = lambda address: address) -> Markup:
    """Return *body* as safe HTML; *link* turns the address of each link into the one to publish."""
    tokens = add_headers(WHOLE.parse(body))
    anchors = iter([heading.anchor for heading in find_headings(blocks(tokens))])
    for token in tokens:
        if token.type == "heading_open":
            token.attrSet("id", next(anchors))
        for child in token.children or ():
            if child.type == "link_open":
                child.attrSet("href", _target(str(child.attrs.get("href", "")), link))
            elif child.type == "image":
                _set_picture(child, link)
    html = frame_tables(WHOLE.renderer.render(tokens, WHOLE.options, {}))
    return Markup(nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None))


def _set_picture(image: Token, link: Callable[[str], str]) -> None:
    """Set the address of a picture of this site; replace any other by its words, because loading it is a request."""
    source = str(image.attrs["src"])
    if OWN_PICTURE.match(source):
        image.attrSet("src", link(source))
    else:
        words = "".join(each.content or " " * each.type.endswith("break") for each in image.children or ())
        image.type, image.tag, image.content, image.children = "text", "", words, None


def _target(address: str, link: Callable[[str], str]) -> str:
    return link(address) if SAFE_LINK.match(address) else "#"
