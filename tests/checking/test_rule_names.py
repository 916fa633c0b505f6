"""A rule, a number or a word list that does not exist is a finding at its name, and the advice suggests the closest one
that exists.
"""

import shutil
from pathlib import Path

import pytest
from examples import BASE, judged

WAIVER = (
    "reason: A reason.\n    approved_by: {role: state-officer, organization: Sample Office}\n"
    "    date: 2026-06-01\n    expires: 2027-06-01\n"
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "content"))


@pytest.mark.parametrize(
    ("text", "rule", "line", "column", "said"),
    [
        ("severities:\n  CO-33: {draft: none}\n", "SC-04", 2, 3, "CO-03"),
        ("severities:\n  co-03: {draft: none}\n", "SC-04", 2, 3, "CO-03"),
        ("severities:\n  FM-07: {draft: none}\n", "SC-04", 2, 3, "FM-07 cannot be changed"),
        ("severities:\n  CO-03: {draft: erorr}\n", "SC-04", 2, 18, "error"),
        ("severities:\n  CO-03: {drft: error}\n", "SC-04", 2, 11, "draft"),
        ("settings:\n  ZZ-01: {min_words: 5}\n", "SC-04", 2, 3, "ZZ-01"),
        ("settings:\n  CO-03: {min_word: 5}\n", "SC-04", 2, 11, "min_words"),
        ("settings:\n  CO-03: {min_words: fifteen}\n", "SC-02", 2, 22, "a whole number"),
        ("settings:\n  CO-03: {min_words: true}\n", "SC-02", 2, 22, "a whole number"),
        ("settings:\n  AS-03: {min_target: {percent-agreement: high}}\n", "SC-02", 2, 23, "a block of numbers"),
        ("waivers:\n  - rule: RR-33\n    " + WAIVER, "SC-04", 2, 11, "RR-03"),
        ("waivers:\n  - rule: SC-01\n    " + WAIVER, "SC-04", 2, 11, "SC-01 cannot be waived"),
    ],
)
def test_names_in_the_quality_file(text: str, rule: str, line: int, column: int, said: str, content: Path):
    (content / "program/quality.yml").write_text(text)
    [finding] = judged(content).findings
    assert (finding.rule.id, finding.place.path) == (rule, "program/quality.yml")
    assert (finding.place.start.line, finding.place.start.column) == (line, column)
    assert said in f"{finding.message} {finding.advice}"


def test_numbers_that_can_be_used_are_used(content: Path):
    (content / "program/quality.yml").write_text("settings:\n  CO-03: {min_words: 60, max_words: many}\n")
    found = [(finding.rule.id, finding.place.path) for finding in judged(content).findings]
    assert ("SC-02", "program/quality.yml") in found
    assert ("CO-03", "credentials/wait-time.md") in found
    assert "IN-01" not in {rule for rule, _ in found}


def test_names_in_a_crosswalk(content: Path):
    crosswalk = content / "program/standards/example-crosswalk.yml"
    crosswalk.write_text(crosswalk.read_text().replace("rules: [CO-05]", "rules: [CO-05, CO-55]"))
    [finding] = judged(content).findings
    line = crosswalk.read_text().splitlines().index("    rules: [CO-05, CO-55]") + 1
    assert (finding.rule.id, finding.place.start.line, finding.place.start.column) == ("SC-04", line, 20)


def test_names_in_the_waivers_of_a_spec(content: Path):
    spec = content / "credentials/wait-time.md"
    spec.write_text(spec.read_text().replace("\n---\n", f"\nwaivers:\n  - rule: RR-33\n    {WAIVER}---\n", 1))
    [finding] = judged(content).findings
    assert (finding.rule.id, finding.field) == ("SC-04", ("waivers", 0, "rule"))
    assert "RR-03" in finding.advice
