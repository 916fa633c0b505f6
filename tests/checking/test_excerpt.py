"""Quotations: what a spec says at a field, and the line of a finding."""

from datetime import date

import pytest
from small import WAIT, catalog, spec

from microcredentials.checking.excerpt import BODY, LENGTH, Excerpt, collect_excerpts, quote
from microcredentials.reading.place import Place
from microcredentials.reading.problem import Pointer
from microcredentials.reading.text import Position, SourceText

PROGRAM = """\
name: Program
state: {name: State, code: ST}
language: en
license: CC-BY-4.0
issuer: office
issuers: [{id: office, name: Office, url: https://office.example/}]
submission: {url: https://office.example/submit}
privacy: {statement: Nothing is kept.}
supports: {contact: help@office.example}
"""
HALF = LENGTH // 2
FIELDS = """\
tags: [talk,
  silence]
aliases: []
cost: {}
summary: >-
  Two lines that
  become one.
method_components:
  - id: pause
    text: Wait
      for it.
  - id: ask
    text: Ask.
dates: {created: 2026-01-01}
"""


def excerpt(field: Pointer, fields: str = FIELDS, body: str = "", **files: str) -> Excerpt | None:
    made = catalog({WAIT: spec(fields, body), **files})
    return collect_excerpts(made.by_slug["wait-time"], (field,), made).get(field)


@pytest.mark.parametrize(
    ("field", "text", "is_block"),
    [
        (("title",), "Wait time", False),
        (("summary",), "Two lines that become one.", False),
        (("tags",), "[talk,\n  silence]", True),
        (("method_components", 0, "text"), "Wait for it.", False),
        (("method_components",), "- id: pause\n  text: Wait\n    for it.\n- id: ask\n  text: Ask.", True),
        (("method_components", 1), "id: ask\ntext: Ask.", True),
        (("dates",), "{created: 2026-01-01}", True),
    ],
)
def test_a_value_is_quoted_as_a_sentence_or_with_its_lines(field: Pointer, text: str, is_block: bool):
    found = excerpt(field)
    assert found is not None
    assert (found.field, found.text, found.is_block) == (field, text, is_block)


@pytest.mark.parametrize("field", [("aliases",), ("cost",), ("missing",), ("tags", 5), BODY])
def test_empty_and_missing_values_have_no_excerpt(field: Pointer):
    assert excerpt(field) is None


def test_the_place_is_that_of_the_whole_value():
    found = excerpt(("summary",))
    assert found is not None
    assert found.place.path == "content/credentials/wait-time.md"
    assert (found.place.start, found.place.end) == (Position(9, 10), Position(11, 14))


def test_an_inherited_value_is_quoted_from_the_program():
    own = excerpt(("privacy", "statement"), "privacy: {statement: Our own.}\n", **{"program/program.yml": PROGRAM})
    inherited = excerpt(("privacy", "statement"), "", **{"program/program.yml": PROGRAM})
    assert own is not None
    assert inherited is not None
    assert (own.text, own.place.path) == ("Our own.", "content/credentials/wait-time.md")
    assert (inherited.text, inherited.place.path) == ("Nothing is kept.", "content/program/program.yml")


def test_the_body_is_quoted_from_its_first_section():
    found = excerpt(BODY, "", "\n## Steps\n\nFirst  words\nhere.\n\n## Tips\n\nMore.\n")
    assert found is not None
    assert found.label == "Text"
    assert found.text == "First words here."
    assert (found.place.start.line, found.place.end.line) == (7, 14)


def test_a_label_is_the_name_that_forms_show():
    found = excerpt(("title",))
    assert found is not None
    assert found.label == "Title"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("x" * LENGTH, "x" * LENGTH),
        ("X" * (LENGTH + 1), "X" * HALF + " …"),
        ("word " * 32 + "end", ("word " * 32).rstrip() + " …"),
        ("a" * 100 + " " + "b" * 100, "a" * 100 + " …"),
        ("a" * 20 + " " + "b" * 200, "a" * 20 + " " + "b" * (HALF - 21) + " …"),
        ("a" * 150 + ", " + "b" * 100, "a" * 150 + " …"),
    ],
)
def test_long_values_are_cut_between_words(text: str, shown: str):
    found = excerpt(("title",), f"title: {text}\n")
    assert found is not None
    assert found.text == shown


def test_only_the_tree_of_the_program_is_kept_because_every_spec_needs_it():
    made = catalog({WAIT: spec(FIELDS), "program/program.yml": PROGRAM.replace("statement", "note")})
    entry = made.by_slug["wait-time"]
    assert {("title",), ("language",)} == set(collect_excerpts(entry, (("title",), ("language",)), made))
    assert entry.program_source is not None
    assert ["root" in vars(each.yaml) for each in (entry.source, entry.program_source)] == [False, True]


def test_a_long_block_is_cut_between_lines():
    found = excerpt(("tags",), f"tags: [x,\n  {'a' * 100},\n  {'b' * 100}]\n")
    assert found is not None
    assert found.text == f"[x,\n  {'a' * 100} …"


def place(line: int, start: int, end: int, last_line: int | None = None, path: str = "a.md") -> Place:
    return Place(path, Position(line, start), Position(last_line or line, end))


TEXTS = {"a.md": SourceText("---\ntitle: Wait time\n  words: many words here\n...\n")}


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (place(2, 8, 17), ("title: ", "Wait time", "")),
        (place(2, 8, 12), ("title: ", "Wait", " time")),
        (place(2, 1, 1), ("", "", "title: Wait time")),
        (place(3, 10, 14), ("words: ", "many", " words here")),
        (place(2, 8, 5, last_line=3), ("title: ", "Wait time", "")),
        (place(1, 1, 4), None),
        (place(4, 1, 2), None),
        (place(2, 8, 17, path="b.md"), None),
    ],
)
def test_the_line_of_a_finding_is_quoted(where: Place, expected: tuple[str, str, str] | None):
    found = quote(where, TEXTS)
    assert (found and (found.before, found.words, found.after)) == expected


def test_a_long_line_is_cut_around_the_words():
    text = {"a.md": SourceText("b" * 300 + "WORDS" + "a" * 300)}
    found = quote(place(1, 301, 306), text)
    assert found is not None
    assert found.before == "… " + "b" * (LENGTH - 5)
    assert (found.words, found.after) == ("WORDS", "a" * (LENGTH - 5))
    whole = quote(place(1, 1, 606), text)
    assert whole is not None
    assert (whole.before, whole.words, whole.after) == ("", "b" * HALF + " …", "")


def test_a_short_line_is_quoted_whole():
    text = {"a.md": SourceText("b" * 100 + "WORDS")}
    found = quote(place(1, 101, 106), text)
    assert found is not None
    assert found.before == "b" * 100


def test_dates_are_quoted_as_written():
    found = excerpt(("dates", "created"))
    assert found is not None
    assert found.text == date(2026, 1, 1).isoformat()
