"""The dashboard: counts of findings and results, waivers, and the days of the next reviews."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ...catalog.entry import Entry
from ...checking.finding import STATUSES, Rule
from ...checking.scorecard import Result, Scorecard
from ...model.quality import Crosswalk
from ...model.record import Waiver
from ...model.spec import Spec
from ...reading.problem import Severity
from .._selection import address, readable_specs
from ..output import Page
from .render import Renderer


@dataclass(frozen=True)
class Family:
    """The rules of one family; ``code`` is its two letters, ``question`` what it asks about a spec."""

    code: str
    question: str
    rules: tuple[Rule, ...]

    @property
    def size(self) -> int:
        """The number of its rules."""
        return len(self.rules)


@dataclass(frozen=True)
class GrantedWaiver:
    """A waiver, and the specs that it names; if it names none, it covers all."""

    waiver: Waiver
    entries: tuple[Entry[Spec], ...]


@dataclass(frozen=True)
class PlannedReview:
    """A spec with the days of its last and its next review."""

    entry: Entry[Spec]
    last: date | None
    next: date


def dashboard_page(families: Sequence[Family], parent: str, renderer: Renderer) -> Page:
    """Return the page; it shows dates, and never says that one has passed."""
    path, cards = "standards/dashboard/index.md", tuple(renderer.scorecards.values())
    specs = readable_specs(renderer.catalog)
    html = renderer.body(
        "dashboard.html", path, address=address, results=tuple(Result), severities=tuple(Severity),
        statuses=[(status, sum(entry.spec.status == status for entry in specs)) for status in STATUSES],
        families=[(family, _count_findings(family, cards)) for family in families],
        standards=_count_results(cards), total=len(cards), reviews=_planned_reviews(cards),
        waivers=tuple(_waivers(specs, renderer)),
    )  # fmt: skip
    description = "The catalog as a whole: findings by family, waived rules, and the days of the next reviews."
    return Page(path, "Quality dashboard", description, html, "dashboard", parent=parent)


def _count_findings(family: Family, cards: Sequence[Scorecard]) -> Counter[str]:
    """Count the findings of *family* by severity; waived ones count as ``waived`` only."""
    found = (each for card in cards for each in card.findings if each.rule.family == family.code)
    return Counter("waived" if each.status == "waived" else each.severity.value for each in found)


def _count_results(cards: Sequence[Scorecard]) -> dict[str, tuple[Crosswalk, Counter[Result]]]:
    """Count the results of clauses over all *cards*, by standard."""
    counts: dict[str, tuple[Crosswalk, Counter[Result]]] = {}
    for card in cards:
        for each in card.standards:
            _, counter = counts.setdefault(each.id, (each.crosswalk, Counter()))
            counter.update(each.counts)
    return counts


def _waivers(specs: Sequence[Entry[Spec]], renderer: Renderer) -> Iterator[GrantedWaiver]:
    quality = renderer.catalog.program.quality
    for waiver in quality.waivers if quality else ():
        yield GrantedWaiver(waiver, tuple(entry for entry in specs if entry.slug in waiver.specs))
    yield from (GrantedWaiver(waiver, (entry,)) for entry in specs for waiver in entry.spec.waivers)


def _planned_reviews(cards: Sequence[Scorecard]) -> list[PlannedReview]:
    """Return the reviews in the order of their days."""
    dates = ((card.entry, card.entry.spec.dates) for card in cards)
    reviews = [PlannedReview(entry, each.last_reviewed, each.next_review) for entry, each in dates if each.next_review]
    return sorted(reviews, key=lambda each: (each.next, each.entry.spec.title))
