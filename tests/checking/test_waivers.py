"""Waivers: the findings and the days that a waiver covers, and waivers that are wrong or unused."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from small import QUALITY, READING, TODAY, WAIT, catalog, check_of, finds, of, rule, spec

from microcredentials.catalog.nodes import KeptVersion
from microcredentials.checking._waivers import (
    Coverage,
    Outcome,
    assess_coverage,
    find_waived_rules,
    find_waiver_problems,
    find_waivers,
    list_general_waivers,
)
from microcredentials.checking.options import Options
from microcredentials.checking.run import check_catalog
from microcredentials.model.record import Person, Waiver
from microcredentials.reading.problem import Problem, Severity

DAY = timedelta(days=1)
BY = "approved_by: {role: state-officer, organization: Office}"
OTHER = "credentials/questions.md"
RULE = rule("CO-01")


def waiver(start: date = TODAY - DAY, end: date = TODAY + DAY, rule: str = "CO-01") -> Waiver:
    person = Person(role="state-officer", organization="Office")
    return Waiver(rule=rule, reason="A test.", approved_by=person, date=start, expires=end)


def line(start: date = TODAY - DAY, end: date = TODAY + DAY, rule: str = "CO-01", specs: str = "") -> str:
    """Return a waiver as an item of a list in YAML."""
    named = f", specs: {specs}" if specs else ""
    return f"  - {{rule: {rule}, reason: A test., {BY}, date: {start}, expires: {end}{named}}}\n"


def waivers(*lines: str) -> str:
    return f"waivers:\n{''.join(lines)}"


def problems(files: dict[str, str], *, applied: tuple[str, ...] = (), waived: tuple[str, ...] = ()) -> list[Problem]:
    """Return the problems of all waivers if CO-01 was *applied* to these files and *waived* in those."""
    made = catalog(files)
    entries = {entry.source.path.as_posix(): entry for entry in (*made.other_entries, *made.entries)}
    outcome = Outcome(
        TODAY,
        frozenset(("CO-01", entries[path].source.path) for path in applied),
        frozenset(("CO-01", entries[path].source.path) for path in waived),
    )
    return [problem for entry in entries.values() for problem in find_waiver_problems(entry, made, outcome)]


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ([], Coverage.NONE),
        ([TODAY + DAY], Coverage.IN_FORCE),
        ([TODAY], Coverage.IN_FORCE),
        ([TODAY - DAY], Coverage.ENDED),
        ([TODAY - DAY, TODAY], Coverage.IN_FORCE),
        ([TODAY + DAY, TODAY - DAY], Coverage.IN_FORCE),
        ([TODAY - DAY, TODAY - 2 * DAY], Coverage.ENDED),
    ],
)
def test_waivers_cover_through_their_last_day(ends: list[date], expected: Coverage):
    assert assess_coverage([waiver(end=end) for end in ends], TODAY) is expected


def test_a_waiver_covers_before_the_day_it_was_approved():
    assert assess_coverage([waiver(start=TODAY + DAY)], TODAY) is Coverage.IN_FORCE  # SC-14 reports the date


def test_own_waivers_come_before_those_of_the_program():
    general = waivers(line(end=date(2030, 1, 1)), line(rule="CO-02"), line(end=date(2031, 1, 1), specs="[questions]"))
    made = catalog({WAIT: spec(waivers(line(rule="CO-02"), line(end=date(2029, 1, 1)))), QUALITY: general})
    found = find_waivers(RULE, made.by_slug["wait-time"], made.program)
    assert [each.expires.year for each in found] == [2029, 2030]


def test_a_waiver_of_the_program_covers_the_specs_that_it_names():
    made = catalog({WAIT: spec(), OTHER: spec(), QUALITY: waivers(line(specs="[questions]"))})
    assert find_waivers(RULE, made.by_slug["wait-time"], made.program) == ()
    assert find_waivers(RULE, made.by_slug["questions"], made.program) == list_general_waivers(made.program)


def test_a_waiver_of_the_program_covers_guides():
    made = catalog({"guides/start.md": "---\ntitle: T\ndescription: D\n---\n", QUALITY: waivers(line())})
    [guide] = [entry for entry in made.other_entries if entry.source.path.parts[0] == "guides"]
    assert len(find_waivers(RULE, guide, made.program)) == 1


@pytest.mark.parametrize("id", ["FM-07", "SC-05", "LK-01", "IN-01"])
def test_rules_about_reading_cannot_be_waived(id: str):
    made = catalog({WAIT: spec(waivers(line(rule=id))), QUALITY: waivers(line(rule=id))})
    assert find_waivers(rule(id), made.by_slug["wait-time"], made.program) == ()


def test_a_spec_that_cannot_be_read_has_no_waivers():
    made = catalog({WAIT: "---\ntitle: [\n---\n", QUALITY: waivers(line())})
    assert find_waivers(RULE, made.by_slug["wait-time"], made.program) == ()


def test_without_readable_quality_settings_there_are_no_general_waivers():
    made = catalog({WAIT: spec(waivers(line()))})
    assert list_general_waivers(made.program) == ()
    assert len(find_waivers(RULE, made.by_slug["wait-time"], made.program)) == 1


def test_the_rules_that_waivers_name_are_collected_from_specs_and_program():
    files = {WAIT: spec(waivers(line(), line(rule="XX-99"))), OTHER: spec(), QUALITY: waivers(line(rule="EV-01"))}
    assert find_waived_rules(catalog(files)) == {"CO-01", "XX-99", "EV-01"}
    assert find_waived_rules(catalog({WAIT: "---\ntitle: [\n---\n"})) == frozenset()


def test_an_unused_waiver_is_a_problem_where_its_rule_was_applied():
    files = {WAIT: spec(waivers(line(rule="EV-01"), line()))}
    [unused] = problems(files, applied=(WAIT,))
    assert (unused.at, unused.rule) == (("waivers", 1, "rule"), "SC-14")
    assert unused.message == "The waiver for CO-01 is unused: the rule has no findings to waive."
    assert problems(files) == []
    assert problems(files, applied=(WAIT,), waived=(WAIT,)) == []


def test_what_happened_in_another_file_does_not_matter_to_a_spec_s_own_waiver():
    files = {WAIT: spec(waivers(line())), OTHER: spec()}
    assert problems(files, applied=(OTHER,)) == []
    assert [each.at for each in problems(files, applied=(WAIT, OTHER), waived=(OTHER,))] == [("waivers", 0, "rule")]


def test_a_waiver_that_ended_is_a_problem_at_its_last_day_alone():
    files = {WAIT: spec(waivers(line(end=TODAY - DAY, start=TODAY - 2 * DAY)))}
    for applied in ((), (WAIT,)):
        [ended] = problems(files, applied=applied)
        assert ended.at == ("waivers", 0, "expires")
        assert ended.message == "The waiver for CO-01 ended on 2026-09-14."
    assert problems({WAIT: spec(waivers(line(end=TODAY)))}) == []


@pytest.mark.parametrize(
    ("start", "end", "message"),
    [
        (TODAY, TODAY, ""),
        (TODAY + DAY, TODAY + DAY, "approved on 2026-09-16, which is in the future."),
        (TODAY + DAY, TODAY, "approved on 2026-09-16, but ends before that, on 2026-09-15."),
        (TODAY, TODAY + DAY, ""),
    ],
)
def test_the_date_of_approval_is_past_and_before_the_end(start: date, end: date, message: str):
    found = problems({WAIT: spec(waivers(line(start, end)))})
    assert [each.at for each in found] == ([("waivers", 0, "date")] if message else [])
    assert not message or found[0].message == f"The waiver for CO-01 was {message}"


def test_a_waiver_can_have_a_wrong_date_and_have_ended():
    found = problems({WAIT: spec(waivers(line(TODAY, TODAY - DAY)))})
    assert [each.at[-1] for each in found] == ["date", "expires"]


def test_a_waiver_of_the_program_is_used_if_one_spec_needs_it():
    files = {WAIT: spec(), OTHER: spec(), QUALITY: waivers(line())}
    assert problems(files, applied=(WAIT, OTHER), waived=(OTHER,)) == []
    assert problems(files, applied=(OTHER,), waived=(OTHER,)) == []
    assert [each.at for each in problems(files, applied=(WAIT,))] == [("waivers", 0, "rule")]


def test_a_waiver_of_the_program_for_one_spec_is_unused_whatever_others_need():
    files = {WAIT: spec(), OTHER: spec(), QUALITY: waivers(line(rule="EV-01"), line(specs="[wait-time]"))}
    found = problems(files, applied=(WAIT, OTHER), waived=(OTHER,))
    assert [each.at for each in found] == [("waivers", 1, "rule")]


def test_a_spec_that_cannot_be_read_may_need_the_waiver():
    files = {WAIT: spec(), OTHER: "---\ntitle: [\n---\n", QUALITY: waivers(line())}
    assert problems(files, applied=(WAIT,)) == []
    named = {**files, QUALITY: waivers(line(specs="[wait-time]"))}
    assert [each.at for each in problems(named, applied=(WAIT,))] == [("waivers", 0, "rule")]


def test_a_waiver_of_the_program_names_specs_that_exist():
    found = problems({WAIT: spec(), QUALITY: waivers(line(specs="[wait-time, wait-tiem]"))})
    assert [(each.at, each.rule) for each in found] == [(("waivers", 0, "specs", 1), "SC-14")]
    assert "“wait-tiem”, which is not a spec of this catalog" in found[0].message
    assert "“wait-time”" in found[0].advice


def test_a_kept_version_has_no_waivers_of_its_own():
    made = catalog({"versions/wait-time/1.0.0.md": spec(waivers(line())), WAIT: spec()})
    [kept] = [entry for entry in made.other_entries if isinstance(entry.node, KeptVersion)]
    assert find_waivers(RULE, kept, made.program) == ()
    assert list(find_waiver_problems(kept, made, Outcome(TODAY, frozenset(), frozenset()))) == []


def statuses(text: str, today: date = TODAY, quality: str = "", **problem: object) -> list[tuple[str, str]]:
    """Return status and severity of the findings of CO-01, which finds one problem in each file."""
    made = catalog({WAIT: text, **({QUALITY: quality} if quality else {})})
    wrong = replace(Problem(("title",), "Wrong."), **problem)  # type: ignore[arg-type]
    found = check_catalog(made, (*READING, check_of(RULE, finds(wrong))), Options(today))
    return [(each.status, each.severity) for each in of(found, "CO-01")]


def test_a_finding_is_waived_through_the_last_day_and_then_open_as_a_warning():
    text = spec(waivers(line(end=TODAY)))
    assert statuses(text) == [("waived", "error")]
    assert statuses(text, TODAY + DAY) == [("open", "warning")]
    assert statuses(spec()) == [("open", "error")]
    assert statuses(spec(waivers(line(rule="CO-02")))) == [("open", "error")]


def test_a_waiver_covers_every_field_of_its_rule():
    for at in (("title",), ("competency",), ("missing",), ()):
        assert statuses(spec(waivers(line())), at=at) == [("waived", "error")]


def test_an_ended_waiver_does_not_weaken_what_it_never_covered():
    ended = waivers(line(TODAY - 2 * DAY, TODAY - DAY))
    assert statuses(spec(ended), severity=Severity.INFO) == [("open", "info")]
    assert statuses(spec(waivers(line(TODAY - 2 * DAY, TODAY - DAY, "CO-02")))) == [("open", "error")]


def test_a_run_reports_each_waiver_that_had_no_use():
    made = catalog({WAIT: spec(waivers(line(), line(rule="CO-02"), line(rule="CO-03"))), QUALITY: waivers(line())})
    checks = (
        *READING,
        check_of(RULE, finds(Problem(("title",), "Wrong."))),
        check_of(rule("CO-02"), finds()),
    )
    found = of(check_catalog(made, checks, Options(TODAY)), "SC-14", "SC-04")
    assert [(each.rule.id, each.field, each.severity) for each in found] == [
        ("SC-14", ("waivers", 1, "rule"), "warning"),
        ("SC-04", ("waivers", 2, "rule"), "warning"),
    ]
    assert [each.spec for each in found] == ["wait-time"] * 2
