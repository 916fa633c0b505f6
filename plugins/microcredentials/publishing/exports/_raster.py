"""Circles and hexagons with smooth edges as pixels, and a PNG of them: what a badge without letters is made of.

A pixel is a place in the palette: a way from one color to another, in ``STEPS``. So the pixels of a shape do not
depend on its colors, and are worked out once. To draw is to copy them into a picture, whose edges no other shape may
touch. Every row of a picture begins with the byte by which PNG (https://www.w3.org/TR/png-3/) names its filter.
"""

import math
import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

STEPS = 16
_FINE = 4  # lines in each row of pixels, for the smoothness of what slants

Color = tuple[int, int, int]
Run = tuple[int, bytes]
"""Pixels in a row, and where in the picture they begin."""


@dataclass(frozen=True)
class Shape:
    """A shape without dents: from where to where it reaches ``around`` ``y``, and how far to each side of ``x``."""

    x: float
    y: float
    reach: float
    half_width: Callable[[float], float]


def circle(x: float, y: float, radius: float) -> Shape:
    """Return a circle."""
    return Shape(x, y, radius, lambda away: math.sqrt(max(0, radius * radius - away * away)))


def hexagon(x: float, y: float, radius: float) -> Shape:
    """Return a hexagon that stands on a corner; *radius* is that of its corners."""
    side = radius * math.sqrt(3) / 2
    return Shape(x, y, radius, lambda away: max(0, min(side, (radius - away) * math.sqrt(3))))


def runs(shape: Shape, way: int, size: int) -> tuple[Run, ...]:
    """Return the pixels of *shape* on the *way* of the palette, in a square picture of *size*."""
    rows = range(math.floor(shape.y - shape.reach), math.ceil(shape.y + shape.reach))
    return tuple(run for row in rows for run in _row(shape, row, way, size))


def _row(shape: Shape, row: int, way: int, size: int) -> Iterator[Run]:
    lines = [shape.half_width(abs(row + (n + 0.5) / _FINE - shape.y)) for n in range(_FINE)]
    left, right = math.floor(shape.x - max(lines)), math.ceil(shape.x + max(lines))
    whole = range(math.ceil(shape.x - min(lines)), math.floor(shape.x + min(lines)))
    if left < right:
        pixels = bytes(
            way * STEPS + (STEPS - 1 if x in whole else _covered(shape.x, x, lines)) for x in range(left, right)
        )
        yield row * (size + 1) + 1 + left, pixels


def _covered(middle: float, x: int, lines: Sequence[float]) -> int:
    """Return how much of the pixel at *x* lies inside, in steps of the palette."""
    parts = (max(0.0, min(middle + half, x + 1) - max(middle - half, x)) for half in lines)
    return round(sum(parts) / _FINE * (STEPS - 1))


def drawn(picture: bytes, *shapes: Sequence[Run]) -> bytes:
    """Return *picture* with *shapes* upon it."""
    made = bytearray(picture)
    for shape in shapes:
        for start, pixels in shape:
            made[start : start + len(pixels)] = pixels
    return bytes(made)


def blank(size: int) -> bytes:
    """Return a picture of *size* with nothing on it: all of it at the beginning of the first way."""
    return bytes(size * (size + 1))


def palette(ways: Sequence[tuple[Color, Color]]) -> bytes:
    """Return the colors of all *ways*, each from its first to its second color."""
    steps = [step / (STEPS - 1) for step in range(STEPS)]
    return bytes(round(a + (b - a) * step) for way in ways for step in steps for a, b in zip(*way, strict=True))


def png(picture: bytes, size: int, colors: bytes, title: str) -> bytes:
    """Return *picture* as a PNG with the palette *colors*, of which the first way leads out of the transparent."""
    head = struct.pack(">IIBBBBB", size, size, 8, 3, 0, 0, 0)
    clear = bytes(round(255 * step / (STEPS - 1)) for step in range(STEPS))
    text = b"Title\0\0\0\0\0" + title.encode()
    parts = {
        b"IHDR": head,
        b"PLTE": colors,
        b"tRNS": clear,
        b"iTXt": text,
        b"IDAT": zlib.compress(picture, 3),
        b"IEND": b"",
    }
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts.items())


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
