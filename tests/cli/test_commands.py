"""What a writer, a reviewer and an operator see at the command line."""

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

from microcredentials.rules.registry import all_checks

SLUG = "phonemic-awareness-with-letters"


def test_the_published_catalog_has_no_errors(project: Project):
    result = project.run("check", "--format", "json")
    report = json.loads(result.stdout)
    assert result.exit_code == 0
    assert report["schema"] == 1
    assert report["counts"]["specs"] >= 8
    assert [f for f in report["findings"] if f["severity"] == "error"] == []


def test_a_finding_names_the_field_the_place_and_what_to_do(project: Project):
    project.edit(SLUG, "level: foundational", "level: fundational")
    [finding] = [f for f in project.findings() if f["field"] == "/level"]
    line = project.path(SLUG).read_text().splitlines().index("level: fundational") + 1
    assert finding["path"] == f"content/credentials/{SLUG}.md"
    assert finding["span"] == {"start": {"line": line, "column": 8}, "end": {"line": line, "column": 19}}
    assert (finding["spec"], finding["label"], finding["status"]) == (SLUG, "Level", "open")
    assert "foundational" in finding["advice"]


def test_errors_make_the_exit_code_one_and_fail_on_moves_the_line(project: Project):
    assert project.run("check").exit_code == 0
    assert project.run("check", "--fail-on", "warning").exit_code == 1  # the draft has warnings
    project.edit(SLUG, "status: published", "status: publisht")
    assert project.run("check").exit_code == 1


def test_a_wrong_call_is_no_finding(project: Project):
    for words in ("check --select ZZ-99", "check no-such-file.md", "explain ZZ-99", "show nothing", "new poem"):
        arguments = words.split()
        assert project.run(*arguments).exit_code == 2, arguments


def test_outside_a_catalog_the_operator_is_told(project: Project, tmp_path_factory, monkeypatch):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    result = project.run("check")
    assert result.exit_code == 2
    assert "content" in result.stderr


def test_paths_narrow_what_is_reported_and_not_what_is_loaded(project: Project):
    project.edit(SLUG, "stack: foundations-of-reading", "stack: foundation-of-reading")
    stack = project.root / "content/stacks/foundations-of-reading.md"
    stack.write_text(stack.read_text("utf-8").replace("title: ", "title: A diploma in ", 1), "utf-8")
    everything = project.findings()
    own = project.findings(f"content/credentials/{SLUG}.md")
    assert {f["path"] for f in own} == {f"content/credentials/{SLUG}.md"}
    assert [f for f in everything if f["spec"] == SLUG] == own
    assert any("foundations-of-reading" in f["advice"] for f in own)
    in_stacks = project.findings("content/stacks")
    assert {f["path"] for f in in_stacks} == {"content/stacks/foundations-of-reading.md"}
    assert in_stacks == [f for f in everything if f["path"].startswith("content/stacks/")]
    assert project.findings("content/stacks", f"content/credentials/{SLUG}.md") == [
        f for f in everything if f in in_stacks or f in own
    ]


def test_select_and_ignore_take_rules_and_families(project: Project):
    draft = "regrouping-from-current-student-work"
    path = f"content/credentials/{draft}.md"
    rules = {f["rule"] for f in project.findings("--select", "EV", "--select", "RU-01", path)}
    assert "RU-01" in rules
    assert {rule[:2] for rule in rules} == {"EV", "RU"}
    assert {f["rule"] for f in project.findings("--select", "EV,RU-01", path)} == rules
    assert not any(f["rule"].startswith("EV") for f in project.findings("--ignore", "EV"))


def test_as_published_says_what_is_left(project: Project):
    draft = "content/credentials/regrouping-from-current-student-work.md"
    assert {f["severity"] for f in project.findings(draft)} == {"warning"}
    assert project.run("check", draft).exit_code == 0
    assert project.run("check", "--as", "published", draft).exit_code == 1


def test_several_outputs_in_one_run(project: Project):
    files = ("--output", "json=out/report.json", "--output", "github=out/notes.txt")
    result = project.run("check", "--format", "concise", *files)
    report = json.loads((project.root / "out/report.json").read_text())
    assert len(report["findings"]) == len(result.stdout.splitlines())
    notes = (project.root / "out/notes.txt").read_text().splitlines()
    weights = Counter(f["severity"] for f in report["findings"] if f["status"] == "open")
    assert len(notes) == sum(min(10, count) for count in weights.values())
    assert all(re.match(r"::(error|warning|notice) file=content/[^,]+,line=\d+", note) for note in notes)


def test_text_shows_the_line_and_marks_the_words(project: Project):
    project.edit(SLUG, "level: foundational", "level: fundational")
    out = project.run("check").stdout
    assert re.search(r"\| level: fundational\n +\|        \^{11}\n", out)
    assert re.search(r"error ID-05 .*fundational", out)


def test_author_text_cannot_command_a_runner_or_a_terminal(project: Project):
    project.edit(SLUG, "level: foundational", 'level: "::error::x ##[group]\\x1b[31m\u202e"')
    for name in ("text", "concise", "github"):
        out = project.run("check", "--format", name).stdout
        assert not {"\x1b", "\u202e"} & set(out)
        assert "##[" not in out
        assert not re.search(r"(?m)^\s*::(?!(?:error|warning|notice) file=content/)", out)
        assert "::error::x" not in out or name == "github"


