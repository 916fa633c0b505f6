"""What time, waivers and people's judgment do to a check, as the command line reports it."""

import re
from collections.abc import Iterable
from typing import Any

import pytest
from project import Project

DAY = "2026-11-26"
LATER = "2036-11-26"
WAIT = "questioning-and-wait-time"
RETIRED, FOLLOWER = "exit-tickets", "checks-that-change-the-lesson"
IN_PILOT = "progress-monitoring-for-early-readers"
OFFICER = "approved_by: {role: state-officer, organization: Sample State Education Office}"

Finding = dict[str, Any]


def found(project: Project, *arguments: str, day: str = DAY) -> list[Finding]:
    return project.findings("--today", day, *arguments)


def of(findings: Iterable[Finding], rule: str, spec: str) -> list[Finding]:
    return [finding for finding in findings if finding["rule"] == rule and finding["spec"] == spec]


def test_an_untouched_project_still_builds_in_ten_years(project: Project):
    findings = found(project, day=LATER)
    assert {"CU-02", "LC-03", "RR-03", "RR-06", "SC-14"} <= {finding["rule"] for finding in findings}
    assert [finding for finding in findings if finding["severity"] == "error"] == []
    assert project.run("check", "--today", LATER).exit_code == 0


def test_a_scheduled_run_makes_errors_of_what_the_day_brought(project: Project):
    today, then = found(project, "--dates", "error"), found(project, "--dates", "error", day=LATER)
    assert [finding for finding in today if finding["severity"] == "error" and finding["status"] == "open"] == []
    errors = {finding["rule"] for finding in then if finding["severity"] == "error"}
    assert errors == {"CU-02", "LC-03", "RR-03", "RR-06"}
    assert project.run("check", "--today", LATER, "--dates", "error").exit_code == 1


def test_dates_change_nothing_but_severities(project: Project):
    warned, erred = found(project, day=LATER), found(project, "--dates", "error", day=LATER)
    assert [{**finding, "severity": ""} for finding in warned] == [{**finding, "severity": ""} for finding in erred]


DUE = [("2028-09-28", None), ("2028-09-29", "warning"), ("2029-03-29", "error")]


@pytest.mark.parametrize(("day", "severity"), DUE)
def test_a_review_is_due_then_overdue_then_long_overdue(project: Project, day: str, severity: str | None):
    assert "next_review: 2028-09-28\n" in project.path(WAIT).read_text("utf-8")
    review = of(found(project, "--dates", "error", day=day), "LC-03", WAIT)
    assert [finding["severity"] for finding in review] == ([severity] if severity else [])


def test_a_day_that_has_not_come_is_told_and_tomorrow_is_somewhere_today(project: Project):
    project.edit(WAIT, "created: ", "created: 2026-11-27  # ")
    assert "/dates/created" not in {f["field"] for f in of(found(project), "LC-04", WAIT)}
    project.edit(WAIT, "created: 2026-11-27", "created: 2026-11-28")
    early = [f for f in of(found(project), "LC-04", WAIT) if f["field"] == "/dates/created"]
    assert [finding["severity"] for finding in early] == ["warning"]


def test_a_waiver_that_ended_is_told_and_what_it_covered_is_open_again(project: Project):
    before, after = found(project), found(project, day="2028-07-01")
    assert {finding["status"] for finding in of(before, "RR-03", WAIT)} == {"waived"}
    assert of(before, "SC-14", WAIT) == []
    assert {finding["status"] for finding in of(after, "RR-03", WAIT)} == {"open"}
    [ended] = of(after, "SC-14", WAIT)
    assert (ended["field"], ended["severity"]) == ("/waivers/0/expires", "warning")


@pytest.mark.parametrize(("day", "why"), [("2031-01-01", "ends before that"), ("2028-01-01", "still to come")])
def test_a_waiver_that_was_not_decided_yet_is_told(project: Project, day: str, why: str):
    text = project.path(WAIT).read_text("utf-8")
    head, waiver, rest = text.partition("  - rule: RR-03")
    rest = re.sub(r"(?m)^    date: .*$", f"    date: {day}", rest, count=1)
    rest = re.sub(r"(?m)^    expires: .*$", "    expires: 2030-01-01", rest, count=1)
    project.path(WAIT).write_text(head + waiver + rest, "utf-8")
    [early] = of(found(project), "SC-14", WAIT)
    assert early["field"] == "/waivers/0/date"
    assert why in early["message"]


