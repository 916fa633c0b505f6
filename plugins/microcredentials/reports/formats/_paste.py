"""The lines of a spec's file that contain attestations, so that a reviewer can replace them."""

from dataclasses import dataclass

from ...catalog.entry import Entry
from ...model.spec import Spec
from ...reading.source import Source
from ...reading.text import Span

_KEY = "attestations"


@dataclass(frozen=True, slots=True)
class Item:
    """An attestation in the file: the clause it names, and its lines."""

    standard: str
    text: str


@dataclass(frozen=True, slots=True)
class Paste:
    """The lines that new attestations replace, from ``first`` to ``last``, and the attestations to keep.

    ``last`` is 0 where the spec has no attestations: new ones then go above line ``first``.
    """

    first: int
    last: int
    items: tuple[Item, ...] = ()


def find_paste(entry: Entry[Spec]) -> Paste:
    """Return the lines for attestations in the file of *entry*."""
    source = entry.source
    block = source.extents([(_KEY,)]).get((_KEY,))
    if block is None:
        return Paste(source.text.position(max(0, source.body_start - 1)).line, 0)
    key = source.text.position(source.name_span((_KEY,)).start).line
    last = max(key, source.text.position(max(block.start, block.end - 1)).line)
    return Paste(key, last, tuple(_items(source, block)))


def _items(source: Source, block: Span) -> list[Item]:
    listed = source.value((_KEY,)) or []
    spans = source.extents([(_KEY, i) for i in range(len(listed))])
    texts = [source.text.value[span.start : span.end] for span in spans.values()]
    if source.text.value[block.start : block.start + 1] == "[":
        written = [f"  - {' '.join(text.split())}" for text in texts]
    else:
        starts = [source.text.line_start(source.text.position(span.start).line) for span in spans.values()]
        ends = [*starts[1:], block.end]
        written = [source.text.value[start:end].rstrip() for start, end in zip(starts, ends, strict=True)]
    names = [item.get("standard") if isinstance(item, dict) else None for item in listed]
    return [Item(str(name or ""), text) for name, text in zip(names, written, strict=True)]
