"""Fields, lists, counts and dates as people write them."""

from datetime import date

import pytest

from microcredentials.model.wording import field_label, format_day, join_items, plural, singular
from microcredentials.reading.problem import Pointer


@pytest.mark.parametrize(
    ("pointer", "label"),
    [
        ((), "The file"),
        (("title",), "Title"),
        (("key_method",), "Key method"),
        (("evidence", "artifacts", 2, "description"), "Evidence › artifact 3 › description"),
        (("rubric", "criteria", 0), "Rubric › criterion 1"),
        (("rubric", "criteria"), "Rubric › criteria"),
        (("method_components", 0, "id"), "Method component 1 › id"),
        (("method_components",), "Key method components"),
        (("integrity", "ai_use"), "Integrity › AI use"),
        (("submission", "url"), "Submission › address"),
        (("changelog", 1, "version"), "Changelog entry 2 › version"),
        ((0, "code"), "Item 1 › code"),
        (("synonyms", 0, 1), "0 2"),
    ],
)
def test_a_pointer_has_a_label(pointer: Pointer, label: str):
    assert field_label(pointer) == label


@pytest.mark.parametrize(
    ("name", "one"),
    [("criteria", "criterion"), ("waivers", "waiver"), ("method_components", "method component"), ("entries", "entry"),
     ("aliases", "alias"), ("research", "research entry")],
)  # fmt: skip
def test_a_list_has_a_singular(name: str, one: str):
    assert singular(name) == one


def test_items_are_joined_as_in_a_sentence():
    assert [join_items(items) for items in ([], ["a"], ["a", "b"])] == ["", "a", "a and b"]
    assert join_items(["a", "b", "c"], "or") == "a, b or c"


def test_the_plural_depends_on_the_count():
    assert [plural(count, "file") for count in (0, 1, 2)] == ["0 files", "1 file", "2 files"]
    assert [plural(count, "entry", "entries") for count in (1, 2)] == ["1 entry", "2 entries"]


def test_a_day_is_written_in_us_form():
    assert format_day(date(2026, 10, 5)) == "October 5, 2026"
    assert format_day(None) == ""
