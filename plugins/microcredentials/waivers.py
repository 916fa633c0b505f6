"""The waivers of a catalog on one day: which covers a finding, which have ended, which set nothing aside (SC-14)."""

from collections.abc import Iterable, Iterator, Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from .catalog import Catalog, Entry, Node
from .fields import nearest
from .finding import Rule
from .problem import Problem
from .quality import ProgramWaiver
from .record import Waiver

QUALITY = PurePosixPath("program/quality.yml")

Pairs = AbstractSet[tuple[str, str]]
"""Rules with what they were about: (rule id, slug)."""


@dataclass(frozen=True)
class Waivers:
    """Every waiver of *catalog*, those of single specs and those of the program, as they stand on the day *today*."""

    catalog: Catalog
    today: date

    @property
    def general(self) -> tuple[ProgramWaiver, ...]:
        """The waivers of the program."""
        quality = self.catalog.program.quality
        return quality.waivers if quality else ()

    def ended(self, waiver: Waiver) -> bool:
        """Say whether the last day of *waiver* is over."""
        return waiver.expires < self.today

    def covering(self, rule: Rule, entry: Entry[Node]) -> Waiver | None:
        """Return the waiver of *rule* for *entry* that lasts longest, even if it has ended."""
        if not rule.waivable or entry.node is None:
            return None
        general = (waiver for waiver in self.general if not waiver.specs or entry.slug in waiver.specs)
        candidates = (waiver for waiver in (*entry.node.waivers, *general) if waiver.rule == rule.id)
        return max(candidates, key=lambda waiver: waiver.expires, default=None)

    def idle(self, entry: Entry[Node], applied: Pairs, set_aside: Pairs) -> Iterator[Problem]:
        """Yield what is wrong with the waivers written in *entry*, knowing what was applied and what was set aside."""
        if entry.node is not None:
            waivers = ((waiver, [entry.slug]) for waiver in entry.node.waivers)
            yield from self._idle(waivers, applied, set_aside)
        elif entry.source.path == QUALITY:
            yield from self._unknown()
            yield from self._idle(((waiver, self._reached(waiver)) for waiver in self.general), applied, set_aside)

    def _idle(self, waivers: Iterable[tuple[Waiver, list[str]]], applied: Pairs, set_aside: Pairs) -> Iterator[Problem]:
        for i, (waiver, reached) in enumerate(waivers):
            pairs = {(waiver.rule, slug) for slug in reached}
            if self.ended(waiver):
                message = f"The waiver of {waiver.rule} ended on {waiver.expires}."
                advice = f"Mend what {waiver.rule} finds and delete the waiver, or have it approved again."
                yield Problem(("waivers", i, "expires"), message, advice, "SC-14")
            elif applied & pairs and not set_aside & pairs and self._whole(reached):
                message = f"The waiver of {waiver.rule} sets nothing aside, because the rule finds nothing."
                yield Problem(("waivers", i, "rule"), message, "Delete the waiver.", "SC-14")

    def _reached(self, waiver: ProgramWaiver) -> list[str]:
        """Return whom *waiver* is for; one that names nobody is for all, and for guides too."""
        everyone = (*self.catalog.entries, *(entry for entry in self.catalog.others if entry.node))
        return list(waiver.specs) or [entry.slug for entry in everyone]

    def _whole(self, slugs: Iterable[str]) -> bool:
        """Say whether all specs of *slugs* could be read: one that could not may well need the waiver."""
        broken = {entry.slug for entry in self.catalog.entries if entry.node is None}
        return broken.isdisjoint(slugs)

    def _unknown(self) -> Iterator[Problem]:
        known = {entry.slug: entry for entry in (*self.catalog.entries, *self.catalog.others)}
        for i, waiver in enumerate(self.general):
            for j, slug in enumerate(waiver.specs):
                if slug not in known:
                    message = f"The waiver of {waiver.rule} names “{slug}”, which is no spec of this catalog."
                    advice = nearest(slug, self.catalog.by_slug)
                    yield Problem(("waivers", i, "specs", j), message, advice, "SC-14")
