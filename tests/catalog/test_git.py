"""The content folder at a revision, read from a small repository; each error says what to do."""

import subprocess
from pathlib import Path

import pytest
from memory import credential

from microcredentials.catalog import git
from microcredentials.catalog.git import HistoryError, Revision, find_merge_base, find_revision, load_at

SHALLOW = (
    " This clone is shallow: it contains only the newest part of the history. Fetch the rest with “git fetch "
    "--unshallow”. In GitHub’s checkout action, set “fetch-depth: 0”."
)


def run(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    return subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the content folder of a repository with two commits: a credential of a different title in each."""
    root = tmp_path_factory.mktemp("repository")
    folder = root / "deep/content"
    (folder / "credentials").mkdir(parents=True)
    (folder / "guides/.hidden").mkdir(parents=True)
    (folder / "guides/.hidden/page.md").write_text("x")
    (folder / "guides/.link.md").symlink_to("nowhere")
    (folder / "guides/b.md").write_text("---\ntitle: B\ndescription: D\n---\n")
    (folder / "guides/long.md").write_bytes(bytes(git.MAX_DATA + 1))
    (folder / "guides/tool.md").write_text("---\ntitle: T\ndescription: D\n---\n")
    (folder / "guides/tool.md").chmod(0o755)
    (root / "other.md").write_text("x")
    run(root, "init", "--quiet")
    for title in ("First", "Second"):
        (folder / "credentials/a.md").write_text(credential(title))
        run(root, "add", "--all")
        run(root, "commit", "--quiet", "--message", title)
    return folder


def at(content: Path, name: str) -> dict[str, str]:
    """Return the paths of the files at a revision, each with its title, or else the message of its first problem."""
    entries = load_at(content, find_revision(content, name)).all_entries
    return {each.source.path.as_posix(): each.node.title if each.node else each.problems[0].message for each in entries}


def test_a_revision_has_the_files_of_its_own_day(content: Path):
    assert at(content, "HEAD~1")["credentials/a.md"] == "First"
    assert at(content, "main") == {
        "program/program.yml": "The file program/program.yml is missing.",
        "program/vocabulary.yml": "The file program/vocabulary.yml is missing.",
        "guides/b.md": "B",
        "guides/long.md": "The file is longer than 320 KB.",
        "guides/tool.md": "T",
        "guides/.link.md": "This is a link, which may lead anywhere.",
        "credentials/a.md": "Second",
    }


def test_a_catalog_at_a_revision_has_the_paths_of_today(content: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(content.parent)
    catalog = load_at(content, find_revision(content, "HEAD"))
    assert catalog.path(catalog.by_slug["a"].source) == "content/credentials/a.md"


def test_a_folder_that_did_not_exist_is_empty(content: Path):
    tree = run(content, "mktree", "--missing").strip()
    commit = run(content, "commit-tree", "-m", "empty", tree).strip()
    assert load_at(content, Revision("empty", commit)).entries == ()


def test_a_revision_has_a_name_and_a_commit(content: Path):
    commit = run(content, "rev-parse", "HEAD").strip()
    assert find_revision(content, "main") == Revision("main", commit)
    assert str(find_revision(content, "main")) == f"main ({commit[:10]})"
    assert str(find_revision(content, commit[:8])) == commit[:10]
    assert str(find_revision(content, commit)) == commit[:10]


@pytest.mark.parametrize("name", ["no-such-thing", "--all", "0" * 40, "HEAD:deep", ""])
def test_a_revision_that_does_not_exist_is_named(content: Path, name: str):
    with pytest.raises(HistoryError) as error:
        find_revision(content, name)
    assert str(error.value) == f"There is no revision “{name}” in this repository."


def test_the_merge_base_is_the_newest_common_ancestor(content: Path):
    base = Revision("main", run(content, "rev-parse", "HEAD~1").strip())
    head = Revision("HEAD", run(content, "rev-parse", "HEAD").strip())
    assert find_merge_base(content, Revision("topic", head.commit), base) == Revision("topic", base.commit)
    alone = Revision("alone", run(content, "commit-tree", "-m", "alone", "HEAD^{tree}").strip())
    assert find_merge_base(content, alone, head) is alone


def test_a_shallow_clone_says_what_to_fetch(content: Path, tmp_path: Path):
    run(content, "branch", "--force", "other", run(content, "commit-tree", "-m", "other", "HEAD^{tree}").strip())
    url = f"file://{content.parent.parent}"
    run(tmp_path, "clone", "--quiet", "--depth", "1", "--no-single-branch", "--branch", "main", url, "clone")
    clone = tmp_path / "clone/deep/content"
    with pytest.raises(HistoryError) as error:
        find_revision(clone, "HEAD~1")
    assert str(error.value) == f"There is no revision “HEAD~1” in this repository.{SHALLOW}"
    other, head = find_revision(clone, "origin/other"), find_revision(clone, "HEAD")
    with pytest.raises(HistoryError) as error:
        find_merge_base(clone, other, head)
    assert str(error.value) == f"origin/other and HEAD have no common ancestor in this clone.{SHALLOW}"


def test_a_folder_outside_of_a_repository_has_no_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(HistoryError, match="not a git repository") as error:
        find_revision(tmp_path, "HEAD")
    assert str(error.value).startswith(f"The history of {tmp_path} cannot be read. ")


def test_without_git_there_is_no_history(content: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(content))
    with pytest.raises(HistoryError) as error:
        find_revision(content, "HEAD")
    assert str(error.value) == "The program “git” is not installed. It is needed to read the history."


def test_git_may_fail_without_a_reason(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "git").write_text("#!/bin/sh\nexit 3\n")
    (tmp_path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(HistoryError) as error:
        load_at(content, Revision("x", "0" * 40))
    assert str(error.value) == f"The history of {content} cannot be read. Git gave no reason."


def test_variables_of_a_hook_do_not_decide_and_git_asks_nothing(content: Path, tmp_path: Path, monkeypatch):
    (tmp_path / "git").write_text("#!/bin/sh\nprintenv\necho $*\ncat\n")
    (tmp_path / "git").chmod(0o755)
    for name in (*git._HOOK_VARIABLES, "LC_ALL", "KEPT"):
        monkeypatch.setenv(name, "X")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    lines = git._git(content, "log", given=b"INPUT").decode().splitlines()
    assert {line for line in lines if line.endswith("=X")} == {"KEPT=X"}
    assert {"LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0"} <= set(lines)
    assert lines[-2:] == ["--no-pager --literal-pathspecs log", "INPUT"]


def test_an_object_that_is_missing_is_named(content: Path):
    name = b"0" * 40
    with pytest.raises(HistoryError) as error:
        list(git._read_blobs(content, [name]))
    assert str(error.value) == f"The object {name.decode()} is missing from the repository. Try “git fetch”."
    assert list(git._read_blobs(content, [])) == []
