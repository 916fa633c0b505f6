"""Waivers: which ones cover the findings of a rule in a file, and which ones are wrong or unused (SC-14)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import PurePosixPath

from ..catalog.catalog import Catalog
from ..catalog.entry import Entry
from ..catalog.nodes import Node
from ..model.program import Program
from ..model.quality import ProgramWaiver
from ..model.record import Waiver
from ..reading.problem import Problem
from ..reading.suggest import suggest
from .finding import Rule

QUALITY = PurePosixPath("program/quality.yml")

Pairs = frozenset[tuple[str, PurePosixPath]]
"""Rules with files: (rule id, path in the content folder)."""


class Coverage(Enum):
    """Whether waivers cover the findings of a rule in a file: none does, one in force does, or all have ended."""

    NONE = "none"
    IN_FORCE = "in force"
    ENDED = "ended"


@dataclass(frozen=True)
class Outcome:
    """The effect of waivers in one run on the day ``today``.

    Both sets contain pairs of a rule's id and the path of a file. In ``applied``, a waiver names the rule, and the run
    applied it to the file. In ``waived``, the rule has waived findings in the file.
    """

    today: date
    applied: Pairs
    waived: Pairs


def assess_coverage(waivers: Sequence[Waiver], today: date) -> Coverage:
    """Return whether *waivers*, which are all those of one rule for one file, cover its findings on the day *today*."""
    if not waivers:
        return Coverage.NONE
    return Coverage.ENDED if all(_has_ended(waiver, today) for waiver in waivers) else Coverage.IN_FORCE


def find_waivers(rule: Rule, entry: Entry[Node], program: Program) -> tuple[Waiver, ...]:
    """Return the waivers of *rule* for *entry*, including expired ones: its own, then those of *program*."""
    if entry.node is None or not rule.waivable:
        return ()
    general = (waiver for waiver in list_general_waivers(program) if not waiver.specs or entry.slug in waiver.specs)
    return tuple(waiver for waiver in (*entry.node.waivers, *general) if waiver.rule == rule.id)


def list_general_waivers(program: Program) -> tuple[ProgramWaiver, ...]:
    """Return the waivers of ``quality.yml``; none if it could not be read."""
    return program.quality.waivers if program.quality else ()


def find_waived_rules(catalog: Catalog) -> frozenset[str]:
    """Return the ids that any waiver of *catalog* names, whether such a rule exists or not."""
    own = (waiver for entry in catalog.entries if entry.node for waiver in entry.node.waivers)
    return frozenset(waiver.rule for waiver in (*own, *list_general_waivers(catalog.program)))


def find_waiver_problems(entry: Entry[Node], catalog: Catalog, outcome: Outcome) -> Iterator[Problem]:
    """Yield the problems of the waivers in the file of *entry*, after a run over *catalog* with this *outcome*."""
    if entry.node is not None:
        for i, waiver in enumerate(entry.node.waivers):
            yield from _problems(i, waiver, [entry], outcome)
    elif entry.source.path == QUALITY:
        for i, general in enumerate(list_general_waivers(catalog.program)):
            yield from _unknown_specs(i, general, catalog)
            yield from _problems(i, general, _covered_entries(general, catalog), outcome)


def _has_ended(waiver: Waiver, today: date) -> bool:
    """Return whether the last day of *waiver* is over."""
    return waiver.expires < today


def _problems(i: int, waiver: Waiver, covered: Sequence[Entry[Node]], outcome: Outcome) -> Iterator[Problem]:
    yield from _wrong_date(i, waiver, outcome.today)
    if _has_ended(waiver, outcome.today):
        message = f"The waiver for {waiver.rule} ended on {waiver.expires}."
        advice = f"Fix what {waiver.rule} finds and delete the waiver, or have it approved again."
        yield Problem(("waivers", i, "expires"), message, advice, "SC-14")
    elif _is_unused(waiver, covered, outcome):
        message = f"The waiver for {waiver.rule} is unused: the rule has no findings to waive."
        yield Problem(("waivers", i, "rule"), message, "Delete the waiver.", "SC-14")


def _is_unused(waiver: Waiver, covered: Sequence[Entry[Node]], outcome: Outcome) -> bool:
    """Return whether *waiver* waives nothing in the files that it covers, although its rule was applied to one of them.

    A file that could not be read may well need the waiver.
    """
    pairs = {(waiver.rule, entry.source.path) for entry in covered}
    return all(entry.node for entry in covered) and bool(outcome.applied & pairs) and not outcome.waived & pairs


def _wrong_date(i: int, waiver: Waiver, today: date) -> Iterator[Problem]:
    ends_first = waiver.date > waiver.expires
    if ends_first or waiver.date > today:
        why = f"but ends before that, on {waiver.expires}" if ends_first else "which is in the future"
        message = f"The waiver for {waiver.rule} was approved on {waiver.date}, {why}."
        yield Problem(("waivers", i, "date"), message, "Correct the date of the approval.", "SC-14")


def _covered_entries(waiver: ProgramWaiver, catalog: Catalog) -> list[Entry[Node]]:
    """Return the entries that *waiver* covers: the specs that it names, or all specs and guides."""
    readable = (entry for entry in catalog.other_entries if entry.node)
    return [entry for entry in (*catalog.entries, *readable) if not waiver.specs or entry.slug in waiver.specs]


def _unknown_specs(i: int, waiver: ProgramWaiver, catalog: Catalog) -> Iterator[Problem]:
    known = {entry.slug for entry in (*catalog.entries, *catalog.other_entries)}
    for j, slug in enumerate(waiver.specs):
        if slug not in known:
            message = f"The waiver for {waiver.rule} names “{slug}”, which is not a spec of this catalog."
            yield Problem(("waivers", i, "specs", j), message, suggest(slug, catalog.by_slug), "SC-14")
