"""Reading survives any file, reports each problem at its place, and still reads the other files."""

import errno
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from click.testing import CliRunner
from examples import BASE
from hostile import ACTIVE, CASES, SHAPES, YAML_TRAPS, Case, body
from mutate import VALUES

from microcredentials.cli.main import main

SECONDS = 5  # of CPU for one file; most take a hundredth of one, and the slowest about one
SECONDS_FOR_ALL = 30  # of CPU, for more than eight hundred of them
MUTABLE = [case for case in (*YAML_TRAPS, *SHAPES, *ACTIVE) if b"\r" not in case.content]


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(BASE, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "content"


def report() -> dict[str, Any]:
    """Run the check as a person would, and return its report."""
    result = CliRunner().invoke(main, ["check", "--format", "json", "--today", "2026-09-15"])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    assert result.exit_code in (0, 1)
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def of_reading(findings: list[dict[str, Any]], path: str) -> list[tuple[str, int, int]]:
    """Return rule, line and column of the findings of reading in the file *path*."""
    return [
        (found["rule"], found["span"]["start"]["line"], found["span"]["start"]["column"])
        for found in findings
        if found["path"] == f"content/{path}" and found["rule"][:2] in ("FM", "SC") and found["rule"] != "SC-13"
    ]


def agrees(found: list[tuple[str, int, int]], case: Case) -> bool:
    """Compare with the findings that the case expects, where a line or column of 0 matches any."""
    if any(line == 0 for _, line, _ in case.found):
        return {rule for rule, *_ in found} == {rule for rule, *_ in case.found}
    return len(found) == len(case.found) and all(
        (rule, line) == expected[:2] and expected[2] in (0, column)
        for (rule, line, column), expected in zip(sorted(found), sorted(case.found), strict=True)
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_file_is_read_and_what_is_wrong_is_said_in_its_place(case: Case, content: Path):
    (content / case.path).write_bytes(case.content)
    start = time.process_time()
    findings = report()["findings"]
    assert time.process_time() - start < SECONDS
    found = of_reading(findings, case.path)
    assert agrees(found, case), found[:10]
    assert {finding["path"] for finding in findings} <= {f"content/{case.path}"}
    assert all(finding["message"].endswith(".") and len(finding["message"]) < 400 for finding in findings)


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["CRLF", "CR"])
@pytest.mark.parametrize("case", MUTABLE, ids=lambda case: case.name)
def test_line_ends_and_a_byte_order_mark_change_nothing(case: Case, end: str, content: Path):
    (content / case.path).write_bytes(b"\xef\xbb\xbf" + case.content.replace(b"\n", end.encode()))
    assert agrees(found := of_reading(report()["findings"], case.path), case), found


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["CRLF", "CR"])
def test_a_whole_catalog_may_be_written_on_any_system(end: str, content: Path):
    for file in [path for path in content.rglob("*") if path.is_file()]:
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", end.encode()))
    whole = report()
    assert (whole["findings"], whole["notes"]) == ([], [])


def test_all_of_them_together_leave_the_good_files_as_they_were(content: Path):
    for case in CASES:
        (content / case.path).write_bytes(case.content)
    whole = report()
    for case in CASES:
        assert agrees(of_reading(whole["findings"], case.path), case), case.name
    good = {path.relative_to(content.parent).as_posix() for path in content.rglob("*.*")} - {
        f"content/{case.path}" for case in CASES
    }
    assert not good & {finding["path"] for finding in whole["findings"]}
    assert whole["counts"]["specs"] == len(CASES) + 3


PLACES = {
    "title": "title: {}\nstatus: draft\ncompetency: It waits.", "quoted": 'title: A\nstatus: draft\ncompetency: "{}"',
    "tag": "title: A\nstatus: draft\ncompetency: It waits.\ntags: [{}, b]", "name": "title: A\n{}: draft\ncost: 1",
    "status": "title: A\nstatus: {}\ncompetency: It waits.", "block": "title: A\ncompetency: |\n  It waits.\n  {}",
    "address": "title: A\nstatus: draft\nresources: [{{title: a, url: '{}'}}]",
}  # fmt: skip
"""Front matter with a place for a value."""
BODIES = {
    "text": "Ask {} and wait.",
    "heading": "### Ask {}",
    "link": "[Ask]({}) [{}][{}]",
    "cell": "| a |\n|---|\n| {} |",
}


def combinations() -> Iterator[Case]:
    """Yield each value that programs stumble over in each place of a file."""
    for i, value in enumerate(VALUES):
        for place, text in PLACES.items():
            yield Case(f"{place}-{i}", f"---\n{text.format(value)}\n---\n".encode(), ())
        for place, text in BODIES.items():
            yield body(f"{place}-{i}", text.replace("{}", value))


