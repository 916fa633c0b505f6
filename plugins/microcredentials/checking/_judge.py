"""Judge one file: the findings of reading it, and those of every check that the plan assigns to it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..catalog.catalog import Entry
from ..catalog.nodes import Node
from ..reading.problem import Problem
from ._findings import Subject, findings_of
from ._plan import Assignment, Plan
from ._rule_names import Rules, name_problems
from ._verdicts import ProblemsByRule
from .finding import Finding, Rule
from .prose import Prose
from .rule import Context

UNWRITTEN = "LA-04"
"""The rule that reports values that are still TODO; no other rule reports anything about them."""

FAILED = "IN-01"
"""The rule that reports mistakes of the checker itself."""


@dataclass(frozen=True)
class Judgment:
    """The findings on the file of ``entry``, of which the run asked ``assignment``.

    ``failed`` are the ids of the rules whose checks raised an error. ``verdict`` are the problems that a later run may
    reuse: those of the rules that look at just the file and the program.
    """

    entry: Entry[Node]
    assignment: Assignment
    findings: tuple[Finding, ...]
    failed: frozenset[str]
    verdict: ProblemsByRule

    @property
    def rules(self) -> Rules:
        """The rules by id that the file passes if they find nothing: the assigned ones, except those that failed."""
        assigned = self.assignment.rules
        return {id: assigned[id] for id in assigned if id not in self.failed} if self.failed else assigned


def judge(entry: Entry[Node], plan: Plan, known: ProblemsByRule) -> Judgment:
    """Return what *plan* finds in *entry*; a rule whose problems are *known* from an earlier run is not applied again.

    An error in a check becomes a finding, so that it does not cost the findings of the others.
    """
    assignment, prose = plan.assignment(entry), Prose(entry)
    subject = Subject(entry, assignment.status, plan)
    named = name_problems(entry, plan.catalog.program, plan.rules)
    findings = list(findings_of_reading((*entry.problems, *named), subject))
    failed, verdict = set[str](), dict(known)
    for each in assignment.checks if entry.node is not None else ():
        id, problems = each.rule.id, list[Problem]()
        try:
            for problem in known[id] if id in known else each.problems(_context(subject, prose, each.settings)):
                problems.append(problem)
                findings += _findings_of_check(problem, each.rule, subject)
        except Exception as error:
            failed.add(id)
            findings += _failure(error, each.rule, subject)
        else:
            if each.check.looks_at is None:
                verdict[id] = tuple(problems)
    return Judgment(entry, assignment, tuple(findings), frozenset(failed), verdict)


def findings_of_reading(problems: Iterable[Problem], subject: Subject) -> Iterator[Finding]:
    """Yield the findings of *problems*, each of which names its rule; one without a rule is a mistake of ours."""
    plan = subject.plan
    for problem in problems:
        rule = plan.rules.get(problem.rule)
        if rule is None:
            message = f"“{problem.rule}” is not a rule. Its message: {problem.message}"
            yield from findings_of(replace(problem, message=message), plan.rules[FAILED], subject)
        elif plan.options.selection.includes(rule.id):
            yield from findings_of(problem, rule, subject)


def _context(subject: Subject, prose: Prose, settings: Mapping[str, Any]) -> Context:
    plan = subject.plan
    return Context(
        subject.entry, prose, subject.status, plan.options.today, plan.catalog.program, plan.word_lists, settings
    )


def _findings_of_check(problem: Problem, rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Yield the finding of a check's *problem*, unless it is about a value that is still to be written."""
    if rule.id == UNWRITTEN:
        yield from findings_of(problem, rule, subject)
        return
    in_file = subject.entry.with_file_pointers(problem)
    if not subject.entry.source.is_unwritten(in_file.at):
        yield from findings_of(in_file, rule, subject)


def _failure(error: Exception, rule: Rule, subject: Subject) -> Iterator[Finding]:
    message = f"The rule {rule.id} could not be applied: {type(error).__name__}: {error}"
    advice = "This is a mistake of the checker, not of the spec. Please report it."
    yield from findings_of(Problem((), message, advice), subject.plan.rules[FAILED], subject)
