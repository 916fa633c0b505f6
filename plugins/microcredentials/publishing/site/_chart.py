"""Charts of tables: shapes on a plane, which a template draws and a style sheet colors.

Lengths are in the units of the chart's own ``viewBox``; at full width a unit is about a pixel.
"""

from collections.abc import Sequence
from dataclasses import dataclass

LABELS = 190  # room for the words at the left
ROW = 26
WIDTH = 640
_LONGEST = 26  # letters that fit beside a row


@dataclass(frozen=True, slots=True)
class Shape:
    """A rectangle; ``kind`` names its look, and ``text`` is written in its middle."""

    x: float
    y: float
    width: float
    height: float
    kind: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A word beside a row (``end`` of the line at ``x``) or above a column (``middle``)."""

    x: float
    y: float
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything to draw, and the size of the plane."""

    width: int
    height: int
    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...]


def draw_grid(rows: Sequence[tuple[str, Sequence[int]]], columns: Sequence[str]) -> Chart:
    """Return a cell with a number for every row and column; cells with a zero are drawn as holes."""
    step = (WIDTH - LABELS) / max(1, len(columns))
    heads = tuple(Label(LABELS + step * (i + 0.5), ROW - 8, name, "middle") for i, name in enumerate(columns))
    cells = tuple(
        Shape(LABELS + step * i + 2, ROW * n + 2, step - 4, ROW - 4, _kind(count), str(count))
        for n, (_, counts) in enumerate(rows, 1)
        for i, count in enumerate(counts)
    )
    return Chart(WIDTH, ROW * (len(rows) + 1), cells, (*heads, *_row_labels([name for name, _ in rows], ROW)))


def draw_marks(rows: Sequence[tuple[str, Sequence[bool]]]) -> Chart:
    """Return a band for every row, with a mark in each column that is true; a band without marks is a hole."""
    columns = max((len(marked) for _, marked in rows), default=0)
    step = (WIDTH - LABELS) / max(1, columns)
    size = min(step, ROW - 10)
    shapes = []
    for n, (_, marked) in enumerate(rows):
        shapes.append(Shape(LABELS, ROW * n + 2, WIDTH - LABELS, ROW - 4, "band" if any(marked) else "hole"))
        lefts = (LABELS + step * (i + 0.5) - size / 2 for i, mark in enumerate(marked) if mark)
        shapes += [Shape(x, ROW * n + 5, size, ROW - 10, "mark") for x in lefts]
    return Chart(WIDTH, ROW * len(rows), tuple(shapes), _row_labels([name for name, _ in rows], 0))


def _row_labels(names: Sequence[str], top: float) -> tuple[Label, ...]:
    short = (name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…" for name in names)
    return tuple(Label(LABELS - 10, top + ROW * (n + 0.5) + 5, name, "end") for n, name in enumerate(short))


def _kind(count: int) -> str:
    return "hole" if count == 0 else "few" if count < 3 else "some" if count < 6 else "many"
