"""The quality section: what is asked, rule by rule and standard by standard, and how the catalog stands."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ...catalog.catalog import Entry
from ...checking.finding import STATUSES, Rule
from ...checking.scorecard import Result, Scorecard
from ...model.quality import Clause, Crosswalk, Quality
from ...model.record import Waiver
from ...model.spec import Spec
from ...reading.problem import Severity
from .._selection import address, shown
from ..output import ContentsItem, Page
from ._coverage_page import coverage_page
from .render import Renderer

HOME = "standards/index.md"


@dataclass(frozen=True)
class Family:
    """The rules of one family, under its two letters and the sentence that says what it asks."""

    code: str
    question: str
    rules: tuple[Rule, ...]


def families(rules: Sequence[Rule], questions: Mapping[str, str]) -> tuple[Family, ...]:
    """Return *rules* by family, in the order of *questions*; a family without a question comes last."""
    grouped = {code: tuple(group) for code, group in groupby(sorted(rules, key=lambda r: r.id), lambda r: r.family)}
    order = [code for code in questions if code in grouped] + [code for code in grouped if code not in questions]
    return tuple(Family(code, questions.get(code, ""), grouped[code]) for code in order)


def quality_pages(
    rules: Sequence[Rule], questions: Mapping[str, str], sources: object, renderer: Renderer
) -> Iterator[Page]:
    """Yield the index, a page for each rule and each published standard, the dashboard and the coverage."""
    grouped = families(rules, questions)
    crosswalks = dict(
        sorted((renderer.catalog.program.crosswalks or {}).items(), key=lambda c: (not c[1].asks_people, c[0]))
    )
    yield _index(grouped, crosswalks, renderer)
    yield from (_rule_page(rule, family.question, crosswalks, sources, renderer)
                for family in grouped for rule in family.rules)  # fmt: skip
    yield from (_crosswalk_page(id, crosswalk, renderer) for id, crosswalk in crosswalks.items())
    yield _dashboard(grouped, renderer)
    yield coverage_page(renderer, HOME)


def _quality(renderer: Renderer) -> Quality:
    return renderer.catalog.program.quality or Quality()


def _index(grouped: tuple[Family, ...], crosswalks: Mapping[str, Crosswalk], renderer: Renderer) -> Page:
    html = renderer.body("standards.html", HOME, families=grouped, quality=_quality(renderer), statuses=STATUSES,
                         crosswalks=crosswalks)  # fmt: skip
    description = "What every published micro-credential is checked against, rule by rule."
    return Page(HOME, "Quality standards", description, html, "standards")


def _rule_page(
    rule: Rule, question: str, crosswalks: Mapping[str, Crosswalk], sources: object, renderer: Renderer
) -> Page:
    path = f"standards/{rule.id.lower()}/index.md"
    clauses = [(id, crosswalk, clause) for id, crosswalk in crosswalks.items() for clause in crosswalk.clauses]
    citing = [each for each in clauses if rule.id in each[2].rules]
    html = renderer.body("standard.html", path, rule=rule, sources=sources, quality=_quality(renderer),
                         statuses=STATUSES, question=question, citing=citing)  # fmt: skip
    return Page(path, f"{rule.id}: {rule.title}", rule.title, html, "standard", parent=HOME)


@dataclass(frozen=True)
class ClauseStanding:
    """A clause, and how many specs that are shown come to which result."""

    clause: Clause
    counts: Counter[Result]

    @property
    def asked(self) -> int:
        """How many specs the clause asks something of."""
        return self.counts.total() - self.counts[Result.NOT_APPLICABLE]


def _crosswalk_page(id: str, crosswalk: Crosswalk, renderer: Renderer) -> Page:
    path = f"standards/{id}/index.md"
    results: dict[str, Counter[Result]] = {clause.id: Counter() for clause in crosswalk.clauses}
    for card in renderer.scorecards.values():
        for standard in card.standards:
            for each in standard.clauses if standard.id == id else ():
                results[each.clause.id][each.result] += 1
    standings = [ClauseStanding(clause, results[clause.id]) for clause in crosswalk.ordered_clauses]
    areas = [(area, tuple(group)) for area, group in groupby(standings, lambda each: each.clause.area)]
    html = renderer.body("crosswalk.html", path, id=id, crosswalk=crosswalk, areas=areas, results=tuple(Result))
    contents = tuple(ContentsItem(crosswalk.area_title(area), area) for area, _ in areas)
    description = f"How our rules read “{crosswalk.title}”, and how many micro-credentials meet each clause."
    return Page(path, crosswalk.title, description, html, "crosswalk", contents, parent=HOME)


@dataclass(frozen=True)
class Granted:
    """A rule set aside: for one spec, for those named, or for all."""

    waiver: Waiver
    entries: tuple[Entry[Spec], ...]


@dataclass(frozen=True)
class Due:
    """A spec with the day by which it is looked at again."""

    entry: Entry[Spec]
    last: date | None
    day: date


def _dashboard(grouped: tuple[Family, ...], renderer: Renderer) -> Page:
    """Return the page that counts; it shows dates, and never says that one has passed."""
    path, cards = "standards/dashboard/index.md", tuple(renderer.scorecards.values())
    specs = [entry for entry in renderer.catalog.entries if shown(entry, renderer.facts.preview)]
    html = renderer.body(
        "dashboard.html", path, address=address, results=tuple(Result), severities=tuple(Severity),
        statuses=[(status, sum(entry.spec.status == status for entry in specs)) for status in STATUSES],
        families=[(family, _found(family, cards)) for family in grouped],
        standards_counted=_by_standard(cards), total=len(cards), due=_due(cards),
        waivers=tuple(_waivers(specs, renderer)),
    )  # fmt: skip
    description = "How the catalog stands: findings by family, rules set aside, and the days of the next reviews."
    return Page(path, "Quality dashboard", description, html, "dashboard", parent=HOME)


def _found(family: Family, cards: Sequence[Scorecard]) -> Counter[str]:
    """Count the findings of *family* by severity; those that are set aside count as ``waived`` only."""
    found = (each for card in cards for each in card.findings if each.rule.family == family.code)
    return Counter("waived" if each.status == "waived" else each.severity.value for each in found)


def _by_standard(cards: Sequence[Scorecard]) -> dict[str, tuple[Crosswalk, Counter[Result]]]:
    counts: dict[str, tuple[Crosswalk, Counter[Result]]] = {}
    for card in cards:
        for each in card.standards:
            _, counter = counts.setdefault(each.id, (each.crosswalk, Counter()))
            counter.update(each.counts)
    return counts


def _waivers(specs: Sequence[Entry[Spec]], renderer: Renderer) -> Iterator[Granted]:
    for waiver in _quality(renderer).waivers:
        yield Granted(waiver, tuple(entry for entry in specs if entry.slug in waiver.specs))
    yield from (Granted(waiver, (entry,)) for entry in specs for waiver in entry.spec.waivers)


def _due(cards: Sequence[Scorecard]) -> list[Due]:
    dates = ((card.entry, card.entry.spec.dates) for card in cards)
    due = [Due(entry, each.last_reviewed, each.next_review) for entry, each in dates if each.next_review]
    return sorted(due, key=lambda each: (each.day, each.entry.spec.title))