def test_an_error_whose_waiver_ended_stops_only_a_scheduled_run(project: Project):
    project.edit(WAIT, "  - rule: RR-03", "  - rule: EV-03")
    project.edit(WAIT, "requires_video: ", "# requires_video: ")
    weights = {}
    for day in (DAY, "2028-07-01"):
        for dates in ("warn", "error"):
            [finding] = of(found(project, "--dates", dates, day=day), "EV-03", WAIT)
            weights[day, dates] = finding["severity"], finding["status"]
    assert weights == {
        (DAY, "warn"): ("error", "waived"), (DAY, "error"): ("error", "waived"),
        ("2028-07-01", "warn"): ("warning", "open"), ("2028-07-01", "error"): ("error", "open"),
    }  # fmt: skip


def test_a_waiver_that_covers_nothing_is_told_where_its_rule_was_applied(project: Project):
    project.edit(WAIT, "  - rule: RR-03", "  - rule: EV-01")
    [idle] = of(found(project), "SC-14", WAIT)
    assert (idle["field"], idle["severity"]) == ("/waivers/0/rule", "warning")
    assert of(found(project, "--ignore", "EV-01"), "SC-14", WAIT) == []
    assert of(found(project, "--ignore", "SC-14"), "SC-14", WAIT) == []


@pytest.mark.parametrize("rule", ["RR-33", "SC-05", "FM-07"])
def test_a_waiver_of_no_rule_or_of_one_that_cannot_be_waived_is_told(project: Project, rule: str):
    project.edit(WAIT, "  - rule: RR-03", f"  - rule: {rule}")
    own = [finding for finding in found(project) if finding["spec"] == WAIT]
    assert [finding["rule"] for finding in own if finding["field"] == "/waivers/0/rule"] == ["SC-04"]


def test_a_waiver_of_the_program_is_needed_if_one_spec_needs_it(project: Project):
    project.edit(WAIT, "  - rule: RR-03", "  - rule: RR-04")  # the finding of RR-03 is now uncovered
    quality = project.root / "content/program/quality.yml"
    text = quality.read_text("utf-8")
    rest = f"    reason: A test.\n    {OFFICER}\n    date: 2026-01-01\n    expires: 2030-01-01\n"

    def judged(specs: str) -> tuple[set[str], list[str]]:
        waiver = f"waivers:\n  - rule: RR-03\n    specs: {specs}\n{rest}"
        quality.write_text(text.replace("\nwaivers: []\n", f"\n{waiver}"), "utf-8")
        findings = found(project)
        told = [finding["field"] for finding in findings if finding["path"].endswith("quality.yml")]
        return {finding["status"] for finding in of(findings, "RR-03", WAIT)}, told

    assert judged("[]") == ({"waived"}, [])
    assert judged(f"[{WAIT}, {RETIRED}]") == ({"waived"}, [])
    assert judged(f"[{FOLLOWER}]") == ({"open"}, ["/waivers/0/rule"])
    assert judged(f"[{WAIT}, {FOLLOWER}s]") == ({"waived"}, ["/waivers/0/specs/1"])


def attestations(project: Project, slug: str, *arguments: str) -> list[Finding]:
    findings = [f for f in found(project, *arguments) if f["spec"] == slug and f["class"] == "attestation"]
    assert {finding["rule"] for finding in findings} <= {"LC-01"}
    return findings


def without_attestations(project: Project, path: str, clause: str = ".*") -> None:
    file = project.root / "content" / path
    pattern = rf"(?m)^  - standard: example-crosswalk/{clause}\n(?:    .*\n)+"
    text, count = re.subn(pattern, "", file.read_text("utf-8"))
    assert count
    file.write_text(text, "utf-8")


def test_an_answer_to_no_question_is_told(project: Project):
    by = "{role: practitioner, organization: Sample School}"
    rest = f"    by: {by}\n    date: 2026-06-05\n    note: Plain enough.\n"
    answer = f"  - standard: example-crosswalk/plain-words\n{rest}"
    project.edit(WAIT, "attestations:\n", f"attestations:\n{answer}")
    [told] = attestations(project, WAIT)
    assert told["field"] == "/attestations/0/standard"
    assert "has no question for people" in told["message"]


def test_a_question_that_nobody_answered_is_asked(project: Project):
    assert attestations(project, WAIT) == []
    without_attestations(project, f"credentials/{WAIT}.md", "rubric-measures-competency")
    [missing] = attestations(project, WAIT)
    assert (missing["field"], missing["severity"]) == ("/attestations", "error")
    assert "do the criteria measure the whole competency" in missing["message"]
    assert "example-crosswalk/rubric-measures-competency" in missing["advice"]
    assert "an assessor or a subject expert" in missing["advice"]


def test_when_nothing_is_answered_it_is_said_once(project: Project):
    without_attestations(project, f"credentials/{WAIT}.md")
    [all_missing] = attestations(project, WAIT)
    assert "All 7 questions" in all_missing["message"]


