"""What goes on paper: an educator's checklist, an assessor's scoring sheet, and the approved list.

Each is a page of its own, made from the same data as the page it belongs to, and laid out by the style sheet for print.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ...catalog.catalog import Catalog, Entry
from ...model.record import Currency
from ...model.spec import MicroCredential
from .._selection import address, listed, listed_credentials
from ..output import Page
from .credential_page import evidence_names
from .render import Renderer

APPROVED = "catalog/approved-list.md"


@dataclass(frozen=True)
class Sheet:
    """A page for paper that each credential has: the last part of its address, its title and what it is for."""

    name: str
    title: str
    description: str


SHEETS = (
    Sheet("checklist", "Planning checklist", "Everything to hand in, in order, with boxes to tick."),
    Sheet("scoring-sheet", "Scoring sheet", "The whole rubric with room for scores and notes, for assessors."),
)


@dataclass(frozen=True)
class Approval:
    """A line of the approved list: a credential, and one thing it counts for (None: nothing yet)."""

    entry: Entry[MicroCredential]
    currency: Currency | None


def paper_pages(catalog: Catalog, renderer: Renderer) -> Iterator[Page]:
    """Yield the sheets of each credential that can be earned, and the approved list."""
    for entry in catalog.credentials:
        if listed(entry, renderer.facts.preview):
            yield from (_sheet(sheet, entry, renderer) for sheet in SHEETS)
    yield approved_list(catalog, renderer)


def _sheet(sheet: Sheet, entry: Entry[MicroCredential], renderer: Renderer) -> Page:
    path = f"credentials/{entry.slug}/{sheet.name}/index.md"
    title = f"{sheet.title}: {entry.spec.title}"
    names = evidence_names(entry.spec)
    html = renderer.body(
        f"{sheet.name.replace('-', '_')}.html", path, entry=entry, credential=entry.spec, sheet=sheet, address=address,
        evidence_names=names,
    )  # fmt: skip
    return Page(path, title, sheet.description, html, "paper", parent=f"credentials/{entry.slug}/index.md")


def approved_list(catalog: Catalog, renderer: Renderer) -> Page:
    """Return what is approved as of the newest day of the content, by what it counts for."""
    label = renderer.catalog.program.label
    entries = listed_credentials(catalog, renderer.facts.preview)
    lines = [Approval(entry, each) for entry in entries for each in (entry.spec.currency or (None,))]
    order = {term.id: n for n, term in enumerate(catalog.program.terms("currency_types"))}

    def place(line: Approval) -> tuple[int, str]:
        type_ = line.currency.type if line.currency else ""
        return order.get(type_, len(order)), type_

    groups = [(label("currency_types", type_) if type_ else "Nothing yet", tuple(group))
              for (_, type_), group in groupby(sorted(lines, key=place), place)]  # fmt: skip
    html = renderer.body("approved_list.html", APPROVED, groups=groups, address=address, day=catalog.newest_day,
                         total=len(entries))  # fmt: skip
    said = "Every micro-credential that can be earned, by what it counts for, as of a day. Made to be printed."
    return Page(APPROVED, "Approved list", said, html, "paper", parent="catalog/index.md", updated=catalog.newest_day)
