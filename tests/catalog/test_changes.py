"""``diff`` says what a change means, in the catalog's own terms, and leaves nothing out."""

import json
import re
from functools import cache, partial
from pathlib import PurePosixPath

import pytest
from pydantic import BaseModel
from repository import BASE, QUESTIONS, STACK, WAIT, Repository

from microcredentials.catalog.catalog import Catalog
from microcredentials.catalog.changes import _differences, specs as changes_specs
from microcredentials.catalog.changes.change import Change
from microcredentials.catalog.changes.compare import compare
from microcredentials.catalog.entry import INHERITED_FIELDS
from microcredentials.catalog.folder import ContentFile, list_files
from microcredentials.catalog.loading import load, parse_catalog
from microcredentials.model.spec import MicroCredential, Stack

PAGE = f"credentials/{WAIT}.md"
STACK_PAGE = f"stacks/{STACK}.md"

# What a writer does, and what a reviewer reads of it: file, old words, new words, kind, significance, part of sentence.
EDITS: dict[str, tuple[str, str, str, str, str, str]] = {
    "competency": (PAGE, "three seconds of silence", "five seconds of silence", "competency-reworded", "substantive",
                   "The competency"),
    "component changed": (PAGE, "Write five questions", "Write six questions", "component-changed", "substantive",
                          "Plan the questions"),
    "component removed": (PAGE, """  - id: pause-after
    title: Pause after an answer
    text: >-
      When a student has spoken, stay silent for three more seconds. Leave praise and correction for later, so that
      the student can go on and others can add to the answer.
""", "", "component-removed", "substantive", "Pause after an answer"),
    "prompt": (PAGE, "Who usually answers, and who does not?", "Who answers?", "prompt-changed", "substantive",
               "overview question"),
    "prompt limit": (PAGE, "      max_words: 300", "      max_words: 500", "prompt-changed", "substantive",
                     "max words 500 (it was 300)"),
    "artifact limits": (PAGE, "{amount: 15, unit: minutes}", "{amount: 1, unit: minutes}", "artifact-changed",
                        "substantive", "max length 1 minute (it was 15 minutes)"),
    "artifact formats": (PAGE, "formats: [pdf, document]", "formats: [pdf]", "artifact-changed", "substantive",
                         "formats"),
    "artifact quantity": (PAGE, "quantity: 1", "quantity: 2", "artifact-changed", "substantive",
                          "quantity 2 (it was 1)"),
    "artifact renamed": (PAGE, "name: Question plan", "name: Plan of questions", "artifact-changed", "substantive",
                         "name"),
    "descriptor": (PAGE, "fewer than half of the questions", "none of the questions", "descriptor-reworded",
                   "substantive", "“Not yet”"),
    "criterion": (PAGE, "evidence: [recording]", "evidence: [recording, gain]", "criterion-changed", "substantive",
                  "Silence before an answer"),
    "levels": (PAGE, "levels: [Not yet,", "levels: [Not at all,", "levels-changed", "substantive", "levels"),
    "passing level": (PAGE, "passing_level: Demonstrated", "passing_level: Developing", "passing-rule-changed",
                      "substantive", "The passing level"),
    "decision rule": (PAGE, "decision_rule: all-criteria", "decision_rule: points", "passing-rule-changed",
                      "substantive", "The decision rule"),
    "effort": (PAGE, "hours: {min: 8, max: 12}", "hours: {min: 8, max: 20}", "effort-changed", "notable",
               "hours 8–20 (it was 8–12)"),
    "cost": (PAGE, "cost: {amount: 0,", "cost: {amount: 75,", "cost-changed", "notable", "amount 75 (it was 0)"),
    "currency changed": (PAGE, "    amount: 10", "    amount: 8", "currency-changed", "notable",
                         "amount 8 (it was 10)"),
    "prerequisites": (PAGE, "stacks: [{", f"prerequisites: [{QUESTIONS}]\nstacks: [{{", "prerequisites-changed",
                      "notable", "The list of prerequisites"),
    "left a stack": (PAGE, "stacks: [{stack: classroom-talk, role: required, order: 1}]\n", "", "stack-left",
                     "notable", STACK),
    "role in a stack": (PAGE, "role: required, order: 1", "role: elective, order: 1", "stack-role-changed", "notable",
                        "now elective (it was required)"),
    "resource": (PAGE, "url: https://example.org/silence", "url: https://example.org/quiet", "resource-changed",
                 "editorial", "Sample article on silence"),
    "reference": (PAGE, "  - {reference: Rowe1986, supports: [pause-before, pause-after], relevance: Reviews studies of"
                  " the two pauses.}\n", "", "research-removed", "editorial", "Rowe1986"),
    "alignment": (PAGE, 'code: "6"', 'code: "8"', "alignment-added", "notable", "intasc 8"),
    "own policy": (PAGE, "assessment:\n", "assessment:\n  feedback: overall\n", "policy-changed", "notable",
                   "feedback"),
    "notes": (PAGE, "Most questions are answered", "Many questions are answered", "text-changed", "editorial",
              "About this micro-credential"),
    "record": (PAGE, "verdict: approved}", "verdict: approved-with-changes}", "record-changed", "editorial", "reviews"),
    "piloted": (PAGE, "status: published", "status: pilot", "withdrawn", "substantive", "back to pilot"),
    "outcome": (STACK_PAGE, "reason aloud", "argue aloud", "outcome-reworded", "substantive", "The outcome"),
    "electives": (STACK_PAGE, "portability: []", "electives_min: 1\nportability: []", "completion-changed",
                  "substantive", "electives"),
    "program": ("program/program.yml", "name: Micro-credentials of", "name: Badges of", "program-changed",
                "editorial", "Name"),
    "policy": ("program/program.yml", "coaching: offered", "coaching: none", "policy-changed", "notable", "coaching"),
    "vocabulary": ("program/vocabulary.yml", "label: Teacher", "label: Classroom teacher", "vocabulary-changed",
                   "notable", "Classroom teacher"),
    "framework": ("program/frameworks/intasc.yml", 'code: "6"', 'code: "99"', "framework-added", "notable", "99"),
    "strictness": ("program/quality.yml", "", "severities:\n  CO-03: {published: none}\n", "strictness-changed",
                   "notable", "CO-03"),
    "guide": ("about/privacy.md", "title:", "title: Our", "guide-changed", "editorial", "about/privacy.md"),
}  # fmt: skip


