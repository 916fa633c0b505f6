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
_MARKS = 24
_LINES = 5  # lines of the title that fit; a longer one ends with an ellipsis


def export(catalog: Catalog, site_url: str) -> Iterator[DataFile]:  # noqa: ARG001
    """Yield a badge for each spec that is no draft."""
    colors = catalog.program.file.badge if catalog.program.file else Badge()
    levels = [term.id for term in catalog.program.terms("levels")]
    for entry in (*catalog.credentials, *catalog.stacks):
        if entry.spec.status != "draft":
            path, drawn = f"{entry.kind}/{entry.slug}/{FILE}", "\n".join(_drawn(entry, colors, levels)).encode()
            yield from (DataFile(each, drawn) for each in (path, *former(entry, path)))


def _drawn(entry: Entry[Spec], colors: Badge, levels: list[str]) -> Iterator[str]:
    spec = entry.spec
    is_stack = not isinstance(spec, MicroCredential)
    title = escape(spec.title)
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}" role="img" aria-labelledby="t">'
    yield f'<title id="t">{title}: {"stack" if is_stack else "micro-credential"} badge</title>'
    if is_stack:
        yield _hexagon(192, f'fill="{colors.accent}"')
    yield _hexagon(176 if is_stack else 192, f'fill="{colors.color}"')
    yield _hexagon(160 if is_stack else 176, f'fill="none" stroke="{colors.accent}" stroke-width="3"')
    yield from _marks(str(spec.uid), colors)
    yield from _words(spec.title, colors)
    yield from _dots(_step(spec, levels), colors)
    yield "</svg>\n"


def _step(spec: Spec, levels: list[str]) -> int:
    """Return the career level of *spec* as a number from 1; 0 where it has none."""
    level = spec.level if isinstance(spec, MicroCredential) else None
    return levels.index(level) + 1 if level in levels else 0


def _hexagon(radius: int, look: str) -> str:
    corners = (_point(radius, n / 6) for n in range(6))
    return f'<polygon points="{" ".join(f"{x},{y}" for x, y in corners)}" {look}/>'


def _point(radius: float, turn: float) -> tuple[float, float]:
    """Return the point *turn* (0 to 1) of the way around from the top, *radius* from the middle."""
    angle = 2 * math.pi * turn
    return round(SIZE / 2 + radius * math.sin(angle), 1), round(SIZE / 2 - radius * math.cos(angle), 1)


def _marks(seed: str, colors: Badge) -> Iterator[str]:
    bits = int.from_bytes(hashlib.sha256(seed.encode()).digest()[:4], "big")
    for n in range(_MARKS):
        x, y = _point(141, n / _MARKS)
        bright = bits >> n & 1
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
