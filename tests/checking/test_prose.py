"""The prose of a file, piece by piece, each with its place."""

from pathlib import PurePosixPath

import pytest

from microcredentials.catalog.entry import Entry
from microcredentials.checking.prose import Piece, Prose, find_prose_fields, find_text_fields, split_body
from microcredentials.reading.phrases import Phrases
from microcredentials.reading.problem import Severity
from microcredentials.reading.source import Source, read_spec
from microcredentials.reading.text import Span

FRONT = "---\ntitle: Wait time\nsummary: Wait for a while.\n---\n"


def source(written: str) -> Source:
    """Return a file with the body *written*."""
    return read_spec(PurePosixPath("credentials/one.md"), (FRONT + written).encode())


def pieces(written: str) -> list[tuple[str, str]]:
    """Return the kind and the text of each piece of a body."""
    return [(piece.kind, piece.text) for piece in split_body(source(written))]


def marked(written: str) -> list[tuple[str, str, str]]:
    """Return for each link of a body its kind and address, with the source of its words and of its address."""
    found, whole = [], source(written)
    for piece in split_body(whole):
        for each in piece.links:
            start = piece.start
            words, address = (whole.text.value[start + a : start + b] for a, b in (each.words, each.address))
            found.append(("picture" if each.link.picture else each.link.address, words, address))
    return found


# --- Bodies ------------------------------------------------------------------------------------------------------


def test_a_body_is_split_into_its_blocks():
    written = "## A heading\n\nOne line\nand another.\n\n> Quoted\n> twice.\n\n- Item\n\n| Head |\n| --- |\n| Cell |\n"
    assert pieces(written) == [
        ("h2", "A heading"), ("p", "One line\nand another."), ("p", "Quoted\n> twice."), ("p", "Item"),
        ("th", "Head"), ("td", "Cell"),
    ]  # fmt: skip


def test_a_body_that_begins_with_lines_is_one_piece():
    assert pieces("One line\nand another.") == [("p", "One line\nand another.")]


def test_cells_with_bars_have_their_text_and_place():
    whole = source("| a \\| b | c |\n| --- | --- |\n| d | e \\| f |\n| d | e |\n\nd\n")
    found = [(piece.kind, piece.text, whole.text.value[piece.start : piece.start + 2]) for piece in split_body(whole)]
    assert found == [
        ("th", "a \\| b", "a "), ("th", "c", "c "), ("td", "d", "d "), ("td", "e \\| f", "e "), ("td", "d", "d "),
        ("td", "e", "e "), ("p", "d", "d\n"),
    ]  # fmt: skip
    assert [piece.start for piece in split_body(whole)] == sorted({piece.start for piece in split_body(whole)})


def test_code_blocks_are_not_prose():
    assert pieces("```\ncode here\n```\n\n    more code\n\nText.\n") == [("p", "Text.")]


def test_each_piece_starts_where_it_is_written():
    whole = source("Same words.\n\n- Same words.\n\n> Same words.\n")
    starts = [piece.start for piece in split_body(whole)]
    assert len(set(starts)) == 3
    assert starts == sorted(starts)
    assert {whole.text.value[start : start + 11] for start in starts} == {"Same words."}


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Wait *three* seconds", "Wait  three  seconds"),
        ("Wait **three** seconds", "Wait   three   seconds"),
        ("Wait _three_ seconds", "Wait  three  seconds"),
        ("a snake_case_name", "a snake_case_name"),
        ("__init__ now", "  init   now"),
        ("Run `x = 1` now", "Run yyyyyyy now"),
        ("Run ``a ` b`` now", "Run yyyyyyyyy now"),
        ("An unclosed ` tick", "An unclosed ` tick"),
        ("An unclosed `` tick `", "An unclosed `` tick `"),
        ("See <https://a.example/b> now", "See yyyyyyyyyyyyyyyyyyyyy now"),
        ("The [guide](/guides/a/) says", "The  guide              says"),
        ('The [guide](/a/ "A title") says', "The  guide                 says"),
        ("The [guide](/a(b)/) says", "The  guide          says"),
        ("The [guide][one] says", "The  guide       says"),
        ("A ![picture](/a.png) here", "A   picture          here"),
        ("She said […] nothing", "She said […] nothing"),
        ("She said [...] nothing", "She said [...] nothing"),
        ("Nothing to blank out", "Nothing to blank out"),
    ],
)
def test_markup_is_blanked_out_at_the_same_length(written: str, plain: str):
    assert len(written) == len(plain)
    assert pieces(written + "\n\n[one]: /one/\n")[0] == ("p", plain)


