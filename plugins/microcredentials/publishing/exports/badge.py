"""The image of each badge: an SVG drawn from the data, so that none is missing and all are of one family.

A credential is one shield, a stack two behind each other. The dots at its foot are the career level (one for the first
in the vocabulary), and which of the marks along the edge are bright follows from the uid, so that no two look alike.
The title stands as large as it can without touching a mark or a dot.
The colors are the state's (``badge`` in ``program.yml``). Same content, same bytes.
"""

import hashlib
import math
import textwrap
from collections.abc import Iterator
from html import escape

from ...catalog.catalog import Catalog, Entry
from ...model.program import Badge
from ...model.spec import MicroCredential, Spec
from ..output import DataFile
from ._identity import former

FILE = "badge.svg"
SIZE = 400
MARKS = 24
DOTS = 308
"""How far from the top the dots of the career level stand."""

_LINES = 5  # lines of the title that fit; a longer one ends with an ellipsis
_LETTER = 0.62  # how wide a bold letter of Helvetica is on average, beside its size
_SIZES = range(36, 13, -1)


def export(catalog: Catalog, site_url: str) -> Iterator[DataFile]:  # noqa: ARG001
    """Yield a badge for each spec that is no draft."""
    colors, levels = look(catalog)
    for entry in (*catalog.credentials, *catalog.stacks):
        if entry.spec.status != "draft":
            path, drawn = f"{entry.folder}/{entry.slug}/{FILE}", "\n".join(_drawn(entry, colors, levels)).encode()
            yield from (DataFile(each, drawn) for each in (path, *former(entry, path)))


def look(catalog: Catalog) -> tuple[Badge, list[str]]:
    """Return the state's colors, and its career levels from the first on."""
    colors = catalog.program.file.badge if catalog.program.file else Badge()
    return colors, [term.id for term in catalog.program.terms("levels")]


def title(spec: Spec) -> str:
    """Return what the badge of *spec* is called."""
    return f"{spec.title}: {'micro-credential' if isinstance(spec, MicroCredential) else 'stack'} badge"


def rings(is_stack: bool) -> tuple[int, ...]:
    """Return the radius of each shield from behind, and then that of the line on the last."""
    return (192, 176, 160) if is_stack else (192, 176)


def bright_marks(digest: bytes) -> list[bool]:
    """Return which of the marks around the edge are bright where the uid has the SHA-256 *digest*."""
    bits = int.from_bytes(digest[:4], "big")
    return [bool(bits >> n & 1) for n in range(MARKS)]


def _drawn(entry: Entry[Spec], colors: Badge, levels: list[str]) -> Iterator[str]:
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
    """Return how many dots the badge of *spec* has: its place among the career *levels*; none where it has none."""
    level = spec.level if isinstance(spec, MicroCredential) else None
    return levels.index(level) + 1 if level in levels else 0


def _hexagon(radius: int, look: str) -> str:
    corners = (point(radius, n / 6) for n in range(6))
    return f'<polygon points="{" ".join(f"{x},{y}" for x, y in corners)}" {look}/>'


def point(radius: float, turn: float) -> tuple[float, float]:
    """Return the point *turn* (0 to 1) of the way around from the top, *radius* from the middle."""
    angle = 2 * math.pi * turn
    return round(SIZE / 2 + radius * math.sin(angle), 1), round(SIZE / 2 - radius * math.cos(angle), 1)


def mark(n: int, is_stack: bool) -> tuple[float, float]:
    """Return the place of mark *n* from the top, on the edges of a hexagon within the line."""
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
    """Return the size of letters and the lines of *title* that fill a hexagon of the radius *room* best."""
    longest = max(map(len, title.split()))
    ways = [
        textwrap.wrap(title, width, max_lines=_LINES, placeholder=" …", break_on_hyphens=False)
        for width in range(max(20, longest), longest - 1, -1)
    ]
    whole = [lines for lines in ways if not lines[-1].endswith("…")] or ways[:1]
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
    """Return how far below the middle of the badge that of a line stands."""
    return (number - (count - 1) / 2) * size * 1.2


def _dots(count: int, colors: Badge) -> Iterator[str]:
    for n in range(count):
        yield f'<circle cx="{SIZE / 2 + (n - (count - 1) / 2) * 26:g}" cy="{DOTS}" r="8" fill="{colors.accent}"/>'
