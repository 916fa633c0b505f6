"""What is left out of data because its author has still to write it, and the places of what remains."""

from itertools import count, islice
from typing import Any

from .problem import Pointer

Gaps = frozenset[Pointer]
"""Where in the file the things left out stand."""


def without(data: Any, gaps: Gaps, way: Pointer = ()) -> Any:
    """Return *data* without what stands at *gaps*; in a list, what follows moves up."""
    if not gaps:
        return data
    if isinstance(data, dict):
        return {key: without(value, gaps, (*way, key)) for key, value in data.items() if (*way, key) not in gaps}
    if isinstance(data, list):
        return [without(item, gaps, (*way, i)) for i, item in enumerate(data) if (*way, i) not in gaps]
    return data


def in_file(pointer: Pointer, gaps: Gaps) -> Pointer:
    """Return *pointer*, which counts the items of lists without *gaps*, as the file counts them."""
    place: Pointer = ()
    for step in pointer:
        kept = (i for i in count() if (*place, i) not in gaps)
        place = (*place, next(islice(kept, step, None)) if isinstance(step, int) else step)
    return place
