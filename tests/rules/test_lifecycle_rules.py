"""The effect of time, waivers and people's judgment on a check, as the command line reports it."""

import json
import re
from collections.abc import Iterable
from typing import Any

import pytest
from project import Project

DAY, LATER = "2026-11-26", "2036-11-26"  # of the demonstration
TODAY = "2026-09-15"  # of the small catalog
WAIT, STACK = "wait-time", "classroom-talk"
RETIRED, FOLLOWER = "exit-tickets", "checks-that-change-the-lesson"
IN_PILOT, PUBLISHED = "progress-monitoring-for-early-readers", "questioning-and-wait-time"
OFFICER = "approved_by: {role: state-officer, organization: Sample State Education Office}"
CLAUSE = "example-crosswalk/competency-matters"

Finding = dict[str, Any]


def found(project: Project, *arguments: str, day: str = TODAY) -> list[Finding]:
    return project.findings("--today", day, *arguments)


def select(findings: Iterable[Finding], rule: str, spec: str) -> list[Finding]:
    return [finding for finding in findings if finding["rule"] == rule and finding["spec"] == spec]


def states(findings: Iterable[Finding], rule: str) -> list[tuple[str, str]]:
    """Return severity and status of each finding of *rule* in the spec that most tests change."""
    return [(finding["severity"], finding["status"]) for finding in select(findings, rule, WAIT)]


# --- Days ---------------------------------------------------------------------------------------------------------


def test_the_passage_of_time_causes_errors_only_in_a_scheduled_run(project: Project):
    now, then = found(project, "--dates", "error", day=DAY), found(project, "--dates", "error", day=LATER)
    assert [finding for finding in now if finding["severity"] == "error" and finding["status"] == "open"] == []
    assert {finding["rule"] for finding in then if finding["severity"] == "error"} == {
        "CU-02",
        "LC-03",
        "RR-03",
        "RR-06",
    }
    run = project.run("check", "--today", LATER, "--format", "json")
    warned = json.loads(run.stdout)["findings"]
    assert run.exit_code == 0
    assert {"CU-02", "LC-03", "RR-03", "RR-06", "SC-14"} <= {finding["rule"] for finding in warned}
    assert [finding for finding in warned if finding["severity"] == "error"] == []
    assert [{**finding, "severity": ""} for finding in warned] == [{**finding, "severity": ""} for finding in then]


def test_a_scheduled_run_with_errors_fails(small: Project):
    assert small.run("check", "--today", TODAY, "--dates", "error").exit_code == 0
    assert small.run("check", "--today", LATER, "--dates", "error").exit_code == 1
    assert small.run("check", "--today", LATER).exit_code == 0


@pytest.mark.parametrize(
    ("day", "severity"),
    [("2028-08-01", None), ("2028-08-02", "warning"), ("2029-02-01", "warning"), ("2029-02-02", "error")],
)
def test_a_review_is_due_then_overdue_then_long_overdue(small: Project, day: str, severity: str | None):
    assert "next_review: 2028-08-01}" in small.path(WAIT).read_text("utf-8")
    review = select(found(small, "--dates", "error", day=day), "LC-03", WAIT)
    assert [finding["severity"] for finding in review] == ([severity] if severity else [])


def test_a_future_day_is_a_warning_unless_it_has_begun_in_some_time_zone(small: Project):
    small.edit(WAIT, "created: 2025-09-01", "created: 2026-09-16")
    assert "/dates/created" not in {finding["field"] for finding in select(found(small), "LC-04", WAIT)}
    small.edit(WAIT, "created: 2026-09-16", "created: 2026-09-17")
    early = [finding for finding in select(found(small), "LC-04", WAIT) if finding["field"] == "/dates/created"]
    assert [finding["severity"] for finding in early] == ["warning"]


# --- Waivers ------------------------------------------------------------------------------------------------------


def waive(project: Project, rule: str, date: str = "2026-06-05", expires: str = "2028-06-30") -> None:
    """Make the spec break EV-03, and waive *rule*."""
    project.edit(WAIT, "requires_video: ", "# requires_video: ")
    lines = f"  - rule: {rule}\n    reason: A test.\n    {OFFICER}\n    date: {date}\n    expires: {expires}\n"
    project.edit(WAIT, "changelog:\n", f"waivers:\n{lines}changelog:\n")


def test_a_waiver_covers_a_finding_until_it_ends(small: Project):
    waive(small, "EV-03")
    for dates in ("warn", "error"):
        assert states(found(small, "--dates", dates), "EV-03") == [("error", "waived")]
    assert select(found(small), "SC-14", WAIT) == []
    assert small.run("check", "--today", "2028-06-30").exit_code == 0
    assert states(found(small, day="2028-07-01"), "EV-03") == [("warning", "open")]
    assert states(found(small, "--dates", "error", day="2028-07-01"), "EV-03") == [("error", "open")]
    [ended] = select(found(small, day="2028-07-01"), "SC-14", WAIT)
    assert (ended["field"], ended["severity"]) == ("/waivers/0/expires", "warning")


