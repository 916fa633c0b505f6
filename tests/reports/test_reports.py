"""Reports as other tools read them: valid by the official schemas, and safe with any text of an author."""

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
from examples import BASE, judged
from interop import schema
from project import Project
from repository import PAGE, Repository

from microcredentials.catalog.changes.change import Change, Significance
from microcredentials.reports.rendering import find_change_renderer, find_renderer

SLUG = "wait-time"
HOSTILE = 'level: "](x) <img src=x> @everyone | ::error::x ##[group] é😀 ]]> &amp; \\x07"'


@pytest.fixture
def hostile(small: Project) -> Project:
    """A project with findings, one of them quoting a hostile author."""
    small.edit(SLUG, "level: foundational", HOSTILE)
    return small


def report(project: Project, name: str) -> str:
    return project.run("check", "--format", name).stdout


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("text", "   --> {path}:{line}:8  (Level)\n"),
        ("concise", "{path}:{line}:8: error ID-05 "),
        ("github", "::error file={path},line={line},col=8,endColumn=19,title=ID-05 Level::"),
        ("gitlab", '"lines": {{"begin": {line}}}'),
        ("json", '"span": {{"start": {{"line": {line}, "column": 8}}, "end": {{"line": {line}, "column": 19}}}}'),
        ("junit", ">{path}:{line}:8: "),
        ("markdown", "| ❌ error | {line} | Level |"),
        ("rdjson", '"range": {{"start": {{"line": {line}, "column": 8}}, "end": {{"line": {line}, "column": 19}}}}'),
        ("sarif", '"region": {{"startLine": {line}, "startColumn": 8, "endColumn": 19}}'),
    ],
)
def test_each_format_prints_the_place_of_a_finding(small: Project, name: str, place: str):
    small.edit(SLUG, "level: foundational", "level: fundational")
    line = small.path(SLUG).read_text("utf-8").splitlines().index("level: fundational") + 1
    text = report(small, name)
    found = json.dumps(json.loads(text)) if name in ("gitlab", "json", "rdjson", "sarif") else text
    assert found.count(place.format(path=f"content/credentials/{SLUG}.md", line=line)) == 1


def test_sarif_is_valid_and_points_at_one_line_each(hostile: Project, interop: Path):
    data = json.loads(report(hostile, "sarif"))
    jsonschema.Draft7Validator(schema(interop, "reports/sarif-2.1.0.json")).validate(data)
    [run] = data["runs"]
    assert len(run["results"]) == len(hostile.findings())
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert "endLine" not in region
        assert 1 <= region["startColumn"] <= region["endColumn"]


def test_code_scanning_gets_places_of_one_line_and_lasting_fingerprints(small: Project):
    small.edit(SLUG, "tags: [", "tags: [TODO, ")
    small.edit(SLUG, "summary: ", "summary: >-\n" + "  Words that go on about what it is about.\n" * 12 + "  ")
    [run] = json.loads(report(small, "sarif"))["runs"]
    found = small.findings()
    assert any(each["span"]["start"]["line"] < each["span"]["end"]["line"] for each in found)
    marks = [mark for result in run["results"] for mark in result["partialFingerprints"].values()]
    assert len(set(marks)) == len(marks) == len(found)
    for result, finding in zip(run["results"], found, strict=True):
        [place, *_] = [each["physicalLocation"] for each in result["locations"]]
        line = (small.root / finding["path"]).read_text("utf-8").splitlines()[place["region"]["startLine"] - 1]
        assert place["region"].keys() == {"startLine", "startColumn", "endColumn"}
        assert 1 <= place["region"]["startColumn"] <= place["region"]["endColumn"] <= len(line) + 1
        if finding["span"]["end"]["line"] == finding["span"]["start"]["line"]:
            assert place["region"]["endColumn"] == finding["span"]["end"]["column"]
        assert place["artifactLocation"]["uri"] == finding["path"]
        [mark] = result["partialFingerprints"].values()
        assert mark.startswith(finding["fingerprint"])


def test_rdjson_is_valid_and_counts_bytes(hostile: Project, interop: Path):
    hostile.edit(SLUG, "tags: [", "tags: [é😀 sounds nowhere here, ")
    data = json.loads(report(hostile, "rdjson"))
    jsonschema.validate(data, schema(interop, "reports/rdjson-diagnostic-result.json"))
    path = f"content/credentials/{SLUG}.md"
    lines = hostile.path(SLUG).read_text("utf-8").splitlines()
    spans = [d["location"]["range"] for d in data["diagnostics"] if d["location"]["path"] == path]
    level = next(n for n, line in enumerate(lines, 1) if line.startswith("level:"))
    [found] = [span for span in spans if span["start"]["line"] == level]
    assert found["start"]["column"] == len(lines[level - 1].partition("\\x07")[0].encode()) + 1
    assert found["end"]["column"] == found["start"]["column"] + len("\\x07")


def test_gitlab_gets_unique_fingerprints_and_relative_paths(hostile: Project):
    issues = json.loads(report(hostile, "gitlab"))
    prints = [issue["fingerprint"] for issue in issues]
    assert len(prints) == len(set(prints)) == len([f for f in hostile.findings() if f["status"] == "open"])
    assert {issue["severity"] for issue in issues} <= {"info", "minor", "major", "critical", "blocker"}
    assert all(issue["location"]["path"].startswith("content/") for issue in issues)