def test_a_heading_cannot_turn_the_log_of_a_runner_around(project: Project):
    project.path(SLUG).write_text(f"{project.path(SLUG).read_text('utf-8')}\n## \u202eesreveR\n", "utf-8")
    out = project.run("check", "--select", "SC-09", "--format", "github").stdout
    assert "esreveR" in out
    assert "\u202e" not in out


def test_a_waiver_sets_a_rule_aside_until_it_expires(project: Project):
    project.edit(SLUG, "best_window: ", "best_window_: ")
    project.edit(SLUG, "best_window_: start-of-year", "# none")
    waiver = (
        "waivers:\n  - rule: EV-03\n    reason: A test of waivers.\n"
        "    approved_by: {role: state-officer, organization: Sample Office}\n"
        "    date: 2026-01-01\n    expires: 2027-01-01\n"
    )
    text = project.path(SLUG).read_text()
    text = re.sub(r"(?m)^waivers:.*\n(?:^[ -].*\n)*", "", text)
    project.path(SLUG).write_text(text.replace("\nchangelog:", f"\n{waiver}changelog:", 1))

    def status(day: str) -> list[str]:
        return [f["status"] for f in project.findings("--today", day) if f["rule"] == "EV-03" and f["spec"] == SLUG]

    assert status("2026-06-01") == ["waived"]
    assert status("2027-06-01") == ["open"]
    assert project.run("check", "--today", "2026-06-01").exit_code == 0
    assert project.run("check", "--today", "2027-06-01", "--dates", "error").exit_code == 1


def test_the_state_changes_severities_and_numbers(project: Project):
    quality = project.root / "content/program/quality.yml"
    quality.write_text("severities:\n  CO-03: {published: none}\nsettings:\n  CO-04: {min_components: 7}\n")
    project.edit(SLUG, "key_method: >-", "key_method: Short.\ntags_: >-")
    text = project.path(SLUG).read_text()
    project.path(SLUG).write_text(re.sub(r"(?m)^tags_: >-\n(?: .*\n)+", "", text))
    own = [f for f in project.findings() if f["spec"] == SLUG]
    assert "CO-03" not in {f["rule"] for f in own}
    assert "CO-04" in {f["rule"] for f in own}


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.rule.id)
def test_every_rule_can_be_explained(project: Project, check):
    by_id, by_name = project.run("explain", check.rule.id).stdout, project.run("explain", check.rule.name).stdout
    assert by_id == by_name
    assert check.rule.title in by_id
    assert check.rule.why.split(".")[0].split()[0] in by_id


def test_explain_speaks_of_clauses(project: Project):
    out = project.run("explain", "example-crosswalk").stdout
    crosswalk = yaml.safe_load((project.root / "content/program/standards/example-crosswalk.yml").read_text())
    assert all(clause["id"] in out for clause in crosswalk["clauses"])


def test_rules_lists_every_rule(project: Project):
    listed = json.loads(project.run("rules", "--format", "json").stdout)
    assert [row["id"] for row in listed] == [check.rule.id for check in all_checks()]
    assert len(project.run("rules").stdout.splitlines()) == len(listed)
    assert len(project.run("rules", "--format", "markdown").stdout.splitlines()) == len(listed) + 2


def test_show_tells_what_a_spec_holds(project: Project):
    out = project.run("show", "foundations-of-reading").stdout
    assert "Foundations of Reading" in out
    assert "Phonemic awareness with letters" in out


def test_schema_accepts_the_published_specs_and_refuses_a_wrong_value(project: Project):
    schema = json.loads(project.run("schema", "credential").stdout)
    data = yaml.load(project.path(SLUG).read_text().split("---\n")[1], Loader=yaml.BaseLoader)
    subset = {key: data[key] for key in ("title", "competency", "status", "level", "subjects", "tags")}
    jsonschema.validate(subset, schema)
    for wrong in ({"status": "ready"}, {"subjects": ["magic"]}, {"titel": "x"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**subset, **wrong}, schema)


def test_new_makes_a_draft_that_the_checker_understands(project: Project):
    result = project.run("new", "credential", "--title", "Number talks: mental math", "--stack", "", "--competency",
                         "The educator leads a number talk.")  # fmt: skip
    assert result.exit_code == 0, result.output
    path = project.path("number-talks-mental-math")
    text = path.read_text()
    own = project.findings(str(path))
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


def test_new_asks_when_nothing_is_given(project: Project):
    result = project.run("new", "stack", answers="Mathematics talk\nThe educator leads mathematical talk.\n")
    assert result.exit_code == 0
    assert (project.root / "content/stacks/mathematics-talk.md").exists()


def test_new_never_overwrites(project: Project):
    before = project.path(SLUG).read_bytes()
    result = project.run("new", "credential", "--title", "x", "--slug", SLUG, "--competency", "y", "--stack", "")
    assert result.exit_code == 2
    assert project.path(SLUG).read_bytes() == before


def test_the_command_is_installed():
    command = [str(Path(sys.executable).parent / "microcredentials"), "--version"]
    assert "version" in subprocess.run(command, capture_output=True, text=True, check=True).stdout
