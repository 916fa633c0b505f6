"""From the record of links to problems of the files that contain the links, for the rules of the family LK."""

from collections.abc import Iterator
from dataclasses import replace

from ..catalog.catalog import Catalog
from ..catalog.entry import Entry
from ..catalog.nodes import Node
from ..reading.problem import Problem, Severity
from .answer import Outcome
from .external import find_external_links
from .record import LinkResult, Record

PATIENCE_DAYS = 14
"""How long a page may be silent before its finding becomes a warning: servers rest, and some reject programs."""

_MAX_ADDRESS = 200  # characters quoted of an address that another server chose


def with_link_problems(catalog: Catalog, record: Record) -> Catalog:
    """Return *catalog* with the problems of its links in place of all other problems."""
    return replace(
        catalog,
        entries=tuple(replace(each, problems=tuple(_problems(each, record))) for each in catalog.entries),
        other_entries=tuple(replace(each, problems=tuple(_problems(each, record))) for each in catalog.other_entries),
    )


def _problems(entry: Entry[Node], record: Record) -> Iterator[Problem]:
    for link in find_external_links(entry):
        if (result := record.get(link.address)) and result.answer.outcome is not Outcome.FOUND:
            yield replace(_problem(link.address, result), at=link.at, span=link.span)


def _problem(address: str, result: LinkResult) -> Problem:
    answer, since = result.answer, f"{result.since:%Y-%m-%d}"
    if answer.outcome is Outcome.GONE:
        message = f"{address} is gone: {answer.reason} (since {since})."
        advice = "Look for its new address at the publisher, or link to something else."
        confirmed = result.since < result.asked
        return Problem((), message, advice, "LK-01", severity=None if confirmed else Severity.WARNING)
    if answer.outcome is Outcome.MOVED:
        message = f"{address} has moved to {answer.new_address[:_MAX_ADDRESS]}."
        return Problem((), message, "Open the new page. If it is still the right one, use its address.", "LK-02")
    message = f"{address} could not be checked: {answer.reason} (since {since})."
    advice = "Open it in a browser. If it opens, no action is needed: some servers reject automated requests."
    silent = (result.asked - result.since).days >= PATIENCE_DAYS
    return Problem((), message, advice, "LK-03", severity=None if silent else Severity.INFO)