@cache
def base() -> Catalog:
    """Return the catalog before any change."""
    return load(BASE)


def changes(path: str, old: str, new: str) -> list[Change]:
    """Return what replacing *old*, which must be there, with *new* in a file of the base changes."""
    files = {file.path.as_posix(): file.read() for file in list_files(BASE)}
    assert old.encode() in files[path]
    files[path] = files[path].replace(old.encode(), new.encode(), 1)
    head = (ContentFile(PurePosixPath(name), partial(bytes, text)) for name, text in files.items())
    return list(compare(base(), parse_catalog(head, base().root)))


@pytest.mark.parametrize("edit", EDITS)
def test_a_change_is_described_in_the_terms_of_the_catalog(edit: str):
    path, old, new, kind, significance, words = EDITS[edit]
    every = changes(path, old, new)
    found = [change for change in every if change.kind == kind]
    assert found, every
    assert {(change.significance, change.path) for change in found} == {(significance, path)}
    assert any(words in change.sentence for change in found), found


def test_a_change_tells_what_was_and_what_is(repository: Repository):
    repository.change(PAGE, "currency:\n", "currency:\n  - {type: stipend, amount: 500, unit: usd}\n")
    [change] = repository.changes()
    assert (change["kind"], change["before"]) == ("currency-added", "")
    assert "500" in change["after"]
    repository.commit()
    repository.change(PAGE, "{amount: 15, unit: minutes}", "{amount: 20, unit: minutes}")
    repository.change(PAGE, "Is the recording at most 15 minutes long?", "Is it short?")
    [change] = repository.changes()
    assert change["at"] == "/evidence/artifacts/1"
    assert "Max length: 15 minutes" in change["before"]
    assert "Max length: 20 minutes" in change["after"]
    assert "Is it short?" in change["after"]