@pytest.mark.parametrize(("day", "why"), [("2031-01-01", "before"), ("2028-01-01", "in the future")])
def test_a_waiver_approved_in_the_future_is_reported(small: Project, day: str, why: str):
    waive(small, "EV-03", day, "2030-01-01")
    [early] = select(found(small), "SC-14", WAIT)
    assert early["field"] == "/waivers/0/date"
    assert why in early["message"]


def test_a_waiver_without_a_finding_is_reported_where_its_rule_was_applied(small: Project):
    waive(small, "EV-01")
    [idle] = select(found(small), "SC-14", WAIT)
    assert (idle["field"], idle["severity"]) == ("/waivers/0/rule", "warning")
    assert select(found(small, "--ignore", "EV-01"), "SC-14", WAIT) == []
    assert select(found(small, "--ignore", "SC-14"), "SC-14", WAIT) == []


@pytest.mark.parametrize("rule", ["RR-33", "SC-05", "FM-07"])
def test_a_waiver_must_name_a_rule_that_can_be_waived(small: Project, rule: str):
    waive(small, rule)
    own = [finding for finding in found(small) if finding["field"] == "/waivers/0/rule"]
    assert [finding["rule"] for finding in own] == ["SC-04"]


@pytest.mark.parametrize(
    ("specs", "status", "reported"),
    [
        ("[]", "waived", []),
        ("[wait-time, student-questions]", "waived", []),
        ("[student-questions]", "open", ["/waivers/0/rule"]),
        ("[wait-time, student-question]", "waived", ["/waivers/0/specs/1"]),
    ],
)
def test_a_waiver_of_the_program_is_needed_if_one_spec_needs_it(
    small: Project, specs: str, status: str, reported: list[str]
):
    small.edit(WAIT, "requires_video: ", "# requires_video: ")
    rest = f"    reason: A test.\n    {OFFICER}\n    date: 2026-01-01\n    expires: 2030-01-01\n"
    quality = small.root / "content/program/quality.yml"
    quality.write_text(f"waivers:\n  - rule: EV-03\n    specs: {specs}\n{rest}", "utf-8")
    findings = found(small)
    assert {finding["status"] for finding in select(findings, "EV-03", WAIT)} == {status}
    assert [each["field"] for each in findings if each["path"].endswith("quality.yml")] == reported


# --- What only people can judge -----------------------------------------------------------------------------------


def attestations(project: Project, slug: str, *arguments: str) -> list[Finding]:
    own = [finding for finding in found(project, *arguments) if finding["spec"] == slug]
    questions = [finding for finding in own if finding["class"] == "attestation"]
    assert {finding["rule"] for finding in questions} <= {"LC-01"}
    return questions


def without_attestations(project: Project, path: str) -> None:
    file = project.root / "content" / path
    text, count = re.subn(r"(?m)^attestations:\n(?:  .*\n)+", "", file.read_text("utf-8"))
    assert count == 1
    file.write_text(text, "utf-8")


def ask_more(project: Project, *clauses: str) -> None:
    """Add clauses with a question to the crosswalk."""
    crosswalk = project.root / "content/program/standards/example-crosswalk.yml"
    crosswalk.write_text(crosswalk.read_text("utf-8") + "".join(clauses), "utf-8")


def clause(id: str, rule: str = "CO-05") -> str:
    lines = f"  - id: {id}\n    area: design\n    text: It holds.\n    rules: [{rule}]\n"
    return f"{lines}    attestation: {{question: Does it hold?, roles: [assessor, subject-expert]}}\n"


def test_an_answer_needs_a_question(small: Project):
    ask = "  - id: plain-words\n    area: design\n    text: Plain.\n    rules: [CO-05]\n"
    ask_more(small, ask)
    answer = "by: {role: practitioner, organization: Sample School}\n    date: 2026-06-05\n    note: Plain enough."
    small.edit(WAIT, "attestations:\n", f"attestations:\n  - standard: example-crosswalk/plain-words\n    {answer}\n")
    [told] = attestations(small, WAIT)
    assert told["field"] == "/attestations/0/standard"
    assert "question" in told["message"]


def test_an_unanswered_question_is_a_finding(small: Project):
    assert attestations(small, WAIT) == []
    ask_more(small, clause("holds"))
    [missing] = attestations(small, WAIT)
    assert (missing["field"], missing["severity"]) == ("/attestations", "error")
    assert "does it hold" in missing["message"].lower()
    assert "example-crosswalk/holds" in missing["advice"]
    assert "an assessor or a subject expert" in missing["advice"]


def test_if_all_questions_are_unanswered_there_is_one_finding(small: Project):
    ask_more(small, clause("holds"), clause("lasts"))
    without_attestations(small, f"credentials/{WAIT}.md")
    [all_missing] = attestations(small, WAIT)
    assert "All 3 questions" in all_missing["message"]


