"""Files for code hosts and editors: workflows, forms, hooks, tasks and notes on lines."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from project import Project
from repository import OTHER, PAGE, Repository

ROOT = Path(__file__).parents[2]
FORMS = sorted(set((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml")) - {ROOT / ".github/ISSUE_TEMPLATE/config.yml"})
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
SLUG = "wait-time"
TOOLS = Path(sys.executable).parent


def run_tool(*command: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(TOOLS / str(command[0])), *map(str, command[1:])], capture_output=True, text=True)


@pytest.mark.parametrize(
    ("kind", "files"),
    [
        ("github-workflows", WORKFLOWS),
        ("github-issue-forms", FORMS),
        ("github-issue-config", [ROOT / ".github/ISSUE_TEMPLATE/config.yml"]),
        ("dependabot", [ROOT / ".github/dependabot.yml"]),
    ],
)
def test_the_host_accepts_our_files(kind: str, files: list[Path]):
    assert files
    said = run_tool("check-jsonschema", "--builtin-schema", f"vendor.{kind}", *files)
    assert said.returncode == 0, said.stdout + said.stderr


def test_an_issue_form_that_the_host_would_refuse_is_found(tmp_path: Path):
    broken = tmp_path / "broken.yml"
    broken.write_text(FORMS[0].read_text("utf-8").replace("body:", "bodies:"), "utf-8")
    assert run_tool("check-jsonschema", "--builtin-schema", "vendor.github-issue-forms", broken).returncode == 1


def test_the_workflows_pass_a_security_audit():
    said = run_tool("zizmor", "--offline", "--persona", "pedantic", ROOT / ".github")
    assert said.returncode == 0, said.stdout


def test_actions_are_pinned_and_state_their_tag():
    used = [line for path in WORKFLOWS for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    assert used
    for line in used:
        assert re.search(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


def test_the_editors_task_matches_the_output_of_the_check(small: Project):
    tasks = json.loads((ROOT / ".vscode/tasks.json").read_text("utf-8"))["tasks"]
    pattern = next(task["problemMatcher"]["pattern"] for task in tasks if task["problemMatcher"])
    small.edit(SLUG, "level: foundational", "level: unheard-of: %x")
    lines = small.run("check", "--format", "concise").stdout.splitlines()
    assert lines
    found = [re.match(pattern["regexp"], line) for line in lines]
    assert all(found)
    told = {(m[pattern["file"]], m[pattern["severity"]], m[pattern["code"]]) for m in found if m}
    assert (f"content/credentials/{SLUG}.md", "error", "FM-06") in told


def notes(said: str) -> list[str]:
    return [line for line in said.splitlines() if line.startswith("::")]


def test_a_runner_gets_ten_findings_of_a_kind_and_the_last_counts_the_rest(small: Project):
    idea = "---\ntitle: An idea\nstatus: draft\ncompetency: The educator thinks.\n---\n"
    small.path("idea").write_text(idea, "utf-8")
    errors = [f for f in small.findings("--as", "published") if f["severity"] == "error" and f["status"] == "open"]
    assert len(errors) > 11
    said = notes(small.run("check", "--as", "published", "--format", "github").stdout)
    shown = [note for note in said if note.startswith("::error ")]
    assert len(shown) == 10
    assert f"There are {len(errors) - 10} more errors" in shown[-1]
    assert not any("more error" in note for note in shown[:-1])
    for kind in ("warning", "notice"):
        assert len([note for note in said if note.startswith(f"::{kind} ")]) <= 10


def test_the_remaining_findings_are_counted_as_notices(small: Project):
    sentence = "She reads the page and " + "then she reads it once more and " * 7 + "stops. "
    small.edit(SLUG, "status: published", "status: draft")
    small.path(SLUG).write_text(small.path(SLUG).read_text("utf-8") + f"\n{sentence}\n" * 13, "utf-8")
    hints = [f for f in small.findings() if f["severity"] == "info"]
    assert len(hints) > 12
    said = small.run("check", "--format", "github").stdout
    assert f"There are {len(hints) - 10} more notices;" in said


def test_new_findings_come_before_old_ones(repository: Repository):
    faults = "".join(f"TODO number {n}, " for n in range(12))
    repository.change(OTHER, "tags: [", f"tags: [{faults}")
    repository.commit()
    repository.change(PAGE, "tags: [", "tags: [TODO, ")
    said = notes(repository.run("check", "--since", "HEAD", "--today", "2026-09-15", "--format", "github").stdout)
    errors = [note for note in said if note.startswith("::error ")]
    assert f"content/{PAGE}" in errors[0]
    assert f"content/{OTHER}" in errors[-1]


def test_after_new_findings_come_the_others_in_changed_files(repository: Repository):
    faults = "".join(f"TODO number {n}, " for n in range(12))
    repository.change(OTHER, "tags: [", f"tags: [{faults}")
    repository.change(PAGE, "tags: [", "tags: [TODO, ")
    repository.commit()
    repository.change(PAGE, "level: foundational", "level: fundational")
    said = notes(repository.run("check", "--since", "HEAD", "--today", "2026-09-15", "--format", "github").stdout)
    errors = [note for note in said if note.startswith("::error ")]
    assert f"content/{PAGE}" in errors[0]
    assert f"content/{PAGE}" in errors[1]
    assert "fundational" in errors[0]
    assert "TODO" in errors[1]
    assert f"content/{OTHER}" in errors[2]
