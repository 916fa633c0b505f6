"""fields in the order of the template"""

from collections.abc import Iterator
from itertools import accumulate, pairwise

import yaml

from ...reading.source import Source
from ...reading.text import Span
from ..fixing import Edit, FixInputs


def find_edits(source: Source, inputs: FixInputs) -> Iterator[Edit]:
    """Yield one edit that sorts the fields as in the template, each with the comments right above it.

    A field that is not in the template stays after the field that it follows.
    """
    read = source.yaml
    root = read.root if read else None
    if read is None or not isinstance(root, yaml.MappingNode) or root.flow_style:
        return
    names = [key.value for key, _ in root.value]
    starts = list(_starts(read.block, [key.start_mark.line for key, _ in root.value]))
    pieces = [read.block[start:end] for start, end in pairwise([*starts, len(read.block)])]
    wanted = sorted(range(len(names)), key=lambda at: _rank(names, at, inputs.order))
    if wanted != list(range(len(names))):
        text = "".join(pieces[at] for at in wanted)
        yield Edit(Span(read.base + starts[0], read.base + len(read.block)), text)


def _starts(block: str, rows: list[int]) -> Iterator[int]:
    """Yield the offset at which each field begins, including the comments right above its name.

    ``splitlines`` ends a line where PyYAML does, also at U+0085, U+2028 and U+2029.
    """
    lines = block.splitlines(keepends=True)
    offsets = [0, *accumulate(map(len, lines))]
    for row in rows:
        first = row
        while first and lines[first - 1].startswith("#"):
            first -= 1
        yield offsets[first]


def _rank(names: list[str], at: int, order: tuple[str, ...]) -> tuple[int, int]:
    """Return a sort key: the position of the field in the template, or of the nearest known field before it."""
    known = next((name for name in reversed(names[: at + 1]) if name in order), None)
    return (order.index(known) if known else -1, at)
