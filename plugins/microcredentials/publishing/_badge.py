"""The badge of a spec, drawn from its data in layers: a plate, the rim of its career level, a face, and a glyph.

The shape shows the kind: a credential has one plate, a stack stands on two more. The color of the face and the glyph
are those of the subject. The career level fills two, four or six sides of the rim. A pilot has a dashed rim, a retired
spec only an outline. There is no text, which could not be read at the size of a list.
"""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from ..catalog.catalog import Catalog
from ..catalog.entry import Entry
from ..model.badge_marks import COLORS, FALLBACK, GLYPHS
from ..model.program import Badge
from ..model.spec import MicroCredential, Spec

SIZE = 96
_PALE = "#d3e0e2"
"""The outermost edge, which separates the plate from a dark page."""
_SIDES = 6
_GLYPH = "translate(25.2 25.2) scale(1.9)"
_LINE = 'fill="none" stroke-linejoin="round" stroke-linecap="round"'


@dataclass(frozen=True)
class BadgeLook:
    """What a badge looks like: the ids of its layers from back to front, and the color of its face."""

    layers: tuple[str, ...]
    color: str


BLANK_LOOK = BadgeLook(("",), "")
"""A badge with one layer, which the browser copies and fills in."""


def look_of(entry: Entry[Spec], catalog: Catalog) -> BadgeLook:
    """Return the look of the badge of *entry*."""
    spec = entry.spec
    glyph, color = _marks(_subject(entry, catalog), catalog)
    plate = "plate" if isinstance(spec, MicroCredential) else "plates"
    face = "outline" if spec.status == "retired" else "face"
    return BadgeLook((plate, *_rim(spec, catalog), face, f"glyph-{glyph}"), COLORS[color])


def _subject(entry: Entry[Spec], catalog: Catalog) -> str | None:
    """Return the first subject of a credential; for a stack, the one that most members name first."""
    if isinstance(entry.spec, MicroCredential):
        return next(iter(entry.spec.subjects), None)
    firsts = Counter(member.spec.subjects[0] for member in catalog.members(entry.slug) if member.spec.subjects)
    return next((subject for subject, _ in firsts.most_common(1)), None)


def _marks(subject: str | None, catalog: Catalog) -> tuple[str, str]:
    term = catalog.program.term("subjects", subject)
    return (term.glyph or FALLBACK[0], term.color or FALLBACK[1]) if term else FALLBACK


def _rim(spec: Spec, catalog: Catalog) -> tuple[str, ...]:
    """Return the layer of the rim: a third of the sides for the first of three career levels, and so on."""
    levels = [term.id for term in catalog.program.terms("levels")]
    if not isinstance(spec, MicroCredential) or spec.level not in levels:
        return ()
    sides = max(2, 2 * round((levels.index(spec.level) + 1) / len(levels) * _SIDES / 2))
    return (f"rim-{sides}{'-dashed' if spec.status == 'pilot' else ''}",)


def draw_badge(look: BadgeLook, colors: Badge, title: str) -> str:
    """Return the badge as an SVG document with *title*."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}" role="img" aria-labelledby="t">\n'
        f'<title id="t">{escape(title)}</title>\n{_layers(look, colors)}\n</svg>\n'
    )


def draw_inline(look: BadgeLook, colors: Badge, size: int) -> str:
    """Return the badge as a decorative element of a page, *size* pixels wide."""
    return (
        f'<svg class="badge-picture" viewBox="0 0 {SIZE} {SIZE}" width="{size}" height="{size}" aria-hidden="true">'
        f"{_layers(look, colors)}</svg>"
    )


def _layers(look: BadgeLook, colors: Badge) -> str:
    return "\n".join(draw_layer(layer, colors, look.color) for layer in look.layers)


def badge_title(spec: Spec) -> str:
    """Return the title of the badge of *spec*."""
    return f"{spec.title}: {'micro-credential' if isinstance(spec, MicroCredential) else 'stack'} badge"


def draw_symbols(looks: Iterable[BadgeLook], colors: Badge) -> str:
    """Return every layer of *looks* as a symbol of SVG, from which the badges of a page are put together."""
    layers = sorted({layer for look in looks for layer in look.layers})
    symbols = (
        f'<symbol id="badge-{each}" viewBox="0 0 {SIZE} {SIZE}">{draw_layer(each, colors)}</symbol>' for each in layers
    )
    return "".join(symbols)


def draw_layer(layer: str, colors: Badge, color: str = "") -> str:
    """Return a layer as elements of SVG; without *color*, the face has that of what contains it."""
    name, _, variant = layer.partition("-")
    fill = color or "currentcolor"
    if name == "plate":
        return _plate(colors, 0, 1)
    if name == "plates":
        return _plate(colors, 7, 0.9) + _plate(colors, 2.5, 0.9) + _plate(colors, -2, 0.9)
    if name == "rim":
        return _rim_sides(int(variant.partition("-")[0]), "dashed" in variant, colors)
    if name == "face":
        return _hexagon(30.5, f'fill="{fill}" stroke="{fill}" stroke-width="5" stroke-linejoin="round"')
    if name == "outline":
        return _hexagon(30.5, f'{_LINE} stroke="{colors.text}" stroke-width="2"')
    return f'<path transform="{_GLYPH}" {_LINE} stroke="{colors.text}" stroke-width="2" d="{GLYPHS[variant]}"/>'


def _plate(colors: Badge, down: float, scale: float) -> str:
    edge = _hexagon(41.5, f'fill="{_PALE}" stroke="{_PALE}" stroke-width="9" stroke-linejoin="round"')
    plate = _hexagon(41.5, f'fill="{colors.color}" stroke="{colors.color}" stroke-width="7" stroke-linejoin="round"')
    if scale == 1:
        return edge + plate
    middle = SIZE / 2 * (1 - scale)
    return f'<g transform="translate({middle:g} {middle + down:g}) scale({scale:g})">{edge}{plate}</g>'


def _rim_sides(sides: int, is_dashed: bool, colors: Badge) -> str:
    """Return *sides* of the rim, evenly to the left and the right of the bottom."""
    half = sides / 2
    corners = [_corner(38.5, (3 - half + n) / _SIDES) for n in range(sides + 1)]
    dashes = ' stroke-dasharray="4.5 5"' if is_dashed else ""
    points = " ".join(f"{x:g},{y:g}" for x, y in corners)
    return f'<polyline points="{points}" {_LINE} stroke="{colors.accent}" stroke-width="4.5"{dashes}/>'


def _hexagon(radius: float, style: str) -> str:
    points = " ".join(f"{x:g},{y:g}" for x, y in (_corner(radius, n / _SIDES) for n in range(_SIDES)))
    return f'<polygon points="{points}" {style}/>'


def _corner(radius: float, turn: float) -> tuple[float, float]:
    """Return the point at *turn* (0 to 1) around the middle from the top, at the distance *radius*."""
    angle = 2 * math.pi * turn
    return round(SIZE / 2 + radius * math.sin(angle), 2), round(SIZE / 2 - radius * math.cos(angle), 2)
