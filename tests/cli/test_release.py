"""A superseded version is kept, exactly as published, for educators who began with it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from repository import DEMANDS, OTHER, PAGE, QUESTIONS, WAIT, Repository


def test_release_keeps_the_committed_text_and_not_later_edits(repository: Repository):
    before = repository.content(PAGE).read_bytes()
    repository.change(PAGE, *DEMANDS["competency"])
    repository.raise_version(WAIT, "1.1.0", "2.0.0")
    said = repository.run("release", WAIT)
    assert repository.content(f"versions/{WAIT}/1.1.0.md").read_bytes() == before
    assert "1.1.0" in said.output


def test_release_says_what_to_do_next(repository: Repository):
    said = repository.run("release", WAIT).output
    for words in ("content/versions/wait-time/1.1.0.md", "version", "changelog", "check --since HEAD"):
        assert words in said
    assert repository.run("release", WAIT).exit_code == 0  # once more does no harm


def test_release_from_an_earlier_revision(repository: Repository):
    repository.change(PAGE, *DEMANDS["competency"])
    repository.raise_version(WAIT, "1.1.0", "2.0.0")
    repository.commit()
    assert repository.lifecycle(revision="HEAD~1")
    assert repository.run("release", WAIT, "--from", "HEAD~1").exit_code == 0
    assert repository.lifecycle(revision="HEAD~1") == []


def test_release_without_git_keeps_the_present_file(repository: Repository):
    (repository.root / ".git").rename(repository.root / "elsewhere")
    assert repository.run("release", WAIT).exit_code == 0
    assert repository.content(f"versions/{WAIT}/1.1.0.md").read_bytes() == repository.content(PAGE).read_bytes()


def test_release_refuses_unpublished_specs_and_never_overwrites(repository: Repository):
    repository.change(OTHER, "status: published", "status: pilot")
    repository.commit()
    assert "pilot" in repository.run("release", QUESTIONS).output
    assert repository.run("release", "nothing").exit_code == 2
    assert repository.run("release", WAIT, "--from", "no-such-thing").exit_code == 2
    repository.run("release", WAIT)
    kept = repository.content(f"versions/{WAIT}/1.1.0.md")
    kept.write_text("something else", "utf-8")
    assert repository.run("release", WAIT).exit_code == 2
    assert kept.read_text("utf-8") == "something else"
    assert not repository.content(f"versions/{QUESTIONS}").exists()


@pytest.mark.parametrize("link", ["versions", f"versions/{WAIT}", f"versions/{WAIT}/1.1.0.md"])
def test_release_does_not_write_through_links(repository: Repository, tmp_path: Path, link: str):
    outside = tmp_path / "outside"
    outside.mkdir()
    path = repository.content(link)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(outside / "1.1.0.md" if link.endswith(".md") else outside)
    result = repository.run("release", WAIT)
    assert result.exit_code == 2
    assert "is a link" in " ".join(result.output.split())
    assert [*outside.iterdir()] == []


def kept_version(repository: Repository) -> Path:
    """Publish version 1.2.0 with 1.1.0 kept, commit it, and return the kept file."""
    repository.run("release", WAIT)
    repository.change(PAGE, *DEMANDS["evidence"])
    repository.raise_version(WAIT, "1.1.0", "1.2.0")
    repository.commit("1.2.0")
    return repository.content(f"versions/{WAIT}/1.1.0.md")


def test_a_kept_version_must_not_be_changed_or_deleted(repository: Repository):
    kept = kept_version(repository)
    assert repository.since(revision="HEAD~1") == []
    kept.write_text(kept.read_text("utf-8").replace(*DEMANDS["competency"]), "utf-8")
    [(path, _, message)] = repository.lifecycle()
    assert path == f"versions/{WAIT}/1.1.0.md"
    assert "differs from version 1.1.0 as published" in message
    kept.unlink()
    [(path, _, message)] = repository.lifecycle()
    assert path == PAGE
    assert "1.1.0" in message
    assert [kind for kind, _ in repository.kinds()] == ["kept-version-removed"]


def test_a_kept_version_must_equal_the_published_one(repository: Repository):
    repository.change(PAGE, *DEMANDS["evidence"])
    forged = repository.content(f"versions/{WAIT}/1.1.0.md")
    forged.parent.mkdir(parents=True)
    forged.write_bytes(repository.content(PAGE).read_bytes())  # what is new, under the old number
    repository.raise_version(WAIT, "1.1.0", "1.2.0")
    assert [path for path, _, _ in repository.lifecycle()] == [f"versions/{WAIT}/1.1.0.md"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: ", "title: Now "),
        ("cost: {amount: 0", "cost: {amount: 99"),
        ("found longer answers", "found shorter answers"),
    ],
    ids=["title", "cost", "text"],
)
def test_any_change_to_a_kept_version_is_found(repository: Repository, old: str, new: str):
    kept = kept_version(repository)
    for revision in ("HEAD", "HEAD~1"):  # kept before the change, and by it
        assert repository.lifecycle(revision=revision) == []
    assert old in kept.read_text("utf-8")
    kept.write_text(kept.read_text("utf-8").replace(old, new, 1), "utf-8")
    for revision in ("HEAD", "HEAD~1"):
        [(path, _, message)] = repository.lifecycle(revision=revision)
        assert path == f"versions/{WAIT}/1.1.0.md"
        assert "differs from version 1.1.0 as published" in message


def test_a_version_that_was_never_published_cannot_be_kept(repository: Repository):
    planted = repository.content(f"versions/{WAIT}/0.3.7.md")
    planted.parent.mkdir(parents=True)
    text = repository.content(PAGE).read_text("utf-8")
    planted.write_text(text.replace('version: "1.1.0"\n', 'version: "0.3.7"\n', 1), "utf-8")
    found = [f for f in repository.since("--select", "LC-04") if f["path"].endswith("0.3.7.md")]
    assert {(f["severity"], "changelog" in f["message"]) for f in found} == {("error", True), ("warning", False)}


def test_a_renamed_spec_keeps_its_versions(repository: Repository):
    kept_version(repository)
    repository.rename(alias=True)
    assert repository.since() == []
    repository.git("mv", f"content/versions/{WAIT}", "content/versions/silence")
    assert repository.since() == []


@pytest.mark.parametrize(
    ("path", "edit", "rule"),
    [
        ("versions/wait-time/1.1.0.md", lambda text: text.replace("level: found", "level: fund"), "ID-05"),
        ("versions/wait-time/1.1.0.md", lambda text: text.replace("status: published", "status: publisht"), "SC-04"),
        ("versions/wait-time/1.0.0.md", lambda text: text, "LC-04"),
        ("versions/nothing/1.1.0.md", lambda text: text, "LC-04"),
        ("versions/student-questions/1.0.0.md", lambda text: text.replace('"1.1.0"\ntags', '"1.0.0"\ntags'), "LC-04"),
        ("versions/wait-time/1.9.0.md", lambda text: text.replace('"1.1.0"\ntags', '"1.9.0"\ntags'), "LC-04"),
        ("versions/wait-time/latest.md", lambda text: text, "FM-21"),
        ("versions/1.1.0.md", lambda text: text, "FM-20"),
    ],
)
def test_the_path_and_format_of_a_kept_version_are_checked(
    repository: Repository, path: str, edit: Callable[[str], str], rule: str
):
    target = repository.content(path)
    target.parent.mkdir(parents=True)
    target.write_text(edit(repository.content(PAGE).read_text("utf-8")), "utf-8")
    found = [(f["rule"], f["path"]) for f in repository.findings("--today", "2026-09-15")]
    if rule == "ID-05":
        assert found == []  # quality is not judged any more
    else:
        assert (rule, f"content/{path}") in found
