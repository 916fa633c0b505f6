"""The history is read from git without touching a file, and an error says why it cannot be read."""

import json
import os
import subprocess
from pathlib import Path

from repository import DEMANDS, PAGE, WAIT, Repository


def refused(repository: Repository, *arguments: str) -> str:
    result = repository.run(*arguments)
    assert result.exit_code == 2, result.output
    return " ".join(result.stderr.split())


def test_a_shallow_clone_is_told_what_it_lacks(repository: Repository, tmp_path: Path, monkeypatch):
    for number in range(3):
        repository.commit(f"step {number}")
    subprocess.run(
        ["git", "clone", "--quiet", "--depth", "1", f"file://{repository.root}", tmp_path / "shallow"], check=True
    )
    monkeypatch.chdir(tmp_path / "shallow")
    clone = Repository(tmp_path / "shallow")
    for arguments in (("check", "--since", "HEAD~2"), ("diff", "HEAD~2")):
        said = refused(clone, *arguments)
        assert "HEAD~2" in said
        assert "fetch-depth: 0" in said
        assert "--unshallow" in said
    assert clone.run("check", "--since", "HEAD").exit_code == 0


def test_a_shallow_clone_that_knows_the_base_but_not_where_they_parted(
    repository: Repository, tmp_path: Path, monkeypatch
):
    repository.git("branch", "proposal")
    repository.commit("main goes on")
    repository.git("checkout", "--quiet", "proposal")
    repository.commit("the proposal")
    place = tmp_path / "shallow"
    url = f"file://{repository.root}"
    subprocess.run(
        ["git", "clone", "--quiet", "--depth", "1", "--no-single-branch", "--branch", "proposal", url, place],
        check=True,
    )
    monkeypatch.chdir(place)
    said = refused(Repository(place), "check", "--since", "origin/main")
    assert "no common ancestor" in said
    assert "fetch-depth: 0" in said


def test_a_revision_that_does_not_exist_is_named(repository: Repository):
    for name in ("no-such-thing", "--upload-pack=x", "HEAD:content", "0" * 40):
        said = refused(repository, "check", f"--since={name}")
        assert name in said
        assert "shallow" not in said


def test_outside_a_repository_the_operator_is_told(repository: Repository):
    (repository.root / ".git").rename(repository.root / "elsewhere")
    assert "not a git repository" in refused(repository, "check", "--since", "HEAD")


def test_without_git_the_operator_is_told(repository: Repository, monkeypatch):
    monkeypatch.setenv("PATH", str(repository.root))
    assert "git" in refused(repository, "diff", "HEAD")


def test_the_work_tree_is_left_as_it_is(repository: Repository):
    repository.change(PAGE, *DEMANDS["competency"])
    before = repository.git("status", "--porcelain=v2", "--branch"), repository.content(PAGE).stat().st_mtime_ns
    repository.since()
    repository.changes("HEAD")
    assert (
        repository.git("status", "--porcelain=v2", "--branch"),
        repository.content(PAGE).stat().st_mtime_ns,
    ) == before


def test_links_and_other_repositories_in_the_history_are_not_followed(repository: Repository, tmp_path: Path):
    (tmp_path / "secret.md").write_text("---\ntitle: Secret\n---\n", "utf-8")
    repository.content("guides").mkdir()
    repository.content("guides/link.md").symlink_to(tmp_path / "secret.md")
    (repository.root / "content/.hidden").mkdir()
    (repository.root / "content/.hidden/page.md").write_text("no page", "utf-8")
    repository.commit()
    commit = repository.git("rev-parse", "HEAD")
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{commit},content/guides/module.md")
    repository.git("commit", "--quiet", "--message", "another repository")
    repository.content("guides/link.md").unlink()
    repository.change(PAGE, "tags: [wait time]", "tags: [silence]")
    assert repository.kinds() == [("facets-changed", WAIT)]
    repository.git("checkout", "--quiet", "content/guides/link.md")
    found = [f for f in repository.since() if f["path"] == "content/guides/link.md"]
    assert found == []  # the link was there before, and is no file before and after


def test_a_file_of_any_length_and_name_in_the_history_is_bearable(repository: Repository):
    repository.content("about/long.md").write_bytes(b"---\ntitle: Long\n---\n" + b"x" * 3_000_000)
    repository.content("credentials/näme – “odd”.md").write_text("---\ntitle: x\n---\n", "utf-8")
    name = os.fsencode(repository.root) + b"/content/about/\xff.md"
    Path(os.fsdecode(name)).write_bytes(b"---\ntitle: x\n---\n")
    repository.commit()
    assert repository.since() == []
    assert repository.changes() == []


def test_a_hook_of_git_may_run_the_check(repository: Repository, monkeypatch):
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index.lock.x")
    repository.change(PAGE, *DEMANDS["competency"])
    assert len(repository.lifecycle()) == 1


def test_a_catalog_deep_in_a_repository(repository: Repository, monkeypatch):
    (repository.root / "states/xs").mkdir(parents=True)
    repository.git("mv", "content", "states/xs/content")
    repository.commit()
    inner = Repository(repository.root / "states/xs")
    monkeypatch.chdir(inner.root)
    inner.change(PAGE, *DEMANDS["competency"])
    [(path, _, _)] = inner.lifecycle()
    assert path == PAGE


def test_a_content_folder_that_is_new_is_all_new(repository: Repository):
    empty = repository.git("commit-tree", "-m", "empty", repository.git("mktree", "--missing"))
    assert {kind for kind, spec in repository.kinds(empty, "main") if spec} == {"added"}
    assert repository.run("check", "--since", empty).exit_code == 0


def test_json_says_new_and_nothing_else_is_lost(repository: Repository):
    repository.change(PAGE, *DEMANDS["competency"])
    plain = json.loads(repository.run("check", "--format", "json", "--select", "CO").stdout)
    since = json.loads(repository.run("check", "--format", "json", "--since", "HEAD").stdout)
    assert plain.keys() == since.keys()
    assert since["schema"] == plain["schema"]
    assert any("HEAD" in note for note in since["notes"])
