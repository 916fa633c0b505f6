"""Pages to print: an educator's checklist, an assessor's scoring sheet, and the approved list.

Each has the same data as the page that it belongs to, with a layout for paper.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ...catalog.entry import Entry
from ...model.record import Currency
from ...model.spec import MicroCredential
from .._selection import address, listed_credentials
from ..output import Page
from ._passing_rule import passing_rule
from .credential_page import evidence_names
from .render import Renderer

APPROVED = "catalog/approved-list.md"


@dataclass(frozen=True)
class Sheet:
    """A printable page of each credential: the last part of its address, its title and its purpose."""

    name: str
    title: str
    description: str


SHEETS = (
    Sheet("checklist", "Planning checklist", "Everything to submit, in order, with boxes to check."),
    Sheet("scoring-sheet", "Scoring sheet", "The whole rubric with room for scores and notes, for assessors."),
)


@dataclass(frozen=True)
class Approval:
    """A line of the approved list: a credential and one thing that it counts for, or None if it counts for nothing."""

    entry: Entry[MicroCredential]
    currency: Currency | None


def printable_pages(renderer: Renderer) -> Iterator[Page]:
    """Yield the sheets of each credential that can be earned, and the approved list."""
    for entry in listed_credentials(renderer.catalog):
        yield from (_sheet(sheet, entry, renderer) for sheet in SHEETS)
    yield _approved_list(renderer)


def _sheet(sheet: Sheet, entry: Entry[MicroCredential], renderer: Renderer) -> Page:
    path = f"credentials/{entry.slug}/{sheet.name}/index.md"
    title = f"{sheet.title}: {entry.spec.title}"
    names = evidence_names(entry.spec)
    html = renderer.body(
        f"{sheet.name.replace('-', '_')}.html", path, entry=entry, credential=entry.spec, sheet=sheet, address=address,
        evidence_names=names, rule=passing_rule(entry.spec.rubric, renderer.catalog.program.label),
    )  # fmt: skip
    return Page(path, title, sheet.description, html, "paper", parent=f"credentials/{entry.slug}/index.md")


def _approved_list(renderer: Renderer) -> Page:
    """Return the approved list, grouped by what credentials count for; its date is the newest day of the content."""
    catalog, day = renderer.catalog, renderer.site.newest_day
    entries = listed_credentials(catalog)
    lines = [Approval(entry, each) for entry in entries for each in (entry.spec.currency or (None,))]
    order = {term.id: n for n, term in enumerate(catalog.program.terms("currency_types"))}

    def position(line: Approval) -> tuple[int, str]:
        type_ = line.currency.type if line.currency else ""
        return order.get(type_, len(order)), type_

    label = catalog.program.label
    groups = [(label("currency_types", type_) if type_ else "Nothing yet", tuple(group))
              for (_, type_), group in groupby(sorted(lines, key=position), position)]  # fmt: skip
    html = renderer.body("approved_list.html", APPROVED, groups=groups, address=address, day=day,
                         total=len(entries))  # fmt: skip
    description = "A list to print: every micro-credential that can be earned, by what it counts for."
    return Page(APPROVED, "Approved list", description, html, "paper", parent="catalog/index.md", updated=day)
