"""Headings, tables and links make sense to readers who jump from one to the next.

A screen reader lists headings and links, so that its users do not have to listen to a whole page. A skipped heading
level sounds as if a part were missing, a table without header cells is a jumble of words, and ten links called “here”
are ten guesses. Readers who see the page skim it in the same way.

Fails:

    resources:
      - title: click here
        url: https://pz.harvard.edu/thinking-routines

Passes:

    resources:
      - title: Thinking routines
        url: https://pz.harvard.edu/thinking-routines
"""

import re
from collections.abc import Iterator
from itertools import groupby

from ...catalog.nodes import Guide
from ...checking.prose import Piece
from ...checking.rule import Context, rule
from ...model.spec import Spec
from ...reading.problem import Problem
from ._links import find_link_titles, find_text_problem

_TEXT_ADVICE = "Use words that say where the link leads, such as the title of that page."


@rule("AX-02", "warning error error", derived_from=("WCAG",), reads=("body", "resources"))
def check(node: Spec | Guide, context: Context) -> Iterator[Problem]:
    pieces = context.prose.body
    yield from _headings(pieces, isinstance(node, Guide))
    yield from _tables(pieces)
    for piece in pieces:
        for each in piece.links:
            if not each.link.picture and (message := find_text_problem(each.link.words)):
                yield piece.problem(each.words, message, _TEXT_ADVICE)
    for at, title in find_link_titles(context.entry):
        if message := find_text_problem(title):
            yield Problem(at, message, _TEXT_ADVICE)


def _headings(pieces: tuple[Piece, ...], is_guide: bool) -> Iterator[Problem]:
    """Yield a problem for each heading at a wrong level. Only the title has level 1 (SC-09 reports others in specs)."""
    above = 1
    for piece in pieces:
        if not re.fullmatch("h[1-6]", piece.kind):
            continue
        level, whole = int(piece.kind[1]), (0, len(piece.text))
        if level == 1 and is_guide:
            advice = "Begin it with “## ”. The title of the page is its only level 1 heading."
            yield piece.problem(whole, "This is a second level 1 heading.", advice)
        elif level > above + 1:
            advice = f"Begin it with “{'#' * (above + 1)} ”."
            yield piece.problem(whole, f"This level {level} heading follows a level {above} heading.", advice)
        above = level


def _tables(pieces: tuple[Piece, ...]) -> Iterator[Problem]:
    """Yield a problem for each header row with an empty cell; the first may be empty if its column names the rows."""
    for is_header, row in groupby(pieces, lambda piece: piece.kind == "th"):
        cells = list(row) if is_header else []
        if any(not cell.text.strip() for cell in cells[1:]) or (cells and not any(cell.text.strip() for cell in cells)):
            message = "The header row of this table has an empty cell."
            yield cells[0].problem((0, len(cells[0].text)), message, "Write above each column what it contains.")
