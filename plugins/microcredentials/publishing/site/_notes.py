"""Findings beside the fields of a page: each is shown once, at the first field that covers it."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...checking.finding import Finding


@dataclass(frozen=True, slots=True)
class Note:
    """A finding on a page; ``number`` (from 1) names its anchor there."""

    number: int
    finding: Finding


class Notes:
    """Hands out the findings on one spec while its page is rendered.

    A field takes what was found on itself or below it, and what one field has taken is gone for the next. A template
    therefore asks for finer fields first, and lists at its top what no field took.
    """

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        self.all = tuple(Note(number, finding) for number, finding in enumerate(findings, 1))
        self._taken: set[int] = set()

    def __call__(self, *pointer: str | int) -> tuple[Note, ...]:
        """Return the notes on the field at *pointer* and below it that no field has taken yet."""
        left = (note for note in self.all if not self.taken(note))
        found = tuple(note for note in left if note.finding.field[: len(pointer)] == pointer)
        self._taken.update(note.number for note in found)
        return found

    def taken(self, note: Note) -> bool:
        """Say whether *note* stands beside a field already."""
        return note.number in self._taken
