"""The image of each badge as PNG, for mail, documents and platforms that show no SVG.

Letters would need a font in here, so a figure of cells stands in their place: with the marks around the edge, which
are those of the SVG, it follows from the uid. Shape, colors and dots say the same as there, and a PNG says in
itself what it is the badge of (``Title``). Same content, same bytes.
"""

import hashlib
from collections.abc import Iterator
from functools import cache

from ...catalog.catalog import Catalog, Entry
from ...model.program import Badge
from ...model.spec import Spec
from ..output import DataFile
from ._identity import former
from ._raster import Color, Run, blank, circle, drawn, hexagon, palette, png, runs
from .badge import DOTS, SIZE, bright_marks, dots, look, mark, rings, title

FILE = "badge.png"
_EDGE, _INWARD, _ACCENT, _TEXT = range(4)
"""The ways of the palette: out of nothing to the edge, from accent to color, from color to accent and to text."""
_CELL = 20
_ROWS = (3, 4, 5, 4, 3)
_FIGURE = 190  # where its middle stands: above that of the badge, because the dots are below


def export(catalog: Catalog, site_url: str) -> Iterator[DataFile]:  # noqa: ARG001
    """Yield a badge for each spec that is no draft, at each of its addresses."""
    colors, levels = look(catalog)
    palettes = {is_stack: _palette(colors, is_stack) for is_stack in (False, True)}
    for entry in (*catalog.credentials, *catalog.stacks):
        if entry.spec.status != "draft":
            is_stack, path = entry.folder == "stacks", f"{entry.folder}/{entry.slug}/{FILE}"
            image = png(_picture(entry, levels), SIZE, palettes[is_stack], title(entry.spec))
            yield from (DataFile(each, image) for each in (path, *former(entry, path)))


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
    return drawn(_shield(is_stack, dots(entry.spec, levels)), *marks, *_figure(digest))


@cache
def _shield(is_stack: bool, count: int) -> bytes:
    """Return what all badges of a kind and level have in common."""
    *shields, line = rings(is_stack)
    middle = SIZE / 2
    layers = [(float(radius), _INWARD if n else _EDGE) for n, radius in enumerate(shields)]
    layers += [(line + 1.7, _ACCENT), (line - 1.7, _INWARD)]
    shapes = [runs(hexagon(middle, middle, radius), way, SIZE) for radius, way in layers]
    places = [middle + (n - (count - 1) / 2) * 26 for n in range(count)]
    return drawn(blank(SIZE), *shapes, *(runs(circle(x, DOTS, 8), _ACCENT, SIZE) for x in places))


@cache
def _mark(n: int, is_stack: bool, bright: bool) -> tuple[Run, ...]:
    x, y = mark(n, is_stack)
    return runs(circle(x, y, 4 if bright else 2), _ACCENT if bright else _TEXT, SIZE)


def _figure(digest: bytes) -> Iterator[tuple[Run, ...]]:
    """Yield the cells that are filled: both sides alike, each cell empty, in the accent, or in the color of text."""
    number = int.from_bytes(digest[4:], "big")
    for row, count in enumerate(_ROWS):
        for column in range((count + 1) // 2):
            number, filled = divmod(number, 3)
            if filled:
                yield from (
                    _cell(row, each, _ACCENT if filled == 1 else _TEXT) for each in {column, count - 1 - column}
                )


@cache
def _cell(row: int, column: int, way: int) -> tuple[Run, ...]:
    x = SIZE / 2 + (column - (_ROWS[row] - 1) / 2) * _CELL * 3**0.5
    y = _FIGURE + (row - len(_ROWS) // 2) * _CELL * 1.5
    return runs(hexagon(x, y, _CELL - 2), way, SIZE)
