"""From what a run has found to scorecards.

Nothing is decided anew here. A clause stands by the findings of its rules, by waivers, and by the people it asks.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..catalog.catalog import INHERITED_FIELDS, Catalog, Entry
from ..model.program import Program
from ..model.quality import Clause, Crosswalk
from ..model.record import Attestation, Person, Waiver
from ..model.spec import Spec
from ..reading.problem import Pointer, Severity
from ._waivers import Waivers
from .excerpt import Excerpt, excerpts
from .finding import Finding, Rule
from .scorecard import ClauseResult, Result, Scorecard


@dataclass(frozen=True)
class Asked:
    """What one run asked of one spec.

    ``rules`` are those that were applied, ``silent`` the ids of those that ask nothing of such a spec at ``status``.
    Any other rule was left out of the run, and its silence is no pass.
    """

    entry: Entry[Spec]
    status: str
    rules: Mapping[str, Rule]
    silent: frozenset[str]

    @property
    def fields(self) -> dict[Pointer, None]:
        """Every field that one of the rules reads, each once."""
        return dict.fromkeys(field for rule in self.rules.values() for field in rule.fields)


def scorecards(
    asked: Iterable[Asked], findings: Mapping[str, tuple[Finding, ...]], waivers: Waivers
) -> tuple[Scorecard, ...]:
    """Return the scorecard of each spec that was asked something, with those of *findings*, by slug, that are on it."""
    return tuple(_scorecard(each, findings.get(each.entry.slug, ()), waivers) for each in asked)


def _scorecard(asked: Asked, findings: tuple[Finding, ...], waivers: Waivers) -> Scorecard:
    catalog, entry = waivers.catalog, asked.entry
    judge = _Judge(asked, findings, waivers, excerpts(entry, asked.fields, catalog))
    clauses = tuple(judge.clauses(catalog)) if entry.node else ()
    label = catalog.program.label("statuses", asked.status)
    return Scorecard(entry, catalog.path(entry.source), asked.status, label, clauses, findings)


@dataclass(frozen=True)
class _Judge:
    """Everything that is known about one spec when its clauses are gone through."""

    asked: Asked
    findings: tuple[Finding, ...]
    waivers: Waivers
    written: Mapping[Pointer, Excerpt]

    def clauses(self, catalog: Catalog) -> Iterator[ClauseResult]:
        """Yield every clause; a standard that asks people comes first, because the state works with it."""
        crosswalks = (catalog.program.crosswalks or {}).items()
        for name, crosswalk in sorted(crosswalks, key=lambda item: (not item[1].asks_people, item[0])):
            for clause in crosswalk.ordered_clauses:
                yield self.clause(f"{name}/{clause.id}", crosswalk, clause, catalog.program)

    def clause(self, name: str, crosswalk: Crosswalk, clause: Clause, program: Program) -> ClauseResult:
        rules = tuple(self.asked.rules[id] for id in clause.rules if id in self.asked.rules)
        left_out = tuple(id for id in clause.rules if id not in self.asked.rules and id not in self.asked.silent)
        findings, answer = tuple(self.about(rules)), self.answer(name, clause)
        roles = clause.attestation.roles if clause.attestation else ()
        result = _result(clause, bool(rules), bool(left_out), findings, answer)
        return ClauseResult(
            standard=name,
            crosswalk=crosswalk,
            clause=clause,
            result=self.grounded(result, rules),
            rules=rules,
            unchecked=left_out,
            findings=findings,
            waivers=tuple(self.covering(findings)),
            excerpts=tuple(self.sound(rules, findings)),
            roles=tuple(term for role in roles if (term := program.term("person_roles", role))),
            attestation=answer,
            by=_in_words(answer.by, program) if answer else "",
        )

    def grounded(self, result: Result, rules: tuple[Rule, ...]) -> Result:
        """Return *result*; but where nothing is written that *rules* look at, their silence is no pass."""
        fields = {field for rule in rules for field in rule.fields}
        if result is not Result.MET or not fields or fields & self.written.keys():
            return result
        missed = (each for each in self.findings if each.status == "open" and each.severity is not Severity.INFO)
        missing = any(self.reads(field, finding) for finding in missed for field in fields)
        return Result.NOT_MET if missing else Result.NOT_APPLICABLE

    def about(self, rules: tuple[Rule, ...]) -> Iterator[Finding]:
        """Yield the findings of *rules*, and those on what is still TODO and one of *rules* would read."""
        ids, fields = {rule.id for rule in rules}, {field for rule in rules for field in rule.fields}
        for finding in self.findings:
            if finding.rule.id in ids or (
                self.asked.entry.source.is_unwritten(finding.field)
                and any(self.reads(field, finding) for field in fields)
            ):
                yield finding

    def reads(self, field: Pointer, finding: Finding) -> bool:
        """Say whether *field* holds the place of *finding*, or stands in it and is not taken from the program."""
        at, source = finding.field, self.asked.entry.source
        own = source.has(field) or field[0] not in INHERITED_FIELDS
        return at[: len(field)] == field or (field[: len(at)] == at and own)

    def answer(self, name: str, clause: Clause) -> Attestation | None:
        """Return the latest answer to the clause's question by somebody in a role that is asked."""
        roles = clause.attestation.roles if clause.attestation else ()
        given = self.asked.entry.spec.attestations
        answers = (each for each in given if each.standard == name and each.by.role in roles)
        return max(answers, key=lambda each: each.date, default=None)

    def covering(self, findings: tuple[Finding, ...]) -> Iterator[Waiver]:
        """Yield for each rule that is set aside the waiver that lasts longest."""
        for rule in {each.rule.id: each.rule for each in findings if each.status == "waived"}.values():
            yield max(self.waivers.of(rule, self.asked.entry), key=lambda waiver: waiver.expires)

    def sound(self, rules: tuple[Rule, ...], findings: tuple[Finding, ...]) -> Iterator[Excerpt]:
        """Yield what is written at the fields that *rules* read and where nothing is left to mend."""
        faulty = [finding.field for finding in findings if finding.status == "open"]
        for field in dict.fromkeys(field for rule in rules for field in rule.fields):
            if field in self.written and not any(each[: len(field)] == field for each in faulty):
                yield self.written[field]


def _result(
    clause: Clause, applied: bool, left_out: bool, findings: tuple[Finding, ...], answer: Attestation | None
) -> Result:
    found = [finding for finding in findings if finding.status == "open"]
    if any(finding.severity is not Severity.INFO for finding in found):
        return Result.NOT_MET
    if clause.rules and not (applied or left_out):
        return Result.NOT_APPLICABLE
    undecided = answer is None if clause.attestation else not clause.rules
    if undecided or left_out or found:
        return Result.JUDGEMENT
    return Result.WAIVED if findings else Result.MET


def _in_words(person: Person, program: Program) -> str:
    parts = (person.name, program.label("person_roles", person.role), person.office, person.organization)
    return ", ".join(part for part in parts if part)
