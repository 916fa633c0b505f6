"""A place in a file as a reader finds it: path, line and column."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from .text import Position


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a file: its path from the working directory, and its first and last position (end exclusive)."""

    path: str
    start: Position
    end: Position

    def describe(self, folder: PurePosixPath | None = None) -> str:
        """Return path and lines as people write them, ``a.md:3–5``; with *folder*, the path is relative to it."""
        path = self.path.removeprefix(f"{folder}/") if folder else self.path
        last = f"–{self.end.line}" if self.end.line != self.start.line else ""
        return f"{path}:{self.start.line}{last}"
