"""From what is known of addresses to problems of the files that name them, for the rules of the family LK."""

from collections.abc import Iterator
from dataclasses import replace

from ..catalog.catalog import Catalog, Entry
from ..catalog.nodes import Node
from ..reading.problem import Problem, Severity
from .answer import Outcome
from .outgoing import Outgoing, outgoing
from .record import Known, Record

PATIENCE = 14
"""Days for which a page may keep silent before somebody is to look: servers rest, and some refuse programs."""

_SHOWN = 200  # characters of an address that somebody else chose


def told(catalog: Catalog, record: Record) -> Catalog:
    """Return *catalog* with what *record* tells of its links in place of any other problem."""
    return replace(
        catalog,
        entries=tuple(replace(each, problems=tuple(_problems(each, record))) for each in catalog.entries),
        other_entries=tuple(replace(each, problems=tuple(_problems(each, record))) for each in catalog.other_entries),
    )


def _problems(entry: Entry[Node], record: Record) -> Iterator[Problem]:
    for each in outgoing(entry):
        if (known := record.get(each.address)) and known.answer.outcome is not Outcome.THERE:
            yield replace(_problem(each, known), at=each.at, span=each.span)


def _problem(each: Outgoing, known: Known) -> Problem:
    answer, day = known.answer, f"{known.since:%Y-%m-%d}"
    if answer.outcome is Outcome.GONE:
        said = f"{each.address} is gone: {answer.said} (since {day})."
        advice, twice = "Find where its publisher keeps it now, or refer to something else.", known.since < known.asked
        return Problem((), said, advice, "LK-01", severity=None if twice else Severity.WARNING)
    if answer.outcome is Outcome.MOVED:
        said = f"{each.address} has moved to {answer.now[:_SHOWN]}."
        return Problem((), said, "Open it. If it is still what you mean, write the new address.", "LK-02")
    silent = (known.asked - known.since).days >= PATIENCE
    said = f"{each.address} could not be looked at: {answer.said} (since {day})."
    advice = "Open it in a browser. Nothing is to be done if it is there: some servers answer no programs."
    return Problem((), said, advice, "LK-03", severity=None if silent else Severity.INFO)