EARNERS = {
    "artifact quantity": "scored by a different text",
    "currency changed": "because of what it counted for",
    "cost": "former price",
    "left a stack": "no longer counts",
    "policy": "has already begun",
    "piloted": "disappears",
}


@pytest.mark.parametrize(("edit", "said"), EARNERS.items())
def test_earners_under_way_are_thought_of(edit: str, said: str):
    path, old, new, kind, *_ = EDITS[edit]
    assert any(said in change.for_earners for change in changes(path, old, new) if change.kind == kind)


def test_nobody_is_under_way_toward_a_draft(repository: Repository):
    repository.change(PAGE, "status: published", "status: draft")
    repository.commit()
    for edit in ("competency", "cost", "left a stack"):
        repository.change(PAGE, *EDITS[edit][1:3])
    assert {change["for_earners"] for change in repository.changes()} == {""}


def test_the_life_of_a_spec_is_told(repository: Repository):
    repository.change(PAGE, "status: published", "status: pilot")
    repository.commit()
    repository.change(PAGE, "status: pilot", "status: published")
    assert [(c["kind"], c["sentence"]) for c in repository.changes()] == [
        ("published", "The pilot is over, and it is published.")
    ]
    repository.commit()
    repository.change(PAGE, "status: published", f"status: retired\nreplaced_by: {QUESTIONS}")
    repository.raise_version(WAIT, "1.1.0", "1.1.1")
    kinds = {kind for kind, _ in repository.kinds()}
    assert {"retired", "version-raised", "succession-changed"} <= kinds
    [retired] = [change for change in repository.changes() if change["kind"] == "retired"]
    assert "keep it" in retired["for_earners"]
    assert QUESTIONS in retired["sentence"]


def test_added_and_deleted(repository: Repository):
    text = repository.content(PAGE).read_text("utf-8")
    repository.content(PAGE).unlink()
    repository.content("credentials/new.md").write_text(re.sub("(?m)^uid: .", "uid: 1", text), "utf-8")
    assert sorted(repository.kinds()) == [("added", "new"), ("deleted", WAIT)]


def test_the_weightiest_comes_first(repository: Repository):
    repository.change("about/privacy.md", "title:", "title: Our")
    repository.change(PAGE, *EDITS["notes"][1:3])
    repository.change(PAGE, *EDITS["competency"][1:3])
    repository.change("program/program.yml", *EDITS["policy"][1:3])
    paths = list(dict.fromkeys(change["path"] for change in repository.changes()))
    assert paths == [PAGE, "program/program.yml", "about/privacy.md"]


def test_the_order_of_named_items_is_no_other_demand(repository: Repository):
    text = repository.content(PAGE).read_text("utf-8")
    _, rest = text.split("  criteria:\n", 1)
    first, second = re.match(r"(?s)(    - id: asking.*?)(    - id: first-silence.*?)(?=    - id:)", rest).groups()  # type: ignore[union-attr]
    repository.content(PAGE).write_text(text.replace(first + second, second + first), "utf-8")
    [change] = repository.changes()
    assert (change["kind"], change["significance"]) == ("reordered", "editorial")


# --- Nothing is left out ---------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [MicroCredential, Stack])
def test_every_field_of_a_spec_is_compared(kind: type[BaseModel]):
    lists = {pointer[0] for pointer in changes_specs._LISTS}
    known = {*changes_specs._TEXTS, *changes_specs._BLOCKS, *changes_specs._RECORD, *lists, *INHERITED_FIELDS}
    assert set(kind.model_fields) - known == {"uid", "status", "version"} | (
        {"stacks"} if kind is MicroCredential else set()
    )


def test_every_text_of_a_spec_that_changes_is_reported():
    lines = (BASE / PAGE).read_text("utf-8")
    kinds = set()
    texts = sorted(
        set(re.findall(r"(?<=: )[A-Z][a-z]+ [a-z]+ [a-z ]{8,}|(?<=^      )[A-Z][a-z]+ [a-z]+ [a-z ]{8,}", lines, re.M))
    )
    assert len(texts) > 30
    for text in texts:
        found = changes(PAGE, text, f"{text} indeed ")
        assert any("indeed" in change.after for change in found), text
        kinds |= {change.kind for change in found}
    assert {"component-changed", "prompt-changed", "descriptor-reworded", "resource-changed"} <= kinds


