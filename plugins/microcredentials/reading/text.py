"""A decoded text, and the lines and columns of its offsets."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text: offsets in code points, ``end`` exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A position in a file as editors show it: line and column in code points, both from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class SourceText:
    """The characters of a file, without its byte-order mark.

    Lines end at LF, CRLF or CR only. YAML also breaks lines at U+0085, U+2028 and U+2029, which editors do not, so
    the line numbers of a YAML parser are never used.
    """

    value: str

    @cached_property
    def _starts(self) -> list[int]:
        if "\r" in self.value:
            return [0, *(match.end() for match in LINE_END.finditer(self.value))]
        return [0, *accumulate(map((1).__add__, map(len, self.value.split("\n")[:-1])))]

    def position(self, offset: int) -> Position:
        """Return the line and column of *offset*."""
        row = bisect_right(self._starts, offset) - 1
        return Position(row + 1, offset - self._starts[row] + 1)

    def line(self, number: int) -> str:
        """Return line *number* (from 1) without its line end; an empty string after the last line."""
        if not 1 <= number <= len(self._starts):
            return ""
        end = self._starts[number] if number < len(self._starts) else len(self.value)
        return self.value[self._starts[number - 1] : end].rstrip("\r\n")

    def line_start(self, number: int) -> int:
        """Return the offset at which line *number* (from 1) begins; after the last line, that of the last line."""
        return self._starts[min(number, len(self._starts)) - 1]
