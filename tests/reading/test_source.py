"""A file as bytes becomes text, front matter and body, and the problems of reading it."""

from pathlib import PurePosixPath

import pytest

from microcredentials.reading.problem import Problem
from microcredentials.reading.source import (
    MAX_BODY,
    MAX_DATA,
    MAX_FRONT_MATTER,
    read_data,
    read_spec,
    unreadable_source,
)
from microcredentials.reading.text import Span

PATH = PurePosixPath("credentials/a.md")
FIELDS = b"title: A b c\ntags: [x, TODO]\ncost: {a: TODO, b: TODO}\nnote: >-\n  d\n  e\n\n"
SPEC = read_spec(PATH, b"---\n" + FIELDS + b"---\n\n# H\n\nText\n")
LONG = b"---\na: b\n---\n" + (MAX_BODY + 1) * b"x"


def test_a_spec_has_data_and_a_body():
    assert SPEC.data == {"title": "A b c", "tags": ["x", "TODO"], "cost": {"a": "TODO", "b": "TODO"}, "note": "d e"}
    assert (SPEC.body, SPEC.text.value[SPEC.body_start :]) == ("\n# H\n\nText\n", "\n# H\n\nText\n")
    assert (SPEC.problems, SPEC.is_readable) == ((), True)
    assert [block.text for block in SPEC.prose.blocks] == ["H", "Text"]


