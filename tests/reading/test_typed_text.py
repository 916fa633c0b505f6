"""The characters of a YAML value in the text that its author typed."""

import pytest

from microcredentials.reading.text import Span
from microcredentials.reading.yaml.typed_text import locate_typed


@pytest.mark.parametrize(
    ("typed", "style", "value", "words", "found"),
    [
        ("wait time", "", "wait time", "time", "time"),
        ('"wait time"', '"', "wait time", "wait", "wait"),
        ("'it''s time'", "'", "it's time", "time", "time"),
        ("'it''s time'", "'", "it's time", "it's", "it''s"),
        (">-\n  wait\n  time", ">", "wait time", "wait time", "wait\n  time"),
        ("|\n  |wait\n", "|", "|wait\n", "|wait", "|wait"),
        (">-  \n  x\n  x", ">", "x x", " x", "x"),
        ('"a\\tb"', '"', "a\tb", "b", "b"),
        ('"a \\u00e9 b"', '"', "a é b", "é", "\\u00e9"),
        ('"a\\n\n  wait \\\n  for \\x07 it"', '"', "a\n wait for \x07 it", "for", "for"),
        ('"a \\u0041\\"b\\\\ c"', '"', 'a A"b\\ c', "c", "c"),
        ('"a \\u0041\\"b\\\\ c"', '"', 'a A"b\\ c', "b", "b"),
    ],
)
def test_words_are_found_as_they_were_typed(typed: str, style: str, value: str, words: str, found: str):
    start = value.index(words)
    span = locate_typed(typed, style, value, start, start + len(words))
    assert span is not None
    assert typed[span.start : span.end] == found


def test_equal_words_are_told_apart():
    assert locate_typed("'a a a'", "'", "a a a", 4, 5) == Span(5, 6)


@pytest.mark.parametrize(
    ("typed", "style", "value", "span"),
    [("'''a'", "'", "'a", Span(1, 2)), ("'a''''b'", "'", "a''b", Span(2, 3)), (">-\n  > a", ">", "> a", Span(5, 6))],
)
def test_marks_of_yaml_are_not_part_of_the_value(typed: str, style: str, value: str, span: Span):
    start = next(i for i, character in enumerate(value) if character in "'>")
    assert locate_typed(typed, style, value, start, start + 1) == span


def test_the_second_of_two_apostrophes_is_after_both_of_the_first():
    assert locate_typed("'a''''b'", "'", "a''b", 2, 3) == Span(4, 5)


@pytest.mark.parametrize(
    ("typed", "style", "value", "start", "end"),
    [('"a\\qb"', '"', "a\tb", 1, 3), ("abc", "", "xyz", 0, 1), ("a b", "", "a b", 1, 2), ("ab", "", "ab", 2, 9)],
)
def test_uncertain_words_have_no_place(typed: str, style: str, value: str, start: int, end: int):
    assert locate_typed(typed, style, value, start, end) is None


def test_words_past_the_end_stop_there():
    assert locate_typed("ab", "", "ab", 1, 9) == Span(1, 2)
