"""The waivers of a catalog on one day: which covers a finding, which have ended, which set nothing aside (SC-14)."""

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath
from typing import Literal

from ..catalog.catalog import Catalog, Entry
from ..catalog.nodes import Node
from ..model.quality import ProgramWaiver
from ..model.record import Waiver
from ..reading.problem import Problem
from ..reading.suggest import suggest
from .finding import Rule

QUALITY = PurePosixPath("program/quality.yml")

Pairs = set[tuple[str, PurePosixPath]]
"""Rules with the files they were about: (rule id, path)."""


class Waivers:
    """Every waiver of a catalog as it stands on one day, and what became of it in a run.

    The run adds each rule with each file it is ``applied`` to; what is set aside is remembered here.
    """

    def __init__(self, catalog: Catalog, today: date) -> None:
        self.catalog, self.today = catalog, today
        self.general = catalog.program.quality.waivers if catalog.program.quality else ()
        self.applied: Pairs = set()
        self.set_aside: Pairs = set()

    def cover(self, rule: Rule, entry: Entry[Node]) -> Literal["holds", "ended"] | None:
        """Say how a finding of *rule* in *entry* is covered: by a waiver, by one that has ended, or not at all."""
        ends = [self._ended(waiver) for waiver in self.of(rule, entry)]
        if ends and not all(ends):
            self.set_aside.add((rule.id, entry.source.path))
            return "holds"
        return "ended" if ends else None

    def of(self, rule: Rule, entry: Entry[Node]) -> tuple[Waiver, ...]:
        """Return the waivers of *rule* for *entry*, those that have ended too."""
        general = (waiver for waiver in self.general if not waiver.specs or entry.slug in waiver.specs)
        waivers = (*entry.node.waivers, *general) if entry.node and rule.waivable else ()
        return tuple(waiver for waiver in waivers if waiver.rule == rule.id)

    def idle(self, entry: Entry[Node]) -> Iterator[Problem]:
        """Yield what is wrong with the waivers written in *entry*; ask when the rest of the run is over."""
        if entry.node is not None:
            for i, waiver in enumerate(entry.node.waivers):
                yield from self._idle(i, waiver, [entry])
        elif entry.source.path == QUALITY:
            for i, general in enumerate(self.general):
                yield from self._unknown(i, general)
                yield from self._idle(i, general, self._reached(general))

    def _ended(self, waiver: Waiver) -> bool:
        """Say whether the last day of *waiver* is over."""
        return waiver.expires < self.today

    def _idle(self, i: int, waiver: Waiver, reached: list[Entry[Node]]) -> Iterator[Problem]:
        pairs = {(waiver.rule, entry.source.path) for entry in reached}
        all_read = all(entry.node for entry in reached)  # one that could not be read may well need the waiver
        yield from self._untimely(i, waiver)
        if self._ended(waiver):
            message = f"The waiver of {waiver.rule} ended on {waiver.expires}."
            advice = f"Mend what {waiver.rule} finds and delete the waiver, or have it approved again."
            yield Problem(("waivers", i, "expires"), message, advice, "SC-14")
        elif all_read and self.applied & pairs and not self.set_aside & pairs:
            message = f"The waiver of {waiver.rule} sets nothing aside, because the rule finds nothing."
            yield Problem(("waivers", i, "rule"), message, "Delete the waiver.", "SC-14")

    def _untimely(self, i: int, waiver: Waiver) -> Iterator[Problem]:
        late = waiver.date > waiver.expires
        if late or waiver.date > self.today:
            why = f"ends before that, on {waiver.expires}" if late else "that day is still to come"
            message = f"The waiver of {waiver.rule} was decided on {waiver.date}, and {why}."
            yield Problem(("waivers", i, "date"), message, "Correct the date on which it was decided.", "SC-14")

    def _reached(self, waiver: ProgramWaiver) -> list[Entry[Node]]:
        """Return whom *waiver* is for; one that names nobody is for all, and for guides too."""
        guides = (entry for entry in self.catalog.other_entries if entry.node)
        everyone = (*self.catalog.entries, *guides)
        return [entry for entry in everyone if not waiver.specs or entry.slug in waiver.specs]

    def _unknown(self, i: int, waiver: ProgramWaiver) -> Iterator[Problem]:
        known = {entry.slug for entry in (*self.catalog.entries, *self.catalog.other_entries)}
        for j, slug in enumerate(waiver.specs):
            if slug not in known:
                message = f"The waiver of {waiver.rule} names “{slug}”, which is no spec of this catalog."
                advice = suggest(slug, self.catalog.by_slug)
                yield Problem(("waivers", i, "specs", j), message, advice, "SC-14")
