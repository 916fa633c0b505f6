"""Make tables accessible: a caption, a header for each row and column, and a frame that scrolls."""

from collections.abc import Sequence
from html import escape

from markdown_it.token import Token


def add_headers(tokens: Sequence[Token]) -> list[Token]:
    """Return the *tokens* of a body with a caption in each table; the first cell of each row becomes its header.

    Markdown has no captions, so the heading above a table serves as one, or else the names of its columns.
    """
    found: list[Token] = []
    title = ""
    for at, token in enumerate(tokens):
        found.append(token)
        if token.type == "heading_open":
            title = tokens[at + 1].content
        elif token.type == "table_open":
            found.append(_caption(title or _columns(tokens[at:])))
        elif token.type in ("th_open", "td_open"):
            _add_header(token, tokens[at + 2], first=tokens[at - 1].type == "tr_open")
    return found


def _caption(text: str) -> Token:
    content = f'<caption class="visually-hidden">{escape(text)}</caption>\n'
    return Token("html_block", "", 0, content=content)


def _columns(table: Sequence[Token]) -> str:
    end = next(at for at, token in enumerate(table) if token.type == "thead_close")
    return ", ".join(token.content for token in table[:end] if token.type == "inline" and token.content)


def _add_header(opening: Token, closing: Token, *, first: bool) -> None:
    """Mark a cell as the header of its column or row, if it is; its alignment becomes a class."""
    style = opening.attrs.pop("style", "")
    if style:
        opening.attrSet("class", str(style).replace("text-align:", "align-"))
    if opening.type == "th_open":
        opening.attrSet("scope", "col")
    elif first:
        opening.tag = closing.tag = "th"
        opening.attrSet("scope", "row")


def frame_tables(html: str) -> str:
    """Return *html* with a frame around each table, so that a keyboard can scroll a wide one (WCAG 2.1.1).

    The frame is a group and not a landmark, because each landmark needs a name of its own.
    """
    if "<table>" not in html:
        return html
    opening = '<div class="table-scroll" role="group" tabindex="0" aria-label="Table"><table>'
    return html.replace("<table>", opening).replace("</table>", "</table></div>")
