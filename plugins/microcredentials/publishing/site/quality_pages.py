"""The quality section: every rule and every published standard, the dashboard and the coverage."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from ...checking.finding import STATUSES, Rule
from ...checking.scorecard import Result
from ...model.quality import Clause, Crosswalk, Quality
from ..output import ContentsItem, Page
from ._coverage_page import coverage_page
from ._dashboard_page import Family, dashboard_page
from .render import Renderer

HOME = "standards/index.md"
_OF_FILES = ("FM", "SC", "IN")
"""Families about the form of files. They concern writers, and come after those about quality."""


def quality_pages(questions: Mapping[str, str], sources: object, renderer: Renderer) -> Iterator[Page]:
    """Yield the pages of the section; *questions* has the question of each family, *sources* the rules' sources."""
    families = _families(renderer.rules, questions)
    crosswalks = dict(
        sorted((renderer.catalog.program.crosswalks or {}).items(), key=lambda c: (not c[1].asks_people, c[0]))
    )
    yield _index(families, crosswalks, renderer)
    yield from (_rule_page(rule, family.question, crosswalks, sources, renderer)
                for family in families for rule in family.rules)  # fmt: skip
    yield from (_crosswalk_page(id, crosswalk, renderer) for id, crosswalk in crosswalks.items())
    yield dashboard_page(families, HOME, renderer)
    yield coverage_page(renderer, HOME)


def _families(rules: Mapping[str, Rule], questions: Mapping[str, str]) -> tuple[Family, ...]:
    """Return *rules* by family, in the order of *questions*; families without a question and of files come last."""
    by_id = sorted(rules.values(), key=lambda rule: rule.id)
    grouped = {code: tuple(group) for code, group in groupby(by_id, lambda rule: rule.family)}
    order = [code for code in questions if code in grouped] + [code for code in grouped if code not in questions]
    order.sort(key=lambda code: code in _OF_FILES)
    return tuple(Family(code, questions.get(code, ""), grouped[code]) for code in order)


def _quality(renderer: Renderer) -> Quality:
    return renderer.catalog.program.quality or Quality()


def _index(families: tuple[Family, ...], crosswalks: Mapping[str, Crosswalk], renderer: Renderer) -> Page:
    html = renderer.body("standards.html", HOME, families=families, quality=_quality(renderer), statuses=STATUSES,
                         crosswalks=crosswalks, of_files=_OF_FILES)  # fmt: skip
    description = "The rules that every published micro-credential is checked against."
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
class ClauseResults:
    """A clause, and the number of listed specs with each result."""

    clause: Clause
    counts: Counter[Result]

    @property
    def applicable(self) -> int:
        """The number of specs to which the clause applies."""
        return self.counts.total() - self.counts[Result.NOT_APPLICABLE]


def _crosswalk_page(id: str, crosswalk: Crosswalk, renderer: Renderer) -> Page:
    path = f"standards/{id}/index.md"
    results: dict[str, Counter[Result]] = {clause.id: Counter() for clause in crosswalk.clauses}
    for card in renderer.scorecards.values():
        for standard in card.standards:
            for each in standard.clauses if standard.id == id else ():
                results[each.clause.id][each.result] += 1
    ordered = [ClauseResults(clause, results[clause.id]) for clause in crosswalk.ordered_clauses]
    areas = [(area, tuple(group)) for area, group in groupby(ordered, lambda each: each.clause.area)]
    html = renderer.body("crosswalk.html", path, id=id, crosswalk=crosswalk, areas=areas, results=tuple(Result))
    contents = tuple(ContentsItem(crosswalk.area_title(area), area) for area, _ in areas)
    description = f"Our reading of “{crosswalk.title}”, and how many micro-credentials meet each clause."
    return Page(path, crosswalk.title, description, html, "crosswalk", contents, parent=HOME)
