"""Make scorecards from the findings of a run.

Nothing is judged again here: the result of a clause follows from the findings of its rules, from waivers, and from the
answers of people.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from ..catalog.catalog import Catalog
from ..catalog.entry import INHERITED_FIELDS, Entry
from ..model.program import Program
from ..model.quality import Clause, Crosswalk
from ..model.record import Attestation, Person, Waiver
from ..model.spec import Spec
from ..reading.problem import Pointer, Severity
from ._waivers import find_waivers
from .excerpt import Excerpt, collect_excerpts
from .finding import Finding, Rule
from .scorecard import ClauseResult, Result, Scorecard


@dataclass(frozen=True)
class CheckedSpec:
    """One spec, with the rules that a run applied to it and the findings on it.

    ``path`` is from the working directory. ``rules`` are the rules by id that were applied, ``silent`` the ids of those
    that require nothing of such a spec at ``status``. Every other rule was left out of the run, so it is never passed.
    """

    entry: Entry[Spec]
    path: str
    status: str
    rules: Mapping[str, Rule]
    silent: frozenset[str]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Basis:
    """The values from which scorecards are made: the catalog, and the specs that get one."""

    catalog: Catalog
    specs: tuple[CheckedSpec, ...]

    def limited_to(self, paths: Collection[str]) -> "Basis":
        """Return the basis for the specs at *paths* only."""
        return replace(self, specs=tuple(spec for spec in self.specs if spec.path in paths))


def make_scorecards(basis: Basis) -> tuple[Scorecard, ...]:
    """Return the scorecards of the specs of *basis*, in the same order."""
    return tuple(_scorecard(spec, basis.catalog) for spec in basis.specs)


def _scorecard(spec: CheckedSpec, catalog: Catalog) -> Scorecard:
    """Return the scorecard of *spec*, without clauses if the spec could not be read."""
    fields = dict.fromkeys(field for rule in spec.rules.values() for field in rule.fields)
    judge = _Judge(spec, catalog.program, collect_excerpts(spec.entry, fields, catalog))
    clauses = tuple(judge.clauses()) if spec.entry.node else ()
    label = catalog.program.label("statuses", spec.status)
    return Scorecard(spec.entry, spec.path, spec.status, label, clauses, spec.findings)


@dataclass(frozen=True)
class _Judge:
    """Judges the clauses for one spec; ``written`` is what the spec says at the fields that rules read."""

    spec: CheckedSpec
    program: Program
    written: Mapping[Pointer, Excerpt]

    def clauses(self) -> Iterator[ClauseResult]:
        """Yield every clause; a standard with questions for people comes first, because reviewers work with it."""
        crosswalks = (self.program.crosswalks or {}).items()
        for name, crosswalk in sorted(crosswalks, key=lambda item: (not item[1].asks_people, item[0])):
            for clause in crosswalk.ordered_clauses:
                yield self.clause(f"{name}/{clause.id}", crosswalk, clause)

    def clause(self, name: str, crosswalk: Crosswalk, clause: Clause) -> ClauseResult:
        """Return the result of *clause*, whose name in attestations is *name*."""
        rules = tuple(self.spec.rules[id] for id in clause.rules if id in self.spec.rules)
        left_out = tuple(id for id in clause.rules if id not in self.spec.rules and id not in self.spec.silent)
        findings, answer = tuple(self.findings_on(rules)), self.answer(name, clause)
        roles = clause.attestation.roles if clause.attestation else ()
        return ClauseResult(
            standard=name,
            crosswalk=crosswalk,
            clause=clause,
            result=self.grounded(_result(clause, bool(rules), bool(left_out), findings, answer), rules),
            rules=rules,
            unchecked=left_out,
            findings=findings,
            waivers=tuple(self.waivers_of(findings)),
            excerpts=tuple(self.sound_excerpts(rules, findings)),
            roles=tuple(term for role in roles if (term := self.program.term("person_roles", role))),
            attestation=answer,
            by=_describe(answer.by, self.program) if answer else "",
        )

    def grounded(self, result: Result, rules: tuple[Rule, ...]) -> Result:
        """Return *result*, but do not let a clause be met if the spec says nothing at the fields that *rules* read."""
        fields = {field for rule in rules for field in rule.fields}
        if result is not Result.MET or not fields or fields & self.written.keys():
            return result
        counting = (each for each in self.spec.findings if _counts(each))
        is_missing = any(self.concerns(finding, field) for finding in counting for field in fields)
        return Result.NOT_MET if is_missing else Result.NOT_APPLICABLE

    def findings_on(self, rules: tuple[Rule, ...]) -> Iterator[Finding]:
        """Yield the findings of *rules*, and those on fields that *rules* read and that still contain only TODO."""
        ids, fields = {rule.id for rule in rules}, {field for rule in rules for field in rule.fields}
        for finding in self.spec.findings:
            if finding.rule.id in ids or (
                self.spec.entry.source.is_unwritten(finding.field)
                and any(self.concerns(finding, field) for field in fields)
            ):
                yield finding

    def concerns(self, finding: Finding, field: Pointer) -> bool:
        """Return whether *finding* is on *field*, or on a block around it unless the program supplies the value."""
        at, source = finding.field, self.spec.entry.source
        own = source.has(field) or field[0] not in INHERITED_FIELDS
        return at[: len(field)] == field or (field[: len(at)] == at and own)

    def answer(self, name: str, clause: Clause) -> Attestation | None:
        """Return the latest answer to the question of *clause* by a person in a role that may answer it."""
        roles = clause.attestation.roles if clause.attestation else ()
        given = self.spec.entry.spec.attestations
        answers = (each for each in given if each.standard == name and each.by.role in roles)
        return max(answers, key=lambda each: each.date, default=None)

    def waivers_of(self, findings: tuple[Finding, ...]) -> Iterator[Waiver]:
        """Yield for each rule with waived findings the waiver that lasts longest."""
        for rule in {each.rule.id: each.rule for each in findings if each.status == "waived"}.values():
            yield max(find_waivers(rule, self.spec.entry, self.program), key=lambda waiver: waiver.expires)

    def sound_excerpts(self, rules: tuple[Rule, ...], findings: tuple[Finding, ...]) -> Iterator[Excerpt]:
        """Yield an excerpt of each field that *rules* read, except of fields with an open finding."""
        faulty = [finding.field for finding in findings if finding.status == "open"]
        for field in dict.fromkeys(field for rule in rules for field in rule.fields):
            if field in self.written and not any(each[: len(field)] == field for each in faulty):
                yield self.written[field]


def _counts(finding: Finding) -> bool:
    """Return whether *finding* keeps a clause from being met: it is open, and more severe than a hint."""
    return finding.status == "open" and finding.severity is not Severity.INFO


def _result(
    clause: Clause, applied: bool, left_out: bool, findings: tuple[Finding, ...], answer: Attestation | None
) -> Result:
    if any(_counts(finding) for finding in findings):
        return Result.NOT_MET
    if clause.rules and not (applied or left_out):
        return Result.NOT_APPLICABLE
    undecided = answer is None if clause.attestation else not clause.rules
    has_hints = any(finding.status == "open" for finding in findings)
    if undecided or left_out or has_hints:
        return Result.JUDGMENT
    return Result.WAIVED if findings else Result.MET


def _describe(person: Person, program: Program) -> str:
    parts = (person.name, program.label("person_roles", person.role), person.office, person.organization)
    return ", ".join(part for part in parts if part)