@pytest.mark.nightly
def test_a_catalog_of_nothing_else_is_checked_in_time(content: Path):
    cases = [*CASES, *combinations()]
    for case in cases:
        (content / case.path).write_bytes(case.content)
    start = time.process_time()
    whole = report()
    assert time.process_time() - start < SECONDS_FOR_ALL
    assert whole["counts"]["specs"] == len(cases) + 3
    assert "IN-01" not in {finding["rule"] for finding in whole["findings"]}
    lines = {
        f"content/{case.path}": len(re.split(rb"\r\n|\r|\n|\xe2\x80\xa8|\xc2\x85", case.content)) for case in cases
    }
    wrong = [found for found in whole["findings"] if found["span"]["start"]["line"] > lines.get(found["path"], 0)]
    assert wrong == []


def test_a_number_is_quoted_as_it_was_typed(content: Path):
    _draft(content, "version: 1.10")
    assert any("1.10" in finding["message"] for finding in report()["findings"])


@pytest.mark.parametrize(("typed", "meant"), [("sumary", "summary"), ("key_metod", "key_method"), ("Title", "title")])
def test_a_misspelled_field_gets_the_meant_name(typed: str, meant: str, content: Path):
    _draft(content, f"{typed}: x")
    [finding] = [finding for finding in report()["findings"] if finding["rule"] == "SC-01"]
    assert f"“{meant}”" in finding["advice"]


def test_a_finding_points_at_the_item_although_an_unfinished_one_stands_before_it(content: Path):
    unfinished = "    - {id: TODO, name: TODO, description: TODO}\n"
    finished = "    - {id: plan, name: Plan, description: A plan., type: lesson-plan}\n"
    _draft(content, f"evidence:\n  artifacts:\n{unfinished}{finished}")
    lines = {f["span"]["start"]["line"] for f in report()["findings"] if f["field"].startswith("/evidence/artifacts/1")}
    assert lines == {8}


def test_the_uid_that_is_offered_is_always_the_same_and_can_be_pasted(content: Path):
    spec = content / "credentials/wait-time.md"
    whole = spec.read_text()
    spec.write_text(re.sub(r"(?m)^uid: .*\n", "", whole))
    [offered], [again] = ([f["advice"] for f in report()["findings"] if f["rule"] == "SC-12"] for _ in range(2))
    assert offered == again
    spec.write_text(re.sub(r"(?m)^uid: .*$", offered.partition(": ")[2], whole))
    assert UUID(offered.rpartition(" ")[2]).version == 4
    assert report()["findings"] == []


@pytest.mark.parametrize(
    ("status", "weights"),
    [
        ("draft", ["warning"]),
        ("pilot", ["error", "warning", "warning"]),
        ("published", ["error"] * 3),
        ("retired", ["error"] * 3),
    ],
)
def test_sections_are_asked_for_as_the_status_needs_them(status: str, weights: list[str], content: Path):
    spec = content / "credentials/wait-time.md"
    fields, _, _ = spec.read_text().replace("status: published", f"status: {status}").rpartition("---\n")
    spec.write_text(f"{fields}---\n\n")
    missing = [finding for finding in report()["findings"] if finding["rule"] == "SC-13"]
    assert [finding["severity"] for finding in missing] == weights
    assert {finding["span"]["start"]["line"] for finding in missing} == {fields.count("\n") + 1}


def test_an_empty_section_is_no_section(content: Path):
    spec = content / "credentials/wait-time.md"
    text = re.sub(r"(?s)(## Key method in practice\n).*?(?=\n## )", r"\1", spec.read_text())
    spec.write_text(text)
    [finding] = [finding for finding in report()["findings"] if finding["rule"] == "SC-13"]
    assert finding["span"]["start"]["line"] == text.splitlines().index("## Key method in practice") + 1


def test_a_file_that_is_too_long_is_not_read(content: Path):
    (content / "credentials/long.md").write_bytes(b"---\n" + b"a" * 400_000)
    (content / "program/references/long.json").write_bytes(b"[" + b" " * 2_000_000 + b"]")
    findings = report()["findings"]
    for path in ("credentials/long.md", "program/references/long.json"):
        assert of_reading(findings, path) == [("FM-04", 1, 1)]


