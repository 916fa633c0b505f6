"""Templates become HTML: one environment with autoescape, and the few words templates may use."""

import posixpath
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from ...catalog.addresses import address_of
from ...catalog.catalog import Catalog
from ...checking.finding import Rule
from ...checking.report import Report
from ...checking.scorecard import Scorecard
from ...model.wording import format_day, join_items, plural
from ...reading.markdown.render import render_markdown
from ...reading.problem import Pointer
from .._selection import listed as listed_on_site
from ..output import Page
from ._notes import NO_NOTES, Notes, place_findings
from .proposal_links import Proposing

GLOSSARY = "guides/glossary.md"
"""A page with an anchor for each word of the catalog; where a state keeps one, pages link to it at first use."""
TEMPLATES = Path(__file__).parents[2] / "templates"


@dataclass(frozen=True)
class Facts:
    """What a page may know of the site around it.

    ``edit`` is the address prefix of the content's sources (empty: no “suggest a change”), ``preview`` shows drafts
    and findings, ``templates`` are folders whose files replace the package's templates of the same name, and
    ``proposing`` says where a proposal begins, if the host of the sources allows it.
    """

    site_url: str = ""
    edit: str = ""
    preview: bool = False
    templates: tuple[Path, ...] = ()
    proposing: Proposing | None = None


class Renderer:
    """Renders page bodies for one catalog.

    Templates loop and test; what they show is a field of a value or one of the words registered here:
    ``label``, ``day``, ``period``, ``amount``, ``percent``, ``counted``, ``listed``, ``plural``, ``link``, ``prose``,
    ``notes``; ``standards``, the rules by id; and ``scorecards`` by slug.
    """

    def __init__(self, catalog: Catalog, facts: Facts, report: Report, rules: Iterable[Rule] = ()) -> None:
        self.catalog, self.facts, self.report = catalog, facts, report
        self._rules = {rule.id: rule for rule in rules}

    @cached_property
    def scorecards(self) -> dict[str, Scorecard]:
        """The scorecards that have a page, by slug: those of specs that stand in lists."""
        cards = self.report.scorecards
        return {card.entry.slug: card for card in cards if listed_on_site(card.entry, self.facts.preview)}

    @cached_property
    def _environment(self) -> jinja2.Environment:
        folders = [*self.facts.templates, TEMPLATES]
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader([str(folder) for folder in folders]),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters |= {"label": self._label, "day": format_day, "period": period, "amount": amount,
                                "percent": percent, "listed": _listed, "counted": counted,
                                "jointed": jointed}  # fmt: skip
        environment.globals |= {"plural": plural, "catalog": self.catalog, "program": self.catalog.program.file,
                                "preview": self.facts.preview, "proposing": self.facts.proposing,
                                "standards": self._rules, "scorecards": self.scorecards,
                                "glossary": self._has_glossary}  # fmt: skip
        return environment

    @property
    def _has_glossary(self) -> bool:
        return any(guide.path.as_posix() == GLOSSARY for guide in self.catalog.guides)

    def _label(self, id: str | None, vocabulary: str) -> str:
        return self.catalog.program.label(vocabulary, id)

    def notes(self, slug: str, places: Iterable[Pointer] = ()) -> Notes:
        """Return the findings on the spec *slug* at the *places* of its page; none outside a preview."""
        return place_findings(self.report.by_spec.get(slug, ()), set(places)) if self.facts.preview else NO_NOTES

    def body(self, template: str, path: str, notes: Notes = NO_NOTES, **values: Any) -> Markup:
        """Return *template* rendered for the page at *path*, with *notes* beside the fields of a spec."""
        link = linker(path)
        here = {
            "link": link,
            "prose": lambda markdown: render_markdown(markdown, link),
            "notes": notes,
            "edit": self.facts.edit,
            "cite": f"{self.facts.site_url}{address_of(path)}" if self.facts.site_url else "",
        }
        return Markup(self._environment.get_template(template).render(**here, **values))


def linker(path: str) -> Callable[[str], str]:
    """Return a function that makes addresses of this site (``/about/``) relative to the page at *path*.

    Relative links work wherever a state hosts the site: at a domain, below a folder, from a stick.
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


def period(duration: str) -> str:
    """Return an ISO 8601 duration in words: ``P5Y`` is ``5 years``."""
    units = {"Y": "year", "M": "month", "W": "week", "D": "day"}
    return join_items([plural(int(count), units[unit]) for count, unit in re.findall(r"(\d+)([YMWD])", duration)])


def percent(share: float) -> str:
    """Return a share from 0 to 1 as a percentage: ``86%``."""
    return f"{share:.0%}"


def amount(value: float) -> str:
    """Return a number without a needless point: ``10``, ``0.5``, ``1,250``."""
    return f"{value:,.10g}"


def counted(value: float, units: str) -> str:
    """Return *value* with its unit, which a vocabulary names in the plural: ``2 pages``, ``1 page``."""
    return f"{amount(value)} {units.removesuffix('s') if value == 1 else units}"


def jointed(name: str) -> Markup:
    """Return a name in one word with places where a line may break: ``ceterms:`` and ``is`` and ``Part``."""
    return Markup("<wbr>").join(re.split(r"(?<=[:._/])(?=\w)|(?<=[a-z])(?=[A-Z])", name))


def _listed(items: Iterable[str], last: str = "and") -> str:
    return join_items(list(items), last)


__all__ = ["Facts", "Page", "Renderer", "amount", "counted", "format_day", "linker"]
