"""Characters that readers cannot see or would mistake for others."""

import pytest

from microcredentials.reading._characters import find_bad_characters, find_hard_space
from microcredentials.reading.text import Span


@pytest.mark.parametrize(
    ("character", "message"),
    [
        ("\x07", "control"), ("\x85", "line separator"), ("\u2028", "line separator"), ("\u202e", "direction"),
        ("\u200b", "invisible character"), ("\ufeff", "invisible character"), ("\U000e0041", "invisible character"),
        ("\u0301" * 5, "accents"), ("\ufffd", "lost"), ("\ue000", "font"),
    ],
)  # fmt: skip
def test_a_forbidden_character_is_an_error_at_its_place(character: str, message: str):
    [problem] = find_bad_characters(f"wait{character} time", base=10)
    assert (problem.rule, problem.span) == ("FM-13", Span(14, 14 + len(character)))
    assert message in problem.message
    assert problem.advice.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "plain text\r\n\tand tabs", "“curly”, José, 数学", "\u200d\u200c", "\u200e\u200f\u061c", "альфа", "α and β",
        "e\u0301\u0301\u0301\u0301", "\U0001f3f4\U000e0067\U000e0062\U000e007f",
    ],
)  # fmt: skip
def test_what_people_write_is_allowed(text: str):
    assert list(find_bad_characters(text)) == []


def test_a_word_of_two_alphabets_is_named_with_its_letter():
    [problem] = find_bad_characters("the c\u043ede", base=3)
    assert (problem.rule, problem.span) == ("FM-14", Span(7, 11))
    assert problem.message == "“c\u043ede” mixes alphabets: “\u043e” is the Cyrillic small letter o."


def test_many_bad_characters_are_not_all_listed():
    assert len(list(find_bad_characters("a\u200b" * 200))) == 101


@pytest.mark.parametrize(
    ("line", "span"),
    [
        ("\u00a0\u00a0title: x", Span(5, 7)), ("- \u00a0title: x", Span(7, 8)), ("title:\u00a0x", Span(11, 12)),
        ("  - title:\u00a0x", Span(15, 16)), ("title: a\u00a0b", None), ("title: x", None), ("a b:\u00a0x", None),
    ],
)  # fmt: skip
def test_a_non_breaking_space_is_found_where_yaml_would_read_it_as_a_letter(line: str, span: Span | None):
    problem = find_hard_space(line, 5)
    assert (problem.span if problem else None) == span
    assert problem is None or problem.rule == "FM-13"
