"""The steps that are left before a spec can be published, as a list to work through."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from ...checking.finding import Finding
from ...checking.scorecard import Result, Scorecard
from ...model.sections import CREDENTIAL_LAYERS, STACK_LAYERS, Layers, page_order, section_title
from ...model.wording import plural
from ...reading.problem import Severity
from ..safe import plain
from ._location import format_location

_FIRST = 3


def list_steps(card: Scorecard) -> str:
    """Return the steps to publication: the three most serious first, then the others in the order of the page."""
    steps = _most_serious_first([found for found in card.findings if found.status == "open"], card)
    title = f"{plain(card.path)}  “{plain(card.title)}”\n\n"
    if not steps:
        return f"{title}Nothing is left to do. {_progress(card)}\n{_last_step(card)}"
    first, rest = steps[:_FIRST], sorted(steps[_FIRST:], key=lambda found: _order(found, card))
    parts = [f"{title}{plural(len(steps), 'step')} to publication. {_progress(card)}"]
    parts.append("\n".join(["Next", "", *_number(first, 1)]))
    number = len(first) + 1
    for section, group in groupby(rest, key=lambda found: _section(found, card)):
        found = list(group)
        parts.append("\n".join([section, "", *_number(found, number)]))
        number += len(found)
    return "\n\n".join(parts) + "\n"


def _most_serious_first(findings: Iterable[Finding], card: Scorecard) -> list[Finding]:
    """Return *findings* in the order in which they are best fixed: the most serious first, then down the page."""
    severities = list(Severity)
    return sorted(findings, key=lambda found: (severities.index(found.severity), _order(found, card)))


def _order(found: Finding, card: Scorecard) -> tuple[object, ...]:
    return *page_order(found.field, _layers(card)), found.place.start


def _section(found: Finding, card: Scorecard) -> str:
    return section_title(found.field, _layers(card))


def _layers(card: Scorecard) -> Layers:
    return STACK_LAYERS if card.entry.folder == "stacks" else CREDENTIAL_LAYERS


def _number(findings: Iterable[Finding], start: int) -> Iterator[str]:
    for number, found in enumerate(findings, start):
        yield f"{number:>4}. {plain(found.message)}"
        if found.advice:
            yield f"      {plain(found.advice)}"
        yield f"      {plain(found.label)}, {format_location(found.place)}  ({found.severity} {found.rule.id})"


def _progress(card: Scorecard) -> str:
    """Return how many clauses are met, and how many are left for people to judge."""
    if not card.clauses:
        return "The file must be readable before it can be checked; more steps may follow."
    waiting = card.counts[Result.JUDGMENT]
    for_people = f"; {waiting} for people to judge" if waiting else ""
    return f"{card.counts[Result.MET]} of {plural(card.applicable, 'clause')} met{for_people}."


def _last_step(card: Scorecard) -> str:
    if card.entry.node is None or card.entry.node.status == card.status:
        return ""
    return f"Write “status: {card.status}” once the decision is made.\n"
