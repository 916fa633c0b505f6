"""One spec before and after a change, and how its changes are put into words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...model.program import Program
from ...model.spec import Spec
from ...model.wording import field_label, join_items
from ...reading.problem import Pointer
from ..entry import Entry
from ._differences import Difference
from ._earners import write_earner_note
from .change import Change, ChangeKind
from .formatting import SHORT, field_vocabulary, format_value

MAX_FIELDS = 4
"""The largest number of changed fields that one sentence names."""

Words = tuple[str, str]
"""The words before and after."""


@dataclass(frozen=True)
class Comparison:
    """A spec before (``old``) and after (``new``) a change, both readable; ``program`` gives ids their labels."""

    old: Entry[Spec]
    new: Entry[Spec]
    program: Program

    def values(self, field: str) -> tuple[Any, Any]:
        """Return the values of *field* before and after; None for a kind of spec that does not have the field."""
        return getattr(self.old.spec, field, None), getattr(self.new.spec, field, None)

    def change(self, kind: ChangeKind, sentence: str, at: Pointer = (), words: Words = ("", "")) -> Change:
        """Return a change of this spec, with a note for earners."""
        return Change(
            kind=kind.name,
            spec=self.new.slug,
            path=self.new.source.path.as_posix(),
            sentence=sentence,
            significance=kind.significance,
            for_earners=write_earner_note(kind, self.old, self.new),
            before=words[0],
            after=words[1],
            at=at,
            title=self.new.spec.title,
        )

    def format(self, value: Any, owner: Any = None, field: str | int = "") -> str:
        """Return *value* of the *field* of a block of the type *owner*, as people read it."""
        return format_value(value, self.program, field_vocabulary(owner, field))

    def words(self, difference: Difference) -> Words:
        """Return both values of *difference* as people read them."""
        field = next((step for step in reversed(difference.at) if isinstance(step, str)), "")
        before, after, owner = difference.before, difference.after, difference.owner
        return self.format(before, owner, field), self.format(after, owner, field)

    def summarize(self, kind: ChangeKind, found: list[Difference], at: Pointer) -> Change:
        """Return one change for all differences *found* in the block or item at *at*."""
        if len(found) == 1:
            return self._of_one(kind, found[0], at)
        parts = [self._describe(difference, at) for difference in found[:MAX_FIELDS]]
        parts += [f"{len(found) - MAX_FIELDS} more"] if len(found) > MAX_FIELDS else []
        labels, words = [_label(each, at) for each in found], [self.words(each) for each in found]
        before, after = (
            "\n".join(f"{label}: {text}" for label, text in zip(labels, texts, strict=True) if text)
            for texts in zip(*words, strict=True)
        )
        return self.change(kind, f"{kind.noun} changes: {join_items(parts)}.", at, (before, after))

    def _of_one(self, kind: ChangeKind, difference: Difference, at: Pointer) -> Change:
        words, label = self.words(difference), _label(difference, at)
        if not all(words) or max(map(len, words)) <= SHORT:
            sentence = f"{kind.noun} changes: {self._describe(difference, at)}."
        else:
            sentence = f"{kind.noun} is reworded." if label == "Prompt" else f"{kind.noun}: “{label}” is reworded."
        return self.change(kind, sentence, difference.at, words)

    def _describe(self, difference: Difference, at: Pointer) -> str:
        """Describe the change of one field, with its values where they are short."""
        label, (before, after) = _label(difference, at), self.words(difference)
        label = label[:1].lower() + label[1:]
        if max(len(before), len(after)) > SHORT:
            return f"{label} {'reworded' if before and after else 'added' if after else 'removed'}"
        if before and after:
            return f"{label} {after} (it was {before})"
        return f"{label} added ({after})" if after else f"{label} removed (it was {before})"


def _label(difference: Difference, at: Pointer) -> str:
    return field_label(difference.at[len(at) :] or difference.at[-1:])


def only_own(found: Iterator[Difference], comparison: Comparison) -> list[Difference]:
    """Return the differences in values that at least one of the two files states itself."""
    files = comparison.old.source, comparison.new.source
    return [difference for difference in found if any(file.has(difference.at) for file in files)]
