"""Judge one file: the findings of reading it, and those of every check that the plan assigns to it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..catalog.entry import Entry
from ..catalog.nodes import Node
from ..model.wording import is_english
from ..reading.problem import Problem, limit_problems
from ._findings import Subject, make_findings
from ._languages import is_english_only, language_of
from ._plan import Assignment, Plan, PlannedCheck
from ._rule_names import Rules, find_name_problems
from ._verdicts import ProblemsByRule
from .finding import Finding, Rule
from .prose import Prose
from .rule import Context

UNWRITTEN = "LA-04"
"""The rule that reports values that are still TODO; no other rule reports anything about them."""

FAILED = "IN-01"
"""The rule that reports errors in the checker itself."""


@dataclass(frozen=True)
class Judgment:
    """The findings on the file of ``entry``, to which the run applied ``assignment``.

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
    """Judge *entry* as planned; a rule whose problems are *known* from an earlier run is not applied again.

    An error in a check becomes a finding, so that the findings of the other checks are not lost.
    """
    assignment, prose = plan.assignment(entry), Prose(entry)
    subject = Subject(entry, assignment.status, plan)
    named = find_name_problems(entry, plan.catalog.program, plan.rules)
    findings = list(make_reading_findings((*entry.problems, *named), subject))
    failed, verdict = set[str](), dict(known)
    for each in assignment.checks if entry.node is not None else ():
        id, problems = each.rule.id, list[Problem]()
        try:
            for problem in known[id] if id in known else _apply(each, subject, prose):
                problems.append(problem)
                findings += _findings_of_check(problem, each.rule, subject)
        except Exception as error:
            failed.add(id)
            findings += _failure(error, each.rule, subject)
        else:
            if each.check.looks_at is None:
                verdict[id] = tuple(problems)
    return Judgment(entry, assignment, tuple(findings), frozenset(failed), verdict)


def make_reading_findings(problems: Iterable[Problem], subject: Subject) -> Iterator[Finding]:
    """Yield the findings of *problems*, each of which names its rule; one without a rule is an error in our code."""
    plan = subject.plan
    for problem in problems:
        rule = plan.rules.get(problem.rule)
        if rule is None:
            message = f"“{problem.rule}” is not a rule. Its message: {problem.message}"
            yield from make_findings(replace(problem, message=message), plan.rules[FAILED], subject)
        elif plan.options.selection.includes(rule.id):
            yield from make_findings(problem, rule, subject)


def _apply(planned: PlannedCheck, subject: Subject, prose: Prose) -> Iterator[Problem]:
    """Yield the problems that a check finds, but only the first few, so that they do not bury other findings."""
    plan = subject.plan
    facts = (subject.status, plan.options.today, plan.catalog.program, plan.word_lists, planned.settings)
    return limit_problems(planned.problems(Context(subject.entry, prose, *facts)))


def _findings_of_check(problem: Problem, rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Yield the finding of a check's *problem*, unless it is about a value that is still to be written."""
    if rule.id == UNWRITTEN:
        yield from make_findings(problem, rule, subject)
        return
    if is_english_only(rule, problem) and not is_english(language_of(subject.entry, subject.plan.catalog.program)):
        return
    in_file = subject.entry.with_file_pointers(problem)
    if not subject.entry.source.is_unwritten(in_file.at):
        yield from make_findings(in_file, rule, subject)


def _failure(error: Exception, rule: Rule, subject: Subject) -> Iterator[Finding]:
    message = f"The rule {rule.id} could not be applied: {type(error).__name__}: {error}"
    advice = "This is an error in the checker, not in the spec. Please report it."
    yield from make_findings(Problem((), message, advice), subject.plan.rules[FAILED], subject)