def test_links_and_special_files_are_not_followed(content: Path, tmp_path: Path):
    secret = tmp_path / "secret.md"
    secret.write_text("---\ntitle: secret words\n---\n")
    (content / "credentials/link.md").symlink_to(secret)
    (content / "credentials/folder").symlink_to(tmp_path)
    (content / "program/references/link.yml").symlink_to(secret)
    os.mkfifo(content / "credentials/pipe.md")
    (content / "credentials/nowhere.md").symlink_to(tmp_path / "missing")
    whole = report()
    paths = ("credentials/link.md", "credentials/folder", "program/references/link.yml", "credentials/pipe.md",
             "credentials/nowhere.md")  # fmt: skip
    for path in paths:
        assert of_reading(whole["findings"], path) == [("FM-05", 1, 1)]
    assert "secret words" not in json.dumps(whole)


def test_what_may_not_be_opened_is_a_finding(content: Path, monkeypatch: pytest.MonkeyPatch):
    (content / "credentials/closed.md").write_text("")
    (content / "credentials/closed.md").chmod(0)
    (content / "guides").mkdir(mode=0)
    if os.geteuid() == 0:  # root may open everything, so the refusal is played
        _refuse(monkeypatch, os, "open", "closed.md")
        _refuse(monkeypatch, Path, "iterdir", "guides")
    findings = report()["findings"]
    assert of_reading(findings, "credentials/closed.md") == [("FM-05", 1, 1)]
    assert of_reading(findings, "guides") == [("FM-05", 1, 1)]


def _refuse(monkeypatch: pytest.MonkeyPatch, owner: object, function: str, name: str) -> None:
    allowed = getattr(owner, function)

    def refused(path: Path, *arguments: object) -> object:
        if Path(path).name == name:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return allowed(path, *arguments)

    monkeypatch.setattr(owner, function, refused)


def test_only_what_belongs_to_the_catalog_is_read(content: Path):
    strays = ("credentials/photo.png", "credentials/logo.svg", "credentials/notes.docx", "credentials/wait.MD",
              "stacks/deep/one.md", "credentials/folder.md/one.md", "program/qualty.yml", "program/notes.md",
              "program/references/list.bib", "program/frameworks/deep/one.yml", "guide.txt")  # fmt: skip
    for name in strays:
        _write(content / name, "<script>alert(1)</script>")
    (content / "credentials/empty.md").mkdir()
    _write(content / ".hidden/file.exe", "")
    _write(content / "credentials/_template.md", "---\ntitle: TODO\n---\n")
    findings = report()["findings"]
    for name in strays:
        assert ("FM-20", 1, 1) in of_reading(findings, name), name
    assert {finding["path"] for finding in findings} == {f"content/{name}" for name in strays}
    [misspelled] = [f for f in findings if f["path"] == "content/program/qualty.yml" and f["rule"] == "FM-20"]
    assert "quality.yml" in misspelled["advice"]


NAMES = ("Wait.md", "wait time.md", 'a"onload=".md', "<b>.md", "wartezeit-für.md", "a--b.md", "-a.md", "a-.md",
         "con.md", "index.md", "a\\b.md", "new\nline.md", f"{'a' * 200}.md",
         "é.md", "é.md", "wait​time.md")  # fmt: skip


def test_a_name_that_cannot_be_an_address_is_refused(content: Path):
    for name in NAMES:
        _write(content / "credentials" / name, (BASE / "credentials/wait-time.md").read_text())
    (content / "credentials" / os.fsdecode(b"\xff.md")).write_text("")
    _write(content / "guides/What is it?.md", "---\ntitle: Guide\ndescription: A guide.\n---\n")
    findings = report()["findings"]
    for name in (*NAMES, "\ufffd.md"):
        assert of_reading(findings, f"credentials/{name}") == [("FM-21", 1, 1)], name
    assert of_reading(findings, "guides/What is it?.md") == [("FM-21", 1, 1)]


def test_two_files_for_one_address_are_told_apart(content: Path):
    for name in ("about.md", "about/index.md"):
        _write(content / name, "---\ntitle: About us\ndescription: Who we are.\n---\n")
    findings = report()["findings"]
    assert [(finding["rule"], finding["path"]) for finding in findings] == [("FM-22", "content/about.md")]


@pytest.mark.parametrize("name", ["program.yml", "vocabulary.yml", "quality.yml", "frameworks/intasc.yml",
                                  "references/assessment.yml", "standards/example-crosswalk.yml"])  # fmt: skip
def test_a_broken_program_file_has_its_finding_and_specs_are_still_checked(name: str, content: Path):
    file = content / "program" / name
    file.write_text(text := file.read_text() + "title: one: two\n")
    _draft(content, "")
    whole = report()
    assert of_reading(whole["findings"], f"program/{name}") == [("FM-06", text.count("\n"), 11)]
    found = {finding["path"] for finding in whole["findings"]}
    assert found == {f"content/program/{name}", "content/credentials/one.md"}
    assert any(finding["rule"] == "CO-03" for finding in whole["findings"])
    assert all(note.startswith(f"Not checked, because program/{name.split('/')[0]} ") for note in whole["notes"])


