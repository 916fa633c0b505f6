"""The catalog: every credential as a card, paged, and a page for each answer to each facet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..catalog import Catalog, Entry
from ..model import MicroCredential
from ..output import Page
from .credential_page import counts_for
from .facets import FacetOptions, facet_options
from .render import Renderer
from .selection import address, listed_credentials

PER_PAGE = 50


@dataclass(frozen=True)
class Card:
    """A credential in a list."""

    entry: Entry[MicroCredential]
    address: str
    counts_for: tuple[str, ...]
    stacks: tuple[str, ...]


@dataclass(frozen=True)
class Pager:
    """Where a list continues: the addresses of its pages, and which one this is (from 1)."""

    addresses: tuple[str, ...]
    number: int


def card(entry: Entry[MicroCredential], renderer: Renderer) -> Card:
    """Return *entry* as a card."""
    titles = {stack.slug: stack.spec.title for stack in renderer.catalog.stacks}
    return Card(
        entry=entry,
        address=address(entry),
        counts_for=tuple(counts_for(currency, renderer) for currency in entry.spec.currency),
        stacks=tuple(titles[m.stack] for m in entry.spec.stacks if m.stack in titles),
    )


def catalog_pages(catalog: Catalog, renderer: Renderer) -> Iterator[Page]:
    """Yield the catalog and its browse pages."""
    entries = listed_credentials(catalog, renderer.facts.preview)
    facets = facet_options(catalog, entries)
    description = "Every micro-credential of the program: search, filter and compare."
    yield from _paged("catalog", "Catalog", description, entries, renderer, facets)
    for each in facets:
        yield _facet_page(each, renderer)
        for option in each.options:
            title = f"{each.facet.label}: {option.label}"
            yield from _paged(f"catalog/{each.facet.id}/{option.id.lower()}", title, f"Micro-credentials, {title}.",
                              option.entries, renderer, ())  # fmt: skip


def _facet_page(facet: FacetOptions, renderer: Renderer) -> Page:
    path = f"catalog/{facet.facet.id}/index.md"
    html = renderer.body("facet.html", path, facet=facet)
    title = f"Browse by {facet.facet.label.lower()}"
    return Page(path, title, f"{title}: lists of micro-credentials.", html, "facet", parent="catalog/index.md")


def _paged(
    folder: str, title: str, description: str, entries: Sequence[Entry[MicroCredential]], renderer: Renderer,
    facets: tuple[FacetOptions, ...],
) -> Iterator[Page]:  # fmt: skip
    count = max(1, -(-len(entries) // PER_PAGE))
    addresses = (f"/{folder}/", *(f"/{folder}/page/{n}/" for n in range(2, count + 1)))
    for n, here in enumerate(addresses, 1):
        cards = [card(entry, renderer) for entry in entries[(n - 1) * PER_PAGE : n * PER_PAGE]]
        path = f"{here.strip('/')}/index.md"
        html = renderer.body("catalog.html", path, title=title, cards=cards, total=len(entries), facets=facets,
                             pager=Pager(addresses, n))  # fmt: skip
        parent = "catalog/index.md" if path != "catalog/index.md" else ""
        yield Page(path, title if n == 1 else f"{title}, page {n}", description, html, "catalog", parent=parent)
