"""The goal and the breaks of a program: what is accepted, and what a person reads if it is not."""

from datetime import date

import pytest
from memory import content_files
from repository import BASE

from microcredentials.catalog._parse_program import parse_program
from microcredentials.catalog._sources import read_sources
from microcredentials.model._planning import Planning

WINTER = "{name: Winter, start: 2026-12-21, end: 2027-01-01}"


def parse(planning: str) -> tuple[Planning | None, list[tuple[str, str, str]]]:
    """Return what ``program.yml`` says about planning, and the rule, message and advice of each problem."""
    texts = {
        path.relative_to(BASE).as_posix(): path.read_text("utf-8")
        for path in (BASE / "program/program.yml", BASE / "program/vocabulary.yml")
    }
    texts["program/program.yml"] += f"planning: {{{planning}}}\n"
    found = parse_program(read_sources(content_files(texts))[0])
    problems = [(each.rule, each.message, each.advice) for entry in found.entries for each in entry.problems]
    return found.program.file.planning if found.program.file else None, problems


def test_a_goal_and_breaks_are_read():
    planning, problems = parse(
        f"goal: {{type: license-renewal, amount: 40, unit: renewal-points}}, breaks: [{WINTER},"
        " {name: Holiday, start: 2027-01-18, end: 2027-01-18}]"
    )
    assert problems == []
    assert planning
    assert planning.goal
    assert (planning.goal.type, planning.goal.amount, planning.goal.unit) == ("license-renewal", 40, "renewal-points")
    assert [each.start for each in planning.breaks] == [date(2026, 12, 21), date(2027, 1, 18)]
    assert parse("")[0] == Planning()


@pytest.mark.parametrize(
    ("planning", "rule", "message", "advice"),
    [
        ("goal: {type: licence-renewal, amount: 40, unit: renewal-points}", "SC-04",
         "“licence-renewal” is not in the list “currency_types”.", "Did you mean “license-renewal”?"),
        ("breaks: [{name: Winter, start: 2027-01-01, end: 2026-12-21}]", "SC-07",
         "“Winter” ends on December 21, 2026, before it starts on January 1, 2027.", "Correct one of the two dates."),
        ("breaks: [{name: Winter, start: 2026-12-21, end: 2028-01-01}]", "SC-07",
         "“Winter” is longer than 180 days.", "Check the year in both dates."),
        (f"breaks: [{{name: Eve, start: 2027-01-01, end: 2027-01-03}}, {WINTER}]", "SC-07",
         "“Winter” and “Eve” both include January 1, 2027.", "Correct the dates, or make one break of the two."),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_explained(planning: str, rule: str, message: str, advice: str):
    found, problems = parse(planning)
    assert found is None
    assert problems == [(rule, message, advice)]


def test_a_goal_is_more_than_nothing():
    _, [(rule, message, _)] = parse("goal: {type: license-renewal, amount: 0, unit: renewal-points}")
    assert rule.startswith("SC-")
    assert "amount" in message
