"""Render templates as HTML in one environment, which escapes every value."""

import posixpath
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from ...catalog.addresses import address_of
from ...catalog.catalog import Catalog
from ...catalog.entry import Entry
from ...checking.finding import Rule
from ...checking.report import Report
from ...checking.scorecard import Scorecard
from ...model.program import Badge
from ...model.spec import Spec
from ...model.wording import format_day, plural
from ...reading.markdown.render import render_markdown
from ...reading.problem import Pointer
from .._badge import BadgeLook, draw_inline, draw_symbols, look_of
from .._selection import is_listed, readable_specs
from ._formatting import (
    breakable,
    format_number,
    format_percent,
    format_period,
    join_texts,
    mark_language,
    with_unit,
)
from ._notes import NO_NOTES, Notes, place_findings
from .site_info import SiteInfo

GLOSSARY = "guides/glossary.md"
"""A page with an anchor for each word of the catalog; if a state has it, pages link a word at its first use."""
TEMPLATES = Path(__file__).parents[2] / "templates"
_FILTERS = {
    "amount": format_number, "breakable": breakable, "day": format_day, "join_items": join_texts,
    "percent": format_percent, "period": format_period, "with_unit": with_unit,
}  # fmt: skip


class Renderer:
    """Renders the bodies of the pages of one catalog.

    Templates contain loops and conditions, and show fields of values. They may use the filters in ``_FILTERS``,
    ``label`` and ``meaning``, and the names that ``_environment`` and ``body`` define.
    """

    def __init__(self, catalog: Catalog, site: SiteInfo, report: Report, rules: Iterable[Rule] = ()) -> None:
        self.catalog, self.site, self.report = catalog, site, report
        self.rules = {rule.id: rule for rule in rules}

    @cached_property
    def scorecards(self) -> dict[str, Scorecard]:
        """The scorecards that have a page, by slug: those of listed specs."""
        listed = {entry.slug for entry in readable_specs(self.catalog) if is_listed(entry)}
        return {card.entry.slug: card for card in self.report.scorecards if card.entry.slug in listed}

    @cached_property
    def _environment(self) -> jinja2.Environment:
        folders = [*self.site.templates, TEMPLATES]
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader([str(folder) for folder in folders]),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters |= {**_FILTERS, "label": self._label, "meaning": self._meaning}
        environment.globals |= {
            "plural": plural, "program": self.catalog.program.file, "preview": self.site.preview,
            "proposal": self.site.proposal, "rules": self.rules, "scorecards": self.scorecards,
            "glossary": self._has_glossary, "badge": self._badge, "lang": mark_language,
        }  # fmt: skip
        return environment

    @property
    def _has_glossary(self) -> bool:
        return any(guide.path.as_posix() == GLOSSARY for guide in self.catalog.guides)

    def _label(self, id: str | None, vocabulary: str) -> str:
        return self.catalog.program.label(vocabulary, id)

    def _badge(self, entry: Entry[Spec], size: int) -> Markup:
        return Markup(draw_inline(look_of(entry, self.catalog), self._badge_colors, size))

    @property
    def _badge_colors(self) -> Badge:
        return self.catalog.program.file.badge if self.catalog.program.file else Badge()

    def symbols(self, looks: Iterable[BadgeLook]) -> Markup:
        """Return the layers of badges as symbols of SVG, for a page that shows them."""
        return Markup(draw_symbols(looks, self._badge_colors))

    def _meaning(self, id: str | None, vocabulary: str) -> str:
        term = self.catalog.program.term(vocabulary, id)
        return term.meaning or "" if term else ""

    def notes(self, slug: str, places: Iterable[Pointer] = ()) -> Notes:
        """Return the findings on the spec *slug* at the *places* of its page; none outside a preview."""
        return place_findings(self.report.by_spec.get(slug, ()), set(places)) if self.site.preview else NO_NOTES

    def body(self, template: str, path: str, notes: Notes = NO_NOTES, **values: Any) -> Markup:
        """Return *template* rendered for the page at *path*, with *notes* beside the fields of a spec."""
        link = linker(path)
        here = {
            "link": link,
            "prose": lambda markdown: render_markdown(markdown, link),
            "notes": notes,
            "cite": f"{self.site.site_url}{address_of(path)}" if self.site.site_url else "",
        }
        return Markup(self._environment.get_template(template).render(**here, **values))


def linker(path: str) -> Callable[[str], str]:
    """Return a function that makes addresses of this site (``/about/``) relative to the page at *path*.

    Relative links work wherever a state hosts the site: at a domain, in a folder, on a USB drive.
    """
    here = address_of(path) or "."

    def link(address: str) -> str:
        if not address.startswith("/"):
            return address
        target, mark, anchor = address.partition("#")
        relative = posixpath.relpath(target.lstrip("/") or ".", here)
        slash = "/" if target.endswith("/") and relative != "." else ""
        return f"{'./' if relative == '.' else relative + slash}{mark}{anchor}"

    return link
