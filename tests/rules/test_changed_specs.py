"""Published specs are kept: a change needs a new version, and no page that people have saved disappears."""

from pathlib import Path

import pytest
import yaml
from repository import DEMANDS, FRESH, OTHER, PAGE, QUESTIONS, STACK, UID, WAIT, Repository

FIELDS = {
    "competency": "/competency",
    "method": "/method_components/1/text",
    "evidence": "/evidence/artifacts/1/max_length",
    "prompt": "/evidence/reflection/1/prompt",
    "descriptor": "/rubric/criteria/1/descriptors/Developing",
    "passing": "/rubric/passing_level",
}


@pytest.mark.parametrize("demand", DEMANDS)
def test_requirements_may_not_change_without_a_new_version(repository: Repository, demand: str):
    old, new = DEMANDS[demand]
    repository.change(PAGE, old, new)
    [finding] = [f for f in repository.since() if f["rule"] == "LC-04"]
    assert (finding["path"], finding["field"]) == (f"content/{PAGE}", FIELDS[demand])
    assert (finding["severity"], finding["new"]) == ("error", True)
    for text, other in ((old, new), (new, old)):
        [word, *_] = [word.strip(".,}") for word in text.split() if word not in other.split()]
        assert word in finding["message"]
    assert "1.1.0" in finding["message"]


def test_a_new_version_with_a_changelog_entry_and_the_old_one_kept_has_no_findings(repository: Repository):
    assert repository.run("release", WAIT).exit_code == 0
    repository.change(PAGE, *DEMANDS["evidence"])
    repository.raise_version(WAIT, "1.1.0", "1.2.0")
    assert repository.since() == []


def test_a_new_version_needs_a_changelog_entry_and_the_old_one_kept(repository: Repository):
    repository.change(PAGE, *DEMANDS["evidence"])
    repository.change(PAGE, 'version: "1.1.0"\n', 'version: "1.2.0"\n')
    messages = " ".join(message for _, _, message in repository.lifecycle())
    assert "newest changelog entry is 1.1.0" in messages
    assert "1.1.0 was replaced but not kept" in messages


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A short account of what happens", "A long account of what happens"),
        ("Most questions are answered", "Many questions are answered"),
        ("tags: [wait time]", "tags: [wait time, silence]"),
        ("last_reviewed: 2026-08-01", "last_reviewed: 2026-09-01"),
    ],
)
def test_other_fields_may_change_without_a_new_version(repository: Repository, old: str, new: str):
    repository.change(PAGE, old, new)
    assert repository.lifecycle() == []
    assert repository.changes() != []


def test_a_pilot_may_still_change(repository: Repository):
    for path in (PAGE, OTHER, f"stacks/{STACK}.md"):
        repository.change(path, "status: published", "status: pilot")
    repository.commit()
    repository.change(PAGE, *DEMANDS["evidence"])
    assert repository.lifecycle() == []
    [change] = repository.changes()
    assert "pilot" in change["for_earners"]


def rewritten_by_a_form(path: Path) -> None:
    """Save a spec as form editors do: without comments, with different quotes and line breaks, and the same data."""
    _, front, body = path.read_text("utf-8").split("---\n", 2)
    text = yaml.safe_dump(yaml.load(front, Loader=yaml.CSafeLoader), sort_keys=False, width=60, allow_unicode=True)
    path.write_text(f"---\n{text}---\n{body}", "utf-8")


def test_different_quotes_and_line_breaks_are_not_a_change(repository: Repository):
    rewritten_by_a_form(repository.content(PAGE))
    assert repository.git("diff", "--stat")
    assert repository.changes() == []
    assert repository.lifecycle() == []


def test_a_form_editor_gives_the_same_findings(repository: Repository):
    repository.change(PAGE, *DEMANDS["competency"])
    by_hand = [(f["rule"], f["field"], f["message"], f["new"], f["fingerprint"]) for f in repository.since()]
    rewritten_by_a_form(repository.content(PAGE))
    assert [(f["rule"], f["field"], f["message"], f["new"], f["fingerprint"]) for f in repository.since()] == by_hand
    assert by_hand


def test_a_deleted_spec_is_reported_at_its_former_path(repository: Repository):
    repository.content(OTHER).unlink()
    [(path, line, message)] = repository.lifecycle()
    assert (path, line) == (OTHER, 1)
    assert "retire" in next(f["advice"] for f in repository.since() if f["rule"] == "LC-04")
    assert "Questions that students ask" in message


