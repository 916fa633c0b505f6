"""The scorecard of one spec: the result of each clause of the published standards."""

from ...checking.excerpt import Quote, quote
from ...checking.scorecard import Result, Scorecard
from ...reading.place import Place
from .._selection import address
from ..output import ContentsItem, Page
from .render import Renderer, linker


def scorecard_page(card: Scorecard, renderer: Renderer) -> Page:
    """Return the page of *card*, below that of its spec."""
    entry, path = card.entry, f"{card.entry.folder}/{card.entry.slug}/scorecard/index.md"
    link, texts = linker(path), renderer.report.texts

    def quote_place(place: Place) -> Quote | None:
        return quote(place, texts)

    html = renderer.body(
        "scorecard.html", path, card=card, results=tuple(Result), spec_address=address(entry), quote=quote_place,
        where=lambda place: place.describe(renderer.catalog.root),
        rule_address=lambda id: link(f"/standards/{id.lower()}/"),
    )  # fmt: skip
    return Page(
        path=path,
        title=f"Scorecard: {card.title}",
        description=f"How “{card.title}” meets published quality standards, clause by clause.",
        html=html,
        kind="scorecard",
        contents=tuple(ContentsItem(each.crosswalk.title, each.id) for each in card.standards),
        parent=f"{entry.folder}/{entry.slug}/index.md",
    )
