"""Collect the pages of the site that a link can lead to."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ...catalog.addresses import address_of
from ...catalog.catalog import Catalog
from ...catalog.entry import Entry
from ...model.spec import Spec
from ...reading.markdown.prose import find_headings, parse_prose
from ...reading.suggest import find_closest
from ...reading.web_address import find_host
from ..registry import find_checks

_LISTS = (
    "/", "/catalog/", "/stacks/", "/standards/", "/standards/dashboard/", "/standards/coverage/", "/plan/",
    "/about/data/mapping/",
)  # fmt: skip
_UNLISTED = re.compile(r"/catalog/.*|.*\.(?!(?:md|html?)$)[a-z0-9]+")  # lists that depend on the specs, and data files


@dataclass(frozen=True)
class SitePages:
    """The pages of the site by address, each with its anchors if a person wrote it, and None if it is generated.

    Pages below ``/catalog/`` are not included, because they depend on the values in all specs. ``drafts`` are the
    addresses of specs that have no page yet. ``reporter`` is the spec under which a link that all specs inherit is
    reported, so that it is reported once.
    """

    pages: Mapping[str, frozenset[str] | None]
    drafts: frozenset[str]
    reporter: Entry[Spec] | None

    def find_problem(self, address: str, here: str, from_draft: bool) -> tuple[str, str] | None:
        """Return the problem of *address* on the page *here*, and advice; None if the address is valid."""
        path, _, anchor = address.partition("#")
        page = path.partition("?")[0] or here
        anchors = self.pages.get(page)
        if page.startswith("https://") and not find_host(address):
            return f"“{address[:60]}” is not a valid web address.", "Copy it again from the address bar of a browser."
        if not page.startswith("/") or (page not in self.pages and _UNLISTED.fullmatch(page)):
            return None
        if page not in self.pages:
            return f"This site has no page “{page}”.", _suggest(page, self.pages)
        if page in self.drafts and not from_draft:
            return f"“{page}” is a draft and has no page yet.", "Add the link when it is in pilot."
        if anchor and anchors is not None and anchor not in anchors:
            return f"The page “{page}” has no heading “#{anchor}”.", _suggest(anchor, anchors)
        return None


def collect_pages(catalog: Catalog) -> SitePages:
    """Return the pages of the site that is made from *catalog*."""
    drafts = {f"/{e.folder}/{e.slug}/" for e in catalog.entries if e.node and e.node.status == "draft"}
    ids = (*(check.rule.id.lower() for check in find_checks()), *(catalog.program.crosswalks or ()))
    specs = (address for entry in catalog.entries for address in _addresses(entry))
    # A guide that cannot be read is reported itself, so a link to it is not reported as well.
    unread = (f"/{address_of(e.source.path.as_posix())}" for e in catalog.other_entries if e.node is None)
    generated = (*_LISTS, *(f"/standards/{id}/" for id in ids), *specs, *unread)
    pages = {**dict.fromkeys(generated), **_find_anchors(catalog)}
    return SitePages(pages, frozenset(drafts), _choose_reporter(catalog))


def _find_anchors(catalog: Catalog) -> dict[str, frozenset[str]]:
    """Return the anchors of each guide by the address of its page."""
    written = {f"/{address_of(guide.path.as_posix())}": parse_prose(guide.markdown) for guide in catalog.guides}
    return {page: frozenset(h.anchor for h in find_headings(prose.blocks)) for page, prose in written.items()}


def _addresses(entry: Entry[Spec]) -> Iterator[str]:
    names = (entry.slug, *(entry.node.aliases if entry.node else ()))
    return (f"/{entry.folder}/{name}/" for name in names)


def _suggest(name: str, known: Iterable[str]) -> str:
    close = find_closest(name, known)
    return f"Did you mean “{close}”?" if close else "Open the page, and copy its address without the name of the site."


def _choose_reporter(catalog: Catalog) -> Entry[Spec] | None:
    """Return the spec under which an inherited link is reported: a published one, if there is one."""
    return min(catalog.credentials, key=lambda entry: entry.spec.status in ("draft", "retired"), default=None)
