"""The image of each badge as PNG, for mail, documents and platforms that do not show SVG.

Letters would need a font, so a figure of cells takes the place of the title; the uid decides which cells are filled.
Shape, colors, marks and dots are those of the SVG, and the PNG contains the title of the badge as text (``Title``).
"""

import hashlib
from collections.abc import Iterator
from functools import cache

from ...catalog.catalog import Catalog
from ...catalog.entry import Entry
from ...model.program import Badge
from ...model.spec import Spec
from ..output import DataFile
from ._addresses import beside_page
from ._public import public_entries
from ._raster import Color, Run, blank, circle, draw, hexagon, palette, png, runs
from .badge import DOTS, SIZE, bright_marks, colors_and_levels, dots, mark, rings, title

FILE = "badge.png"
_EDGE, _INWARD, _ACCENT, _TEXT = range(4)
"""The ramps of the palette: from transparent to the edge, from accent to color, from color to accent and to text."""
_CELL = 20
_ROWS = (3, 4, 5, 4, 3)
_FIGURE = 190  # its middle from the top: above that of the badge, because the dots are below


def export(catalog: Catalog, site_url: str) -> Iterator[DataFile]:  # noqa: ARG001
    """Yield a badge for each spec that is not a draft, at each of its addresses."""
    colors, levels = colors_and_levels(catalog)
    palettes = {is_stack: _palette(colors, is_stack) for is_stack in (False, True)}
    for entry in public_entries(catalog):
        image = png(_picture(entry, levels), SIZE, palettes[entry.folder == "stacks"], title(entry.spec))
        yield from beside_page(entry, FILE, image)


def _palette(colors: Badge, is_stack: bool) -> bytes:
    color, accent, text = map(_rgb, (colors.color, colors.accent, colors.text))
    edge = accent if is_stack else color
    return palette([(edge, edge), (accent, color), (color, accent), (color, text)])


def _rgb(color: str) -> Color:
    red, green, blue = bytes.fromhex(color[1:])
    return red, green, blue


def _picture(entry: Entry[Spec], levels: list[str]) -> bytes:
    digest = hashlib.sha256(str(entry.spec.uid).encode()).digest()
    is_stack = entry.folder == "stacks"
    marks = [_mark(n, is_stack, bright) for n, bright in enumerate(bright_marks(digest))]
    return draw(_shield(is_stack, dots(entry.spec, levels)), *marks, *_figure(digest))


@cache
def _shield(is_stack: bool, count: int) -> bytes:
    """Return the part of a picture that all badges of a kind and level share."""
    *shields, line = rings(is_stack)
    middle = SIZE / 2
    layers = [(float(radius), _INWARD if n else _EDGE) for n, radius in enumerate(shields)]
    layers += [(line + 1.7, _ACCENT), (line - 1.7, _INWARD)]
    shapes = [runs(hexagon(middle, middle, radius), ramp, SIZE) for radius, ramp in layers]
    columns = [middle + (n - (count - 1) / 2) * 26 for n in range(count)]
    return draw(blank(SIZE), *shapes, *(runs(circle(x, DOTS, 8), _ACCENT, SIZE) for x in columns))


@cache
def _mark(n: int, is_stack: bool, bright: bool) -> tuple[Run, ...]:
    x, y = mark(n, is_stack)
    return runs(circle(x, y, 4 if bright else 2), _ACCENT if bright else _TEXT, SIZE)


def _figure(digest: bytes) -> Iterator[tuple[Run, ...]]:
    """Yield the filled cells, the same on both sides: a cell is empty, in the accent, or in the color of text."""
    number = int.from_bytes(digest[4:], "big")
    for row, count in enumerate(_ROWS):
        for column in range((count + 1) // 2):
            number, filled = divmod(number, 3)
            if filled:
                yield from (
                    _cell(row, each, _ACCENT if filled == 1 else _TEXT) for each in {column, count - 1 - column}
                )


@cache
def _cell(row: int, column: int, ramp: int) -> tuple[Run, ...]:
    x = SIZE / 2 + (column - (_ROWS[row] - 1) / 2) * _CELL * 3**0.5
    y = _FIGURE + (row - len(_ROWS) // 2) * _CELL * 1.5
    return runs(hexagon(x, y, _CELL - 2), ramp, SIZE)