def test_a_draft_may_be_deleted_and_a_pilot_only_with_a_warning(repository: Repository):
    repository.change(OTHER, "status: published", "status: pilot")
    draft = repository.content("credentials/idea.md")
    draft.write_text(f"---\nuid: {FRESH}\ntitle: An idea\nstatus: draft\ncompetency: The educator thinks.\n---\n")
    repository.commit()
    draft.unlink()
    assert repository.lifecycle() == []
    repository.content(OTHER).unlink()
    [finding] = repository.since("--select", "LC-04")
    assert finding["severity"] == "warning"


def test_a_spec_may_be_retired(repository: Repository):
    repository.run("release", QUESTIONS)
    repository.change(OTHER, "status: published", "status: retired")
    end = "last_reviewed: 2026-06-01, retired_on: 2026-09-01, retired_reason: It is over"
    repository.change(OTHER, "last_reviewed: 2026-06-01", end)
    repository.raise_version(QUESTIONS, "1.0.0", "1.0.1")
    assert repository.lifecycle() == []
    assert ("retired", QUESTIONS) in repository.kinds()


def test_a_published_spec_does_not_go_back(repository: Repository):
    repository.change(OTHER, "status: published", "status: draft")
    [finding] = repository.since("--select", "LC-04")
    assert (finding["field"], finding["severity"]) == ("/status", "error")


def test_a_renamed_spec_keeps_its_name_as_an_alias(repository: Repository):
    repository.rename(alias=True)
    assert repository.since() == []
    [change] = [change for change in repository.changes() if change["kind"] == "renamed"]
    assert (change["spec"], change["before"], change["after"]) == ("silence", WAIT, "silence")
    assert change["significance"] == "notable"


def test_a_renamed_spec_without_an_alias_is_an_error(repository: Repository):
    repository.rename(alias=False)
    [(path, _, message)] = repository.lifecycle()
    assert path == "credentials/silence.md"
    assert WAIT in message


def test_an_alias_must_not_be_removed(repository: Repository):
    repository.change(PAGE, "tags:", "aliases: [pauses]\ntags:")
    repository.commit()
    repository.change(PAGE, "aliases: [pauses]\n", "")
    [(_, _, message)] = repository.lifecycle()
    assert "pauses" in message


def test_a_renamed_and_changed_spec_is_still_the_same(repository: Repository):
    repository.rename(alias=True)
    repository.change("credentials/silence.md", *DEMANDS["competency"])
    [(path, _, message)] = repository.lifecycle()
    assert path == "credentials/silence.md"
    assert "five seconds" in message


def test_a_uid_never_changes(repository: Repository):
    repository.change(PAGE, UID, FRESH)
    [(path, line, message)] = repository.lifecycle()
    assert (path, line) == (PAGE, 2)
    assert UID in message
    assert FRESH in message


def test_a_uid_is_never_used_for_something_else(repository: Repository):
    text = repository.content(PAGE).read_text("utf-8")
    repository.change(PAGE, UID, FRESH)
    repository.content("credentials/another.md").write_text(text.replace("Questions and wait time", "Another"), "utf-8")
    found = {path: message for path, _, message in repository.lifecycle()}
    assert set(found) == {PAGE, "credentials/another.md"}
    assert "uid" in found["credentials/another.md"]


def test_two_specs_cannot_exchange_their_uids(repository: Repository):
    own, other = UID, "b3c9a6d2-41f7-4d0e-8a6b-5e2f90c1d7a4"
    repository.change(PAGE, own, other)
    repository.change(OTHER, other, own)
    assert {path for path, _, message in repository.lifecycle() if "uid" in message} == {PAGE, OTHER}


def test_a_changelog_entry_must_not_be_removed(repository: Repository):
    repository.change(PAGE, '  - {version: "1.0.0", date: 2026-06-01, change: First version.}\n', "")
    [(_, _, message)] = repository.lifecycle()
    assert "1.0.0" in message


def test_a_version_does_not_go_back(repository: Repository):
    repository.change(PAGE, 'version: "1.1.0"\n', 'version: "1.0.5"\n')
    assert any("goes back from 1.1.0 to 1.0.5" in message for _, _, message in repository.lifecycle())


def test_the_requirements_of_a_stack_may_not_change_without_a_new_version(repository: Repository):
    repository.change(f"stacks/{STACK}.md", "students reason aloud", "students are polite")
    [(path, _, message)] = repository.lifecycle()
    assert path == f"stacks/{STACK}.md"
    assert "polite" in message


def test_without_a_base_nothing_is_compared(repository: Repository):
    repository.change(PAGE, *DEMANDS["competency"])
    assert [f for f in repository.findings("--today", "2026-09-15") if f["rule"] == "LC-04"] == []
