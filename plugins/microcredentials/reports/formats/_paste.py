"""Where attestations stand in the file of a spec, so that new ones can be put there whole."""

from dataclasses import dataclass

from ...catalog.catalog import Entry
from ...model.spec import Spec
from ...reading.source import Source
from ...reading.text import Span

_KEY = "attestations"


@dataclass(frozen=True, slots=True)
class Item:
    """An attestation as it is written: the clause it names, and its lines."""

    standard: str
    text: str


@dataclass(frozen=True, slots=True)
class Paste:
    """The lines that new attestations take the place of, first and last, and what of them is kept.

    ``last`` is 0 where the spec has no attestations: they are then put in above line ``first``.
    """

    first: int
    last: int
    items: tuple[Item, ...] = ()


def paste(entry: Entry[Spec]) -> Paste:
    """Return where attestations belong in the file of *entry*."""
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
