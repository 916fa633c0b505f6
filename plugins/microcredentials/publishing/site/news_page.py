"""News of the catalog, month by month: as a page, and as an Atom feed (RFC 4287)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from xml.etree import ElementTree

from ...catalog.catalog import Catalog
from ...catalog.entry import Entry
from ...model.spec import Spec
from .._selection import address, readable_specs
from ..output import DataFile, Page
from ..search.card import first_sentence
from .render import Renderer
from .site_info import SiteInfo

PATH = "catalog/news.md"
FEED = "feed.xml"
_IN_FEED = 50  # enough for a reader that was away for months
_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class NewsItem:
    """A change of a spec on a day; ``version`` is empty if the spec was retired."""

    date: date
    entry: Entry[Spec]
    version: str
    change: str

    @property
    def tag(self) -> str:
        """What happened, in a word: new, changed, in pilot or retired."""
        dates = self.entry.spec.dates
        if not self.version:
            return "Retired"
        if self.date == dates.published:
            return "New"
        return "In pilot" if dates.published is None or self.date < dates.published else "Changed"

    @property
    def words(self) -> str:
        """What readers learn: of a new spec its first sentence, of others the change."""
        spec = self.entry.spec
        return first_sentence(spec.summary or self.change) if self.tag == "New" else self.change


def recent_news(catalog: Catalog) -> tuple[NewsItem, ...]:
    """Return every change of the specs of *catalog*, the newest first."""
    entries = readable_specs(catalog)
    found = [NewsItem(c.date, entry, c.version, c.change) for entry in entries for c in entry.spec.changelog]
    retired = [(entry.spec.dates.retired_on, entry) for entry in entries]
    found += [NewsItem(day, entry, "", _reason(entry.spec)) for day, entry in retired if day]
    return tuple(sorted(found, key=lambda each: (each.date, each.entry.spec.title, each.version), reverse=True))


def _reason(spec: Spec) -> str:
    return f"Retired. {spec.dates.retired_reason or ''}".strip()


def news_page(renderer: Renderer) -> Page:
    """Return the page, month by month."""
    found = recent_news(renderer.catalog)
    months = [
        (f"{month:%B %Y}", tuple(group)) for month, group in groupby(found, lambda each: each.date.replace(day=1))
    ]
    html = renderer.body("news.html", PATH, months=months, address=address)
    description = "What was added, changed and retired in the catalog, month by month."
    updated = renderer.site.newest_day
    return Page(PATH, "What is new", description, html, "news", parent="catalog/index.md", updated=updated)


def news_feed(catalog: Catalog, site: SiteInfo) -> Iterator[DataFile]:
    """Yield the feed, if the site has an address."""
    if site.site_url:
        yield DataFile(FEED, _feed(catalog, site.site_url, site.newest_day))


def _feed(catalog: Catalog, site_url: str, newest_day: date) -> bytes:
    name = catalog.program.file.name if catalog.program.file else "Micro-credentials"
    feed = ElementTree.Element("feed", xmlns=_ATOM)
    for tag, text in (("id", f"{site_url}{FEED}"), ("title", name), ("updated", _midnight(newest_day))):
        ElementTree.SubElement(feed, tag).text = text
    ElementTree.SubElement(ElementTree.SubElement(feed, "author"), "name").text = name
    ElementTree.SubElement(feed, "link", rel="self", href=f"{site_url}{FEED}")
    ElementTree.SubElement(feed, "link", href=f"{site_url}catalog/news/")
    for each in recent_news(catalog)[:_IN_FEED]:
        feed.append(_entry(each, site_url))
    ElementTree.indent(feed)
    written: bytes = ElementTree.tostring(feed, "utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(each: NewsItem, site_url: str) -> ElementTree.Element:
    page = f"{site_url}{address(each.entry)[1:]}"
    entry = ElementTree.Element("entry")
    title = f"{each.entry.spec.title}, version {each.version}" if each.version else f"{each.entry.spec.title}, retired"
    texts = (("id", f"{page}#{each.version or 'retired'}"), ("title", title), ("updated", _midnight(each.date)),
             ("summary", each.change))  # fmt: skip
    for tag, text in texts:
        ElementTree.SubElement(entry, tag).text = text
    ElementTree.SubElement(entry, "link", href=page)
    return entry


def _midnight(day: date) -> str:
    """Return the first moment of *day*: the content has days, and a feed needs moments."""
    return f"{day.isoformat()}T00:00:00Z"
