"""The scorecard of a spec: clause by clause, what it shows of the published standards that a program works with."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import groupby

from ..catalog.catalog import Entry
from ..model.quality import Clause, Crosswalk
from ..model.record import Attestation, Waiver
from ..model.spec import Spec
from ..model.vocabulary import VocabularyTerm
from ..reading.problem import Pointer, Severity
from .excerpt import Excerpt
from .finding import Finding, Rule


class Result(StrEnum):
    """What a clause comes to; the value is also its name in addresses and style sheets."""

    NOT_MET = "not-met"
    JUDGEMENT = "needs-judgement"
    WAIVED = "waived"
    MET = "met"
    NOT_APPLICABLE = "not-applicable"

    @property
    def words(self) -> str:
        """The result as people read it."""
        return self.value.replace("-", " ").capitalize()

    @property
    def sign(self) -> str:
        """A sign that stands beside the words, so that a glance is enough and color is never needed."""
        return _SIGNS[self]


_SIGNS = {
    Result.NOT_MET: "✗",
    Result.JUDGEMENT: "?",
    Result.WAIVED: "○",
    Result.MET: "✓",
    Result.NOT_APPLICABLE: "–",
}


@dataclass(frozen=True)
class ClauseResult:
    """What one clause comes to for one spec, and why.

    ``standard`` is the clause's name in attestations, ``file/clause``. ``rules`` are those of its rules that were
    applied, ``unchecked`` the ids of those that this run left out. ``roles`` are who may answer its question;
    ``attestation`` is such a person's answer, ``by`` that person in words.
    """

    standard: str
    crosswalk: Crosswalk
    clause: Clause
    result: Result
    rules: tuple[Rule, ...] = ()
    unchecked: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()
    roles: tuple[VocabularyTerm, ...] = ()
    attestation: Attestation | None = None
    by: str = ""

    @property
    def area(self) -> str:
        """The title of the part of the standard that the clause belongs to."""
        return self.crosswalk.area_title(self.clause.area)

    @property
    def question(self) -> str:
        """What only a person can answer; empty where the rules alone decide."""
        return self.clause.attestation.question if self.clause.attestation else ""

    @property
    def faults(self) -> tuple[tuple[Rule, tuple[Finding, ...]], ...]:
        """The findings under their rules, the most serious rule first."""
        by_rule: dict[str, list[Finding]] = defaultdict(list)
        for finding in sorted(self.findings, key=lambda each: list(Severity).index(each.severity)):
            by_rule[finding.rule.id].append(finding)
        return tuple((found[0].rule, tuple(found)) for found in by_rule.values())

    @property
    def families(self) -> dict[str, str]:
        """The families of the rules that were applied: their two letters, and what they are about."""
        return {rule.family: rule.topic for rule in self.rules}


@dataclass(frozen=True)
class Standard:
    """The clauses of one crosswalk on a scorecard."""

    id: str
    crosswalk: Crosswalk
    clauses: tuple[ClauseResult, ...]

    @cached_property
    def counts(self) -> Counter[Result]:
        """How many clauses there are of each result."""
        return Counter(each.result for each in self.clauses)

    @property
    def areas(self) -> tuple[tuple[str, tuple[ClauseResult, ...]], ...]:
        """The clauses under the titles of their areas."""
        return tuple((title, tuple(group)) for title, group in groupby(self.clauses, lambda each: each.area))


@dataclass(frozen=True)
class Scorecard:
    """Clause by clause, how a spec stands at ``status``, by which it was judged.

    ``clauses`` is empty where the spec cannot be read. ``findings`` are all of the spec's.
    """

    entry: Entry[Spec]
    path: str
    status: str
    label: str
    clauses: tuple[ClauseResult, ...]
    findings: tuple[Finding, ...]

    @property
    def title(self) -> str:
        """What people call the spec; its slug where it cannot be read."""
        return self.entry.node.title if self.entry.node else self.entry.slug

    @cached_property
    def standards(self) -> tuple[Standard, ...]:
        """The clauses under the standards they belong to."""
        grouped = groupby(self.clauses, lambda each: each.standard.partition("/")[0])
        standards = ((id, tuple(group)) for id, group in grouped)
        return tuple(Standard(id, clauses[0].crosswalk, clauses) for id, clauses in standards)

    @cached_property
    def told_first(self) -> frozenset[tuple[str, str]]:
        """Where each rule with findings comes up first, as names of clauses with ids: there its reason is given."""
        first: dict[str, str] = {}
        for each in self.clauses:
            for rule, _ in each.faults:
                first.setdefault(rule.id, each.standard)
        return frozenset((standard, id) for id, standard in first.items())

    @cached_property
    def counts(self) -> Counter[Result]:
        """How many clauses there are of each result."""
        return Counter(each.result for each in self.clauses)

    @property
    def passages(self) -> dict[Pointer, Excerpt]:
        """Every passage that a clause shows, each once."""
        return {excerpt.field: excerpt for each in self.clauses for excerpt in each.excerpts}

    @property
    def asked(self) -> int:
        """How many clauses ask something of the spec."""
        return len(self.clauses) - self.counts[Result.NOT_APPLICABLE]

    @property
    def others(self) -> tuple[Finding, ...]:
        """The open findings that no clause is about, such as those on the shape of the file."""
        told = {id(finding) for clause in self.clauses for finding in clause.findings}
        return tuple(each for each in self.findings if each.status == "open" and id(each) not in told)
