"""The command line for writers, reviewers and operators."""

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import jsonschema
import pytest
import yaml
from project import Project

from microcredentials.checking.rule import Check
from microcredentials.rules.registry import find_checks

SLUG, OTHER, STACK = "wait-time", "student-questions", "classroom-talk"
TODAY = ("--today", "2026-09-15")  # a day on which the small catalog has no finding
IDEA = "---\ntitle: An idea\nstatus: draft\ncompetency: The educator thinks.\n---\n"


def add_warnings(project: Project) -> None:
    """Give each of the two credentials and the stack a warning."""
    for path in (f"credentials/{SLUG}.md", f"credentials/{OTHER}.md", f"stacks/{STACK}.md"):
        file = project.root / "content" / path
        file.write_text(file.read_text("utf-8").replace("tags: [", "tags: [portfolio, ", 1), "utf-8")


def test_the_published_catalog_has_no_errors(project: Project):
    result = project.run("check", "--format", "json")
    report = json.loads(result.stdout)
    assert result.exit_code == 0
    assert report["schema"] == 1
    assert report["counts"]["specs"] == len(
        list(project.root.glob("content/credentials/[!_]*.md")) + list(project.root.glob("content/stacks/[!_]*.md"))
    )
    assert [f for f in report["findings"] if f["severity"] == "error"] == []


def test_a_finding_has_a_field_a_place_and_advice(small: Project):
    small.edit(SLUG, "level: foundational", "level: fundational")
    [finding] = [f for f in small.findings() if f["field"] == "/level"]
    line = small.path(SLUG).read_text().splitlines().index("level: fundational") + 1
    assert finding["path"] == f"content/credentials/{SLUG}.md"
    assert finding["span"] == {"start": {"line": line, "column": 8}, "end": {"line": line, "column": 19}}
    assert (finding["spec"], finding["label"], finding["status"]) == (SLUG, "Level", "open")
    assert "foundational" in finding["advice"]


