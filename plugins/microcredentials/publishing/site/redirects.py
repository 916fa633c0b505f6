"""Old addresses that still answer: for each alias, and each page below it, a page that leads to the new one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from html import escape

from ...catalog.catalog import Catalog
from .._selection import shown
from ..output import DataFile, Page
from .render import Facts


def redirects(catalog: Catalog, facts: Facts, pages: Iterable[Page]) -> Iterator[DataFile]:
    """Yield a small page for each of the *pages* of a spec under each of its former slugs."""
    below: dict[tuple[str, ...], list[Page]] = defaultdict(list)
    for page in pages:
        below[tuple(page.address.split("/")[:2])].append(page)
    for entry in catalog.entries:
        if shown(entry, facts.preview):
            for alias in entry.spec.aliases:
                for page in below[entry.folder, entry.slug]:
                    yield _moved(page, f"{entry.folder}/{entry.slug}/", f"{entry.folder}/{alias}/", facts.site_url)


def _moved(page: Page, today: str, then: str, site_url: str) -> DataFile:
    """Return what stands in the place that *page*, below the address *today*, had below *then*."""
    rest = page.address.removeprefix(today)
    target = "../" * (1 + rest.count("/")) + page.address.partition("/")[2]
    html = _page(target, page.title, site_url + page.address)
    return DataFile(f"{then}{rest}index.html", html.encode())


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
