"""Circles and hexagons with smooth edges as pixels, and a PNG of them, for badges without letters.

The palette consists of ramps, each of which goes from one color to another in ``STEPS``. A pixel is an index into it,
so the pixels of a shape do not depend on its colors and are computed once. Drawing copies them into a picture; no shape
may touch the edge of another. Each row of a picture begins with the byte that names its filter in PNG
(https://www.w3.org/TR/png-3/).
"""

import math
import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

STEPS = 16
_FINE = 4  # lines per row of pixels, so that slanting edges are smooth

Color = tuple[int, int, int]
Run = tuple[int, bytes]
"""Pixels in a row, after the index in the picture at which they begin."""


@dataclass(frozen=True)
class Shape:
    """A convex shape around (``x``, ``y``).

    It reaches from ``y - reach`` to ``y + reach``; ``half_width`` gives its width to each side of ``x`` by the distance
    from ``y``. All lengths are in pixels.
    """

    x: float
    y: float
    reach: float
    half_width: Callable[[float], float]


def circle(x: float, y: float, radius: float) -> Shape:
    """Return a circle."""
    return Shape(x, y, radius, lambda away: math.sqrt(max(0, radius * radius - away * away)))


def hexagon(x: float, y: float, radius: float) -> Shape:
    """Return a hexagon with a corner at the top; *radius* is the distance from its middle to a corner."""
    side = radius * math.sqrt(3) / 2
    return Shape(x, y, radius, lambda away: max(0, min(side, (radius - away) * math.sqrt(3))))


def runs(shape: Shape, ramp: int, size: int) -> tuple[Run, ...]:
    """Return the pixels of *shape* in a square picture of *size*; *ramp* is the number of its ramp in the palette."""
    rows = range(math.floor(shape.y - shape.reach), math.ceil(shape.y + shape.reach))
    return tuple(run for row in rows for run in _row(shape, row, ramp, size))


def _row(shape: Shape, row: int, ramp: int, size: int) -> Iterator[Run]:
    lines = [shape.half_width(abs(row + (n + 0.5) / _FINE - shape.y)) for n in range(_FINE)]
    left, right = math.floor(shape.x - max(lines)), math.ceil(shape.x + max(lines))
    whole = range(math.ceil(shape.x - min(lines)), math.floor(shape.x + min(lines)))
    if left < right:
        pixels = bytes(
            ramp * STEPS + (STEPS - 1 if x in whole else _covered(shape.x, x, lines)) for x in range(left, right)
        )
        yield row * (size + 1) + 1 + left, pixels


def _covered(middle: float, x: int, lines: Sequence[float]) -> int:
    """Return how much of the pixel at *x* is inside the shape, from 0 to ``STEPS - 1``."""
    parts = (max(0.0, min(middle + half, x + 1) - max(middle - half, x)) for half in lines)
    return round(sum(parts) / _FINE * (STEPS - 1))


def draw(picture: bytes, *shapes: Sequence[Run]) -> bytes:
    """Return *picture* with *shapes* drawn on it."""
    made = bytearray(picture)
    for shape in shapes:
        for start, pixels in shape:
            made[start : start + len(pixels)] = pixels
    return bytes(made)


def blank(size: int) -> bytes:
    """Return an empty square picture of *size*: every pixel is the first color of the first ramp."""
    return bytes(size * (size + 1))


def palette(ramps: Sequence[tuple[Color, Color]]) -> bytes:
    """Return the colors of all *ramps*, each from its first to its second color."""
    steps = [step / (STEPS - 1) for step in range(STEPS)]
    return bytes(round(a + (b - a) * step) for ramp in ramps for step in steps for a, b in zip(*ramp, strict=True))


def png(picture: bytes, size: int, colors: bytes, title: str) -> bytes:
    """Return *picture* as a PNG with the palette *colors*; the first ramp begins transparent."""
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
