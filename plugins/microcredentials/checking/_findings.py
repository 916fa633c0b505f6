"""Make findings from problems: add the rule's severity, the place, the waiver and the fingerprint."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..catalog.entry import Entry
from ..catalog.nodes import Node
from ..model.spec import Spec
from ..reading.problem import Problem, Related, Severity
from ..reading.source import Source
from ..reading.text import Span
from ._fingerprint import fingerprint, value_of
from ._plan import Plan
from ._waivers import Coverage, assess_coverage, find_waivers
from .finding import Finding, RelatedPlace, Rule


@dataclass(frozen=True, slots=True)
class Subject:
    """A file to judge: its ``entry``, the ``status`` to judge it by, and the ``plan`` of the run."""

    entry: Entry[Node]
    status: str
    plan: Plan


def make_findings(problem: Problem, rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Yield *problem* as a finding; nothing if *rule* is not checked at the status of *subject*.

    The pointers of *problem* count list items as the file does (``Entry.with_file_pointers``).
    """
    entry, plan = subject.entry, subject.plan
    severity = plan.severity(rule, subject.status)
    if severity is None:
        return
    source, span = entry.locate(problem)
    covered = assess_coverage(find_waivers(rule, entry, plan.catalog.program), plan.options.today)
    is_spec = isinstance(entry.node, Spec) or id(entry) in plan.specs
    yield Finding(
        rule=rule,
        severity=_severity(problem, severity, covered, plan.options.dates == "warn"),
        rule_class=problem.rule_class or rule.rule_class,
        message=problem.message,
        advice=problem.advice,
        place=plan.catalog.place(source, span),
        field=problem.at,
        spec=entry.slug if is_spec else "",
        related=tuple(_related_place(each, entry, plan) for each in problem.related),
        status="waived" if covered is Coverage.IN_FORCE else "open",
        fingerprint=_fingerprint(rule, problem, entry, (source, span)),
    )


def _severity(problem: Problem, of_rule: Severity, covered: Coverage, lenient: bool) -> Severity:
    """Return the severity of *problem*; in a *lenient* run, the passage of time alone causes no errors."""
    severity = problem.severity or of_rule
    caused_by_day = problem.time_dependent or covered is Coverage.ENDED
    return Severity.WARNING if lenient and caused_by_day and severity is Severity.ERROR else severity


def _fingerprint(rule: Rule, problem: Problem, entry: Entry[Node], located: tuple[Source, Span]) -> str:
    source, span = located
    identity = str(entry.source.data.get("uid") or entry.source.path)
    marked = source.text.value[span.start : span.end]
    words = marked if problem.span else value_of(source.data, problem.at, problem.words)
    return fingerprint(rule.id, identity, source.data, problem.at, words)


def _related_place(related: Related, entry: Entry[Node], plan: Plan) -> RelatedPlace:
    other = plan.catalog.by_slug.get(related.path) or plan.other_entries.get(related.path, entry)
    source, span = other.locate(Problem(related.at, related.message, span=related.span))
    return RelatedPlace(related.message, plan.catalog.place(source, span))
