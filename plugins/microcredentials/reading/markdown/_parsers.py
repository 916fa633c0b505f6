"""The CommonMark parsers, and the addresses that a link or a picture may have."""

import re

from markdown_it import MarkdownIt

SAFE_LINK = re.compile(r"https://(?![^/?#]*@)|mailto:|/(?!/)|#")  # a name before “@” would look like the site
OWN_PICTURE = re.compile(r"/(?!/)")


def _any_link(url: str) -> bool:  # noqa: ARG001
    return True


def _parser(html: bool, tables: bool = True) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": html}).enable("table" if tables else [])
    parser.validateLink = _any_link  # type: ignore[method-assign]  # bad links stay links, so that they are reported
    return parser


BLOCKS = _parser(html=True).disable("inline")
"""Splits a body into blocks and leaves their text unparsed."""

BLOCKS_WITHOUT_TABLES = _parser(html=True, tables=False).disable("inline")
"""The same for a body without “|”, which contains no table: a quarter faster, because no line is tried as one."""

INLINE = _parser(html=True)
"""Parses the text of one block and recognizes HTML, so that it can be reported."""

WHOLE = _parser(html=False)
"""Parses and renders a body; HTML in it stays text."""