def test_links_have_the_places_of_their_words_and_addresses():
    written = "See [the guide](/a/) and [it again](/a/), <https://b.example/c> and ![a map](/m.png).\n"
    assert marked(written) == [
        ("/a/", "the guide", "/a/"), ("/a/", "it again", "/a/"),
        ("https://b.example/c", "https://b.example/c", "https://b.example/c"), ("picture", "a map", "/m.png"),
    ]  # fmt: skip


def test_brackets_before_a_link_are_not_its_words():
    assert marked("See [1] and [the guide](/a/), [2] and [it again](/b/).\n") == [
        ("/a/", "the guide", "/a/"), ("/b/", "it again", "/b/"),
    ]  # fmt: skip


def test_a_link_with_its_address_elsewhere_is_the_whole_block():
    assert marked("See [the guide][one].\n\n[one]: /a/\n") == [
        ("/a/", "See [the guide][one].", "See [the guide][one].")
    ]


def test_a_link_without_words_or_address():
    assert marked("See [](/a/) and [words]().\n") == [
        ("/a/", "/a/", "/a/"),
        ("", "See [](/a/) and [words]().", "See [](/a/) and [words]()."),
    ]


def test_the_second_of_two_blocks_has_its_own_links():
    assert [words for _, words, _ in marked("A [b](/c/).\n\nD [e](/f/).\n")] == ["b", "e"]


# --- Fields ------------------------------------------------------------------------------------------------------


def test_fields_are_prose_if_they_have_several_words():
    data = {
        "title": "Wait time",
        "level": "leading",
        "lines": "one\ntwo",
        "space": " one ",
        "n": 3,
        "list": ["a b", "c"],
    }
    assert [(piece.at, piece.text) for piece in find_prose_fields(data)] == [
        (("title",), "Wait time"), (("lines",), "one\ntwo"), (("list", 0), "a b"),
    ]  # fmt: skip


def test_names_of_others_and_addresses_are_not_prose():
    data = {
        "resources": [{"title": "Its own title", "note": "Read it first."}], "authors": [{"name": "A. Person"}],
        "contact": "call us now", "tags": ["wait time"], "criteria": [{"name": "Silence after questions"}],
    }  # fmt: skip
    assert [piece.at for piece in find_prose_fields(data)] == [("resources", 0, "note"), ("criteria", 0, "name")]


def test_texts_are_all_texts():
    data = {"a": "one", "b": {"url": "two"}, "c": [["three"], 4, None]}
    assert [(piece.kind, piece.at, piece.text) for piece in find_text_fields(data)] == [
        ("field", ("a",), "one"), ("field", ("b", "url"), "two"), ("field", ("c", 0, 0), "three"),
    ]  # fmt: skip


# --- Problems and phrases ----------------------------------------------------------------------------------------


def test_a_problem_in_a_field_marks_words_and_one_in_a_body_a_span():
    in_field = Piece("field", "Wait a while", ("summary",)).problem((5, 6), "Message.", "Advice.", on_name=True)
    assert (in_field.at, in_field.words, in_field.span) == (("summary",), (5, 6), None)
    assert (in_field.message, in_field.advice, in_field.on_name) == ("Message.", "Advice.", True)
    in_body = Piece("p", "Wait a while", (), 100).problem((5, 6), "M", "A", severity=Severity.INFO)
    assert (in_body.at, in_body.words, in_body.span) == ((), None, Span(105, 106))
    assert (in_body.message, in_body.advice, in_body.severity) == ("M", "A", Severity.INFO)


def test_phrases_are_found_in_fields_and_body_but_not_in_unwritten_values():
    whole = source("Wait for a while.\n\n## Wait for a while\n")
    prose = Prose(Entry(whole, None))
    found = [(piece.kind, match.words) for piece, match in prose.find(Phrases({"a while": ""}))]
    assert found == [("field", "a while"), ("p", "a while"), ("h2", "a while")]
    unwritten = Prose(Entry(whole, None, unwritten=frozenset({("summary",)})))
    assert [piece.kind for piece, _ in unwritten.find(Phrases({"a while": ""}))] == ["p", "h2"]
    assert prose.body == prose.pieces[-2:]
