"""The pages of the site that people may link to."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ...catalog.addresses import address_of
from ...catalog.catalog import Catalog, Entry
from ...model.spec import Spec
from ...reading.markdown.prose import find_headings, parse_prose
from ...reading.suggest import closest
from ..registry import all_checks

LISTS = (
    "/", "/catalog/", "/stacks/", "/standards/", "/standards/dashboard/", "/standards/coverage/", "/plan/",
    "/about/data/mapping/",
)  # fmt: skip
UNLISTED = re.compile(r"/catalog/.*|.*\.(?!(?:md|html?)$)[a-z0-9]+")  # lists made of answers, and data files


@dataclass(frozen=True)
class Site:
    """Every page by its address, with its anchors where people wrote the page; and the specs that have none yet.

    Pages below ``/catalog/`` come and go with the answers that specs give; they are not listed.
    """

    pages: Mapping[str, frozenset[str] | None]
    drafts: frozenset[str]

    def fault(self, address: str, here: str, from_draft: bool) -> tuple[str, str] | None:
        """Return what is wrong with *address* on the page *here*, and what to do."""
        path, _, anchor = address.partition("#")
        page = path.partition("?")[0] or here
        anchors = self.pages.get(page)
        if not page.startswith("/") or (page not in self.pages and UNLISTED.fullmatch(page)):
            return None
        if page not in self.pages:
            return f"There is no page “{page}” on this site.", _meant(page, self.pages)
        if page in self.drafts and not from_draft:
            return f"“{page}” is a draft, which has no page yet.", "Link to it when it is in pilot."
        if anchor and anchors is not None and anchor not in anchors:
            return f"There is no heading “#{anchor}” on the page “{page}”.", _meant(anchor, anchors)
        return None


def site(catalog: Catalog) -> Site:
    """Return the site that *catalog* makes."""
    drafts = {f"/{e.folder}/{e.slug}/" for e in catalog.entries if e.node and e.node.status == "draft"}
    ids = (*(check.rule.id.lower() for check in all_checks()), *(catalog.program.crosswalks or ()))
    made = (*LISTS, *(f"/standards/{id}/" for id in ids))
    specs = (address for entry in catalog.entries for address in _addresses(entry))
    written = {f"/{address_of(g.path.as_posix())}": g.markdown for g in catalog.guides}
    anchors = {
        page: frozenset(h.anchor for h in find_headings(parse_prose(text).blocks)) for page, text in written.items()
    }
    unreadable = (e.source.path.as_posix() for e in catalog.other_entries if e.node is None)
    unread = (f"/{address_of(path)}" for path in unreadable)  # said at the file
    return Site({**dict.fromkeys((*made, *specs, *unread)), **anchors}, frozenset(drafts))


def _addresses(entry: Entry[Spec]) -> Iterator[str]:
    names = (entry.slug, *(entry.node.aliases if entry.node else ()))
    return (f"/{entry.folder}/{name}/" for name in names)


def _meant(name: str, known: Iterable[str]) -> str:
    close = closest(name, known)
    return f"Did you mean “{close}”?" if close else "Open the page, and copy its address without the name of the site."
