"""Drafts are made from frozen parts, and data from other systems become plain text of limited size."""

from pathlib import PurePosixPath
from typing import Any

import pytest
import yaml

from microcredentials.authoring.draft import (
    Draft,
    DraftPart,
    make_draft,
    render_draft,
    slug_in_url,
    take,
    take_ids,
    take_language,
    take_uid,
    take_version,
)
from microcredentials.authoring.importers._rubric import Criterion, PassingRule, make_rubric
from microcredentials.authoring.new_draft import fill_template
from microcredentials.authoring.untrusted import (
    MAX_BYTES,
    UnreadableError,
    check_size,
    objects,
    parse_json,
    plain_text,
    plain_texts,
)
from microcredentials.model.program import Program
from microcredentials.model.vocabulary import Vocabulary, VocabularyTerm
from microcredentials.reading.source import Source, read_spec

UID = "0d7f3c1e-8a52-4e9b-9c41-7b2a5d6e8f10"


@pytest.mark.parametrize("empty", [None, "", [], {}])
def test_an_empty_value_is_not_taken(empty: object):
    assert take("tags", empty, "a guess") == DraftPart()


def test_false_and_zero_are_taken():
    assert take("requires_video", False).fields == {"requires_video": False}
    assert take("order", 0).fields == {"order": 0}


def test_a_draft_combines_its_parts():
    parts = [
        take("title", "Old"),
        take("stacks", ["a"], "why"),
        DraftPart(left_out=("one",)),
        take("title", "New"),
        DraftPart(left_out=("two",)),
    ]
    draft = make_draft("credentials", iter(parts), "wait-time")
    assert draft == Draft(
        "credentials", {"title": "New", "stacks": ["a"]}, {"stacks": "why"}, ("one", "two"), "wait-time"
    )
    assert list(draft.fields) == ["title", "stacks"]
    assert draft.mapped == ("title",)


def test_only_valid_identifiers_versions_and_languages_are_taken():
    assert take_uid(f"ce-{UID.upper()}").fields == {"uid": UID}
    assert take_uid("ce-nothing") == take_uid(None) == DraftPart()
    assert take_version("1.2.0").fields == {"version": "1.2.0"}
    assert take_version("v1") == DraftPart()
    assert take_language("EN-us").fields == {"language": "en-US"}
    assert take_language("English") == take_language(3) == DraftPart()


def test_ids_are_found_by_label_and_unknown_labels_are_reported():
    term = VocabularyTerm(id="literacy", label="Reading and writing")
    program = Program(vocabulary=Vocabulary.model_construct(subjects=(term,), **dict.fromkeys(
        (name for name in Vocabulary.lists() if name != "subjects"), ())))  # fmt: skip
    found = take_ids("subjects", ["LITERACY", "reading and writing", "Cooking"], program)
    assert found.fields == {"subjects": ["literacy"]}
    assert found.left_out == ("subjects: “Cooking” is not in the vocabulary",)
    assert take_ids("subjects", [], program) == DraftPart()


@pytest.mark.parametrize(
    ("address", "slug"),
    [("https://c.example/credentials/wait-time/", "wait-time"), ("https://c.example/x/stacks/talk/badge.json", "talk"),
     ("https://c.example/about/", ""), ("https://c.example/?/credentials/a/", ""), (None, "")],
)  # fmt: skip
def test_the_slug_is_read_from_the_address_of_a_similar_catalog(address: object, slug: str):
    assert slug_in_url(address) == slug


@pytest.mark.parametrize(("folder", "unwritten"), [("credentials", "competency"), ("stacks", "outcome")])
def test_a_draft_has_todo_where_data_are_missing(folder: str, unwritten: str):
    text = render_draft(make_draft(folder, [take("title", "A: title")]), "2026-01-02", UID)
    _, matter, body = text.split("---\n")
    fields: dict[str, Any] = yaml.safe_load(matter)
    assert (fields["uid"], fields["title"], fields["status"], fields[unwritten]) == (UID, "A: title", "draft", "TODO")
    assert str(fields["dates"]["created"]) == "2026-01-02"
    assert "\n\nTODO\n" in body
    own = render_draft(make_draft(folder, [take(unwritten, "The educator waits.")]), "2026-01-02", UID)
    assert yaml.safe_load(own.split("---\n")[1])[unwritten] == "The educator waits."