def test_questions_are_asked_from_publication_on(project: Project):
    assert attestations(project, IN_PILOT) == []
    assert attestations(project, IN_PILOT, "--as", "published")


def test_an_answer_needs_a_clause_and_a_role_that_may_give_it(project: Project):
    project.edit(WAIT, "example-crosswalk/competency-matters", "example-crosswalk/competence-matters")
    project.edit(WAIT, "by: {role: subject-expert", "by: {role: practitioner")
    by_field = {finding["field"]: finding for finding in attestations(project, WAIT)}
    assert "example-crosswalk/competency-matters" in by_field["/attestations/0/standard"]["advice"]
    role = by_field["/attestations/1/by/role"]
    assert "a practitioner" in role["message"]
    assert "a subject expert" in role["advice"]


def test_a_stack_answers_what_is_asked_of_stacks(project: Project):
    stack = "formative-assessment-in-action"
    assert attestations(project, stack) == []
    without_attestations(project, f"stacks/{stack}.md", "currency-is-fair")
    assert any("currency-is-fair" in finding["advice"] for finding in attestations(project, stack))
    asked = " ".join(finding["advice"] for finding in attestations(project, stack))
    assert "rubric-measures-competency" not in asked


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("verdict: approved\n", "verdict: not-approved\n", "does not approve"),
        ("authors:\n", "authors:\n  - {role: ROLE, organization: PLACE, office: OFFICE}\n", "by an author"),
    ],
)
def test_a_review_counts_that_approves_and_is_no_authors_own(project: Project, old: str, new: str, reason: str):
    text = project.path(WAIT).read_text("utf-8").partition("\nreviews:")[2]
    facts = {name: re.search(rf"{key}: (.+)", text)[1] for name, key in
             (("ROLE", "role"), ("PLACE", "organization"), ("OFFICE", "office"))}  # fmt: skip
    project.edit(WAIT, old, re.sub("ROLE|PLACE|OFFICE", lambda match: facts[match[0]], new))
    [too_few] = [f for f in of(found(project), "LC-01", WAIT) if f["field"] == "/reviews"]
    assert "1 approval by" in too_few["message"]
    assert reason in too_few["related"][0]["message"]


def test_a_pilot_that_still_runs_owes_no_figures_and_a_published_one_does(project: Project):
    assert of(found(project), "LC-02", IN_PILOT) == []
    [lacking] = of(found(project, "--as", "published"), "LC-02", IN_PILOT)
    assert "agreement" in lacking["message"]


def test_agreement_below_the_target_leads_to_the_target(project: Project):
    project.edit(WAIT, "agreement: 0.86", "agreement: 0.61")
    [low] = of(found(project), "LC-02", WAIT)
    assert low["related"][0]["path"] == "content/program/program.yml"


def test_an_end_says_when_and_why_and_both_sides_agree(project: Project):
    assert of(found(project), "LC-04", RETIRED) == []
    project.edit(RETIRED, "retired_on:", "# retired_on:")
    project.edit(FOLLOWER, f"replaces: [{RETIRED}]", "replaces: []")
    by_field = {finding["field"]: finding for finding in of(found(project), "LC-04", RETIRED)}
    assert set(by_field) == {"/dates/retired_on", "/replaced_by"}
    assert by_field["/replaced_by"]["related"][0]["path"] == f"content/credentials/{FOLLOWER}.md"
    project.edit(RETIRED, f"replaced_by: {FOLLOWER}", f"replaced_by: {FOLLOWER}s")
    [unknown] = [f for f in of(found(project), "LC-04", RETIRED) if f["field"] == "/replaced_by"]
    assert FOLLOWER in unknown["advice"]


def test_a_gap_in_the_bibliography_is_told_where_it_is_cited_and_leads_to_the_entry(project: Project):
    reading = project.root / "content/program/references/reading.yml"
    text = reading.read_text("utf-8").replace("  DOI: 10.1037/0012-1649.24.4.552\n", "  DOI: doi.org/10.1037\n")
    reading.write_text(text.replace("  issued: {date-parts: [[1988]]}\n", ""), "utf-8")
    gaps = of(found(project), "RR-01", "dialogic-read-aloud")
    assert {re.search("a year|not valid", gap["message"])[0] for gap in gaps} == {"a year", "not valid"}
    for gap in gaps:
        line = gap["related"][0]["span"]["start"]["line"]
        assert gap["field"] == "/research/0/reference"
        assert gap["related"][0]["path"] == "content/program/references/reading.yml"
        assert reading.read_text("utf-8").splitlines()[line - 1] == "- id: Whitehurst1988"
