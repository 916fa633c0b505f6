"""Quote the value of a field, and the line of a finding."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..catalog.catalog import Catalog
from ..catalog.entry import Entry
from ..catalog.nodes import Node
from ..model.wording import field_label
from ..reading.place import Place
from ..reading.problem import Pointer
from ..reading.source import Source
from ..reading.text import LINE_END, SourceText, Span

LENGTH = 160
"""The number of characters shown of a field: enough to recognize it, too few to replace reading it."""

BODY: Pointer = ("body",)
"""The pointer for the text below the fields, which has no field name."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The beginning of the value of a field, and the place of the whole value."""

    field: Pointer
    place: Place
    text: str

    @property
    def is_block(self) -> bool:
        """Whether it is a block or a list, shown with the author's line breaks, and not a sentence."""
        return "\n" in self.text or self.text[:1] in ("[", "{", "-")

    @property
    def label(self) -> str:
        """The name of the field, as forms show it."""
        return "Text" if self.field == BODY else field_label(self.field)


def collect_excerpts(entry: Entry[Node], fields: Iterable[Pointer], catalog: Catalog) -> dict[Pointer, Excerpt]:
    """Return an excerpt of each of *fields* that has a value in *entry*.

    A value that the spec inherits is quoted from ``program.yml``.
    """
    asked = tuple(fields)
    found: dict[Pointer, Excerpt] = {}
    for source in filter(None, (entry.source, entry.program_source)):
        own = [field for field in asked if entry.source_of(field) is source]
        extents = source.extents(own, keep=source is entry.program_source)
        found |= {excerpt.field: excerpt for excerpt in _of_source(source, extents, catalog)}
    if BODY in asked and entry.sections:
        span = Span(entry.sections[0].start, len(entry.source.text.value.rstrip()))
        found[BODY] = Excerpt(BODY, catalog.place(entry.source, span), _begin(_flat(entry.sections[0].markdown)))
    return found


@dataclass(frozen=True, slots=True)
class Quote:
    """The line of a finding: the text before the words in question, the words, and the text after them."""

    before: str
    words: str
    after: str


def quote(place: Place, texts: Mapping[str, SourceText]) -> Quote | None:
    """Return the first line of *place*, cut to a readable length; None if it has no letters or digits."""
    line = texts[place.path].line(place.start.line) if place.path in texts else ""
    start, last = place.start.column - 1, place.end.column - 1 if place.end.line == place.start.line else len(line)
    before, words, after = line[:start].lstrip(), line[start : max(last, start)], line[max(last, start) :]
    room = max(0, LENGTH - len(words[:LENGTH]))
    found = Quote(f"… {before[-room:]}" if len(before) > room else before, _begin(words), after[:room])
    return found if any(character.isalnum() for character in line) else None


def _of_source(source: Source, extents: Mapping[Pointer, Span], catalog: Catalog) -> Iterator[Excerpt]:
    for field, span in extents.items():
        value = source.value(field)
        text = _flat(value) if isinstance(value, str) else _dedented(source, span)
        if text not in ("", "[]", "{}"):
            yield Excerpt(field, catalog.place(source, span), _begin(text))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _dedented(source: Source, span: Span) -> str:
    """Return the block at *span* with its line breaks and inner indents, moved to the margin."""
    indent = source.text.position(span.start).column - 1
    first, *rest = LINE_END.split(source.text.value[span.start : span.end])
    return "\n".join([first, *(line[indent:] if not line[:indent].strip() else line for line in rest)])


def _begin(text: str) -> str:
    """Return the first words of *text*, with “…” if any are left out."""
    if len(text) <= LENGTH:
        return text
    cut = text[:LENGTH]
    return cut[: max(cut.rfind(" "), cut.rfind("\n"), LENGTH // 2)].rstrip(" ,;:\n") + " …"
