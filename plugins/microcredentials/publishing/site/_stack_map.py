"""The map of a stack: its members in order, what each requires first, and what the whole leads to.

The map is narrow, so that its words can be read on a phone. Lengths are in the units of its own ``viewBox``. The page
has the same information in words, so screen readers need not go through the map.
"""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

WIDTH = 400
_LEFT, _BOX = 44, 348  # where boxes begin, and how wide they are
_LINE, _PADDING, _GAP = 19, 11, 18
_LETTERS = 38  # of a line in a box
_MEMBERS = ("required", "elective")


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the map: a member with the titles of its prerequisites, a note between members, or the goal."""

    kind: str
    """``required``, ``elective``, ``note`` or ``goal``."""
    title: str
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A step as it is drawn; ``lines`` are its words with the height of each line, ``number`` counts members."""

    y: float
    height: float
    kind: str
    lines: tuple[tuple[float, str], ...]
    number: str = ""

    @property
    def middle(self) -> float:
        """The vertical middle."""
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class StackMap:
    """Boxes from top to bottom, the arrows from each prerequisite to what requires it, and the size of the map."""

    boxes: tuple[Box, ...]
    arrows: tuple[str, ...]
    height: float
    width: int = WIDTH
    left: int = _LEFT
    box: int = _BOX


def draw_map(steps: Sequence[Step]) -> StackMap:
    """Return the map of *steps*, from the first to the last."""
    boxes = tuple(_boxes(steps))
    pairs = [*zip(steps, boxes, strict=True)]
    by_title = {step.title: box for step, box in pairs}
    arrows = (_arrow(by_title[need], box) for step, box in pairs for need in step.needs if need in by_title)
    return StackMap(boxes, tuple(arrows), boxes[-1].y + boxes[-1].height + 4 if boxes else 0)


def _boxes(steps: Sequence[Step]) -> Iterator[Box]:
    y, number = 4.0, 0
    for step in steps:
        padding = _PADDING if step.kind != "note" else 0
        wrapped = textwrap.wrap(step.title, _LETTERS, max_lines=3, placeholder=" …")
        lines = tuple((y + padding + _LINE * (n + 0.72), line) for n, line in enumerate(wrapped))
        height = len(lines) * _LINE + 2 * padding
        number += step.kind in _MEMBERS
        yield Box(y, height, step.kind, lines, str(number) if step.kind in _MEMBERS else "")
        y += height + _GAP


def _arrow(before: Box, after: Box) -> str:
    """Return the path of an arrow at the right, from a prerequisite to what requires it."""
    right = _LEFT + _BOX
    return f"M{right} {before.middle:g}h6V{after.middle:g}h-4"
