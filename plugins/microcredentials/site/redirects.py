"""Old addresses that still answer: a page for each alias that leads to the new one."""

from collections.abc import Iterator
from html import escape

from ..catalog import Catalog, Entry
from ..model import Spec
from ..output import DataFile
from .kept_versions import past_versions
from .render import Facts
from .selection import shown


def redirects(catalog: Catalog, facts: Facts) -> Iterator[DataFile]:
    """Yield a small page for each former slug."""
    for entry in catalog.entries:
        if shown(entry, facts.preview):
            for alias in entry.spec.aliases:
                page = _page(f"../{entry.slug}/", entry.spec.title, f"{facts.site_url}{entry.kind}/{entry.slug}/")
                yield DataFile(f"{entry.kind}/{alias}/index.html", page.encode())
                yield from _of_versions(entry, alias, catalog, facts)


def _of_versions(entry: Entry[Spec], alias: str, catalog: Catalog, facts: Facts) -> Iterator[DataFile]:
    for past in past_versions(entry, catalog):
        way = f"{entry.slug}/v/{past.version}/"
        page = _page(f"../../../{way}", past.entry.spec.title, f"{facts.site_url}{entry.kind}/{way}")
        yield DataFile(f"{entry.kind}/{alias}/v/{past.version}/index.html", page.encode())


def _page(target: str, title: str, canonical: str) -> str:
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n'
        f'<meta http-equiv="refresh" content="0; url={escape(target)}">\n'
        f'<link rel="canonical" href="{escape(canonical)}">\n'
        f"<title>{escape(title)}</title></head>\n"
        f'<body><main><h1>This page has moved</h1><p><a href="{escape(target)}">{escape(title)}</a></p></main></body>\n'
        "</html>\n"
    )
