"""The passages that answer questions: each section of the guides, and the meaning of each word of the vocabulary."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...catalog.addresses import address_of
from ...catalog.catalog import Catalog
from ...catalog.nodes import Guide
from ...reading.markdown.prose import find_headings, parse_prose
from ...reading.markdown.render import render_markdown
from .card import first_sentence
from .facets import facet_options


@dataclass(frozen=True, slots=True)
class Passage:
    """A section of a guide, or the meaning of a word; ``address`` is relative to the site's root."""

    address: str
    page: str
    heading: str
    sentence: str
    text: str


def find_passages(catalog: Catalog) -> tuple[Passage, ...]:
    """Return every passage; the home page, which only introduces the others, has none."""
    guides = (guide for guide in catalog.guides if address_of(guide.path.as_posix()))
    return (*(passage for guide in guides for passage in _sections(guide)), *_meanings(catalog))


def _sections(guide: Guide) -> Iterator[Passage]:
    """Yield the guide itself with the text before its first heading, then each section that has a text."""
    address, lines = address_of(guide.path.as_posix()), guide.markdown.splitlines()
    headings = [each for each in find_headings(parse_prose(guide.markdown).blocks) if each.level in (2, 3)]
    starts = [each.line for each in headings] + [len(lines)]
    yield Passage(address, guide.title, guide.title, guide.description, _plain(lines[: starts[0]]))
    for heading, end in zip(headings, starts[1:], strict=True):
        text = _plain(lines[heading.line + 1 : end])
        if text:
            yield Passage(f"{address}#{heading.anchor}", guide.title, heading.title, first_sentence(text), text)


def _plain(lines: list[str]) -> str:
    return " ".join(render_markdown("\n".join(lines)).striptags().split())


def _meanings(catalog: Catalog) -> Iterator[Passage]:
    for each in facet_options(catalog):
        for option in each.options:
            if option.term.meaning:
                address = f"catalog/{each.facet.id}/{option.id.lower()}/"
                heading = f"{each.facet.label}: {option.label}"
                yield Passage(address, "Catalog", heading, option.term.meaning, "What does it mean?")
