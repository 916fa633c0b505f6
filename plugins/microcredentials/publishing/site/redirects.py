"""Former addresses: for each alias, and each page below it, a page that leads to the current one."""

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Iterator
from html import escape

from ...catalog.catalog import Catalog
from .._selection import readable_specs
from ..output import DataFile, Page

_FORMER_LISTS = {
    "catalog/hours/up-to-5/": "catalog/hours/up-to-8/",
    "catalog/hours/6-10/": "catalog/hours/up-to-12/",
    "catalog/hours/11-20/": "catalog/hours/up-to-20/",
}
"""The lists by hours that a site had before the limits were 8, 12 and 20 hours, each with the list in its place."""


def redirects(catalog: Catalog, site_url: str, pages: Iterable[Page]) -> Iterator[DataFile]:
    """Yield a redirect to each of the *pages* of a spec from each of its former slugs, and to lists that moved."""
    pages = tuple(pages)
    lists = {page.address: page for page in pages if page.address in _FORMER_LISTS.values()}
    for former, current in _FORMER_LISTS.items():
        if current in lists:
            yield _redirect(lists[current], current, former, site_url)
    below: dict[tuple[str, ...], list[Page]] = defaultdict(list)
    for page in pages:
        below[tuple(page.address.split("/")[:2])].append(page)
    for entry in readable_specs(catalog):
        for alias in entry.spec.aliases:
            for page in below[entry.folder, entry.slug]:
                yield _redirect(page, f"{entry.folder}/{entry.slug}/", f"{entry.folder}/{alias}/", site_url)


def _redirect(page: Page, current: str, former: str, site_url: str) -> DataFile:
    """Return the redirect to *page*, which is below the address *current* and was below *former*."""
    rest = page.address.removeprefix(current)
    target = posixpath.relpath(page.address, former + rest) + "/"
    html = _page(target, page.title, site_url + page.address)
    return DataFile(f"{former}{rest}index.html", html.encode())


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
