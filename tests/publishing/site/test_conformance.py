"""Our claims about accessibility match the dated results, and tests support each claim."""

import re

import pytest
import yaml
from conformance import CRITERIA, REPORT, RESULTS, STATEMENT, report, with_statement
from project import REPOSITORY
from website import Site

HELD = yaml.safe_load(RESULTS.read_text("utf-8"))


def test_the_statement_and_the_report_are_made_from_the_results():
    text = STATEMENT.read_text("utf-8")
    assert with_statement(text, HELD) == text, "scripts/nightly --write-results writes it again"
    assert report(HELD) == REPORT.read_text("utf-8")


def test_every_criterion_that_is_claimed_has_tests_that_passed():
    claimed = {number for number, each in CRITERIA.items() if each["by"] == "tested"}
    assert {number for number, each in HELD["criteria"].items() if each["passed"] and not each["failed"]} == claimed
    tests = "".join(path.read_text("utf-8") for path in (REPOSITORY / "tests").rglob("test_*.py"))
    marked = "".join(re.findall(r"pytest\.mark\.wcag\((.*?)\)", tests, re.DOTALL))
    assert set(re.findall(r'"([\d.]+)"', marked)) == claimed


@pytest.mark.parametrize(("level", "count"), [("a", 30), ("aa", 20)])
def test_the_report_covers_every_criterion_and_claims_only_tested_ones(level: str, count: int):
    criteria = yaml.safe_load(REPORT.read_text("utf-8"))["chapters"][f"success_criteria_level_{level}"]["criteria"]
    assert len({each["num"] for each in criteria}) == count
    for each in criteria:
        adherence = each["components"][0]["adherence"]
        judged = CRITERIA[each["num"]]["by"] != "person"
        assert (adherence["level"] != "not-evaluated") is judged
        assert adherence["notes"]


def test_no_page_contains_the_elements_that_the_report_excludes(served: Site):
    media = re.compile(r"<(video|audio|iframe|object|embed|marquee)\b|\bautocomplete=\"(?!off)")
    assert [path.name for path in served.folder.rglob("*.html") if media.search(path.read_text("utf-8"))] == []
