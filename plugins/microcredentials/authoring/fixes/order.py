"""fields in the order of the template"""

import re
from collections.abc import Iterator
from itertools import pairwise

import yaml

from ...reading.source import Source
from ...reading.text import Span
from ..fixing import Aids, Edit

_NOTES = re.compile(r"(?:(?<![^\r\n])#[^\r\n]*(?:\r\n|\n|\r))*\Z")
"""The notes that stand right above something, without an empty line in between."""


def edits(source: Source, aids: Aids) -> Iterator[Edit]:
    """Yield the fields of the front matter in the order of the template, each with the notes right above it.

    A field that the template does not know stays behind the one that it follows.
    """
    read = source.yaml
    root = read.root if read else None
    if read is None or not isinstance(root, yaml.MappingNode) or root.flow_style:
        return
    names = [key.value for key, _ in root.value]
    places = [_begin(read.block, key.start_mark.index) for key, _ in root.value]
    pieces = [read.block[start:end] for start, end in pairwise([*places, len(read.block)])]
    wanted = sorted(range(len(names)), key=lambda at: _rank(names, at, aids.order))
    if wanted != list(range(len(names))):
        text = "".join(pieces[at] for at in wanted)
        yield Edit(Span(read.base + places[0], read.base + len(read.block)), text)


def _begin(block: str, key: int) -> int:
    """Return where the field begins whose name stands at *key*: above its notes."""
    found = _NOTES.search(block, 0, key)
    return found.start() if found else key


def _rank(names: list[str], at: int, order: tuple[str, ...]) -> tuple[int, int]:
    """Return the place of a field: that of its name in the template, or of the nearest known one before it."""
    known = next((name for name in reversed(names[: at + 1]) if name in order), None)
    return (order.index(known) if known else -1, at)