def test_errors_give_exit_code_1_and_fail_on_sets_the_threshold(small: Project):
    add_warnings(small)
    assert small.run("check", *TODAY).exit_code == 0
    assert small.run("check", *TODAY, "--fail-on", "warning").exit_code == 1
    small.edit(SLUG, "status: published", "status: publisht")
    assert small.run("check", *TODAY).exit_code == 1


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("check --select ZZ-99", "ZZ-99"),
        ("check no-such-file.md", "no-such-file.md"),
        ("explain ZZ-99", "ZZ-99"),
        ("show nothing", "nothing"),
        ("new poem", "poem"),
    ],
)
def test_a_usage_error_gives_exit_code_2(small: Project, words: str, reason: str):
    result = small.run(*words.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert reason in result.stderr


NASTY = "a\x1b[2J\x9b31m\u202eb\x07\n::error::c ##[group]"


@pytest.mark.parametrize(
    "words",
    [
        ["check", NASTY], ["check", "--select", NASTY], ["check", "--since", NASTY], ["check", "--today", NASTY],
        ["check", "--format", NASTY], ["check", f"--{NASTY}"], ["explain", NASTY], ["show", NASTY], ["release", NASTY],
        ["diff", NASTY], ["import", NASTY, "x"], ["import", "csv", NASTY], ["links", "--record", f"{NASTY}/x"],
        ["schema", NASTY], ["new", NASTY], ["build", "--to", f"mkdocs.yml/{NASTY}"], [NASTY], [f"--{NASTY}"],
        ["init", "--state", NASTY], ["check", "--output", NASTY], ["rules", NASTY],
    ],
    ids=lambda words: " ".join(words).split("a\x1b")[0] or "alone",
)  # fmt: skip
def test_a_usage_error_contains_no_terminal_or_runner_commands(small: Project, words: list[str]):
    result = small.run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(result.stderr)
    assert not re.search(r"(?m)^\s*::|##\[", result.stderr)
    assert "error" in result.stderr.casefold()


def test_outside_a_catalog_the_error_says_what_is_missing(
    small: Project, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    result = small.run("check")
    assert result.exit_code == 2
    assert re.search(r"Error: .*(?:folder|directory).*content", result.stderr)


@pytest.mark.parametrize(
    "path", [f"content/credentials/{SLUG}.md", "content/credentials", "content/stacks", "content", "."]
)
def test_paths_limit_the_report(small: Project, path: str):
    add_warnings(small)
    everything, below = small.findings(*TODAY), "content" if path == "." else path
    expected = [f for f in everything if f["path"] == below or f["path"].startswith(f"{below}/")]
    assert len(everything) == 3
    assert expected
    assert small.findings(*TODAY, path) == expected


def test_a_report_on_several_paths_includes_all_of_them(small: Project):
    add_warnings(small)
    paths = (f"content/credentials/{SLUG}.md", "content/stacks")
    found = {f["path"] for f in small.findings(*TODAY, *paths)}
    assert found == {f"content/credentials/{SLUG}.md", f"content/stacks/{STACK}.md"}


def test_paths_do_not_limit_what_is_loaded(small: Project):
    small.edit(SLUG, "stack: classroom-talk", "stack: classroom-talks")
    found = small.findings(f"content/credentials/{SLUG}.md")
    assert {f["path"] for f in found} == {f"content/credentials/{SLUG}.md"}
    assert any("classroom-talk" in f["advice"] for f in found)


def test_select_and_ignore_accept_rules_and_families(small: Project):
    small.path("idea").write_text(IDEA, "utf-8")
    path = str(small.path("idea"))
    rules = {f["rule"] for f in small.findings("--select", "EV", "--select", "RU-01", path)}
    assert "RU-01" in rules
    assert {rule[:2] for rule in rules} == {"EV", "RU"}
    assert {f["rule"] for f in small.findings("--select", "EV,RU-01", path)} == rules
    others = {f["rule"][:2] for f in small.findings("--ignore", "EV", path)}
    assert {"ID", "RU"} <= others
    assert "EV" not in others


def test_as_published_says_what_is_left(small: Project):
    small.path("idea").write_text(IDEA, "utf-8")
    draft = str(small.path("idea"))
    assert {f["severity"] for f in small.findings(draft)} == {"warning"}
    assert small.run("check", draft).exit_code == 0
    assert small.run("check", "--as", "published", draft).exit_code == 1


def test_several_outputs_in_one_run(small: Project):
    small.path("idea").write_text(IDEA, "utf-8")
    files = ("--output", "json=out/report.json", "--output", "github=out/notes.txt")
    result = small.run("check", "--format", "concise", *files)
    report = json.loads((small.root / "out/report.json").read_text())
    assert len(report["findings"]) == len(result.stdout.splitlines()) > 0
    notes = (small.root / "out/notes.txt").read_text().splitlines()
    severities = Counter(f["severity"] for f in report["findings"] if f["status"] == "open")
    assert len(notes) == sum(min(10, count) for count in severities.values()) > 0
    assert [
        note for note in notes if not re.match(r"::(?:error|warning|notice) file=content/[^,]+,line=\d+", note)
    ] == []


def test_text_shows_the_line_and_marks_the_words(small: Project):
    small.edit(SLUG, "level: foundational", "level: fundational")
    out = small.run("check").stdout
    assert re.search(r"\| level: fundational\n +\|        \^{11}\n", out)
    assert re.search(r"error ID-05 .*fundational", out)


@pytest.mark.parametrize("name", ["text", "concise", "github"])
def test_authors_text_contains_no_terminal_or_runner_commands(small: Project, name: str):
    small.edit(SLUG, "level: foundational", 'level: "::error::x ##[group]\\x1b[31m\u202e"')
    out = small.run("check", "--format", name).stdout
    assert "FM-13" in out
    assert not {"\x1b", "\u202e"} & set(out)
    assert "##[" not in out
    assert not re.search(r"(?m)^\s*::(?!(?:error|warning|notice) file=content/)", out)
    assert "::error::x" not in out or name == "github"


def test_a_heading_cannot_reverse_the_text_of_a_log(small: Project):
    small.path(SLUG).write_text(f"{small.path(SLUG).read_text('utf-8')}\n## \u202eesreveR\n", "utf-8")
    out = small.run("check", "--select", "SC-09", "--format", "github").stdout
    assert "esreveR" in out
    assert "\u202e" not in out


def test_the_state_changes_severities_and_numbers(small: Project):
    quality = small.root / "content/program/quality.yml"
    small.edit(SLUG, "competency: >-\n", "competency: >-\n  Once more, in the lesson,\n")
    before = {f["rule"] for f in small.findings(*TODAY)}
    quality.write_text(
        f"severities:\n  {min(before)}: {{published: none}}\nsettings:\n  CO-04: {{min_components: 7}}\n"
    )
    after = {f["rule"] for f in small.findings(*TODAY)}
    assert min(before) not in after
    assert "CO-04" in after - before


@pytest.mark.parametrize("check", find_checks(), ids=lambda check: check.rule.id)
def test_every_rule_can_be_explained(check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)  # outside a catalog, too
    project = Project(tmp_path)
    by_id, by_name = project.run("explain", check.rule.id).stdout, project.run("explain", check.rule.name).stdout
    assert by_id == by_name
    assert check.rule.title in by_id
    assert "".join(check.rule.why.split()) in "".join(by_id.split())


def test_explain_describes_clauses(small: Project):
    out = small.run("explain", "example-crosswalk").stdout
    assert "competency-matters" in out
    assert "The competency matters to students." in out


def test_rules_lists_every_rule(small: Project):
    listed = json.loads(small.run("rules", "--format", "json").stdout)
    assert [row["id"] for row in listed] == [check.rule.id for check in find_checks()]
    assert len(small.run("rules").stdout.splitlines()) == len(listed)
    assert len(small.run("rules", "--format", "markdown").stdout.splitlines()) == len(listed) + 2


def test_show_prints_a_summary_of_a_spec(small: Project):
    out = small.run("show", STACK).stdout
    assert "Classroom talk that shows learning" in out
    assert "Questions and wait time" in out


def test_schema_accepts_the_published_specs_and_refuses_a_wrong_value(small: Project):
    schema = json.loads(small.run("schema", "credential").stdout)
    data = yaml.load(small.path(SLUG).read_text().split("---\n")[1], Loader=yaml.CBaseLoader)
    subset = {key: data[key] for key in ("title", "competency", "status", "level", "subjects", "tags")}
    jsonschema.validate(subset, schema)
    for wrong in ({"status": "ready"}, {"subjects": ["magic"]}, {"titel": "x"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**subset, **wrong}, schema)


def test_new_creates_a_draft_that_can_be_checked(small: Project):
    result = small.run("new", "credential", "--title", "Number talks: mental math", "--stack", "", "--competency",
                       "The educator leads a number talk.")  # fmt: skip
    assert result.exit_code == 0, result.output
    path = small.path("number-talks-mental-math")
    text = path.read_text()
    own = small.findings(str(path))
    assert re.search(r"(?m)^uid: [0-9a-f-]{36}$", text)
    assert {f["severity"] for f in own} == {"warning"}
    assert "LA-04" in {f["rule"] for f in own}
    assert not {f["rule"][:2] for f in own} & {"FM", "SC"}
    written = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    places = (re.search(r"“TODO” in (\d+) places", f["message"]) for f in own if f["rule"] == "LA-04")
    assert sum(int(found[1]) if found else 1 for found in places) == sum(line.count("TODO") for line in written)
    assert {"delete all of it" in f["advice"] for f in own if f["field"] == "/evidence"} == {True}
    assert {f["rule"] for f in own if f["field"] != "/competency"} == {"LA-04"}  # that one was written, and is judged
    assert len(own) < 40


def test_new_asks_for_missing_options(small: Project):
    result = small.run("new", "stack", answers="Mathematics talk\nThe educator leads mathematical talk.\n")
    assert result.exit_code == 0
    assert (small.root / "content/stacks/mathematics-talk.md").exists()


def test_new_never_overwrites(small: Project):
    before = small.path(SLUG).read_bytes()
    result = small.run("new", "credential", "--title", "x", "--slug", SLUG, "--competency", "y", "--stack", "")
    assert result.exit_code == 2
    assert small.path(SLUG).read_bytes() == before


def test_the_command_is_installed():
    command = [str(Path(sys.executable).parent / "microcredentials"), "--version"]
    assert "version" in subprocess.run(command, capture_output=True, text=True, check=True).stdout
