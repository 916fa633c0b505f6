"""The image of each badge: an SVG drawn from the data, so that every spec has one and all look related.

A credential is one shield, a stack two shields. The dots at the bottom show the career level (one dot for the first in
the vocabulary). The uid decides which marks along the edge are bright, so that no two badges look alike. The title is
as large as it can be without touching a mark or a dot. The colors are the state's (``badge`` in ``program.yml``).
"""

import hashlib
import math
import textwrap
from collections.abc import Iterator
from html import escape

from ...catalog.catalog import Catalog
from ...catalog.entry import Entry
from ...model.program import Badge
from ...model.spec import MicroCredential, Spec
from ..output import DataFile
from ._addresses import beside_page
from ._public import public_entries

FILE = "badge.svg"
SIZE = 400
MARKS = 24
DOTS = 308
"""The distance of the dots of the career level from the top."""

_LINES = 5  # lines of the title that fit; a longer one ends with an ellipsis
_LETTER = 0.62  # average width of a bold Helvetica letter, relative to its size
_SIZES = range(36, 13, -1)


def export(catalog: Catalog, site_url: str) -> Iterator[DataFile]:  # noqa: ARG001
    """Yield a badge for each spec that is not a draft, at each of its addresses."""
    colors, levels = colors_and_levels(catalog)
    for entry in public_entries(catalog):
        yield from beside_page(entry, FILE, "\n".join(_svg(entry, colors, levels)).encode())


def colors_and_levels(catalog: Catalog) -> tuple[Badge, list[str]]:
    """Return the state's colors, and the ids of its career levels in order."""
    colors = catalog.program.file.badge if catalog.program.file else Badge()
    return colors, [term.id for term in catalog.program.terms("levels")]


def title(spec: Spec) -> str:
    """Return the title of the badge of *spec*."""
    return f"{spec.title}: {'micro-credential' if isinstance(spec, MicroCredential) else 'stack'} badge"


def rings(is_stack: bool) -> tuple[int, ...]:
    """Return the radius of each shield, the rearmost first, then that of the line on the front one."""
    return (192, 176, 160) if is_stack else (192, 176)


def bright_marks(digest: bytes) -> list[bool]:
    """Return which of the marks around the edge are bright; *digest* is the SHA-256 of the uid."""
    bits = int.from_bytes(digest[:4], "big")
    return [bool(bits >> n & 1) for n in range(MARKS)]


def _svg(entry: Entry[Spec], colors: Badge, levels: list[str]) -> Iterator[str]:
    spec = entry.spec
    is_stack = not isinstance(spec, MicroCredential)
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}" role="img" aria-labelledby="t">'
    yield f'<title id="t">{escape(title(spec))}</title>'
    *behind, front, line = rings(is_stack)
    yield from (_hexagon(radius, f'fill="{colors.accent}"') for radius in behind)
    yield _hexagon(front, f'fill="{colors.color}"')
    yield _hexagon(line, f'fill="none" stroke="{colors.accent}" stroke-width="3"')
    yield from _marks(str(spec.uid), is_stack, colors)
    yield from _words(spec.title, line - 26, colors)
    yield from _dots(dots(spec, levels), colors)
    yield "</svg>\n"


def dots(spec: Spec, levels: list[str]) -> int:
    """Return the number of dots on the badge of *spec*: the rank of its career level in *levels*, or 0 without one."""
    level = spec.level if isinstance(spec, MicroCredential) else None
    return levels.index(level) + 1 if level in levels else 0


def _hexagon(radius: int, style: str) -> str:
    corners = (point(radius, n / 6) for n in range(6))
    return f'<polygon points="{" ".join(f"{x},{y}" for x, y in corners)}" {style}/>'


def point(radius: float, turn: float) -> tuple[float, float]:
    """Return the point at *turn* (0 to 1) around the middle from the top, at the distance *radius*."""
    angle = 2 * math.pi * turn
    return round(SIZE / 2 + radius * math.sin(angle), 1), round(SIZE / 2 - radius * math.cos(angle), 1)


def mark(n: int, is_stack: bool) -> tuple[float, float]:
    """Return the point of mark *n* from the top, on the edge of a hexagon within the line."""
    corner, step = divmod(n, MARKS // 6)
    (x, y), (to_x, to_y) = (point(rings(is_stack)[-1] - 18, each / 6) for each in (corner, corner + 1))
    part = step / (MARKS // 6)
    return round(x + (to_x - x) * part, 1), round(y + (to_y - y) * part, 1)


def _marks(seed: str, is_stack: bool, colors: Badge) -> Iterator[str]:
    for n, bright in enumerate(bright_marks(hashlib.sha256(seed.encode()).digest())):
        x, y = mark(n, is_stack)
        yield f'<circle cx="{x}" cy="{y}" r="{4 if bright else 2}" fill="{colors.accent if bright else colors.text}"/>'


def _words(title: str, room: int, colors: Badge) -> Iterator[str]:
    size, lines = _largest(title, room)
    yield (f'<g font-family="Helvetica, Arial, sans-serif" font-size="{size}" font-weight="700" '
           f'text-anchor="middle" fill="{colors.text}">')  # fmt: skip
    for number, line in enumerate(lines):
        y = SIZE / 2 + _middle(number, len(lines), size) + size * 0.35
        yield f'<text x="{SIZE // 2}" y="{y:.1f}">{escape(line)}</text>'
    yield "</g>"


def _largest(title: str, room: int) -> tuple[int, list[str]]:
    """Return the largest size of letters that fits a hexagon of the radius *room*, and *title* in lines."""
    longest = max(map(len, title.split()))
    wrapped = [
        textwrap.wrap(title, width, max_lines=_LINES, placeholder=" …", break_on_hyphens=False)
        for width in range(max(20, longest), longest - 1, -1)
    ]
    whole = [lines for lines in wrapped if not lines[-1].endswith("…")] or wrapped[:1]
    found = ((size, lines) for size in _SIZES for lines in whole if _fits(lines, size, room))
    return next(found, (_SIZES[-1], whole[0]))


def _fits(lines: list[str], size: int, room: int) -> bool:
    for number, line in enumerate(lines):
        middle = _middle(number, len(lines), size)
        farthest = abs(middle) + size * 0.45
        half = min(room * math.sqrt(3) / 2, (room - farthest) * math.sqrt(3))
        if len(line) * size * _LETTER > 2 * half or middle + size * 0.45 > DOTS - SIZE / 2 - 14:
            return False
    return True


def _middle(number: int, count: int, size: int) -> float:
    """Return the distance of the middle of a line below the middle of the badge."""
    return (number - (count - 1) / 2) * size * 1.2


def _dots(count: int, colors: Badge) -> Iterator[str]:
    for n in range(count):
        yield f'<circle cx="{SIZE / 2 + (n - (count - 1) / 2) * 26:g}" cy="{DOTS}" r="8" fill="{colors.accent}"/>'
