"""The plain part of Markdown, read in one pass: what nearly every body is written in.

That is headings with ``#``, paragraphs, and lists with ``- `` whose items are one paragraph each. Whatever this reads,
the CommonMark parser reads as the same blocks; a line that might begin anything else is left to it, with its body. It
takes an eighth of the time.
"""

import re
from typing import NamedTuple

_SURE = r"(?:[^\W\d_]|[\"'“‘(]|\*{1,2}(?=[^\W\d_])|\d+(?=[^\d.)\n]))"
"""What begins a line of a paragraph and nothing else."""

_PIECE = re.compile(rf"\n+|(#{{1,6}}) ([^\n#]+)\n|(- )?({_SURE}[^\n]*\n(?:(?(3)  ){_SURE}[^\n]*\n)*)")


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


def read_plain(body: str) -> tuple[Block, ...] | None:
    """Return the blocks of *body*, or None where it is not all plain."""
    if not body.replace("\n", " ").isprintable():
        return None
    text = body if body.endswith("\n") else f"{body}\n"
    found: list[Block] = []
    at, line, in_item = 0, 0, False
    while at < len(text):
        piece = _PIECE.match(text, at)
        if piece is None:
            return None
        marks, title, dash, words = piece.groups()
        if (words and in_item and not dash) or (marks and not title.strip()):
            return None  # a line that goes on with the item above it, and a heading without words
        if marks or words:
            tag, inner = (f"h{len(marks)}", title) if marks else ("p", words.replace("\n  ", "\n") if dash else words)
            found.append(Block("inline", tag, inner.strip(), line))
        at, line, in_item = piece.end(), line + piece[0].count("\n"), bool(dash)
    return tuple(found)
