"""The state's colors in the stylesheet, the mark and the badges."""

import re

from .state import State

BRAND, ACCENT = "#0c3b47", "#f2b134"
_SHADES = {"brand": (1.0, 0.68), "brand-deep": (0.78, 0.51)}
"""How light the bands are in the light and in the dark palette, beside the color that the state gave."""

_ON_BAND = 8.0
"""How many times lighter white is than the band, so that quiet words (4.5) and edges of controls (3) show on it too."""

_ON_BADGE = 3.0
"""The least contrast of what is no text (https://www.w3.org/TR/WCAG21/#non-text-contrast)."""


def dressed(text: str, state: State) -> str:
    """Return *text* with the state's colors in the places of the demonstration's."""
    for name, shares in _SHADES.items():
        light, dark = (_darker(state.color, share) for share in shares)
        text = re.sub(rf"(--color-{name}: )light-dark\([^)]*\)", rf"\1light-dark({light}, {dark})", text)
    text = re.sub(r"(--color-accent: )#\w+", rf"\1{state.accent}", text)
    return text.replace(BRAND, state.color).replace(ACCENT, state.accent)


def dark_enough(color: str) -> str:
    """Return *color*, or the next darker one of its kind that white and quiet words can stand on."""
    for share in range(100, 0, -1):
        darker = _darker(color, share / 100)
        if contrast("#ffffff", darker) >= _ON_BAND:
            return darker
    return "#000000"


def shows_on(accent: str, color: str) -> bool:
    """Say whether marks in *accent* can be told from the *color* below them."""
    return contrast(accent, color) >= _ON_BADGE


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors, from 1 to 21 (https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    """Return how light *color* is, from 0 to 1 (https://www.w3.org/TR/WCAG21/#dfn-relative-luminance)."""
    red, green, blue = (_linear(part / 255) for part in _parts(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _parts(color: str) -> list[int]:
    return [int(color[at : at + 2], 16) for at in (1, 3, 5)]


def _darker(color: str, share: float) -> str:
    return "#" + "".join(f"{round(part * share):02x}" for part in _parts(color))
