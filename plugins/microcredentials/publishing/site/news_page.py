"""What is new and what was retired: a page by month, and the same as an Atom feed (RFC 4287)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from xml.etree import ElementTree

from ...catalog.catalog import Catalog, Entry
from ...model.spec import Spec
from .._selection import address, shown
from ..output import DataFile, Page
from .render import Renderer

PATH = "catalog/news.md"
FEED = "feed.xml"
_IN_FEED = 50  # a reader that was away for months still misses little
_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class News:
    """A line of what changed: when, in which spec, and how; ``version`` is empty where it was retired."""

    date: date
    entry: Entry[Spec]
    version: str
    change: str


def news(catalog: Catalog, preview: bool) -> tuple[News, ...]:
    """Return every change of what has a page, the newest first."""
    entries = [entry for entry in catalog.entries if shown(entry, preview)]
    found = [News(c.date, entry, c.version, c.change) for entry in entries for c in entry.spec.changelog]
    found += [News(day, entry, "", _reason(entry.spec)) for entry in entries if (day := entry.spec.dates.retired_on)]
    return tuple(sorted(found, key=lambda each: (each.date, each.entry.spec.title, each.version), reverse=True))


def _reason(spec: Spec) -> str:
    return f"Retired. {spec.dates.retired_reason or ''}".strip()


def news_page(catalog: Catalog, renderer: Renderer) -> Page:
    """Return the page, month by month."""
    found = news(catalog, renderer.facts.preview)
    months = [
        (f"{month:%B %Y}", tuple(group)) for month, group in groupby(found, lambda each: each.date.replace(day=1))
    ]
    html = renderer.body("news.html", PATH, months=months, address=address)
    said = "What was added, changed and retired in the catalog, month by month."
    return Page(PATH, "What is new", said, html, "news", parent="catalog/index.md", updated=catalog.newest_day)


def news_feed(catalog: Catalog, site_url: str) -> Iterator[DataFile]:
    """Yield the feed, where the site's address is known."""
    if site_url:
        yield DataFile(FEED, _feed(news(catalog, preview=False)[:_IN_FEED], catalog, site_url))


def _feed(found: tuple[News, ...], catalog: Catalog, site_url: str) -> bytes:
    name = catalog.program.file.name if catalog.program.file else "Micro-credentials"
    feed = ElementTree.Element("feed", xmlns=_ATOM)
    for tag, text in (("id", f"{site_url}{FEED}"), ("title", name), ("updated", _moment(catalog.newest_day))):
        ElementTree.SubElement(feed, tag).text = text
    ElementTree.SubElement(ElementTree.SubElement(feed, "author"), "name").text = name
    ElementTree.SubElement(feed, "link", rel="self", href=f"{site_url}{FEED}")
    ElementTree.SubElement(feed, "link", href=f"{site_url}catalog/news/")
    for each in found:
        feed.append(_entry(each, site_url))
    ElementTree.indent(feed)
    written: bytes = ElementTree.tostring(feed, "utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(each: News, site_url: str) -> ElementTree.Element:
    page = f"{site_url}{address(each.entry)[1:]}"
    entry = ElementTree.Element("entry")
    title = f"{each.entry.spec.title}, version {each.version}" if each.version else f"{each.entry.spec.title}, retired"
    told = (("id", f"{page}#{each.version or 'retired'}"), ("title", title), ("updated", _moment(each.date)),
            ("summary", each.change))  # fmt: skip
    for tag, text in told:
        ElementTree.SubElement(entry, tag).text = text
    ElementTree.SubElement(entry, "link", href=page)
    return entry


def _moment(day: date) -> str:
    """Return the begin of *day*: the content knows days, and a feed wants moments."""
    return f"{day.isoformat()}T00:00:00Z"