def test_lists_are_matched_fast_and_whole():
    from microcredentials.model.evidence import Component

    old = tuple(Component(id=f"a-{n}", title=f"T{n}", text="x") for n in range(3000))
    new = tuple(reversed(old[1:]))
    found = _differences.match_items(old, new)
    assert [pair for pair in found if None in pair] == [(0, None)]
    assert all(old[i] == new[j] for i, j in found if i is not None and j is not None)


# --- Formats ---------------------------------------------------------------------------------------


def test_text_is_for_reading(repository: Repository):
    repository.change(PAGE, *EDITS["artifact quantity"][1:3])
    said = repository.run("diff", "HEAD").stdout
    assert f"{PAGE}  “Questions and wait time”" in said
    assert re.search(r"substantive  The artifact “Question plan” changes: quantity 2 \(it was 1\)\.", said)
    assert "For earners: Educators who have started" in said
    assert said.endswith("1 change: 1 substantive, 0 notable and 0 editorial.\n")
    assert repository.run("diff", "HEAD", "HEAD").stdout.startswith("Nothing has changed")


def test_author_text_commands_neither_terminal_nor_runner_nor_markdown(repository: Repository):
    hostile = '"::error::x ##[group] \\x1b[31m @everyone <img src=x> [a](https://x.example) | `b` \\u202e"'
    repository.change(
        PAGE, "title: Questions and wait time", f"title: {hostile.replace('<img src=x> [a](https://x.example)', '')}"
    )
    repository.change(
        PAGE, "About this micro-credential\n\n", "About this micro-credential\n\n@everyone | `x` **now**\n\n"
    )
    text, markdown = (repository.run("diff", "HEAD", "--format", name).stdout for name in ("text", "markdown"))
    assert "::error" not in text
    assert "##[" not in text
    for out in (text, markdown):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e]", out)
    assert "@everyone" not in markdown
    assert "**now**" not in markdown
    rows = [line for line in markdown.splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {5}


def test_json_has_every_field(repository: Repository):
    repository.change(PAGE, *EDITS["competency"][1:3])
    data = json.loads(repository.run("diff", "HEAD", "--format", "json").stdout)
    assert data["schema"] == 1
    [change] = data["changes"]
    assert set(change) == {
        "kind", "spec", "title", "path", "sentence", "significance", "for_earners", "before", "after", "at", "reaches",
    }  # fmt: skip
    assert (change["spec"], change["at"]) == (WAIT, "/competency")


def test_what_a_change_reaches_is_counted_where_it_is_long(repository: Repository):
    for number in range(12):
        uid = f"5c0f9f5e-6f0b-4a7e-8d57-2a9f4a1b7c{number:02}"
        text = f"---\nuid: {uid}\ntitle: Idea {number}\nstatus: draft\ncompetency: The educator thinks.\n---\n"
        repository.content(f"credentials/idea-{number}.md").write_text(text, "utf-8")
    repository.commit()
    repository.change("program/program.yml", *EDITS["policy"][1:3])
    assert "and 6 more" in " ".join(repository.run("diff", "HEAD").stdout.split())


def test_a_program_file_that_cannot_be_read_any_more_reaches_all(repository: Repository):
    repository.change("program/vocabulary.yml", "subjects:", "subjects: [")
    assert ("program-unreadable", "") in repository.kinds()
    assert set(repository.changes()[0]["reaches"]) >= {STACK}


def test_what_is_added_is_told_in_the_words_that_somebody_wrote(repository: Repository):
    repository.change("program/vocabulary.yml", "licenses: [", "licenses: [{id: CC0-1.0, label: No rights reserved}, ")
    [change] = repository.changes()
    assert change["after"] == "Id: CC0-1.0, Label: No rights reserved"
