"""One spec before and after: what every comparison of its fields needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...model.program import Program
from ...model.spec import Spec
from ...model.wording import field_label, join_items
from ...reading.problem import Pointer
from ..catalog import Entry
from ._details import Detail
from ._earners import with_earners
from .change import Change, Significance
from .words import SHORT, said, vocabulary

MOST_PARTS = 4
"""How many of the fields that differ a sentence names."""


@dataclass(frozen=True)
class Comparison:
    """A spec before (``old``) and after (``new``) a change, both readable; ``program`` gives ids their labels."""

    old: Entry[Spec]
    new: Entry[Spec]
    program: Program

    def change(
        self, kind: str, sentence: str, significance: Significance, at: Pointer = (), before: str = "", after: str = "",
        reaches: tuple[str, ...] = (),
    ) -> Change:  # fmt: skip
        """Return a change of this spec, with what those who are under way must know of it."""
        path = self.new.source.path.as_posix()
        title = self.new.spec.title
        change = Change(kind, self.new.slug, path, sentence, significance, "", before, after, at, reaches, title)
        return with_earners(change, self.old, self.new)

    def said(self, value: Any, owner: Any = None, field: str | int = "") -> str:
        """Return *value*, which stands in *field* of the block *owner*, as people read it."""
        return said(value, self.program, vocabulary(owner, field))

    def both(self, detail: Detail) -> tuple[str, str]:
        """Return the words of *detail* before and after."""
        field = next((step for step in reversed(detail.at) if isinstance(step, str)), "")
        return self.said(detail.before, detail.owner, field), self.said(detail.after, detail.owner, field)

    def of_details(self, kind: str, subject: str, weight: Significance, found: list[Detail], at: Pointer) -> Change:
        """Return one change for all that differs in the block or item at *at*, which is called *subject*."""
        parts = [(detail, *self.both(detail)) for detail in found]
        if len(found) == 1 and max(map(len, parts[0][1:])) > SHORT and all(parts[0][1:]):
            label = _label(found[0], at)
            sentence = f"{subject} is reworded." if label == "Prompt" else f"{subject}: “{label}” is reworded."
            return self.change(kind, sentence, weight, found[0].at, parts[0][1], parts[0][2])
        told = [self._part(detail, at) for detail in found[:MOST_PARTS]]
        told += [f"{len(found) - MOST_PARTS} more"] if len(found) > MOST_PARTS else []
        sentence = f"{subject} changes: {join_items(told)}."
        if len(found) == 1:
            return self.change(kind, sentence, weight, found[0].at, parts[0][1], parts[0][2])
        labels = [_label(detail, at) for detail in found]
        before = "\n".join(f"{label}: {old}" for label, (_, old, _) in zip(labels, parts, strict=True) if old)
        after = "\n".join(f"{label}: {new}" for label, (_, _, new) in zip(labels, parts, strict=True) if new)
        return self.change(kind, sentence, weight, at, before, after)

    def _part(self, detail: Detail, at: Pointer) -> str:
        """Return what happens to one field, with its values where they are short."""
        label, (before, after) = _label(detail, at), self.both(detail)
        label = label[:1].lower() + label[1:]
        if max(len(before), len(after)) > SHORT:
            return f"{label} {'reworded' if before and after else 'added' if after else 'dropped'}"
        if not (before and after):
            return f"{label} added ({after})" if after else f"{label} dropped (it was {before})"
        return f"{label} {after} (it was {before})"


def _label(detail: Detail, at: Pointer) -> str:
    return field_label(detail.at[len(at) :] or detail.at[-1:])


def owned(found: Iterator[Detail], old: Entry[Spec], new: Entry[Spec]) -> list[Detail]:
    """Return the details that one of the two files itself states; the others come from ``program.yml``."""
    return [detail for detail in found if old.source.has(detail.at) or new.source.has(detail.at)]
