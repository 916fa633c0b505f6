"""The questions that only people can answer: which of them a spec has to answer, and which it has answered."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ...checking.rule import Context
from ...model.program import Program
from ...model.quality import AttestationQuestion, Clause
from ...model.spec import Spec
from ...model.wording import join_items
from ...reading.problem import Problem, RuleClass
from ...reading.suggest import suggest
from ..registry import all_checks

Asked = Mapping[str, AttestationQuestion]
"""Questions by the name of their clause, ``file/clause``."""


def attestations(spec: Spec, context: Context) -> Iterator[Problem]:
    """Yield the answers of *spec* that nobody asked for or may give, and from publication on the missing ones."""
    clauses = _clauses(context.program)
    yield from _given(spec, clauses, context)
    if context.status in ("published", "retired"):
        asked = {name: each.attestation for name, each in clauses.items() if each.attestation and _of(each, type(spec))}
        yield from _missing(spec, asked, context)


def _clauses(program: Program) -> dict[str, Clause]:
    crosswalks = program.crosswalks or {}
    return {f"{file}/{clause.id}": clause for file, walk in crosswalks.items() for clause in walk.clauses}


def _given(spec: Spec, clauses: Mapping[str, Clause], context: Context) -> Iterator[Problem]:
    for i, attestation in enumerate(spec.attestations):
        at, name, role = ("attestations", i), attestation.standard, attestation.by.role
        clause = clauses.get(name)
        if clause is None:
            message = f"“{name}” is not a clause of a standard in program/standards."
            advice = suggest(name, clauses) if clauses else "Add the standard first, or delete this attestation."
            yield Problem((*at, "standard"), message, advice, rule_class=RuleClass.ATTESTATION)
        elif clause.attestation is None:
            message = f"“{name}” has no question for people: only rules decide it."
            yield Problem((*at, "standard"), message, "Delete this attestation.", rule_class=RuleClass.ATTESTATION)
        elif role not in clause.attestation.roles:
            message = f"“{name}” was answered by {_a(role, context)}, a role that may not answer it."
            advice = f"Ask {_who(clause.attestation, context)}."
            yield Problem((*at, "by", "role"), message, advice, rule_class=RuleClass.ATTESTATION)


def _missing(spec: Spec, asked: Asked, context: Context) -> Iterator[Problem]:
    given = {attestation.standard for attestation in spec.attestations}
    missing = {name: each for name, each in asked.items() if name not in given}
    if len(missing) == len(asked) > 1:
        message = f"All {len(asked)} questions that only people can answer are unanswered."
        advice = f"Ask people in the roles that may answer, and add attestations for {join_items(list(missing))}."
        yield Problem(("attestations",), message, advice, rule_class=RuleClass.ATTESTATION)
        return
    for name, each in missing.items():
        message = f"This question is unanswered: “{each.question}”"
        advice = f"Ask {_who(each, context)}, and add the answer as an attestation with standard: {name}."
        yield Problem(("attestations",), message, advice, rule_class=RuleClass.ATTESTATION)


def _who(asked: AttestationQuestion, context: Context) -> str:
    return join_items([_a(role, context) for role in asked.roles], "or")


def _a(role: str, context: Context) -> str:
    label = context.program.label("person_roles", role).lower()
    return f"{'an' if label[0] in 'aeiou' else 'a'} {label}"


def _of(clause: Clause, kind: type[Spec]) -> bool:
    """Say whether *clause* is asked of specs of *kind*: one of its rules is about them, or it has no rules."""
    return not clause.rules or any(issubclass(kind, about) for id in clause.rules if (about := _subjects().get(id)))


@cache
def _subjects() -> Mapping[str, Any]:
    """Return what each rule is about, by id."""
    return {check.rule.id: check.about for check in all_checks()}