@pytest.mark.parametrize(
    ("raw", "rule", "message", "span"),
    [
        (b"", "FM-01", "The file has no front matter.", (0, 0)),
        (b"title: a\n", "FM-01", "The file has no front matter.", (0, 1)),
        (b"\n ---\ntitle: a\n---\n", "FM-01", "The file does not begin with “---”.", (0, 1)),
        (b"---\ntitle: a\n", "FM-02", "The front matter is not closed.", (0, 3)),
        (b"---\ntitle: a\n --- \n", "FM-02", "The front matter is not closed.", (0, 3)),
        (b"---\ntitle: \xe9\n---\n", "FM-03", "The file is not UTF-8 text from here on.", (11, 12)),
        (b"-\0-\0-\0", "FM-03", "The file is not UTF-8 text from here on.", (0, 0)),
        (b"---\na: " + MAX_FRONT_MATTER * b"x" + b"\n---\n", "FM-04", "The front matter is longer than 64 KB.", (0, 3)),
        (LONG, "FM-04", "The text below the front matter is longer than 256 KB.", (13, 14)),
        (b"x" * (MAX_FRONT_MATTER + MAX_BODY + 1), "FM-04", "The file is longer than 320 KB.", (0, 0)),
        (b"---\n- a\n---\n", "FM-18", "The front matter is a list, not a set of fields.", (6, 7)),
        (b"---\na\n---\n", "FM-18", "The front matter is a single text, not a set of fields.", (4, 5)),
        (b"---\na: b\n---\n\xe2\x80\x8b", "FM-13", "There is an invisible character here.", (13, 14)),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_says_why_and_where(raw: bytes, rule: str, message: str, span: tuple[int, int]):
    [problem] = read_spec(PATH, raw).problems
    assert (problem.at, problem.rule, problem.message, problem.span) == ((), rule, message, Span(*span))


NEW = "Begin the file with “---”, the fields, and “---” again; “microcredentials new” writes this for you."
UTF8 = "Save the file as UTF-8; most editors offer this under “Save as”."
SHORTER = "Remove what does not belong here, or split the file in two."
FIELDS_ONLY = "Write each field as “name: value” on its own line."


@pytest.mark.parametrize(
    ("raw", "advice"),
    [
        (b"a: b\n", NEW), (b" \n---\na: b\n---\n", "Delete the blank lines above it."), (LONG, SHORTER),
        (b"---\na: b\n", "Write “---” on a line of its own after the last field."), (b"---\n- a\n---\n", FIELDS_ONLY),
        (b"\xe9", UTF8),
    ],
)  # fmt: skip
def test_advice_says_what_to_do(raw: bytes, advice: str):
    assert [problem.advice for problem in read_spec(PATH, raw).problems] == [advice]


def test_a_body_that_is_too_long_is_left_out():
    source = read_spec(PATH, LONG)
    assert (source.data, source.body, source.is_readable) == ({"a": "b"}, "", True)


def test_a_file_may_be_exactly_as_long_as_the_limits():
    assert (MAX_FRONT_MATTER, MAX_BODY, MAX_DATA) == (65_536, 262_144, 1_048_576)
    field = b"a: " + (MAX_FRONT_MATTER - 4) * b"x" + b"\n"
    assert read_spec(PATH, b"---\n" + field + b"---\n" + (MAX_BODY - 8) * b"x").problems == ()
    assert read_data(PATH, b"a: " + (MAX_DATA - 3) * b"x").problems == ()


@pytest.mark.parametrize(
    ("raw", "readable"),
    [(b"---\n---\n", True), (b"---\n# nothing\n---\n", True), (b"---\na: b\n---", True), (b"---\n- a\n---\n", False),
     (b"---\r\na: b\r\n--- \t\r\nText", True), (b"\xef\xbb\xbf---\ra: b\r---\rText", True), (b"a: b\n", False)],
)  # fmt: skip
def test_front_matter_without_fields_can_be_checked(raw: bytes, readable: bool):
    assert read_spec(PATH, raw).is_readable is readable


def test_a_mark_at_the_beginning_is_not_text():
    source = read_spec(PATH, b"\xef\xbb\xbf---\na: b\n---\nText")
    assert (source.text.value[:3], source.body) == ("---", "Text")


def test_a_data_file_is_yaml_from_end_to_end():
    assert read_data(PATH, b"a: b\n---\n").problems[0].rule == "FM-17"
    assert read_data(PATH, b'{"a": [1, 2]}').data == {"a": [1, 2]}
    assert read_data(PATH, b"- a\n").data == {}
    assert read_data(PATH, b"a" * (MAX_DATA + 1)).problems[0].message == "The file is longer than 1024 KB."
    assert read_data(PATH, b"a: \xe2\x80\x8b").problems[0].rule == "FM-13"


def test_a_file_that_cannot_be_opened_has_one_problem():
    problem = Problem((), "It is a folder.")
    source = unreadable_source(PATH, problem)
    assert (source.problems, source.data, source.is_readable) == ((problem,), {}, False)
    assert (source.span(("a",)), source.name_span(("a",)), source.typed_text(("a",))) == (Span(0, 0), Span(0, 0), None)
    assert source.words_span(("a",), 0, 1) == Span(0, 0)


def test_values_are_found_by_pointer():
    assert SPEC.value(("tags", 0)) == "x"
    assert SPEC.value(("tags", 2), "none") == "none"
    assert SPEC.value(("title", "x")) is None
    assert [SPEC.has(pointer) for pointer in (("title",), ("tags", 1), ("tags", 5), ("effort",))] == [
        True,
        True,
        False,
        False,
    ]


def test_a_value_has_a_span_and_so_have_its_name_and_its_words():
    text = SPEC.text.value

    def written(span: Span) -> str:
        return text[span.start : span.end]

    assert written(SPEC.span(("title",))) == "A b c"
    assert written(SPEC.name_span(("title",))) == "title"
    assert written(SPEC.words_span(("title",), 2, 5)) == "b c"
    assert written(SPEC.words_span(("tags",), 0, 1)) == "[x, TODO]"
    assert written(SPEC.words_span(("title", "x"), 0, 1)) == "title"
    assert written(SPEC.words_span(("effort",), 0, 1)) == "---"
    assert written(SPEC.span(("effort",))) == "---"
    assert written(SPEC.span(("cost", "c"))) == "cost"
    assert written(SPEC.name_span(("effort",))) == "---"
    assert SPEC.typed_text(("note",)) == ">-\n  d\n  e"
    assert SPEC.typed_text(("effort",)) is None


def test_an_extent_is_all_that_is_written():
    block = read_spec(PATH, b"---\na:\n  b: c\n  d: e\nf: g\n---\n")
    [(pointer, span)] = block.extents([("a",), ("x",)], keep=True).items()
    assert (pointer, block.text.value[span.start : span.end]) == (("a",), "b: c\n  d: e")
    assert block.extents([("a",)]) == {("a",): span}


@pytest.mark.parametrize("keep", [True, False])
def test_the_tree_of_a_file_is_kept_only_if_asked(keep: bool):
    source = read_spec(PATH, b"---\na: b\n---\n")
    source.extents([("a",)], keep=keep)
    assert ("root" in vars(source.yaml)) is keep


@pytest.mark.parametrize(
    ("pointer", "unwritten"),
    [
        (("title",), False),
        (("tags", 1), True),
        (("cost",), True),
        (("cost", "a"), True),
        (("cost", "x"), True),
        ((), False),
    ],
)
def test_a_value_is_unwritten_if_it_is_todo_or_in_a_block_of_todos(pointer: tuple[str | int, ...], unwritten: bool):
    assert SPEC.is_unwritten(pointer) is unwritten


def test_a_line_of_the_body_has_an_offset_in_the_file():
    assert SPEC.text.value[SPEC.body_offset(1) :].startswith("# H\n")
    assert SPEC.body_offset(0) == SPEC.body_start
