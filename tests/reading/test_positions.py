"""The place of a value, whatever an author types: properties that hold for generated files."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from hypothesis import given, strategies as st
from hypothesis.strategies import DataObject, SearchStrategy

from microcredentials.catalog._parse_program import SpecContext
from microcredentials.catalog._parse_spec import parse_guide, parse_spec
from microcredentials.reading.characters import find_bad_characters
from microcredentials.reading.markdown.problems import find_prose_problems
from microcredentials.reading.markdown.prose import parse_prose
from microcredentials.reading.markdown.render import render_markdown
from microcredentials.reading.source import Source, read_data, read_spec
from microcredentials.reading.yaml.typed_text import locate_typed

PATH = PurePosixPath("credentials/one.md")
WORDS = st.lists(st.text(alphabet="abcéñß漢😀👩🏫مرх-.,;!?()/&%“”’", min_size=1, max_size=8), min_size=1, max_size=12)
LINES = st.lists(WORDS.map(" ".join), min_size=1, max_size=4)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


@dataclass(frozen=True)
class Typed:
    """A value as its author types it, and its data."""

    text: str
    value: str


def plain(words: str) -> Typed:
    return Typed(f"a{words}z", f"a{words}z")


def single(words: str) -> Typed:
    return Typed("'{}'".format(words.replace("'", "''")), words)


def double(words: str) -> Typed:
    return Typed('"{}"'.format(words.replace("\\", "\\\\").replace('"', '\\"')), words)


def folded(lines: list[str]) -> Typed:
    kept = [f"a{line}" for line in lines]
    return Typed(">-\n" + "\n".join(f"  {line}" for line in kept), " ".join(kept))


def literal(lines: list[str]) -> Typed:
    kept = [f"a{line}" for line in lines]
    return Typed("|\n" + "\n".join(f"  {line}" for line in kept), "\n".join(kept) + "\n")


def in_several_lines(lines: list[str]) -> Typed:
    return Typed("\n   ".join(f"a{line}" for line in lines), " ".join(f"a{line}" for line in lines))


VALUES: SearchStrategy[Typed] = st.one_of(
    WORDS.map(" ".join).map(plain),
    WORDS.map("'' ".join).map(single),
    WORDS.map('\\ "'.join).map(double),
    LINES.map(folded),
    LINES.map(literal),
    LINES.map(in_several_lines),
)


@given(st.lists(VALUES, min_size=1, max_size=6), ENDS, st.booleans())
def test_a_span_holds_what_the_author_typed(values: list[Typed], end: str, bom: bool):
    fields = "".join(f"k{i}: {value.text}\n" for i, value in enumerate(values))
    text = f"---\n{fields}---\n\nText.\n".replace("\n", end)
    source = read_spec(PATH, (("\ufeff" if bom else "") + text).encode())
    at = 0
    for i, value in enumerate(values):
        typed = value.text.replace("\n", end)
        assert source.data[f"k{i}"] == value.value
        assert source.typed_text((f"k{i}",)) == typed
        at = text.index(f"{end}k{i}: ", at) + len(f"{end}k{i}: ")
        lines = text[:at].split(end)
        position = source.text.position(source.span((f"k{i}",)).start)
        assert (position.line, position.column) == (len(lines), len(lines[-1]) + 1)


@given(st.lists(VALUES, min_size=1, max_size=4), ENDS)
def test_values_in_lists_and_blocks_have_their_places_too(values: list[Typed], end: str):
    def item(text: str) -> str:
        return "  - id: x\n    text: " + text.replace("\n", "\n    ") + "\n"

    text = "---\nitems:\n" + "".join(item(value.text) for value in values) + "---\n"
    source = read_spec(PATH, text.replace("\n", end).encode())
    for i, value in enumerate(values):
        assert source.typed_text(("items", i, "text")) == value.text.replace("\n", "\n    ").replace("\n", end)
        assert source.typed_text(("items", i, "id")) == "x"


def read_quoted(found: str, style: str) -> str:
    """Return what YAML reads in a part of a text in quotes, here without codes for other characters."""
    return re.sub(r"\\(.)", r"\1", found) if style == '"' else found.replace("''", "'")


@given(VALUES, ENDS, st.data())
def test_a_phrase_is_found_in_what_was_typed_or_not_at_all(typed: Typed, end: str, data: DataObject):
    written, style = typed.text.replace("\n", end), typed.text[0] if typed.text[0] in "'\"|>" else ""
    start = data.draw(st.integers(0, len(typed.value)))
    stop = data.draw(st.integers(start, len(typed.value)))
    phrase = typed.value[start:stop]
    span = locate_typed(written, style, typed.value, start, stop)
    if span is None:
        assert not phrase.strip() or (style == '"' and "\\" in written)
    else:
        found = read_quoted(written[span.start : span.end], style)
        assert "".join(found.split()) == "".join(phrase.split())


@given(VALUES, st.data())
def test_words_of_a_value_are_found_in_the_file(typed: Typed, data: DataObject):
    source = read_spec(PATH, f"---\ntitle: {typed.text}\n---\n".encode())
    word = data.draw(st.sampled_from(typed.value.split()))
    start = typed.value.index(word)
    span = source.words_span(("title",), start, start + len(word))
    found = read_quoted(source.text.value[span.start : span.end], typed.text[0])
    assert found == word or span == source.span(("title",))


STEPS = st.one_of(st.sampled_from(["a", "b", "c", "d"]), st.integers(0, 3))


@given(st.lists(STEPS, max_size=4).map(tuple))
def test_every_pointer_leads_somewhere_and_only_what_is_written_is_there(pointer: tuple[str | int, ...]):
    source = read_spec(PATH, b"---\na: [1, {b: x, c: [y, z]}]\nb: text\nc: 5\nd:\n---\n")
    written = {(), ("a",), ("a", 0), ("a", 1), ("a", 1, "b"), ("a", 1, "c"), ("a", 1, "c", 0), ("a", 1, "c", 1),
               ("b",), ("c",), ("d",)}  # fmt: skip
    assert source.has(pointer) == (pointer in written)
    assert 0 <= source.span(pointer).start < len(source.text.value)
    assert (source.typed_text(pointer) is None) == (pointer not in written)


PIECES = st.sampled_from(
    ["---\n", "---", "...\n", "title: ", "a: ", "- ", "? ", ": ", "[", "]", "{", "}", "'", '"', "|\n", ">-\n", "&x ",
     "*x", "!x ", "<<: ", "#", " #", "\n", "\r", "\r\n", "  ", "\t", "\ufeff", "\u00a0", "\u2028", "\x00", "\\", "TODO",
     "## ", "](", "![", "<b>", "`", "| a |\n|---|\n", "> ", "1.10", "no", "é", "😀", "\ud7ff", "%YAML 1.1\n"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join)
BYTES = st.one_of(
    st.binary(max_size=200), TEXTS.map(str.encode), TEXTS.map(lambda text: f"---\n{text}\n---\n".encode())
)


@given(BYTES)
def test_no_bytes_make_reading_fail(raw: bytes):
    for source in (read_spec(PATH, raw), read_data(PurePosixPath("program/program.yml"), raw)):
        _is_sound(source, source)
    spec = parse_spec(read_spec(PATH, raw), SpecContext({}, {}, None))
    guide = parse_guide(read_spec(PurePosixPath("guides/one.md"), raw))
    for entry in (spec, guide):
        for problem in entry.problems:
            source, span = entry.locate(problem)
            assert 0 <= span.start <= span.end <= len(source.text.value) + 1
    assert spec.problems or spec.node


def _is_sound(source: Source, again: Source) -> None:
    assert source.is_readable or source.problems or source.path.parts[0] == "program"
    assert len(set(source.problems)) == len(source.problems)
    for problem in source.problems:
        span = problem.span or again.span(problem.at)
        assert 0 <= span.start <= span.end <= len(source.text.value) + 1
        line_ends = source.text.value.count("\n") + source.text.value.count("\r")
        assert source.text.position(span.start).line <= line_ends + 1


@given(st.lists(PIECES, max_size=60).map("".join))
def test_prose_is_inert_whatever_it_is_made_of(body: str):
    found = list(find_prose_problems(parse_prose(body)))
    assert all(0 <= hazard.line <= body.count("\n") + body.count("\r") for hazard in found)
    html = str(render_markdown(body)).lower()
    assert "<script" not in html
    assert "<b>" not in html
    assert "javascript:" not in html


@given(st.text())
def test_unseen_characters_are_reported_where_they_are(text: str):
    for problem in find_bad_characters(text, 10):
        assert problem.span is not None
        piece = text[problem.span.start - 10 : problem.span.end - 10]
        assert piece
        assert problem.rule in ("FM-13", "FM-14")
