"""Values that are still to be written: data without them, pointers that count them, and blocks of nothing else."""

from typing import Any

import pytest

from microcredentials.reading.todo import UnwrittenBlock, drop_unwritten, pointer_in_file, unwritten_blocks

DATA = {"title": "TODO", "tags": ["a", "TODO", "b"], "rubric": {"criteria": [{"id": "TODO"}, {"id": "x", "name": "y"}]}}
PLACES = frozenset({("title",), ("tags", 1), ("rubric", "criteria", 0)})


def test_unwritten_values_are_dropped_and_later_items_move_up():
    assert drop_unwritten(DATA, PLACES) == {"tags": ["a", "b"], "rubric": {"criteria": [{"id": "x", "name": "y"}]}}
    assert DATA["tags"] == ["a", "TODO", "b"]


def test_data_without_unwritten_values_are_the_same():
    assert drop_unwritten(DATA, frozenset()) is DATA
    assert drop_unwritten(5, PLACES) == 5


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        ((), ()),
        (("tags", 0), ("tags", 0)),
        (("tags", 1), ("tags", 2)),
        (("tags", 2), ("tags", 3)),
        (("rubric", "criteria", 0, "name"), ("rubric", "criteria", 1, "name")),
        (("others", 1), ("others", 1)),
    ],
)
def test_a_pointer_counts_the_items_of_the_file(pointer: tuple[str | int, ...], place: tuple[str | int, ...]):
    assert pointer_in_file(pointer, PLACES) == place


@pytest.mark.parametrize(
    ("data", "blocks"),
    [
        ({"a": {"id": "x", "name": "TODO", "text": " TODO "}}, [(("a",), 2)]),
        ({"a": ["TODO", "TODO", 3, True]}, [(("a",), 2)]),
        ({"a": [{"b": ["TODO", "TODO", "x"]}]}, [(("a",), 2)]),
        ({"a": {"name": "Two words", "b": ["TODO", "TODO"]}}, [(("a", "b"), 2)]),
        ([["TODO", "TODO"], ["TODO", "TODO", "TODO"]], [((0,), 2), ((1,), 3)]),
        ({"a": {"name": "TODO"}}, []),
        ({"a": {"name": "TODO", "text": "Two words"}}, []),
        ({"a": "TODO", "b": "TODO"}, []),
        ({"a": {"text": "TODO TODO", "b": "TODO"}}, []),
    ],
)
def test_a_block_is_unwritten_as_long_as_it_contains_no_words(data: Any, blocks: list[Any]):
    assert list(unwritten_blocks(data)) == [UnwrittenBlock(*block) for block in blocks]
