"""Characters that readers cannot see or would mistake for others."""

import pytest

from microcredentials.reading.characters import find_bad_characters, find_hard_space
from microcredentials.reading.problem import Problem
from microcredentials.reading.text import Span

FORBIDDEN = [
    ("\x07", "There is an invisible control character here.", "Delete it."),
    ("\x85", "There is a line separator from a word processor here.", "Delete it and press Enter."),
    ("\u2028", "There is a line separator from a word processor here.", "Delete it and press Enter."),
    ("\u202e", "There is a character here that changes the direction of the text.", "Delete it."),
    ("\u200b", "There is an invisible character here.", "Delete it."),
    ("\ufeff", "There is an invisible character here.", "Delete it."),
    ("\U000e0041", "There is an invisible character here.", "Delete it."),
    ("\u0301" * 5, "Too many accents are stacked on one letter here.", "Write the letter without them."),
    ("\u0e31\u0e49" * 5, "Too many accents are stacked on one letter here.", "Write the letter without them."),
    ("\ufe0f" * 200, "Too many accents are stacked on one letter here.", "Write the letter without them."),
    ("\ufffd", "A character was lost here when the text was copied or converted.", "Retype it."),
    ("\ue000", "This character exists in only one font; often it is a bullet from a word processor.", "Delete it."),
]


@pytest.mark.parametrize(("character", "message", "advice"), FORBIDDEN)
def test_a_forbidden_character_is_an_error_at_its_place(character: str, message: str, advice: str):
    place = Span(14, 14 + len(character))
    assert list(find_bad_characters(f"wait{character} time", base=10)) == [Problem((), message, advice, "FM-13", place)]


def test_offsets_count_from_the_beginning_of_the_text():
    [problem] = find_bad_characters("\u200b")
    assert problem.span == Span(0, 1)


@pytest.mark.parametrize(
    "text",
    [
        "plain text\r\n\tand tabs", "“curly”, José, 数学", "\u200d\u200c", "\u200e\u200f\u061c", "альфа", "α and β",
        "e\u0301\u0301\u0301\u0301", "\u0e01\u0e35\u0e48", "\u05d1\u05bc\u05b8\u0591",
        "…" * 20, "\U0001f3f4\U000e0067\U000e0062\U000e007f",
    ],
)  # fmt: skip
def test_what_people_write_is_allowed(text: str):
    assert list(find_bad_characters(text)) == []


def test_a_word_of_two_alphabets_is_named_with_its_letter():
    [problem] = find_bad_characters("the c\u043ede", base=3)
    assert (problem.rule, problem.span) == ("FM-14", Span(7, 11))
    assert problem.message == "“c\u043ede” mixes alphabets: “\u043e” is the Cyrillic small letter o."
    assert problem.advice == "Retype the word."


def test_a_long_word_of_two_alphabets_is_cut_off():
    [problem] = find_bad_characters("x" * 50 + "\u0378" + " " + "x" * 50 + "\u03b1")
    assert problem.message == f"“{'x' * 40}” mixes alphabets: “\u03b1” is the Greek small letter alpha."


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
    message, advice = "There is a non-breaking space where YAML needs a normal one.", "Delete it and type a space."
    assert problem is None or problem == Problem((), message, advice, "FM-13", span)