@pytest.mark.parametrize(("status", "asked"), [("draft", 0), ("pilot", 0), ("published", 1)])
def test_questions_must_be_answered_only_once_published(small: Project, status: str, asked: int):
    without_attestations(small, f"credentials/{WAIT}.md")
    assert len(attestations(small, WAIT, "--as", status)) == asked


def test_an_answer_needs_a_clause_that_exists(small: Project):
    small.edit(WAIT, CLAUSE, "example-crosswalk/competence-matters")
    by_field = {finding["field"]: finding for finding in attestations(small, WAIT)}
    assert CLAUSE in by_field["/attestations/0/standard"]["advice"]


def test_an_answer_needs_a_role_that_may_answer(small: Project):
    text = small.path(WAIT).read_text("utf-8")
    before, answers = text.split("attestations:\n")
    small.path(WAIT).write_text(f"{before}attestations:\n{answers.replace('practitioner', 'assessor', 1)}", "utf-8")
    [role] = attestations(small, WAIT)
    assert role["field"] == "/attestations/0/by/role"
    assert "an assessor" in role["message"]
    assert "a practitioner or a state officer" in role["advice"]


def test_a_stack_is_not_asked_about_rubrics(small: Project):
    ask_more(small, clause("fair", "CU-01"), clause("measured", "RU-01"))
    of_stack, of_credential = ([each["advice"] for each in attestations(small, slug)] for slug in (STACK, WAIT))
    assert ["fair" in advice for advice in of_stack] == [True]
    assert ["fair" in advice or "measured" in advice for advice in of_credential] == [True, True]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("verdict: approved}", "verdict: not-approved}", "does not approve"),
        (
            "authors:\n",
            "authors:\n  - {role: assessor, organization: Sample Assessors, office: Lead assessor}\n",
            "by an author",
        ),
    ],
)
def test_a_review_counts_if_it_approves_and_is_not_by_an_author(small: Project, old: str, new: str, reason: str):
    small.edit(WAIT, old, new)
    [too_few] = [finding for finding in select(found(small), "LC-01", WAIT) if finding["field"] == "/reviews"]
    assert "1 approval by" in too_few["message"]
    assert reason in too_few["related"][0]["message"]


# --- Pilots, ends and gaps ----------------------------------------------------------------------------------------


def test_the_results_of_a_pilot_are_required_only_for_publication(project: Project):
    assert select(found(project, day=DAY), "LC-02", IN_PILOT) == []
    [lacking] = select(found(project, "--as", "published", day=DAY), "LC-02", IN_PILOT)
    assert "agreement" in lacking["message"]


def test_low_agreement_is_reported_with_the_place_of_the_target(small: Project):
    small.edit(WAIT, "agreement: 0.9", "agreement: 0.61")
    [low] = select(found(small), "LC-02", WAIT)
    assert low["related"][0]["path"] == "content/program/program.yml"


def test_a_retirement_needs_a_date_and_both_specs_must_name_each_other(project: Project):
    assert select(found(project, day=DAY), "LC-04", RETIRED) == []
    project.edit(RETIRED, "retired_on:", "# retired_on:")
    project.edit(FOLLOWER, f"replaces: [{RETIRED}]", "replaces: []")
    by_field = {finding["field"]: finding for finding in select(found(project, day=DAY), "LC-04", RETIRED)}
    assert set(by_field) == {"/dates/retired_on", "/replaced_by"}
    assert by_field["/replaced_by"]["related"][0]["path"] == f"content/credentials/{FOLLOWER}.md"
    project.edit(RETIRED, f"replaced_by: {FOLLOWER}", f"replaced_by: {FOLLOWER}s")
    [unknown] = [f for f in select(found(project, day=DAY), "LC-04", RETIRED) if f["field"] == "/replaced_by"]
    assert FOLLOWER in unknown["advice"]


def test_an_incomplete_bibliography_entry_is_reported_at_its_citation(project: Project):
    reading = project.root / "content/program/references/reading.yml"
    text = reading.read_text("utf-8").replace("  DOI: 10.1037/0012-1649.24.4.552\n", "  DOI: doi.org/10.1037\n")
    reading.write_text(text.replace("  issued: {date-parts: [[1988]]}\n", ""), "utf-8")
    gaps = select(found(project, day=DAY), "RR-01", "dialogic-read-aloud")
    assert {re.search("a year|not valid", gap["message"])[0] for gap in gaps} == {"a year", "not valid"}
    for gap in gaps:
        line = gap["related"][0]["span"]["start"]["line"]
        assert gap["field"] == "/research/0/reference"
        assert gap["related"][0]["path"] == "content/program/references/reading.yml"
        assert reading.read_text("utf-8").splitlines()[line - 1] == "- id: Whitehurst1988"
