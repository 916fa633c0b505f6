"""The parts that several formats of a report share."""

import json
from dataclasses import replace

import pytest

from microcredentials.checking.finding import Finding, RelatedPlace, Rule
from microcredentials.reading.place import Place
from microcredentials.reading.problem import RuleClass, Severity
from microcredentials.reading.text import Position
from microcredentials.reports._data import as_json, convert_finding, convert_pointer, number_repeats
from microcredentials.reports._markdown import LIMIT, escape, fit_sections, format_code, format_heading
from microcredentials.reports.formats._location import format_location
from microcredentials.reports.rendering import find_renderer, list_formats

PLACE = Place("content/credentials/a.md", Position(3, 5), Position(4, 1))
RULE = Rule("ID-05", "tags-are-known", "Tags are known.", "", RuleClass.HARD, {})
FINDING = Finding(
    RULE, Severity.WARNING, RuleClass.HARD, "A tag is unknown.", "Choose another.", PLACE, ("tags", 0), "a",
    (RelatedPlace("first here", PLACE),), fingerprint="0" * 32,
)  # fmt: skip
SPAN = {"start": {"line": 3, "column": 5}, "end": {"line": 4, "column": 1}}


def test_a_format_has_the_name_of_its_file_without_the_trailing_underscore():
    assert {"json", "html", "scorecard-json"} <= set(list_formats())
    assert all(name == name.strip("_") and "_" not in name for name in list_formats())
    assert find_renderer("json").__module__.endswith("formats.json_")


def test_a_finding_as_data():
    assert convert_finding(FINDING) == {
        "rule": "ID-05",
        "name": "tags-are-known",
        "class": "hard",
        "severity": "warning",
        "message": "A tag is unknown.",
        "advice": "Choose another.",
        "path": PLACE.path,
        "field": "/tags/0",
        "label": FINDING.label,
        "spec": "a",
        "span": SPAN,
        "related": [{"message": "first here", "path": PLACE.path, "span": SPAN}],
        "status": "open",
        "fingerprint": "0" * 32,
    }


@pytest.mark.parametrize("new", [True, False])
def test_only_a_run_about_a_change_marks_new_findings(new: bool):
    data = convert_finding(replace(FINDING, new=new))
    assert list(data)[-1] == "new"
    assert data.get("new") is new


def test_a_pointer_escapes_special_characters():
    assert convert_pointer(()) == ""
    assert convert_pointer(("a/b", "c~d", 2)) == "/a~1b/c~0d/2"


def test_repeated_fingerprints_are_numbered():
    assert list(number_repeats(["a", "b", "a", "a"])) == ["a", "b", "a-1", "a-2"]


def test_json_keeps_letters_and_ends_with_a_line_break():
    assert as_json({"é": [1]}) == '{\n  "é": [\n    1\n  ]\n}\n'
    assert json.loads(as_json([], indent=1)) == []


def test_a_location_is_one_line_and_counts_from_one():
    assert format_location(Place("a\n\x1bb.md", Position(3, 5), Position(3, 6))) == "a··b.md:3:5"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a [b](c) <i> *d* _e_ | f", r"a \[b\]\(c\) \<i\> \*d\* \_e\_ \| f"),
        ("@everyone", "@\u200beveryone"),
        ("see www.evil.example", r"see www\.evil.example"),
        ("https://evil.example", "https:\u200b//evil.example"),
        ("two\nlines", "two·lines"),
    ],
)
def test_markdown_shows_text_literally(text: str, expected: str):
    assert escape(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("a.md", "`a.md`"), ("a`b.md", "`` a`b.md ``"), ("a``b`c", "``` a``b`c ```")]
)
def test_code_cannot_be_ended_by_its_text(text: str, expected: str):
    assert format_code(text) == expected


def test_a_heading_needs_no_title():
    assert format_heading("Wait *time*", "a.md") == "\n### Wait \\*time\\* (`a.md`)\n"
    assert format_heading("", "a.md") == "\n### `a.md`\n"


def test_sections_that_do_not_fit_are_counted_and_later_ones_may_still_fit():
    small, large = "é" * 10, "é" * LIMIT
    assert fit_sections("head ", [(small, 1), (large, 5), ("end", 2)]) == (f"head {small}end", 5)
    exact = "x" * (LIMIT - 4)
    assert fit_sections("head", [(exact, 1)]) == (f"head{exact}", 0)
    assert fit_sections("head", [(f"{exact}x", 1)]) == ("head", 1)
