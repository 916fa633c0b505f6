"""A run: the plan for a file, the findings in it, and the results that a later run may reuse."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from small import QUALITY, READING, TODAY, WAIT, catalog, check_of, finds, of, rule, spec

from microcredentials.catalog.catalog import Catalog
from microcredentials.catalog.nodes import Guide
from microcredentials.checking.finding import Finding
from microcredentials.checking.options import Options, Selection
from microcredentials.checking.rule import Check, Context, whole_catalog
from microcredentials.checking.run import check_catalog, run_checks
from microcredentials.model.spec import MicroCredential, Spec, Stack
from microcredentials.reading.problem import Problem, Related, RuleClass, Severity
from microcredentials.reading.text import Position, Span

STACK = "stacks/talk.md"
OTHER = "credentials/questions.md"
GUIDE = "guides/start.md"
TALK = "---\ntitle: Talk\nstatus: published\noutcome: The educator talks.\n---\n"
START = "---\ntitle: Start\ndescription: How to start.\n---\nRead on.\n"
WRONG = Problem(("title",), "Wrong.")


def found(files: dict[str, str], *checks: Check, **options: Any) -> tuple[Finding, ...]:
    """Return the findings of *checks* on *files*."""
    report = check_catalog(catalog(files), (*READING, *checks), Options(TODAY, **options))
    return of(report, *(each.rule.id for each in checks))


@pytest.mark.parametrize(
    ("about", "specs"),
    [
        (MicroCredential, ["wait-time"]),
        (Stack, ["talk"]),
        (Spec, ["wait-time", "talk"]),
        (Guide, [""]),
        (Guide | Spec, ["wait-time", "", "talk"]),
    ],
)
def test_a_check_is_applied_to_the_kinds_that_it_is_about(about: Any, specs: list[str]):
    files = {STACK: TALK, WAIT: spec(), GUIDE: START}
    assert [each.spec for each in found(files, check_of(rule("CO-01"), finds(WRONG), about))] == specs


def test_what_cannot_be_read_is_not_checked():
    assert found({WAIT: "---\ntitle: [\n---\n"}, check_of(rule("CO-01"), finds(WRONG), Spec)) == ()


@pytest.mark.parametrize(
    ("status", "as_status", "judged"),
    [("draft", None, "draft"), ("pilot", None, "pilot"), ("draft", "published", "published")],
)
def test_a_file_is_judged_by_its_own_status_or_by_the_one_that_is_asked_for(status, as_status, judged: str):
    severities = {"draft": Severity.INFO, "pilot": Severity.WARNING, "published": Severity.ERROR}

    def find(node: Spec, context: Context) -> Iterator[Problem]:
        yield Problem(("title",), context.status)

    graded = replace(rule("CO-01"), severities=severities)
    [finding] = found({WAIT: spec(f"status: {status}\n")}, check_of(graded, find), as_status=as_status)
    assert (finding.message, finding.severity) == (judged, severities[judged])


def test_a_rule_without_a_severity_at_a_status_is_not_applied_there():
    def fail(*_: object) -> Iterator[Problem]:
        raise AssertionError("it was applied")

    silent = check_of(replace(rule("CO-01"), severities={"draft": Severity.ERROR}), fail)
    assert found({WAIT: spec()}, silent) == ()
    assert of(check_catalog(catalog({WAIT: spec()}), (*READING, silent), Options(TODAY)), "IN-01") == ()


def test_a_state_changes_severities_settings_and_word_lists():
    def find(node: Spec, context: Context) -> Iterator[Problem]:
        yield Problem((), f"{context.settings} {[each.phrase for each in context.words('bad').find('so so bad')]}")

    quality = (
        "severities: {CO-01: {published: info}}\nsettings: {CO-01: {max: 7, other: 1}}\n"
        "word_lists: {bad: {add: [bad], remove: [so]}}\n"
    )
    counted = rule("CO-01", settings={"max": 5, "min": 2}, word_lists={"bad": {"so": ""}})
    checked = check_of(counted, find)
    [own] = found({WAIT: spec()}, checked)
    [changed] = found({WAIT: spec(), QUALITY: quality}, checked)
    assert (own.severity, own.message) == ("error", "{'max': 5, 'min': 2} ['so', 'so']")
    assert (changed.severity, changed.message) == ("info", "{'max': 7, 'min': 2} ['bad']")


def test_a_state_switches_a_rule_off():
    quality = {QUALITY: "severities: {CO-01: {published: none}}\n"}
    assert found({WAIT: spec(), **quality}, check_of(rule("CO-01"), finds(WRONG))) == ()


def test_a_selection_limits_checks_and_problems_of_reading():
    checks = (check_of(rule("CO-01"), finds(WRONG)), check_of(rule("EV-01"), finds(WRONG)))
    report = check_catalog(catalog({WAIT: spec()}), (*READING, *checks), Options(TODAY, selection=Selection(("EV",))))
    assert [each.rule.id for each in report.findings] == ["EV-01"]


def test_a_rule_is_skipped_with_a_note_where_the_program_cannot_be_read():
    checks = (
        check_of(rule("CO-01", needs=("vocabulary",)), finds(WRONG)),
        check_of(rule("CO-02", needs=("vocabulary", "references")), finds(WRONG)),
        check_of(rule("CO-03"), finds(WRONG)),
    )
    report = check_catalog(catalog({WAIT: spec(), QUALITY: ""}), (*READING, *checks), Options(TODAY))
    assert [each.rule.id for each in of(report, "CO-01", "CO-02", "CO-03")] == ["CO-03"]
    note = "Not checked, because program/vocabulary.yml could not be read: CO-01, CO-02."
    assert report.notes[-1] == note
    selected = check_catalog(
        catalog({WAIT: spec()}), (*READING, *checks), Options(TODAY, selection=Selection(("CO-01",)))
    )
    assert selected.notes == ("Not checked, because program/vocabulary.yml could not be read: CO-01.",)


def test_findings_are_in_the_order_of_paths_and_lines():
    def find(node: Spec, context: Context) -> Iterator[Problem]:
        yield Problem(("competency",), "Third.")
        yield Problem(("title",), "Second.")
        yield Problem(("title",), "First.")

    files = {WAIT: spec(), OTHER: spec()}
    findings = found(files, check_of(rule("CO-02"), find), check_of(rule("CO-01"), finds(WRONG)))
    messages = ["Wrong.", "First.", "Second.", "Third."]
    assert [each.message for each in findings] == messages * 2
    assert [each.place.path for each in findings] == ["content/" + OTHER] * 4 + ["content/" + WAIT] * 4


def test_a_finding_has_the_exact_place_of_its_problem():
    problems = (
        Problem(("title",), "Whole."),
        Problem(("title",), "Words.", words=(5, 9)),
        Problem(("title",), "Name.", on_name=True),
        Problem((), "Span.", span=Span(4, 9)),
        Problem(("evidence", "missing"), "Missing."),
    )
    findings = found({WAIT: spec()}, check_of(rule("CO-01"), finds(*problems)))
    places = {each.message: (each.place.start, each.place.end) for each in findings}
    assert places == {
        "Whole.": (Position(2, 8), Position(2, 17)),
        "Words.": (Position(2, 13), Position(2, 17)),
        "Name.": (Position(2, 1), Position(2, 6)),
        "Span.": (Position(2, 1), Position(2, 6)),
        "Missing.": (Position(1, 1), Position(1, 4)),
    }


def test_a_problem_overrides_severity_and_class_of_its_rule():
    doubt = replace(WRONG, severity=Severity.INFO, rule_class=RuleClass.HEURISTIC)
    [plain, changed] = found({WAIT: spec()}, check_of(rule("CO-01"), finds(WRONG, doubt)))
    assert {(each.severity, each.rule_class) for each in (plain, changed)} == {("error", "hard"), ("info", "heuristic")}


@pytest.mark.parametrize(
    ("dates", "timed", "severity", "expected"),
    [
        ("warn", True, None, "warning"),
        ("error", True, None, "error"),
        ("warn", False, None, "error"),
        ("warn", True, Severity.INFO, "info"),
        ("error", True, Severity.WARNING, "warning"),
    ],
)
def test_time_alone_causes_errors_only_where_it_is_asked_for(dates, timed: bool, severity, expected: str):
    problem = replace(WRONG, time_dependent=timed, severity=severity)
    [finding] = found({WAIT: spec()}, check_of(rule("CO-01"), finds(problem)), dates=dates)
    assert finding.severity == expected


def test_related_places_are_in_other_specs_in_the_program_or_in_the_same_file():
    related = (
        Related("another spec", ("title",), path="questions"),
        Related("the program", ("severities",), path=QUALITY),
        Related("the same file", ("competency",)),
        Related("a file that does not exist", ("title",), path="nothing"),
        Related("a span", span=Span(0, 3)),
    )
    files = {WAIT: spec(), OTHER: spec(), QUALITY: "severities: {}\n"}
    [finding, _] = found(files, check_of(rule("CO-01"), finds(replace(WRONG, related=related))))[::-1]
    assert [(each.message, each.place.path, each.place.start.line) for each in finding.related] == [
        ("another spec", "content/credentials/questions.md", 2),
        ("the program", "content/program/quality.yml", 1),
        ("the same file", "content/credentials/wait-time.md", 4),
        ("a file that does not exist", "content/credentials/wait-time.md", 2),
        ("a span", "content/credentials/wait-time.md", 1),
    ]


def test_only_one_rule_reports_what_is_still_to_be_written():
    checks = (check_of(rule("CO-01"), finds(Problem(("summary",), "Bad."))), check_of(rule("LA-04"), finds(
        Problem(("summary",), "Write it."))))  # fmt: skip
    assert [each.rule.id for each in found({WAIT: spec("summary: TODO\n")}, *checks)] == ["LA-04"]
    assert [each.rule.id for each in found({WAIT: spec("summary: Short.\n")}, *checks)] == ["CO-01", "LA-04"]


def test_items_are_counted_as_in_the_file_where_some_are_still_to_be_written():
    files = {WAIT: spec("aliases: [TODO, talk]\n")}
    [counted] = found(files, check_of(rule("CO-01"), finds(Problem(("aliases", 0), "Bad."))))
    assert counted.field == ("aliases", 1)
    [as_written] = found(files, check_of(rule("LA-04"), finds(Problem(("aliases", 0), "Write it."))))
    assert as_written.field == ("aliases", 0)


def failing(*problems: Problem) -> Check:
    def find(*_: object) -> Iterator[Problem]:
        yield from problems
        raise ZeroDivisionError("by zero")

    return check_of(rule("CO-01"), find)


def test_an_error_in_a_check_is_a_finding_and_costs_no_other():
    report = check_catalog(
        catalog({WAIT: spec()}), (*READING, failing(WRONG), check_of(rule("CO-02"), finds(WRONG))), Options(TODAY)
    )
    assert [each.rule.id for each in of(report, "CO-01", "CO-02", "IN-01")] == ["IN-01", "CO-01", "CO-02"]
    [failure] = of(report, "IN-01")
    assert failure.message == "The rule CO-01 could not be applied: ZeroDivisionError: by zero"
    assert failure.advice == "This is an error in the checker, not in the spec. Please report it."
    assert (failure.spec, failure.field) == ("wait-time", ())


def test_a_problem_of_an_unknown_rule_is_a_finding():
    made = catalog({WAIT: spec()})
    odd = replace(made.entries[0], problems=(Problem(("title",), "Odd.", rule="XX-01"),))
    [finding] = of(check_catalog(replace(made, entries=(odd,)), READING, Options(TODAY)), "IN-01")
    assert finding.message == "“XX-01” is not a rule. Its message: Odd."
    assert finding.place.start.line == 2


def test_a_report_counts_specs_and_knows_texts_and_titles():
    report = check_catalog(
        catalog({WAIT: spec(), STACK: TALK, GUIDE: START}), READING, Options(TODAY, as_status="pilot")
    )
    assert (report.checked, report.as_status) == (2, "pilot")
    assert report.titles["content/guides/start.md"] == "Start"
    assert report.texts["content/stacks/talk.md"].value == TALK
    assert "content/program/program.yml" not in report.titles


# --- what a later run may reuse


def counting(count: list[str], looks_at: Any = None) -> Check:
    """Return a check that finds one problem and notes each file that it is applied to."""

    def find(node: Spec, context: Context, *_: object) -> Iterator[Problem]:
        count.append(context.entry.slug)
        yield WRONG

    return check_of(rule("CO-01"), find, looks_at=looks_at)


def test_what_is_known_is_found_without_applying_the_rule_again():
    count: list[str] = []
    checks = (*READING, counting(count))
    files = {WAIT: spec(), OTHER: spec()}
    first = run_checks(catalog(files), checks, Options(TODAY), {})
    again = run_checks(catalog(files), checks, Options(TODAY), first.verdicts)
    assert sorted(count) == ["questions", "wait-time"]
    assert (again.report, again.verdicts) == (first.report, first.verdicts)
    assert len(of(again.report, "CO-01")) == 2
    run_checks(catalog({**files, WAIT: spec("tags: [talk]\n")}), checks, Options(TODAY), first.verdicts)
    assert count[2:] == ["wait-time"]


@pytest.mark.parametrize("change", [{QUALITY: "severities: {}\n"}, {"program/vocabulary.yml": "subjects: []\n"}])
def test_a_verdict_depends_on_the_program(change: dict[str, str]):
    count: list[str] = []
    checks = (*READING, counting(count))
    first = run_checks(catalog({WAIT: spec()}), checks, Options(TODAY), {})
    run_checks(catalog({WAIT: spec(), **change}), checks, Options(TODAY), first.verdicts)
    assert count == ["wait-time", "wait-time"]


def test_a_rule_that_looks_at_the_catalog_has_no_verdicts():
    count: list[str] = []
    checks = (*READING, counting(count, whole_catalog))
    first = run_checks(catalog({WAIT: spec()}), checks, Options(TODAY), {})
    assert list(first.verdicts.values()) == [{}]
    run_checks(catalog({WAIT: spec()}), checks, Options(TODAY), first.verdicts)
    assert count == ["wait-time", "wait-time"]


def test_a_rule_that_failed_has_no_verdict():
    assert list(
        run_checks(catalog({WAIT: spec()}), (*READING, failing(WRONG)), Options(TODAY), {}).verdicts.values()
    ) == [{}]


def test_verdicts_of_other_rules_are_kept():
    made = catalog({WAIT: spec()})
    first = run_checks(made, (*READING, check_of(rule("CO-01"), finds(WRONG))), Options(TODAY), {})
    second = run_checks(made, (*READING, check_of(rule("CO-02"), finds())), Options(TODAY), first.verdicts)
    assert list(second.verdicts.values()) == [{"CO-01": (WRONG,), "CO-02": ()}]


def test_what_a_rule_looks_at_is_made_once_a_run_and_only_if_needed():
    made: list[Catalog] = []

    def titles(whole: Catalog) -> list[str]:
        made.append(whole)
        return [entry.spec.title for entry in whole.entries]

    def find(node: Spec, context: Context, known: list[str]) -> Iterator[Problem]:
        yield Problem(("title",), f"{known.count(node.title)} times")

    looking = check_of(rule("CO-01"), find, MicroCredential, titles)
    assert [each.message for each in found({WAIT: spec(), OTHER: spec()}, looking)] == ["2 times", "2 times"]
    assert len(made) == 1
    assert found({STACK: TALK}, looking) == ()
    assert len(made) == 1


def test_an_error_in_what_a_rule_looks_at_is_a_finding_for_each_file():
    def break_down(_: Catalog) -> None:
        raise ValueError("broken")

    looking = check_of(rule("CO-01"), finds(WRONG), MicroCredential, break_down)
    report = check_catalog(catalog({WAIT: spec(), OTHER: spec()}), (*READING, looking), Options(TODAY))
    assert [each.spec for each in of(report, "IN-01")] == ["questions", "wait-time"]
    assert of(report, "CO-01") == ()
