"""Scorecards: how a spec meets the published standards that a program uses, clause by clause."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import groupby

from ..catalog.entry import Entry
from ..model.quality import Clause, Crosswalk
from ..model.record import Attestation, Waiver
from ..model.spec import Spec
from ..model.vocabulary import VocabularyTerm
from ..reading.problem import Pointer, Severity
from .excerpt import Excerpt
from .finding import Finding, Rule


class Result(StrEnum):
    """The result of a clause; its value is also its name in addresses and style sheets."""

    NOT_MET = "not-met"
    JUDGMENT = "needs-judgement"
    WAIVED = "waived"
    MET = "met"
    NOT_APPLICABLE = "not-applicable"

    @property
    def words(self) -> str:
        """The result as people read it."""
        return self.value.replace("-", " ").replace("judgement", "judgment").capitalize()  # the value is published

    @property
    def sign(self) -> str:
        """A sign shown beside the words, because color alone must not carry meaning."""
        return _SIGNS[self]


_SIGNS = {
    Result.NOT_MET: "✗",
    Result.JUDGMENT: "?",
    Result.WAIVED: "○",
    Result.MET: "✓",
    Result.NOT_APPLICABLE: "–",
}


@dataclass(frozen=True)
class ClauseResult:
    """The result of one clause for one spec, and the reasons.

    ``standard`` is the clause's name in attestations, ``file/clause``. ``rules`` are those of its rules that were
    applied, ``unchecked`` the ids of those that the run left out. ``findings`` are those that decide the result,
    ``waivers`` those of its waived findings, and ``excerpts`` quote the fields that have no open finding. ``roles`` may
    answer the clause's question; ``attestation`` is the answer, and ``by`` describes the person who gave it.
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
        """The question that only a person can answer; empty where the rules alone decide."""
        return self.clause.attestation.question if self.clause.attestation else ""

    @property
    def findings_by_rule(self) -> tuple[tuple[Rule, tuple[Finding, ...]], ...]:
        """The findings grouped by rule, the rule with the most severe finding first."""
        by_rule: dict[str, list[Finding]] = defaultdict(list)
        for finding in sorted(self.findings, key=lambda each: list(Severity).index(each.severity)):
            by_rule[finding.rule.id].append(finding)
        return tuple((found[0].rule, tuple(found)) for found in by_rule.values())

    @property
    def families(self) -> dict[str, str]:
        """The topics of the families of the rules that were applied, by the family's two letters."""
        return {rule.family: rule.topic for rule in self.rules}


@dataclass(frozen=True)
class Standard:
    """The clauses of one crosswalk on a scorecard."""

    id: str
    crosswalk: Crosswalk
    clauses: tuple[ClauseResult, ...]

    @cached_property
    def counts(self) -> Counter[Result]:
        """The number of clauses with each result."""
        return Counter(each.result for each in self.clauses)

    @property
    def areas(self) -> tuple[tuple[str, tuple[ClauseResult, ...]], ...]:
        """The clauses grouped by area, each group with the title of its area."""
        return tuple((title, tuple(group)) for title, group in groupby(self.clauses, lambda each: each.area))


@dataclass(frozen=True)
class Scorecard:
    """The results of all clauses for one spec; ``status`` is the status to judge it by, and ``label`` its label.

    ``path`` is from the working directory. ``clauses`` is empty if the spec cannot be read. ``findings`` are all those
    on the spec.
    """

    entry: Entry[Spec]
    path: str
    status: str
    label: str
    clauses: tuple[ClauseResult, ...]
    findings: tuple[Finding, ...]

    @property
    def title(self) -> str:
        """The title of the spec, or its slug if it cannot be read."""
        return self.entry.node.title if self.entry.node else self.entry.slug

    @cached_property
    def standards(self) -> tuple[Standard, ...]:
        """The clauses grouped by the standard to which they belong."""
        grouped = groupby(self.clauses, lambda each: each.standard.partition("/")[0])
        standards = ((id, tuple(group)) for id, group in grouped)
        return tuple(Standard(id, clauses[0].crosswalk, clauses) for id, clauses in standards)

    @cached_property
    def explanations(self) -> frozenset[tuple[str, str]]:
        """Pairs (clause name, rule id): for each rule with findings, the first clause that has one of them."""
        first: dict[str, str] = {}
        for each in self.clauses:
            for rule, _ in each.findings_by_rule:
                first.setdefault(rule.id, each.standard)
        return frozenset((standard, id) for id, standard in first.items())

    @cached_property
    def counts(self) -> Counter[Result]:
        """The number of clauses with each result."""
        return Counter(each.result for each in self.clauses)

    @property
    def passages(self) -> dict[Pointer, Excerpt]:
        """The excerpts that clauses show, each once, by field."""
        return {excerpt.field: excerpt for each in self.clauses for excerpt in each.excerpts}

    @property
    def applicable(self) -> int:
        """The number of clauses that apply to the spec."""
        return len(self.clauses) - self.counts[Result.NOT_APPLICABLE]

    @property
    def other_findings(self) -> tuple[Finding, ...]:
        """The open findings that no clause depends on, such as those on the shape of the file."""
        shown = {id(finding) for clause in self.clauses for finding in clause.findings}
        return tuple(each for each in self.findings if each.status == "open" and id(each) not in shown)
