"""Scorecards: the result of a clause follows from findings, waivers, written fields, and the answers of people."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from small import QUALITY, READING, TODAY, WAIT, catalog, check_of, finds, rule, spec

from microcredentials.checking.options import Options, Selection
from microcredentials.checking.rule import Check
from microcredentials.checking.run import check_catalog
from microcredentials.checking.scorecard import ClauseResult, Result, Scorecard
from microcredentials.model.spec import Stack
from microcredentials.reading.problem import Problem

CROSSWALK = "program/standards/ours.yml"
VOCABULARY = (Path(__file__).parents[1] / "support/base/program/vocabulary.yml").read_text("utf-8")
BY = "{role: state-officer, organization: Office, office: Credentials, name: Ada}"
DEFAULT = Options(TODAY)
TITLE = Problem(("title",), "Wrong.")


def walk(*clauses: str, areas: str = "[{id: one, title: One}]", title: str = "Ours") -> str:
    listed = "".join(f"  - {clause}\n" for clause in clauses)
    return f"title: {title}\npublisher: We\nreading: ours\nareas: {areas}\nclauses:\n{listed}"


def clause(rules: str = "[CO-01]", id: str = "first", asks: str = "", area: str = "one") -> str:
    question = f", attestation: {{question: Is it so?, roles: [{asks}]}}" if asks else ""
    return f"{{id: {id}, area: {area}, text: It is so., rules: {rules}{question}}}"


def card(crosswalk: str, *checks: Check, fields: str = "", options: Options = DEFAULT, **files: str) -> Scorecard:
    """Return the scorecard of one spec for *crosswalk*."""
    made = catalog({WAIT: spec(fields), CROSSWALK: crosswalk, "program/vocabulary.yml": VOCABULARY, **files})
    [scorecard] = check_catalog(made, (*READING, *checks), options).scorecards
    return scorecard


def only(scorecard: Scorecard) -> ClauseResult:
    [result] = scorecard.clauses
    return result


def checking(*problems: Problem, id: str = "CO-01", severity: str = "error", **facts: Any) -> Check:
    return check_of(rule(id, severity, **facts), finds(*problems))


def waiver(end: str = "2030-01-01", reason: str = "A test.") -> str:
    return f"  - {{rule: CO-01, reason: {reason}, approved_by: {BY}, date: 2026-01-01, expires: {end}}}\n"


@pytest.mark.parametrize(
    ("severity", "problems", "fields", "expected"),
    [
        ("error", (), "", Result.MET),
        ("error", (TITLE,), "", Result.NOT_MET),
        ("warning", (TITLE,), "", Result.NOT_MET),
        ("info", (TITLE,), "", Result.JUDGMENT),
        ("error", (TITLE,), f"waivers:\n{waiver()}", Result.WAIVED),
        ("error", (TITLE,), f"waivers:\n{waiver('2026-09-14')}", Result.NOT_MET),
        ("info", (TITLE,), f"waivers:\n{waiver()}", Result.WAIVED),
    ],
)
def test_the_result_follows_from_the_findings(severity: str, problems: tuple[Problem, ...], fields: str, expected):
    assert only(card(walk(clause()), checking(*problems, severity=severity), fields=fields)).result is expected


def test_one_open_finding_is_enough_whatever_else_is_waived():
    checks = (checking(TITLE), checking(TITLE, id="CO-02"))
    result = only(card(walk(clause("[CO-01, CO-02]")), *checks, fields=f"waivers:\n{waiver()}"))
    assert result.result is Result.NOT_MET
    assert [finding.status for finding in result.findings] == ["waived", "open"]


def test_a_clause_without_rules_and_questions_needs_judgment():
    assert only(card(walk(clause("[]")))).result is Result.JUDGMENT


def answer(date: str = "2026-02-01", role: str = "state-officer", note: str = "Yes.", name: str = "ours/first") -> str:
    return f"  - {{standard: {name}, by: {{role: {role}, organization: Office}}, date: {date}, note: {note}}}\n"


@pytest.mark.parametrize(
    ("answers", "expected", "note"),
    [
        ((), Result.JUDGMENT, None),
        ((answer(),), Result.MET, "Yes."),
        ((answer(role="assessor"),), Result.JUDGMENT, None),
        ((answer(name="ours/second"),), Result.JUDGMENT, None),
        ((answer(), answer("2026-03-01", note="Still.")), Result.MET, "Still."),
        ((answer("2026-03-01", note="Still."), answer()), Result.MET, "Still."),
        ((answer(), answer("2026-03-01", role="assessor", note="No.")), Result.MET, "Yes."),
    ],
)
@pytest.mark.parametrize("rules", ["[]", "[CO-01]"])
def test_the_latest_answer_of_a_person_who_may_give_it_counts(answers, expected: Result, note: str | None, rules: str):
    fields = f"attestations:\n{''.join(answers)}" if answers else ""
    result = only(card(walk(clause(rules, asks="state-officer")), checking(), fields=fields))
    assert (result.result, result.attestation and result.attestation.note) == (expected, note)
    assert [role.label for role in result.roles] == ["State officer"]
    assert result.question == "Is it so?"
    assert result.by == ("State officer, Office" if note else "")


def test_an_answer_does_not_outweigh_a_finding():
    fields = f"attestations:\n{answer()}"
    assert only(card(walk(clause(asks="state-officer")), checking(TITLE), fields=fields)).result is Result.NOT_MET


def test_a_person_is_described_by_name_role_office_and_organization():
    fields = f"attestations:\n  - {{standard: ours/first, by: {BY}, date: 2026-02-01, note: Yes.}}\n"
    assert only(card(walk(clause(asks="state-officer")), checking(), fields=fields)).by == (
        "Ada, State officer, Credentials, Office"
    )


def test_a_rule_that_the_run_leaves_out_is_not_a_pass():
    left_out = Options(TODAY, selection=Selection(ignore=("CO-01",)))
    result = only(card(walk(clause("[CO-01, CO-02]")), checking(TITLE), checking(id="CO-02"), options=left_out))
    assert (result.result, result.unchecked) == (Result.JUDGMENT, ("CO-01",))
    assert [each.id for each in result.rules] == ["CO-02"]


def test_a_rule_that_failed_is_not_a_pass():
    def fail(*_: object) -> Iterator[Problem]:
        raise ValueError

    result = only(card(walk(clause()), check_of(rule("CO-01"), fail)))
    assert (result.result, result.unchecked) == (Result.JUDGMENT, ("CO-01",))


def test_a_rule_that_does_not_exist_is_not_a_pass():
    result = only(card(walk(clause("[CO-01, XX-99]")), checking()))
    assert (result.result, result.unchecked) == (Result.JUDGMENT, ("XX-99",))


def test_a_rule_that_asks_nothing_of_such_a_spec_does_not_apply():
    about_stacks = check_of(rule("CO-01"), finds(TITLE), Stack)
    assert only(card(walk(clause()), about_stacks)).result is Result.NOT_APPLICABLE
    both = only(card(walk(clause("[CO-01, CO-02]")), about_stacks, checking(id="CO-02")))
    assert (both.result, [each.id for each in both.rules]) == (Result.MET, ["CO-02"])


def test_a_rule_of_reading_counts_if_the_run_selects_it():
    assert only(card(walk(clause("[SC-14]")))).result is Result.MET
    left_out = Options(TODAY, selection=Selection(ignore=("SC",)))
    assert only(card(walk(clause("[SC-14]")), options=left_out)).result is Result.JUDGMENT


@pytest.mark.parametrize(
    ("reads", "other", "expected"),
    [
        (("title",), (), Result.MET),
        (("summary",), (), Result.NOT_APPLICABLE),
        (("summary", "title"), (), Result.MET),
        (("summary",), (Problem(("summary",), "It is missing."),), Result.NOT_MET),
        (("summary",), (Problem(("title",), "Wrong."),), Result.NOT_APPLICABLE),
        (("evidence.artifacts",), (Problem(("evidence",), "It is missing."),), Result.NOT_MET),
        (("evidence",), (Problem(("evidence", "artifacts"), "They are missing."),), Result.NOT_MET),
    ],
)
def test_silence_about_fields_that_say_nothing_is_not_a_pass(reads, other: tuple[Problem, ...], expected: Result):
    result = only(card(walk(clause()), checking(reads=reads), checking(*other, id="CO-02")))
    assert result.result is expected
    assert result.findings == ()


def test_a_hint_that_a_field_is_missing_does_not_fail_the_clause():
    hint = checking(Problem(("summary",), "It is missing."), id="CO-02", severity="info")
    assert only(card(walk(clause()), checking(reads=("summary",)), hint)).result is Result.NOT_APPLICABLE


def test_what_is_still_to_be_written_concerns_every_rule_that_would_read_it():
    unwritten = checking(Problem(("summary",), "Write it."), id="LA-04")
    result = only(card(walk(clause()), checking(reads=("summary",)), unwritten, fields="summary: TODO\n"))
    assert (result.result, [each.rule.id for each in result.findings]) == (Result.NOT_MET, ["LA-04"])
    elsewhere = only(card(walk(clause()), checking(reads=("title",)), unwritten, fields="summary: TODO\n"))
    assert (elsewhere.result, elsewhere.findings) == (Result.MET, ())


def test_excerpts_show_what_is_sound():
    crosswalk = walk(clause("[CO-01, CO-02]"))
    sound = checking(reads=("title", "competency", "summary"))
    assert [each.text for each in only(card(crosswalk, sound)).excerpts] == ["Wait time", "The educator waits."]
    faulty = only(card(crosswalk, sound, checking(TITLE, id="CO-02")))
    assert [each.text for each in faulty.excerpts] == ["The educator waits."]


def test_an_excerpt_with_a_waived_finding_is_shown():
    result = only(card(walk(clause()), checking(TITLE, reads=("title",)), fields=f"waivers:\n{waiver()}"))
    assert [each.text for each in result.excerpts] == ["Wait time"]


def test_the_waiver_that_lasts_longest_is_shown_once():
    general = {QUALITY: f"waivers:\n{waiver('2031-01-01', 'General.')}"}
    fields = f"waivers:\n{waiver('2030-01-01', 'Short.')}{waiver('2029-01-01', 'Shorter.')}"
    result = only(card(walk(clause()), checking(TITLE, TITLE), fields=fields, **general))
    assert [each.reason for each in result.waivers] == ["General."]
    assert only(card(walk(clause()), checking(), fields=fields)).waivers == ()


def test_clauses_are_in_the_order_of_their_areas_and_the_standard_that_asks_people_comes_first():
    areas = "[{id: one, title: One}, {id: two, title: Two}]"
    asking = walk(clause("[]", "z", asks="state-officer"), title="Asking")
    silent = walk(clause(id="b", area="two"), clause(id="a", area="one"), clause(id="c", area="two"), areas=areas)
    made = card(silent, checking(), **{"program/standards/zeal.yml": asking})
    assert [each.standard for each in made.clauses] == ["zeal/z", "ours/a", "ours/b", "ours/c"]
    assert [(each.id, len(each.clauses)) for each in made.standards] == [("zeal", 1), ("ours", 3)]
    assert [title for title, _ in made.standards[1].areas] == ["One", "Two"]
    assert (made.counts[Result.MET], made.applicable) == (3, 4)


def test_a_spec_that_cannot_be_read_has_a_scorecard_without_clauses():
    made = catalog({"credentials/broken.md": "---\ntitle: [\n---\n", CROSSWALK: walk(clause())})
    [scorecard] = check_catalog(made, (*READING, checking()), Options(TODAY)).scorecards
    assert (scorecard.clauses, scorecard.title, scorecard.status) == ((), "broken", "published")


def test_a_scorecard_names_the_status_it_was_judged_by():
    made = card(walk(clause()), checking(), options=Options(TODAY, as_status="draft"))
    assert (made.status, made.label, made.path) == ("draft", "Draft", "content/credentials/wait-time.md")


def test_findings_that_no_clause_depends_on_are_listed_beside_them():
    made = card(walk(clause()), checking(TITLE), checking(TITLE, id="CO-02"))
    assert [each.rule.id for each in made.other_findings] == ["CO-02"]
    assert [each.rule.id for each in made.findings] == ["CO-01", "CO-02"]


def test_a_rule_is_explained_at_the_first_clause_with_its_findings():
    made = card(walk(clause(id="a"), clause("[CO-01, CO-02]", "b")), checking(TITLE), checking(TITLE, id="CO-02"))
    assert made.explanations == {("ours/a", "CO-01"), ("ours/b", "CO-02")}