def test_imported_text_becomes_one_plain_line():
    assert plain_text(" a\n\tb ") == "a b"
    assert plain_text("[click](javascript:x) \x1b[31m\u202e**b** <img src=x> [^1]") == "click [31m**b** [^1]"
    assert plain_text(r"a \* b \_ c") == "a * b _ c"
    assert plain_text(3) == plain_text(None) == ""
    assert len(plain_text("word " * 5000)) <= 4000
    assert plain_texts(["a", 3, "", "b"]) == ["a", "b"]
    assert plain_texts("a") == ["a"]


def test_only_objects_of_lists_are_used():
    assert objects([{"a": 1}, 3, None, {}]) == [{"a": 1}, {}]
    assert objects({"a": 1}) == objects(None) == []


@pytest.mark.parametrize("data", [b"", b"{", b"[" * 100_000, b"\xff\xfe\x00"])
def test_data_that_are_not_json_are_refused_with_a_sentence(data: bytes):
    with pytest.raises(UnreadableError, match=r"^The file is not JSON: .*\. Export it again"):
        parse_json(data)


def test_a_file_that_is_too_large_is_refused():
    check_size(b"x" * MAX_BYTES)
    with pytest.raises(UnreadableError, match="larger than 20 MB"):
        check_size(b"x" * (MAX_BYTES + 1))
    assert parse_json(b'{"a": 1}') == {"a": 1}


def test_a_rubric_is_made_from_criteria_and_a_passing_rule():
    levels = [("Not yet", 0, "n"), ("Met", 2, "m")]
    criteria = [Criterion("Silence first", levels), Criterion("Silence, first!", levels), Criterion("…", levels)]
    made = make_rubric(criteria, PassingRule("Met", "points", (4, 1)))
    assert made["levels"] == ["Not yet", "Met"]
    assert (made["passing_level"], made["decision_rule"]) == ("Met", "points")
    assert made["points"] == {"per_level": [0, 2], "cut_score": 4, "criterion_floor": 1}
    assert [each["id"] for each in made["criteria"]] == ["silence-first", "silence-first-2", "criterion-3"]
    assert made["criteria"][0]["descriptors"] == {"Not yet": "n", "Met": "m"}
    assert set(make_rubric(criteria, PassingRule("Unknown"))) == {"levels", "criteria"}
    assert make_rubric([], PassingRule("Met")) == {}


TEMPLATE = """---
# The title.
title: TODO   # what readers see
summary: >-
  TODO
  and more
tags:
  - one
  - two
dates: {created: TODO}
---

Body.
"""


def template(text: str) -> Source:
    return read_spec(PurePosixPath("_template.md"), text.encode())


def test_answers_are_written_into_the_template_and_its_comments_are_kept():
    answers = {("title",): "Yes: no", ("summary",): "A  short\ntext", ("tags",): ["a b", "no"],
               ("dates", "created"): "2026-01-02"}  # fmt: skip
    text = fill_template(template(TEMPLATE), answers)
    assert 'title: "Yes: no"   # what readers see\n' in text
    assert text.startswith("---\n# The title.\n")
    assert text.endswith("---\n\nBody.\n")
    assert yaml.safe_load(text.split("---\n")[1])["tags"] == ["a b", "no"]
    assert yaml.safe_load(text.split("---\n")[1])["summary"] == "A short text"
    assert "{created: 2026-01-02}" in text


def test_a_template_without_the_field_is_refused():
    with pytest.raises(ValueError, match="has no field “subjects”"):
        fill_template(template(TEMPLATE), {("subjects",): []})
    with pytest.raises(ValueError, match="has no field"):
        fill_template(template("---\nname: A\n---\n"), {("title",): "A"})
