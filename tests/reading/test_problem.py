"""Problems: the limit for one file."""

from microcredentials.reading.problem import Problem, Related, RuleClass, Severity, limit_problems
from microcredentials.reading.text import Span

PROBLEMS = [Problem(("tags", n), "Wrong.", "Change it.", "FM-13", Span(n, n + 1)) for n in range(5)]


def test_a_few_problems_are_all_reported():
    assert list(limit_problems(PROBLEMS)) == PROBLEMS
    assert list(limit_problems(PROBLEMS, 5)) == PROBLEMS


def test_after_many_problems_one_more_says_that_there_are_others():
    *first, last = limit_problems(PROBLEMS, 3)
    assert first == PROBLEMS[:3]
    assert last == Problem(
        ("tags", 3),
        "More than 3 places in this file have this kind of problem; the rest are not listed.",
        "Fix the first ones, then check again.",
        "FM-13",
        Span(3, 4),
    )


def test_there_are_at_most_a_hundred_and_one():
    endless = (Problem((n,), "Wrong.") for n in range(10**9))
    assert len(list(limit_problems(endless))) == 101


def test_no_problems_are_no_problem():
    assert list(limit_problems([])) == []


def test_severities_and_classes_are_written_as_in_reports():
    assert list(Severity) == ["error", "warning", "info"]
    assert list(RuleClass) == ["hard", "heuristic", "attestation"]


def test_a_problem_needs_a_field_and_a_message():
    problem = Problem(("title",), "Wrong.")
    assert (problem.advice, problem.rule, problem.on_name, problem.time_dependent) == ("", "", False, False)
    assert Related("first here") == Related("first here", (), None, "")