@pytest.mark.parametrize("name", ["program.yml", "vocabulary.yml"])
def test_a_program_file_that_is_missing_is_said_once(name: str, content: Path):
    (content / "program" / name).unlink()
    findings = report()["findings"]
    assert [(f["rule"], f["path"]) for f in findings] == [("SC-08", f"content/program/{name}")]


@pytest.mark.parametrize("name", ["quality.yml", "frameworks", "standards"])
def test_what_the_program_may_leave_out_is_not_missed(name: str, content: Path):
    path = content / "program" / name
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert not [f for f in report()["findings"] if f["path"].startswith("content/program")]


WORK = {"id": "Sample2020", "type": "book", "title": "Of <i>silence</i> 😀", "issued": {"date-parts": [["2020", 3]]}}


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("zotero.json", json.dumps([WORK], indent="\t", ensure_ascii=False), []),
        ("line.json", json.dumps([WORK], ensure_ascii=False), []),
        ("pandoc.yml", f"---\nreferences:\n- {json.dumps(WORK, ensure_ascii=False)}\n...\n", []),
        ("nothing.yml", "# none yet\n", []),
        ("escaped.json", json.dumps([WORK], indent=1), [("FM-06", 5, 33)]),
        ("twice.json", json.dumps([WORK, WORK], ensure_ascii=False), [("SC-06", 1, 120)]),
        ("comma.json", '[\n {"id": "a", "type": "book"}\n {"id": "b"}]', [("FM-06", 3, 2)]),
        ("no-id.json", '[{"type": "book"}]', [("SC-03", 1, 3)]),
        ("odd.json", '[{"id": "a", "type": "book", "issued": "May 2009", "author": 5}]', []),
        ("sentence.yml", "No list.\n", [("FM-18", 1, 1)]),
        ("mapping.yml", "Rowe1986: {type: book}\n", [("FM-18", 1, 1)]),
    ],
)
def test_a_bibliography_is_read_as_other_programs_write_it(name: str, text: str, found: list[Any], content: Path):
    (content / "program/references" / name).write_text(text)
    findings = report()["findings"]
    assert of_reading(findings, f"program/references/{name}") == found
    assert len(findings) == len(found)


def test_entries_of_one_list_have_their_own_ids(content: Path):
    vocabulary = content / "program/vocabulary.yml"
    vocabulary.write_text(vocabulary.read_text().replace("{id: literacy,", "{id: mathematics,"))
    assert [found[0] for found in of_reading(report()["findings"], "program/vocabulary.yml")] == ["SC-06"]


NESTED = {
    "brackets": "a: " + "[" * 100_000,
    "braces": "a: " + "{a: " * 100_000,
    "dashes": "a:\n" + "- " * 100_000,
    "questions": "? " * 100_000,
    "colons": "a:\n" + ": " * 100_000,
    "old-mac": "a:\r" + "- " * 100_000,
    "separators": "a:\u2028" + "- " * 100_000,
    "indents": "".join(f"{' ' * i}a:\n" for i in range(400)),
}


def _in_a_process_of_its_own(block: str, before: str = "") -> subprocess.CompletedProcess[str]:
    code = f"{before}\nimport sys\nfrom microcredentials.reading.yaml.reader import read_yaml\n" \
           "print(*{problem.rule for problem in read_yaml(sys.stdin.read()).problems})"  # fmt: skip
    facts = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, input=block, capture_output=True, text=True, env=facts, timeout=60, check=False)


@pytest.mark.parametrize("block", NESTED.values(), ids=NESTED)
def test_deep_nesting_is_refused_before_it_can_end_the_process(block: str):
    result = _in_a_process_of_its_own(block)
    assert (result.returncode, result.stderr) == (0, "")
    assert set(result.stdout.split()) in ({"FM-11"}, {"FM-06"})


def test_without_the_guard_deep_nesting_ends_the_process():
    removed = "import microcredentials.reading.yaml.reader as reader\nreader.guard = lambda block, base: ()"
    assert _in_a_process_of_its_own(NESTED["brackets"], removed).returncode < 0


def _draft(content: Path, text: str) -> None:
    head = "---\ntitle: A draft about silence\nstatus: draft\ncompetency: The educator waits after each question.\n"
    (content / "credentials/one.md").write_text(f"{head}{text}\n---\n")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
