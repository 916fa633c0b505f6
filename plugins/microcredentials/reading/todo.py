"""Values that are still to be written: where TODO is, and the data without it."""

from collections.abc import Iterator
from itertools import count, islice
from typing import Any, NamedTuple

from .problem import Pointer

TODO = "TODO"
"""The word for a value that is still to be written; templates and new drafts are full of it."""

_SEVERAL = 2

Unwritten = frozenset[Pointer]
"""Pointers to the values that are left out because they are still to be written, as the file counts them."""


def drop_unwritten(data: Any, unwritten: Unwritten, at: Pointer = ()) -> Any:
    """Return *data* without the values at the pointers *unwritten*; the later items of a list move up."""
    if not unwritten:
        return data
    if isinstance(data, dict):
        kept = ((key, value) for key, value in data.items() if (*at, key) not in unwritten)
        return {key: drop_unwritten(value, unwritten, (*at, key)) for key, value in kept}
    if isinstance(data, list):
        return [drop_unwritten(item, unwritten, (*at, i)) for i, item in enumerate(data) if (*at, i) not in unwritten]
    return data


def pointer_in_file(pointer: Pointer, unwritten: Unwritten) -> Pointer:
    """Return the pointer in the file for *pointer*, which does not count list items that are *unwritten*."""
    found: Pointer = ()
    for step in pointer:
        kept = (i for i in count() if (*found, i) not in unwritten)
        found = (*found, next(islice(kept, step, None)) if isinstance(step, int) else step)
    return found


class UnwrittenBlock(NamedTuple):
    """A list or a block of fields in which nothing is written yet, and how often it contains TODO."""

    at: Pointer
    places: int


def unwritten_blocks(data: Any, at: Pointer = ()) -> Iterator[UnwrittenBlock]:
    """Yield the outermost blocks below *data* that contain TODO more than once and no text of several words.

    Ids, numbers and choices from a list do not count as written: templates contain them, and alone they tell an
    educator nothing.
    """
    for step, value in data.items() if isinstance(data, dict) else enumerate(data):
        if isinstance(value, (dict, list)):
            texts = [text.strip() for text in _texts(value)]
            places = texts.count(TODO)
            if places >= _SEVERAL and not any(len(text.split()) > 1 for text in texts):
                yield UnwrittenBlock((*at, step), places)
            elif places:
                yield from unwritten_blocks(value, (*at, step))


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, (dict, list)):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _texts(value)
