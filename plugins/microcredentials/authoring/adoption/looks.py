"""The state's colors in the stylesheet, the logo and the badges."""

import re

from .state import AdoptingState

BRAND, ACCENT = "#0c3b47", "#f2b134"
_SHADES = {"brand": (1.0, 0.68), "brand-deep": (0.78, 0.51)}
"""The share of the state's color that the bands keep in the light and in the dark palette; 0 is black."""

_ON_BAND = 8.0
"""The least contrast of white with the band, at which muted text (4.5) and edges of controls (3) are visible, too."""

_ON_BADGE = 3.0
"""The least contrast of anything that is not text (https://www.w3.org/TR/WCAG21/#non-text-contrast)."""


def apply_colors(text: str, state: AdoptingState) -> str:
    """Return *text* with the colors of *state* in place of the demonstration's."""
    for name, shares in _SHADES.items():
        light, dark = (_darken(state.color, share) for share in shares)
        text = re.sub(rf"(--color-{name}: )light-dark\([^)]*\)", rf"\1light-dark({light}, {dark})", text)
    text = re.sub(r"(--color-accent: )#\w+", rf"\1{state.accent}", text)
    return text.replace(BRAND, state.color).replace(ACCENT, state.accent)


def darken_for_text(color: str) -> str:
    """Return *color*, darkened until white text and muted text on it are readable."""
    for share in range(100, 0, -1):
        darker = _darken(color, share / 100)
        if contrast("#ffffff", darker) >= _ON_BAND:
            return darker
    return "#000000"


def is_visible_on(accent: str, color: str) -> bool:
    """Return whether marks in *accent* are visible on *color*."""
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


def _darken(color: str, share: float) -> str:
    return "#" + "".join(f"{round(part * share):02x}" for part in _parts(color))