def test_junit_counts_errors_as_failures(hostile: Project):
    root = ElementTree.fromstring(report(hostile, "junit"))
    errors = [f for f in hostile.findings() if f["severity"] == "error" and f["status"] == "open"]
    assert errors
    assert len(root.findall(".//failure")) == len(errors)
    for suite in root:
        assert int(suite.attrib["tests"]) == len(suite.findall("testcase"))


def test_markdown_shows_authors_text_literally(hostile: Project):
    text = report(hostile, "markdown")
    assert "<img" not in re.sub(r"\\<", "", text)
    assert "@everyone" not in text
    assert re.search(r"\| ❌ error \| \d+ \| Level \|", text)
    rows = [line for line in text.splitlines() if line.startswith("| ") and "What is" not in line]
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 6 for row in rows)


def test_a_file_name_cannot_end_the_code_around_it(small: Project):
    (small.root / "content/credentials/x`<img src=x>`.md").write_text("no fields", "utf-8")
    assert "### `` content/credentials/x`<img src=x>`.md ``\n" in report(small, "markdown")


def test_a_bare_address_makes_no_link(small: Project):
    small.edit(SLUG, "title: Questions", "title: A www.evil.example &lt; Questions")
    small.edit(SLUG, "level: foundational", "level: none")
    text = report(small, "markdown")
    assert "www\\.evil" in text
    assert "\\&lt;" in text
    assert "www.evil" not in text


def test_brackets_and_braces_are_escaped_for_code_scanning(small: Project):
    small.edit(SLUG, "level: foundational", 'level: "[here](1) {0}"')
    [run] = json.loads(report(small, "sarif"))["runs"]
    said = " ".join(result["message"]["text"] for result in run["results"])
    assert r"\[here\](1) {{0}}" in said


def test_a_summary_fits_the_limit_of_the_host_and_counts_the_rest(tmp_path: Path):
    shutil.copytree(BASE, tmp_path / "content")
    path = tmp_path / "content" / PAGE
    path.write_text(path.read_text("utf-8").replace("tags: [", "tags: [TODO, "), "utf-8")
    one = judged(tmp_path / "content")
    many = replace(one, findings=one.findings * 5_000)
    text = find_renderer("markdown")(many)
    [left] = re.findall(r"(?m)^(\d+) more findings did not fit here", text)
    assert len(text.encode()) < 2**20
    assert len(re.findall(r"(?m)^\| (?:❌|⚠️|💡|➖)", text)) + int(left) == len(many.findings) >= 5_000


def test_a_summary_of_changes_fits_the_limit_of_the_host():
    change = Change(
        kind="reworded",
        path="credentials/0.md",
        sentence="The words changed. " * 9,
        significance=Significance.NOTABLE,
    )
    many = [replace(change, path=f"credentials/{number}.md") for number in range(5_000)]
    text = find_change_renderer("markdown")(many)
    [left] = re.findall(r"(?m)^(\d+) more changes did not fit here", text)
    assert len(text.encode()) < 2**20
    assert text.count("| notable |") + int(left) == len(many)


def test_a_fingerprint_survives_a_move_and_changes_with_the_words(small: Project):
    def prints() -> list[str]:
        return [f["fingerprint"] for f in small.findings() if f["rule"] == "RU-04"]

    vague = "In the recording, answers are judged in an appropriate way"
    small.edit(SLUG, "In the recording, answers are judged at once", vague)
    [before] = prints()
    text = small.path(SLUG).read_text("utf-8")
    [last] = re.findall(r"(?ms)^    - id: second-silence\n.*?(?=^research:)", text)
    moved = text.replace(last, "").replace("    - id: asking\n", f"{last}    - id: asking\n")
    small.path(SLUG).write_text(moved.replace("tags:", "license: CC-BY-4.0\ntags:"), "utf-8")
    assert prints() == [before]
    small.edit(SLUG, "an appropriate way", "an adequate way")
    assert prints() != [before]
    small.edit("student-questions", "Not yet: The plan begins with", f"Not yet: {vague} and begin with")
    assert len(set(prints()) - {before}) == 2


def test_our_report_matches_its_schema(hostile: Project):
    official = json.loads(hostile.run("schema", "report").stdout)
    data = json.loads(report(hostile, "json"))
    validator = jsonschema.Draft202012Validator(official)
    validator.check_schema(official)
    validator.validate(data)
    for wrong in ({"rule": "nonsense"}, {"severity": "fatal"}, {"span": {}}, {"new": "yes"}):
        with pytest.raises(jsonschema.ValidationError):
            validator.validate({**data, "findings": [{**data["findings"][0], **wrong}]})


def test_the_report_on_a_change_matches_its_schema(repository: Repository):
    repository.change(PAGE, "tags: [", "tags: [TODO, ")
    data = json.loads(repository.run("check", "--since", "HEAD", "--format", "json").stdout)
    assert any(finding["new"] for finding in data["findings"])
    jsonschema.validate(data, json.loads(repository.run("schema", "report").stdout))
