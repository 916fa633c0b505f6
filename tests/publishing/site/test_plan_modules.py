"""The modules of the plan that need no page: dates, sums, order, and what is kept in storage and address."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from search_page import search_page

FOLDER = "http://catalog.test/javascripts"
BREAKS = [
    {"name": "Winter break", "start": "2026-12-21", "end": "2027-01-01"},
    {"name": "Summer break", "start": "2027-06-07", "end": "2027-08-13"},
]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with search_page(browser) as page:
        yield page


def run(page: Page, module: str, code: str, *arguments: Any) -> Any:
    """Return the value of *code*, in which ``m`` is the module and ``a`` are the arguments."""
    return page.evaluate(
        f"async (a) => {{ const m = await import('{FOLDER}/{module}.js'); return {code}; }}", arguments
    )


def is_free(day: date) -> bool:
    return day.weekday() > 4 or any(each["start"] <= day.isoformat() <= each["end"] for each in BREAKS)


def credential(slug: str, weeks: int, steps: int, needs_students: bool | None, turnaround: int | None = 15) -> Any:
    return {"slug": slug, "title": slug.title(), "weeks": [1, weeks] if weeks else [],
            "steps": [f"Step {n}" for n in range(steps)], "needs_students": needs_students,
            "turnaround": turnaround}  # fmt: skip


DATED = """m.schedule(a[0], new Date(a[1]), a[2], a[3]).map(({ start, dues, result, pauses }) => ({
    start: start.toJSON().slice(0, 10), dues: dues.map(({ day }) => day.toJSON().slice(0, 10)),
    result: result && result.toJSON().slice(0, 10), pauses: pauses.map(({ name }) => name) }))"""


def schedule(page: Page, credentials: list[Any], begin: str, is_busy_in_breaks: bool = False) -> Any:
    return run(page, "schedule", DATED, credentials, begin, BREAKS, is_busy_in_breaks)


def test_no_date_is_on_a_weekend_or_in_a_break_and_the_order_is_kept(page: Page):
    chance = random.Random(18)
    for _ in range(40):
        begin = date(2026, 9, 1) + timedelta(chance.randrange(400))
        made = [
            credential(f"c{n}", chance.randrange(13), chance.randrange(1, 9), chance.choice([True, False, None]))
            for n in range(3)
        ]
        dated = schedule(page, made, begin.isoformat())
        days = [date.fromisoformat(day) for each in dated for day in each["dues"]]
        assert days == sorted(days)
        assert days[0] >= begin
        assert [day for day in days if is_free(day)] == []
        assert [each["start"] for each in dated[1:]] > [each["dues"][-1] for each in dated[:-1]]


def test_the_steps_take_all_working_days_of_the_weeks_and_the_result_follows(page: Page):
    [only] = schedule(page, [credential("a", 4, 4, None)], "2026-12-07")
    assert only["start"] == "2026-12-07"
    assert only["dues"] == ["2026-12-11", "2026-12-18", "2027-01-08", "2027-01-15"]
    assert only["result"] == "2027-02-05", "fifteen weekdays after the last"
    [over_break] = schedule(page, [credential("a", 2, 1, None, 10)], "2026-12-07")
    assert (over_break["dues"], over_break["result"]) == (["2026-12-18"], "2027-01-01"), "assessors work in breaks"
    [unknown] = schedule(page, [credential("a", 0, 1, None, None)], "2026-11-02")
    assert (unknown["dues"], unknown["result"]) == (["2026-11-27"], None), "four weeks, unless stated"


def test_breaks_without_students_are_reported_only_where_students_are_needed(page: Page):
    made = [credential("a", 2, 2, True), credential("b", 2, 2, True), credential("c", 2, 2, False)]
    assert [each["pauses"] for each in schedule(page, made, "2026-11-30")] == [[], ["Winter break"], []]
    [waiting] = schedule(page, made[:1], "2027-06-21")
    assert (waiting["start"], waiting["pauses"]) == ("2027-08-16", ["Summer break"])
    [ready] = schedule(page, made[:1], "2027-08-16")
    assert ready["pauses"] == []


def test_who_works_in_breaks_does_then_what_needs_no_students(page: Page):
    made = [credential("a", 1, 1, False), credential("b", 1, 1, True)]
    dated = schedule(page, made, "2027-06-21", True)
    assert [each["dues"] for each in dated] == [["2027-06-25"], ["2027-08-20"]]


def worth(amount: float | None, unit: str | None = "points", kind: str = "renewal", is_home: bool = True) -> Any:
    label = kind if is_home else f"{kind} (Elsewhere)"
    return {"type": kind, "label": label, "amount": amount, "unit": unit, "units": unit or "", "is_home": is_home}


def test_only_what_is_alike_is_added_up_and_the_goal_is_first(page: Page):
    planned = [
        {"title": "A", "worth": [worth(None, None, "role"), worth(7), worth(2, is_home=False)]},
        {"title": "B", "worth": [worth(15), worth(3, "units")]},
    ]
    goal = {"type": "renewal", "unit": "points", "amount": 40}
    sums = run(page, "plan-sums", "m.sumWorth(...a)", planned, goal)
    assert [(each["label"], each["units"], each["amount"], each["isGoal"]) for each in sums] == [
        ("renewal", "points", 22, True), ("role", "", 0, False), ("renewal (Elsewhere)", "points", 2, False),
        ("renewal", "units", 3, False),
    ]  # fmt: skip
    assert [source["title"] for source in sums[0]["sources"]] == ["A", "B"]
    hours = run(page, "plan-sums", "m.sumHours(a)", {"hours": [2, 3.5]}, {"hours": []}, {"hours": [1, 1]})
    assert hours == {"least": 3, "most": 4.5, "unknown": 1}


def test_the_progress_on_a_stack_counts_no_more_electives_than_needed(page: Page):
    roles = {"a": "required", "b": "required", "x": "elective", "y": "elective", "z": "elective"}
    stack = {"electives_min": 1, "members": [{"slug": slug, "role": role} for slug, role in roles.items()]}
    assert run(page, "plan-sums", "m.progressOn(...a)", stack, ["q"]) is None
    begun = run(page, "plan-sums", "m.progressOn(...a)", stack, ["a"])
    assert (begun["have"], begun["need"], begun["electives"]) == (1, 3, 1)
    assert [each["slug"] for each in begun["missing"] + begun["choices"]] == ["b", "x", "y", "z"]
    most = run(page, "plan-sums", "m.progressOn(...a)", stack, ["a", "x", "y", "z"])
    assert (most["have"], most["need"], most["choices"]) == (2, 3, [])


@pytest.mark.parametrize(("to", "order"), [(0, "cQab"), (1, "aQcb"), (2, "aQbc")])
def test_a_move_leaves_what_is_not_shown_in_its_place(page: Page, to: int, order: str):
    assert run(page, "plan-order", "m.moveTo(...a).join('')", list("aQbc"), list("abc"), "c", to) == order


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("begin=2026-12-01&breaks=work", "begin=2026-12-01&breaks=work"),
        ("?plan=a&begin=2026-12-01", "begin=2026-12-01"), ("breaks=work", "breaks=work"),
        ("begin=1026-12-01&breaks=x", ""), ("begin=<script>", ""), ("", ""),
    ],
)  # fmt: skip
def test_dates_in_storage_or_address_are_read_with_care(page: Page, text: str, kept: str):
    assert run(page, "saved-plan", "m.writeDates(m.readDates(a[0]))", text) == kept
