"""Check the attestations of a spec, which answer the questions that only people can answer."""

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
from ..registry import find_checks

Questions = Mapping[str, AttestationQuestion]
"""Questions by the name of their clause, ``file/clause``."""


def check_attestations(spec: Spec, context: Context) -> Iterator[Problem]:
    """Yield a problem for each answer without a question or by a wrong role, and each that a published *spec* lacks."""
    yield from _wrong_answers(spec, context)
    if context.status in ("published", "retired"):
        yield from _missing_answers(spec, dict(_questions(context.program, type(spec))), context)


def _questions(program: Program, kind: type[Spec]) -> Iterator[tuple[str, AttestationQuestion]]:
    """Yield the questions that are asked about specs of *kind*, each with the name of its clause."""
    for name, (_, clause) in program.clauses.items():
        if clause.attestation and _applies_to(clause, kind):
            yield name, clause.attestation


def _wrong_answers(spec: Spec, context: Context) -> Iterator[Problem]:
    clauses = context.program.clauses
    for i, attestation in enumerate(spec.attestations):
        at, name, role = ("attestations", i), attestation.standard, attestation.by.role
        if name not in clauses:
            message = f"“{name}” is not a clause of a standard in program/standards."
            advice = suggest(name, clauses) if clauses else "Add the standard first, or delete this attestation."
            yield Problem((*at, "standard"), message, advice, rule_class=RuleClass.ATTESTATION)
        elif (question := clauses[name][1].attestation) is None:
            message = f"“{name}” has no question for people: only rules decide it."
            yield Problem((*at, "standard"), message, "Delete this attestation.", rule_class=RuleClass.ATTESTATION)
        elif role not in question.roles:
            message = f"“{name}” was answered by {_describe_role(role, context)}, a role that may not answer it."
            advice = f"Ask {_describe_roles(question, context)}."
            yield Problem((*at, "by", "role"), message, advice, rule_class=RuleClass.ATTESTATION)


def _missing_answers(spec: Spec, questions: Questions, context: Context) -> Iterator[Problem]:
    given = {attestation.standard for attestation in spec.attestations}
    missing = {name: each for name, each in questions.items() if name not in given}
    if len(missing) == len(questions) > 1:
        message = f"All {len(questions)} questions that only people can answer are unanswered."
        advice = f"Ask people in the roles that may answer, and add attestations for {join_items(list(missing))}."
        yield Problem(("attestations",), message, advice, rule_class=RuleClass.ATTESTATION)
        return
    for name, each in missing.items():
        message = f"This question is unanswered: “{each.question}”"
        advice = f"Ask {_describe_roles(each, context)}, and add the answer as an attestation with standard: {name}."
        yield Problem(("attestations",), message, advice, rule_class=RuleClass.ATTESTATION)


def _describe_roles(question: AttestationQuestion, context: Context) -> str:
    return join_items([_describe_role(role, context) for role in question.roles], "or")


def _describe_role(role: str, context: Context) -> str:
    label = context.program.label("person_roles", role).lower()
    return f"{'an' if label[0] in 'aeiou' else 'a'} {label}"


def _applies_to(clause: Clause, kind: type[Spec]) -> bool:
    """Return whether *clause* applies to specs of *kind*: one of its rules is about them, or it has no rules."""
    subjects = (_subjects().get(id) for id in clause.rules)
    return not clause.rules or any(issubclass(kind, subject) for subject in subjects if subject)


@cache
def _subjects() -> Mapping[str, Any]:
    """Return the classes that each rule is about, by its id."""
    return {check.rule.id: check.about for check in find_checks()}
