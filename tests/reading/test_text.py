"""Offsets of a text as lines and columns."""

import pytest

from microcredentials.reading.text import Position, SourceText

MIXED = SourceText("one\ntwo\r\n\rfour\u2028still four\n")
UNIX = SourceText("one\ntwo\n\nfour\u2028still four\n")


@pytest.mark.parametrize(
    ("text", "offset", "line", "column"),
    [
        (UNIX, 0, 1, 1), (UNIX, 3, 1, 4), (UNIX, 4, 2, 1), (UNIX, 8, 3, 1), (UNIX, 9, 4, 1), (UNIX, 14, 4, 6),
        (UNIX, 25, 5, 1), (MIXED, 3, 1, 4), (MIXED, 4, 2, 1), (MIXED, 9, 3, 1), (MIXED, 10, 4, 1), (MIXED, 26, 5, 1),
        (SourceText(""), 0, 1, 1), (SourceText("a"), 1, 1, 2),
    ],
)  # fmt: skip
def test_an_offset_has_the_line_and_column_that_editors_show(text: SourceText, offset: int, line: int, column: int):
    assert text.position(offset) == Position(line, column)


@pytest.mark.parametrize("text", [UNIX, MIXED])
def test_lines_come_without_their_ends(text: SourceText):
    assert [text.line(number) for number in range(7)] == ["", "one", "two", "", "four\u2028still four", "", ""]


def test_the_last_line_needs_no_end():
    assert SourceText("one\ntwo").line(2) == "two"
    assert SourceText("one\rtwo").line(2) == "two"


@pytest.mark.parametrize(("text", "starts"), [(UNIX, [0, 4, 8, 9, 25]), (MIXED, [0, 4, 9, 10, 26])])
def test_a_line_begins_after_the_end_of_the_one_before(text: SourceText, starts: list[int]):
    assert [text.line_start(number) for number in (1, 2, 3, 4, 5)] == starts
    assert text.line_start(99) == starts[-1]


def test_positions_sort_by_line_then_column():
    assert sorted([Position(2, 1), Position(1, 9), Position(1, 2)]) == [Position(1, 2), Position(1, 9), Position(2, 1)]
