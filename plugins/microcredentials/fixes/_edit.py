"""What a fix is made of."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ..source import Source
from ..text import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """A piece of a file's text, and what stands in its place afterwards."""

    span: Span
    text: str


@dataclass(frozen=True)
class Aids:
    """What a fix may need that is not in the file.

    ``uid`` is a fresh identifier, ``order`` the names of fields in the order of the annotated template.
    ``added`` are the fields that a fix may add, with their values.
    """

    uid: str
    order: tuple[str, ...] = ()

    @property
    def added(self) -> Mapping[str, str]:
        """The one field that a fix adds."""
        return {"uid": self.uid}


Fix = Callable[[Source, Aids], Iterator[Edit]]


def edited(text: str, edits: list[Edit]) -> str:
    """Return *text* after *edits*, none of which touches another."""
    for edit in sorted(edits, key=lambda edit: -edit.span.start):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
