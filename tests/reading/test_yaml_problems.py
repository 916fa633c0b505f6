"""YAML that cannot be read, or would be read wrongly: the rule, the message and the place of one problem at a time."""

import pytest

from microcredentials.reading.problem import Pointer, Problem
from microcredentials.reading.text import Span
from microcredentials.reading.yaml.reader import read_yaml

BASE = 4
TRAPS = [  # «» surrounds what is pointed at
    ("«\t»a: b\n", "FM-06", "The line is indented with a tab.",
     "Use spaces instead."),
    ("a: «@»b\n", "FM-06", "The text starts with a character that has a special meaning in YAML.",
     "Put the whole text in quotes."),
    ("a: «[»b] c\n", "FM-06", "The text starts with “[” or “{”, which begins a list or a block.",
     "Put the whole text in quotes."),
    ("a: b«:» c\n", "FM-06", "The text contains a colon followed by a space.",
     "Put the whole text in quotes."),
    ("a: «[»b, c\nd: e\n", "FM-06", "A list or block that begins with “[” or “{” is not closed.",
     "Close it on the same line, or put the text in quotes."),
    ("a: «\"»b\nc: d\n", "FM-06", "A quoted text is not closed.",
     "Add the closing quotation mark. If the text begins with an apostrophe, put all of it in double quotes."),
    ("a: «\"»b\nc: d\ne: \"f\"\n", "FM-06", "A quoted text is not closed.",
     "Add the closing quotation mark. If the text begins with an apostrophe, put all of it in double quotes."),
    ("a: 'b' «c»\n", "FM-06", "There is text after the closing quotation mark.",
     "Put the whole text in one pair of quotes; inside single quotes, write each apostrophe twice."),
    ("a: b\nc«:»d\ne: f\n", "FM-06", "A space is missing after the colon.",
     "Add a space."),
    ("a: | «b»\n  c\n", "FM-06", "There is text after “|” or “>” on the same line.",
     "Begin the text on the next line, indented."),
    ("a: «-» b\n", "FM-06", "A list begins on the same line as the field.",
     "Begin the list on the next line."),
    ("a:\n  - b\n «c»: d\n", "FM-06", "The line does not belong to the list or block above it.",
     "Indent it like the lines around it."),
    ("a:\n  - b\n  «c»: d\n", "FM-06", "The line does not belong to the list above it.",
     "Begin it with “- ” like the other items, or end the list."),
    ("a: b\n«c»\nd: e\n", "FM-06", "This line is a field without a colon, or a text without its indentation.",
     "Write “name: value”, or indent the text under its field."),
    ("a: \"«\\»q\"\n", "FM-06", "This backslash code does not exist in YAML.",
     "Type the character itself. For a plain backslash, use single quotes."),
    ("a: «“»b: c”\n", "FM-06", "Curly quotes do not work as quotation marks here.",
     "Put the whole text in straight quotes: \"."),
    ("a: b «#» c\n  d: e\n", "FM-06", "The text is cut off at “#”, which begins a comment.",
     "Put the whole text in quotes."),
    ("a: b\n  c«:» d\n", "FM-06", "YAML expects no colon here.",
     "Indent the line like the lines around it. If it belongs to the text above it, put that text in quotes."),
    ("a: \"\\u«d»800\"\n", "FM-06", "This backslash code is for a character that does not exist.",
     "Type the character itself."),
    ("a: «]»\n", "FM-06", "The text starts with a character that has a special meaning in YAML.",
     "Put the whole text in quotes."),
    ("«@»\n", "FM-06", "The text starts with a character that has a special meaning in YAML.",
     "Put the whole text in quotes."),
    ("a: \"\\x«1»\"\n", "FM-06", "This line cannot be read as YAML (did not find expected hexdecimal number).",
     "Compare it with the lines around it."),
    ("- b: «'»c\n  d: e\n", "FM-06", "A quoted text is not closed.",
     "Add the closing quotation mark. If the text begins with an apostrophe, put all of it in double quotes."),
    ("a: 'it'«s»'\n", "FM-06", "There is text after the closing quotation mark.",
     "Put the whole text in one pair of quotes; inside single quotes, write each apostrophe twice."),
    ("a: «\x01»\n", "FM-13", "There is an invisible control character here.",
     "Delete it."),
    ("a: b\r«c»\rd: e\r", "FM-06", "This line is a field without a colon, or a text without its indentation.",
     "Write “name: value”, or indent the text under its field."),
    ("a: \"b\n  c: d\n  e\"\nf: g«:» h\n", "FM-06", "The text contains a colon followed by a space.",
     "Put the whole text in quotes."),
    ("a: 'b\n  c'\nd: e«:» f\n", "FM-06", "The text contains a colon followed by a space.",
     "Put the whole text in quotes."),
    ("a: «'»b\"\nc: d\ne: 'f'\n", "FM-06", "A quoted text is not closed.",
     "Add the closing quotation mark. If the text begins with an apostrophe, put all of it in double quotes."),
    ("a: |\n  x\n «y»\nb: c\n", "FM-06", "The line does not belong to the list or block above it.",
     "Indent it like the lines around it."),
    ("a:\n  b: c\n «d»: e\n", "FM-06", "The line does not belong to the list or block above it.",
     "Indent it like the lines around it."),
    ("«'»a\n", "FM-06", "A quoted text is not closed.",
     "Add the closing quotation mark. If the text begins with an apostrophe, put all of it in double quotes."),
    ("a: >-\n  b\n  \"c\nd: e«:» f\n", "FM-06", "The text contains a colon followed by a space.",
     "Put the whole text in quotes."),
    ("«[a: b]»: c\n", "FM-08", "There is a list or a block where the name of a field should be.",
     "If “[” or “{” belongs to the text, put the whole text in quotes."),
    ("«12»: b\n", "FM-08", "The field name “12” is not text.",
     "Put the name in quotes."),
    ("a: b\n«a»: c\n", "FM-07", "“a” appears twice; one of them would be lost.",
     "Keep one of them."),
    ("a: «*b»\n", "FM-09", "“*” refers to another value (an alias), which is not allowed.",
     "If the text should start with this character, put the whole text in quotes."),
    ("a: «&b c»\n", "FM-09", "“&” names a value (an anchor), which is not allowed.",
     "If the text should start with this character, put the whole text in quotes."),
    ("a: {«<<»: b}\n", "FM-09", "“<<” merges other values into this block, which is not allowed.",
     "Write the values out."),
    ("a: «!b c»\n", "FM-10", "“!” gives the value a type (a tag), which is not allowed.",
     "If the text should start with this character, put the whole text in quotes."),
    ("a: b «# c»\n", "FM-12", "The text from “#” on is lost: YAML reads it as a comment.",
     "Put the whole text in quotes. If it is a comment, write two spaces before “#”."),
    ("x: w\na: b «# c»\nz: d\n", "FM-12", "The text from “#” on is lost: YAML reads it as a comment.",
     "Put the whole text in quotes. If it is a comment, write two spaces before “#”."),
    ("a: {b: c, «d»}\n", "FM-12", "“d” would be lost: after a comma, YAML expects another field name.",
     "Put the whole text, including the comma, in quotes."),
    ("a: \"b«\\u200b»\"\n", "FM-13", "This text has a backslash code for an invisible character.",
     "Delete the code."),
    ("a:«\u00a0»b\nc: d\n", "FM-13", "There is a non-breaking space where YAML needs a normal one.",
     "Delete it and type a space."),
    ("a: «“b c”»\n", "FM-15", "The curly quotes become part of the text.",
     "Use straight quotes, or no quotes."),
    ("a: «no»\n", "FM-16", "“no” means different things to different programs.",
     'Write it in quotes, as in "no", or use a different word.'),
    ("a: «012»\n", "FM-16", "“012” means different things to different programs.",
     'Write it in quotes, as in "012", or use a different word.'),
    ("x: y\na: 'b\n  c'\nd: e«:» f\n", "FM-06", "The text contains a colon followed by a space.",
     "Put the whole text in quotes."),
    ("a: \u200bb\nc: d«:» e\n", "FM-06", "The text contains a colon followed by a space.",
     "Put the whole text in quotes."),
    ("a: b\n«---»\nc: d\n", "FM-17", "A second YAML document begins here.",
     "Delete the line of dashes or dots above it, so that all fields are together."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("marked", "rule", "message", "advice"), TRAPS, ids=[f"{trap[1]}-{n}" for n, trap in enumerate(TRAPS)]
)
def test_a_trap_is_reported_at_its_place(marked: str, rule: str, message: str, advice: str):
    block = marked.replace("«", "").replace("»", "")
    read = read_yaml(block, BASE)
    [problem] = read.problems
    assert (read.base, isinstance(problem.at, tuple)) == (BASE, True)
    start, end = marked.index("«"), marked.index("»") - 1
    assert (problem.rule, problem.message, problem.advice) == (rule, message, advice)
    assert problem.span is not None
    assert (problem.span.start - BASE, problem.span.end - BASE) == (start, end)


@pytest.mark.parametrize(
    ("block", "data", "found"),
    [
        ("\u00a0a: b\n", {}, [("FM-13", ("\u00a0a",), "\u00a0")]),
        ("- \u00a0a\n", ["\u00a0a"], [("FM-13", (0,), "\u00a0")]),
        ('"b\\u200b": c\n', {}, [("FM-13", ("b\u200b",), "\\u200b")]),
        ("a: {b: c, d: , e}\n", {"a": {"b": "c", "d": None}}, [("FM-12", ("a",), "e")]),
        ("a: {b, c: d}\n", {"a": {"c": "d"}}, [("FM-12", ("a",), "b")]),
        ("é: b #c", {"é": "b"}, [("FM-12", ("é",), "#c")]),
        ("a:\n  - b: no\n", {"a": [{"b": "no"}]}, [("FM-16", ("a", 0, "b"), "no")]),
        ("- [a, b]: c\n", [{}], [("FM-08", (0,), "[a, b]")]),
        ("a: b\na: c\n", {"a": "b"}, [("FM-07", ("a",), "a")]),
        ('a: "no"\n', {"a": "no"}, []),
        ("a: 'b' #c\n", {"a": "b"}, []),
        ("a:  #c\n", {"a": None}, []),
        ("a: “b” c\n", {"a": "“b” c"}, []),
        ("é: b\u00a0c\n", {"é": "b\u00a0c"}, []),
        ("é: [ \u00a0c]\n", {"é": ["\u00a0c"]}, []),
        ('a: "x\\ty \\u00e9 \\u043eab"\n', {"a": "x\ty é \u043eab"}, []),
    ],
)
def test_what_would_be_lost_is_reported_and_the_rest_is_read(block: str, data: object, found: list[object]):
    read = read_yaml(block)
    assert read.data == data
    assert [
        (each.rule, each.at, block[each.span.start : each.span.end]) for each in read.problems if each.span
    ] == found


@pytest.mark.parametrize("block", ["", "# only a comment\n", "\n"])
def test_a_block_of_comments_is_empty(block: str):
    read = read_yaml(block)
    assert (read.data, read.problems, read.empty) == (None, (), True)


def test_a_duplicate_names_the_first():
    [problem] = read_yaml("a: b\nc: d\na: e\n", BASE).problems
    [first] = problem.related
    assert (first.message, first.span and first.span.start) == ("first here", BASE)


def test_a_comment_after_two_spaces_is_intended():
    assert read_yaml("a: b  # c\n").problems == ()


def test_values_are_nested_at_most_twenty_levels_deep():
    assert read_yaml(f"a: {'[' * 19}x{']' * 19}\n").problems == ()
    block = f"a: {'[' * 20}x{']' * 20}\n"
    assert read_yaml(block, BASE).problems == (
        Problem((), "Values are nested more than 20 levels deep.", "A spec needs at most six levels.", "FM-11",
                Span(BASE + 23, BASE + 24)),
    )  # fmt: skip


def test_a_file_has_a_limited_number_of_values():
    block = "a:\n" + "- x: no\n" * 10
    assert len(read_yaml(block, most=22).problems) == 10
    problems = read_yaml(block, most=21).problems
    last = block.rindex("no")
    assert problems[-1] == Problem(
        (), "The file has too many values.", "Write one micro-credential per file.", "FM-11", Span(last, last + 2)
    )


@pytest.mark.parametrize(
    ("written", "value"),
    [("true", True), ("False", False), ("null", None), ("~", None), ("", None), ("12", 12), ("-3", -3), ("1.5", 1.5),
     (".5", 0.5), ("2026-01-31", "2026-01-31"), ("10:30 a.m.", "10:30 a.m."), ("'12'", "12"), ("x # y", "x"),
     (">-\n  a\n  b", "a b"), ("|\n  a\n  b", "a\nb\n")],
)  # fmt: skip
def test_a_scalar_is_read_by_the_core_schema(written: str, value: object):
    for filler in ("", "é: \\\n"):  # the second makes the block too unusual for the fast reader
        data = read_yaml(f"{filler}k: {written}\n").data
        assert (data["k"], type(data["k"])) == (value, type(value))


TREE = "a:\n  - b: c\n    d:\n      e: f\n  -  [g, h]\ni:\nj: 'k'\n"


@pytest.mark.parametrize(
    ("pointer", "value", "name", "extent"),
    [
        (("a",), "a", "a", "- b: c\n    d:\n      e: f\n  -  [g, h]\n"),
        (("a", 0), "b", "b", "b: c\n    d:\n      e: f\n  "),
        (("a", 0, "b"), "c", "b", "c"),
        (("a", 0, "d"), "d", "d", "e: f\n  "),
        (("a", 1), "[g, h]", "[g, h]", "[g, h]"),
        (("a", 1, 1), "h", "h", "h"),
        (("a", 1, 2), "g", "g", None),
        (("a", 2), "a", "a", None),
        (("a", "x"), "a", "a", None),
        (("a", 0, "d", "x"), "d", "d", None),
        (("i",), "i", "i", ""),
        (("j",), "'k'", "j", "'k'"),
        (("j", "x"), "j", "j", None),
        (("x",), "---", "---", None),
        ((), "a", "a", TREE),
    ],
)
def test_a_pointer_has_a_value_a_name_and_an_extent(pointer: Pointer, value: str, name: str, extent: str | None):
    read = read_yaml(TREE, BASE)

    def written(span: Span | None) -> str | None:
        return None if span is None else f"---\n{TREE}"[span.start : span.end]

    assert (written(read.span(pointer)), written(read.name_span(pointer))) == (value, name)
    assert written(read.extent(pointer)) == extent


def test_without_a_fence_a_missing_field_is_at_the_first_character():
    assert read_yaml(TREE).span(("x",)) == Span(0, 1)
    assert read_yaml("").span(("x",)) == Span(0, 1)
    assert read_yaml("", 4).extent(()) is None
