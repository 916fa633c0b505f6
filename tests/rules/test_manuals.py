"""Every rule does what its manual says: its own examples are run, and its manual is complete."""

import re
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from examples import BASE, TODAY, judged, plant

from microcredentials.catalog.loading import load
from microcredentials.checking.finding import Example
from microcredentials.checking.options import Options
from microcredentials.checking.rule import Check
from microcredentials.checking.run import check_catalog
from microcredentials.model.spec import MicroCredential
from microcredentials.reading.problem import Problem
from microcredentials.rules.registry import FAMILIES, find_checks
from microcredentials.rules.sources import SOURCES

CHECKS = find_checks()
RULES = {check.rule.id: check.rule for check in CHECKS}
WITHOUT_EXAMPLES = {  # what no piece of a spec can show, and the test that shows it
    "FM-04": "reading/test_hostile_files.py::test_a_file_that_is_too_long_is_not_read",
    "FM-05": "reading/test_hostile_files.py::test_links_and_special_files_are_not_followed",
    "FM-20": "reading/test_hostile_files.py::test_only_what_belongs_to_the_catalog_is_read",
    "FM-21": "reading/test_hostile_files.py::test_a_name_that_cannot_be_an_address_is_refused",
    "FM-22": "reading/test_hostile_files.py::test_two_files_for_one_address_are_told_apart",
    "SC-08": "reading/test_hostile_files.py::test_a_program_file_that_is_missing_is_said_once",
    "RU-06": "publishing/site/test_pages.py::test_every_cell_of_the_rubric_is_below_its_level",
    "LK-01": "links/test_links.py::test_a_page_is_gone_after_a_404_on_two_days",
    "LK-02": "links/test_links.py::test_missing_moved_and_silent_pages_are_findings_at_their_links",
    "LK-03": "links/test_links.py::test_a_silent_page_becomes_a_warning_after_two_weeks_of_requests",
    "IN-01": "rules/test_manuals.py::test_a_rule_that_crashes_is_a_finding_and_the_others_still_run",
}
EXAMPLES = [
    pytest.param(rule.id, example, id=f"{rule.id}-{'passes' if example.passes else 'fails'}-{number}")
    for rule in RULES.values()
    for number, example in enumerate(rule.examples, start=1)
]


def test_the_base_of_the_examples_has_no_findings():
    report = judged(BASE)
    assert [(f.rule.id, f.place, f.message) for f in report.findings] == []
    assert report.notes == ()


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_an_example_does_what_its_heading_says(rule: str, example: Example, tmp_path: Path):
    planted = plant(example, tmp_path / "content")
    found = [finding for finding in judged(tmp_path / "content").findings if finding.rule.id == rule]
    if example.passes:
        assert [(finding.place, finding.message) for finding in found] == []
    else:
        assert [finding for finding in found if planted.holds(finding)], [(f.place, f.message) for f in found]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_examples_of_both_kinds_or_a_test_of_its_own(rule: str):
    if rule in WITHOUT_EXAMPLES:
        file, _, name = WITHOUT_EXAMPLES[rule].partition("::")
        assert f"def {name}(" in (Path(__file__).parents[1] / file).read_text("utf-8")
        assert not RULES[rule].examples
    else:
        assert {example.passes for example in RULES[rule].examples} == {True, False}


def test_ids_are_used_once():
    assert len(RULES) == len(CHECKS)


@pytest.mark.parametrize("each", CHECKS, ids=lambda each: each.rule.id)
def test_a_rule_is_in_the_folder_of_its_family(each: Check):
    assert {other.rule.family for other in CHECKS if other.rule.topic == each.rule.topic} == {each.rule.family}
    assert {other.rule.topic for other in CHECKS if other.rule.family == each.rule.family} == {each.rule.topic}


def test_every_family_has_a_question():
    assert set(FAMILIES) == {check.rule.family for check in CHECKS}
    assert all(question.endswith("?") for question in FAMILIES.values())


@pytest.mark.parametrize("rule", RULES)
def test_a_manual_has_a_sentence_a_reason_and_known_sources(rule: str):
    facts = RULES[rule]
    assert re.fullmatch(r"[A-Z].*[^.!?]\.", facts.title)
    assert len(re.findall(r"[.!?](?:\s|$)", facts.title)) == 1
    assert len(facts.why.split()) >= 15
    assert set(facts.derived_from) <= set(SOURCES)


def test_every_problem_of_reading_has_its_rule_and_every_such_rule_its_problem():
    package = _rules().parent
    readers = [path for path in package.rglob("*.py") if path.relative_to(package).parts[0] != "rules"]
    code = "".join(path.read_text("utf-8") for path in readers)
    emitted = set(re.findall(r'"((?:FM|SC|IN)-\d\d)"', code))
    assert emitted <= set(RULES)
    assert {check.rule.id for check in CHECKS if check.rule.family in ("FM", "SC") and not check.find} <= emitted


def test_a_problem_without_a_rule_becomes_a_finding():
    catalog = load(BASE, BASE)
    odd = replace(catalog.entries[0], problems=(Problem((), "Something is odd.", rule="FM-99"),))
    report = check_catalog(replace(catalog, entries=(odd, *catalog.entries[1:])), CHECKS, Options(TODAY))
    [finding] = report.findings
    assert (finding.rule.id, finding.severity) == ("IN-01", "error")
    assert "FM-99" in finding.message
    assert "Something is odd." in finding.message


def test_a_rule_that_crashes_is_a_finding_and_the_others_still_run(tmp_path: Path):
    def fail(credential, context):
        yield Problem(("title",), "found before the fault")
        raise ZeroDivisionError("division by zero")

    fault = Check(replace(RULES["CO-03"], id="CO-99"), MicroCredential, fail)
    planted = plant(next(e for e in RULES["CO-03"].examples if not e.passes), tmp_path / "content")
    catalog = load(tmp_path / "content", tmp_path / "content")
    found = check_catalog(catalog, (fault, *CHECKS), Options(TODAY)).findings
    assert {f.rule.id for f in found} == {"CO-99", "CO-03", "IN-01"}
    [other] = [f for f in found if f.rule.id == "CO-03"]
    assert planted.holds(other)
    faults = [f.message for f in found if f.rule.id == "IN-01"]
    assert len(faults) == len(catalog.credentials)
    assert all("CO-99" in message and "ZeroDivisionError" in message for message in faults)


def _rules() -> Path:
    return Path(import_module("microcredentials.rules").__file__ or "").parent
