"""Anyone may send a proposal, so only plain files of content are taken from it."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "_proposal"
JUDGE = ("content/program/quality.yml", "content/program/standards/ours.yml")
Change = Callable[[Path], object]


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Writer", "-c", "user.email=writer@sample-state.example")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def take(tmp_path: Path, change: Change) -> tuple[subprocess.CompletedProcess[str], Path]:
    """Propose *change* to a small catalog, and return the output of the script and the content after it."""
    ours, proposal = tmp_path / "ours", tmp_path / "proposal"
    for path in (*JUDGE, "content/guides/index.md", "scripts/build"):
        (proposal / path).parent.mkdir(parents=True, exist_ok=True)
        (proposal / path).write_text("as it was\n")
    shutil.copytree(proposal, ours)
    shutil.copy(SCRIPT, ours / "scripts")
    git(proposal, "init", "--quiet")
    for step in (lambda _: None, change):
        step(proposal)
        git(proposal, "add", "--all")
        git(proposal, "commit", "--quiet", "--allow-empty", "--message", "a step")
    said = subprocess.run([ours / "scripts" / "_proposal", proposal], capture_output=True, text=True, check=False)
    return said, ours


def edit(path: str) -> Change:
    return lambda folder: (folder / path).write_text("as proposed\n")


def test_content_is_taken_from_a_proposal_and_code_is_not(tmp_path: Path) -> None:
    both = [edit("content/guides/index.md"), edit("scripts/build")]
    said, ours = take(tmp_path, lambda folder: [change(folder) for change in both])
    assert said.stdout == "strictness=false\ncode=true\n"
    assert (ours / "content/guides/index.md").read_text() == "as proposed\n"
    assert (ours / "scripts/build").read_text() == "as it was\n"


def test_a_change_only_of_content_sets_no_flags(tmp_path: Path) -> None:
    said, _ = take(tmp_path, edit("content/guides/index.md"))
    assert (said.stdout, said.stderr) == ("strictness=false\ncode=false\n", "")


@pytest.mark.parametrize("path", JUDGE)
def test_a_change_of_strictness_is_reported_and_not_applied(tmp_path: Path, path: str) -> None:
    said, ours = take(tmp_path, lambda folder: [edit(each)(folder) for each in (path, "content/guides/index.md")])
    assert said.stderr.startswith("::warning file=content/program/quality.yml::")
    assert said.stdout == "strictness=true\ncode=false\n"
    assert (ours / path).read_text() == "as it was\n"
    assert (ours / "content/guides/index.md").read_text() == "as proposed\n"


def test_a_proposal_cannot_add_its_own_standards(tmp_path: Path) -> None:
    said, ours = take(tmp_path, edit("content/program/standards/easy.yml"))
    assert "strictness=true" in said.stdout
    assert not (ours / "content/program/standards/easy.yml").exists()


HOSTILE: dict[str, Change] = {
    "link": lambda folder: (folder / "content/guides/##[error]x.md").symlink_to("/etc/passwd"),
    "program": lambda folder: (folder / "content/guides/index.md").chmod(0o755),
    "repository": lambda folder: (
        git(folder / "content/guides", "init", "--quiet", "inner")
        or git(folder / "content/guides/inner", "commit", "--quiet", "--allow-empty", "--message", "inner")
    ),
    "no program folder": lambda folder: shutil.rmtree(folder / "content/program"),
}


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE.keys())
def test_content_that_is_not_a_plain_file_is_refused_without_its_name(tmp_path: Path, change: Change) -> None:
    said, ours = take(tmp_path, change)
    assert (said.returncode, said.stdout) == (1, "")
    assert "##[" not in said.stderr
    assert (ours / "content/guides/index.md").read_text() == "as it was\n"
