"""The map of a stack: its members in order, what each needs first, and what the whole leads to.

A narrow picture, so that its words can be read on a phone. Lengths are in the units of its own ``viewBox``. The page
says the same in words, so programs that read aloud need not walk through the picture.
"""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

WIDTH = 400
_LEFT, _BOX = 44, 348  # where boxes begin, and how wide they are
_LINE, _PADDING, _GAP = 19, 11, 18
_LETTERS = 38  # of a line in a box


@dataclass(frozen=True, slots=True)
class Step:
    """What the map is drawn from: a member with the titles it needs first, or another station of the way."""

    kind: str
    """``required``, ``elective``, ``note`` (words between boxes) or ``goal``."""
    title: str
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A station: where it stands, its look, its lines of words, and the number in front of it, if it has one."""

    y: float
    height: float
    kind: str
    lines: tuple[tuple[float, str], ...]
    number: str = ""

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class StackMap:
    """Boxes from top to bottom, the ties between those that need each other, and how high the picture is."""

    boxes: tuple[Box, ...]
    ties: tuple[str, ...]
    height: float
    width: int = WIDTH
    left: int = _LEFT
    box: int = _BOX


def stack_map(steps: Sequence[Step]) -> StackMap:
    """Return the map of *steps*, which are in the order of the way."""
    boxes = tuple(_boxes(steps))
    places = {step.title: box for step, box in zip(steps, boxes, strict=True)}
    needed = (
        (places[need], box) for step, box in zip(steps, boxes, strict=True) for need in step.needs if need in places
    )
    ties = tuple(_tie(before, after) for before, after in needed)
    return StackMap(boxes, ties, boxes[-1].y + boxes[-1].height + 4 if boxes else 0)


def _boxes(steps: Sequence[Step]) -> Iterator[Box]:
    y, number = 4.0, 0
    for step in steps:
        lines = textwrap.wrap(step.title, _LETTERS, max_lines=3, placeholder=" …")
        height = len(lines) * _LINE + 2 * (_PADDING if step.kind != "note" else 0)
        number += step.kind in ("required", "elective")
        top = y + (_PADDING if step.kind != "note" else 0)
        words = tuple((top + _LINE * (n + 0.72), line) for n, line in enumerate(lines))
        yield Box(y, height, step.kind, words, str(number) if step.kind in ("required", "elective") else "")
        y += height + _GAP


def _tie(before: Box, after: Box) -> str:
    """Return the path of an arrow at the right, from what is needed to what needs it."""
    right = _LEFT + _BOX
    return f"M{right} {before.middle:g}h6V{after.middle:g}h-4"
