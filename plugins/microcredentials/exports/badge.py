"""The image of each badge: an SVG drawn from the data, so that none is missing and all are of one family.

A credential is one shield, a stack two behind each other. The dots at its foot are the career level (one for the first
in the vocabulary), and which of the marks around the edge are bright follows from the uid, so that no two look alike.
The colors are the state's (``badge`` in ``program.yml``). Same content, same bytes.
"""

import hashlib
import math
import textwrap
from collections.abc import Iterator
from html import escape

from ..catalog import Catalog, Entry
from ..model import MicroCredential, Spec
from ..output import DataFile
from ..program import Badge
from ._identity import former

FILE = "badge.svg"
SIZE = 400
MARKS = 24
_LINES = 5  # lines of the title that fit; a longer one ends with an ellipsis


def export(catalog: Catalog, site_url: str) -> Iterator[DataFile]:  # noqa: ARG001
    """Yield a badge for each spec that is no draft."""
    colors, levels = look(catalog)
    for entry in (*catalog.credentials, *catalog.stacks):
        if entry.spec.status != "draft":
            path, drawn = f"{entry.kind}/{entry.slug}/{FILE}", "\n".join(_drawn(entry, colors, levels)).encode()
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
    yield from _marks(str(spec.uid), colors)
    yield from _words(spec.title, colors)
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


def _marks(seed: str, colors: Badge) -> Iterator[str]:
    for n, bright in enumerate(bright_marks(hashlib.sha256(seed.encode()).digest())):
        x, y = point(141, n / MARKS)
        yield f'<circle cx="{x}" cy="{y}" r="{4 if bright else 2}" fill="{colors.accent if bright else colors.text}"/>'


def _words(title: str, colors: Badge) -> Iterator[str]:
    width = max(14, min(18, max(map(len, title.split()))))
    lines = textwrap.wrap(title, width, max_lines=_LINES, placeholder=" …", break_on_hyphens=False)
    size = min(38, round(430 / max(len(line) for line in lines)))
    top = SIZE / 2 - (len(lines) - 1) * size * 0.6
    yield (f'<g font-family="Helvetica, Arial, sans-serif" font-size="{size}" font-weight="700" '
           f'text-anchor="middle" fill="{colors.text}">')  # fmt: skip
    for number, line in enumerate(lines):
        yield f'<text x="{SIZE // 2}" y="{top + number * size * 1.2 + size * 0.35:.1f}">{escape(line)}</text>'
    yield "</g>"


def _dots(count: int, colors: Badge) -> Iterator[str]:
    for n in range(count):
        yield f'<circle cx="{SIZE / 2 + (n - (count - 1) / 2) * 26:g}" cy="308" r="8" fill="{colors.accent}"/>'
