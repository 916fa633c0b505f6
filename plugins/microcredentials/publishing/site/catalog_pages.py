"""The catalog: every credential as a card, in pages, and a list for each option of each facet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...catalog.entry import Entry
from ...model.spec import MicroCredential
from .._selection import listed_credentials
from ..output import Page
from ..search.card import BLANK_CARD, Card, build_card
from ..search.facets import Facet, FacetOptions, Option, facet_options
from ..search.filter_groups import filter_groups
from .render import Renderer

PER_PAGE = 50
HOME = "catalog/index.md"


@dataclass(frozen=True)
class Pager:
    """The addresses of the pages of a list, and the number of this page (from 1)."""

    addresses: tuple[str, ...]
    number: int

    @property
    def previous(self) -> str:
        """The address of the page before this one; empty on the first."""
        return self.addresses[self.number - 2] if self.number > 1 else ""

    @property
    def next(self) -> str:
        """The address of the page after this one; empty on the last."""
        return self.addresses[self.number] if self.number < len(self.addresses) else ""


@dataclass(frozen=True)
class Listing:
    """A list of credentials over as many pages as it needs; ``folder`` is its address without the outer slashes."""

    folder: str
    title: str
    description: str
    cards: tuple[Card, ...]
    parent: str = ""

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of its pages; an empty list has one page too."""
        count = max(1, -(-len(self.cards) // PER_PAGE))
        return (f"/{self.folder}/", *(f"/{self.folder}/page/{n}/" for n in range(2, count + 1)))


def catalog_pages(renderer: Renderer) -> Iterator[Page]:
    """Yield the catalog, a page for each facet, and a list for each of its options."""
    catalog = renderer.catalog
    entries = listed_credentials(catalog)
    cards = {entry.slug: build_card(entry, catalog) for entry in entries}
    facets = facet_options(catalog)
    description = "Every micro-credential of the program: search, filter and compare."
    whole = Listing("catalog", "Find a micro-credential", description, tuple(cards.values()))
    shared = _shared_cost(entries)
    yield from _pages(whole, "catalog.html", renderer, facets=facets, groups=filter_groups(facets), shared=shared,
                      blank=BLANK_CARD, per_page=PER_PAGE)  # fmt: skip
    for each in facets:
        yield _facet_page(each, facets, renderer)
        for option in each.options:
            listing = _option_listing(each.facet, option, cards)
            yield from _pages(listing, "browse.html", renderer, facet=each.facet, option=option)


def _shared_cost(entries: Sequence[Entry[MicroCredential]]) -> str:
    """Return what is said once above the list about the cost, if it is the same for all: that all are free."""
    costs = [entry.spec.cost for entry in entries]
    return "All are free" if costs and all(cost is not None and not cost.amount for cost in costs) else ""


def _option_listing(facet: Facet, option: Option, cards: Mapping[str, Card]) -> Listing:
    title = f"{facet.label}: {option.label}"
    folder, parent = f"catalog/{facet.id}/{option.id.lower()}", f"catalog/{facet.id}/index.md"
    own = tuple(cards[entry.slug] for entry in option.entries)
    return Listing(folder, title, f"Micro-credentials, {title}.", own, parent)


def _facet_page(each: FacetOptions, facets: tuple[FacetOptions, ...], renderer: Renderer) -> Page:
    path, title = f"catalog/{each.facet.id}/index.md", f"Browse: {each.facet.label}"
    html = renderer.body("facet.html", path, title=title, facet=each.facet, options=each.options, facets=facets)
    return Page(path, title, f"Lists of micro-credentials. {title}.", html, "facet", parent=HOME)


def _pages(listing: Listing, template: str, renderer: Renderer, **values: Any) -> Iterator[Page]:
    for n, address in enumerate(listing.addresses, 1):
        path = f"{address.strip('/')}/index.md"
        title = listing.title if n == 1 else f"{listing.title}, page {n}"
        cards = listing.cards[(n - 1) * PER_PAGE : n * PER_PAGE]
        looks = [card.look for card in (listing.cards if path == HOME else cards)]
        html = renderer.body(template, path, title=title, cards=cards, total=len(listing.cards),
                             pager=Pager(listing.addresses, n), symbols=renderer.symbols(looks), **values)  # fmt: skip
        parent = listing.parent or (HOME if path != HOME else "")
        yield Page(path, title, listing.description, html, "catalog", parent=parent)
