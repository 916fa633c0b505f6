"""What is left before something can be published, as a list to work through: first things first, nothing twice."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from ...checking.finding import Finding
from ...checking.scorecard import Result, Scorecard
from ...model.sections import CREDENTIAL_SECTIONS, STACK_SECTIONS, Sections, page_order, section_title
from ...model.wording import plural
from ...reading.problem import Severity
from ..safe import plain

NEXT = 3


def todo(card: Scorecard) -> str:
    """Return the steps that *card*'s spec still needs, in the order of its page, after the three to begin with."""
    steps = _in_order([found for found in card.findings if found.status == "open"], card)
    title = f"{plain(card.path)}  “{plain(card.title)}”\n\n"
    if not steps:
        return f"{title}Nothing is left to do. {_standing(card)}\n{_last_step(card)}"
    first, rest = steps[:NEXT], sorted(steps[NEXT:], key=lambda found: _place(found, card))
    parts = [f"{title}{plural(len(steps), 'step')} to publication. {_standing(card)}"]
    parts.append("\n".join(["Next", "", *_numbered(first, 1)]))
    number = len(first) + 1
    for section, group in groupby(rest, key=lambda found: _section(found, card)):
        found = list(group)
        parts.append("\n".join([section, "", *_numbered(found, number)]))
        number += len(found)
    return "\n\n".join(parts) + "\n"


def _in_order(findings: Iterable[Finding], card: Scorecard) -> list[Finding]:
    """Return *findings* as they are best mended: what stands in the way first, then down the page."""
    weights = list(Severity)
    return sorted(findings, key=lambda found: (weights.index(found.severity), _place(found, card)))


def _place(found: Finding, card: Scorecard) -> tuple[object, ...]:
    return *page_order(found.field, _sections(card)), found.place.start


def _section(found: Finding, card: Scorecard) -> str:
    return section_title(found.field, _sections(card))


def _sections(card: Scorecard) -> Sections:
    return STACK_SECTIONS if card.entry.folder == "stacks" else CREDENTIAL_SECTIONS


def _numbered(findings: Iterable[Finding], start: int) -> Iterator[str]:
    for number, found in enumerate(findings, start):
        where = f"{plain(found.place.path)}:{found.place.start.line}:{found.place.start.column}"
        yield f"{number:>4}. {plain(found.message)}"
        if found.advice:
            yield f"      {plain(found.advice)}"
        yield f"      {plain(found.label)}, {where}  ({found.severity} {found.rule.id})"


def _standing(card: Scorecard) -> str:
    """Return how many clauses are met, and how many wait for a person."""
    if not card.clauses:
        return "It has to be readable before it can be judged; more steps may follow."
    waiting = card.counts[Result.JUDGEMENT]
    for_people = f"; {waiting} for people to judge" if waiting else ""
    return f"{card.counts[Result.MET]} of {plural(card.asked, 'clause')} met{for_people}."


def _last_step(card: Scorecard) -> str:
    if card.entry.node is None or card.entry.node.status == card.status:
        return ""
    return f"Write “status: {card.status}” when it is decided.\n"
