"""What an author has still to write: where it stands, and data without it."""

from collections.abc import Iterator
from itertools import count, islice
from typing import Any, NamedTuple

from .problem import Pointer

TODO = "TODO"
"""What a writer puts where something is still to be written; templates and new drafts are full of it."""

_SEVERAL = 2

Unwritten = frozenset[Pointer]
"""Where in the file the things left out stand."""


def drop_unwritten(data: Any, gaps: Unwritten, way: Pointer = ()) -> Any:
    """Return *data* without what stands at *gaps*; in a list, what follows moves up."""
    if not gaps:
        return data
    if isinstance(data, dict):
        return {key: drop_unwritten(value, gaps, (*way, key)) for key, value in data.items() if (*way, key) not in gaps}
    if isinstance(data, list):
        return [drop_unwritten(item, gaps, (*way, i)) for i, item in enumerate(data) if (*way, i) not in gaps]
    return data


def pointer_in_file(pointer: Pointer, gaps: Unwritten) -> Pointer:
    """Return *pointer*, which counts the items of lists without *gaps*, as the file counts them."""
    place: Pointer = ()
    for step in pointer:
        kept = (i for i in count() if (*place, i) not in gaps)
        place = (*place, next(islice(kept, step, None)) if isinstance(step, int) else step)
    return place


class UnwrittenBlock(NamedTuple):
    """A list or a block of fields that nobody has begun to write, and in how many of its places TODO stands."""

    at: Pointer
    places: int


def unwritten_blocks(data: Any, way: Pointer = ()) -> Iterator[UnwrittenBlock]:
    """Yield the outermost blocks below *data* in which TODO stands more than once and no words of a writer yet.

    Ids, numbers and choices from a list are no words: a template brings them, and they alone tell an earner nothing.
    """
    for step, value in data.items() if isinstance(data, dict) else enumerate(data):
        if isinstance(value, (dict, list)):
            said = [text.strip() for text in _texts(value)]
            places = said.count(TODO)
            if places >= _SEVERAL and not any(len(text.split()) > 1 for text in said):
                yield UnwrittenBlock((*way, step), places)
            elif places:
                yield from unwritten_blocks(value, (*way, step))


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, (dict, list)):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _texts(value)
