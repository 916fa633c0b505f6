"""The home page, guide pages, and the page of a spec that cannot be read."""

import math
from collections.abc import Sequence
from dataclasses import replace

from ...catalog.catalog import Catalog
from ...catalog.entry import Entry
from ...catalog.nodes import Guide
from ...model.spec import MicroCredential, Spec
from ...reading.markdown.prose import find_headings, parse_prose
from .._selection import address, listed_credentials, listed_stacks
from ..output import ContentsItem, Page
from ..search.card import build_card
from ..search.facets import facet_options
from .news_page import recent_news
from .render import Renderer
from .stack_page import stack_view

NEWS = 4
_FEATURED = 3
_BADGES = 12
_FINDER = ("grade", "subject", "hours")
"""The facets that the home page asks for."""


def home_page(guide: Guide | None, renderer: Renderer) -> Page:
    """Return the home page: a finder, a few credentials to begin with, how it works, stacks and news."""
    catalog = renderer.catalog
    credentials = listed_credentials(catalog)
    facets = {each.facet.id: each for each in facet_options(catalog)}
    subjects = facets.get("subject")
    html = renderer.body(
        "home.html", "index.md", guide=guide, credentials=credentials, subjects=subjects, address=address,
        stacks=[(stack, stack_view(stack, catalog)) for stack in listed_stacks(catalog)],
        finder=[facets[id] for id in _FINDER if id in facets and facets[id].narrows],
        featured=[(entry, build_card(entry, catalog)) for entry in _featured(credentials, catalog)],
        badges=list(_by_subject(credentials).values())[:_BADGES],
        news=recent_news(catalog)[:NEWS], guides={each.path.as_posix() for each in catalog.guides},
    )  # fmt: skip
    if guide is None:
        return Page("index.md", "Micro-credentials", "Micro-credentials for educators.", html, "home")
    return Page("index.md", guide.title, guide.description, html, "home", source=guide.path.as_posix())


def _featured(credentials: Sequence[Entry[MicroCredential]], catalog: Catalog) -> list[Entry[MicroCredential]]:
    """Return a few published credentials of the lowest career level, of different subjects, the shortest first."""
    order = [term.id for term in catalog.program.terms("levels")]
    published = [entry for entry in credentials if entry.spec.status == "published"]
    published.sort(key=lambda entry: (_place(entry.spec.level, order), _most_hours(entry.spec), entry.slug))
    return list(_by_subject(published).values())[:_FEATURED]


def _by_subject(credentials: Sequence[Entry[MicroCredential]]) -> dict[str, Entry[MicroCredential]]:
    """Return the first of *credentials* for each subject that one of them names first."""
    found: dict[str, Entry[MicroCredential]] = {}
    for entry in credentials:
        found.setdefault(next(iter(entry.spec.subjects), ""), entry)
    return found


def _place(level: str | None, order: list[str]) -> int:
    return order.index(level) if level in order else len(order)


def _most_hours(credential: MicroCredential) -> float:
    return credential.effort.hours.max if credential.effort.hours else math.inf


def guide_page(guide: Guide, renderer: Renderer) -> Page:
    """Return the page of *guide*."""
    path = guide.path.as_posix()
    contents = _contents(guide.markdown)
    html = renderer.body("guide.html", path, guide=guide, contents=contents)
    folder = f"{guide.path.parent.as_posix()}/index.md"
    parent = folder if folder not in (path, "./index.md") else ""
    return Page(path, guide.title, guide.description, html, "guide", contents, parent, path)


def _contents(markdown: str) -> tuple[ContentsItem, ...]:
    """Return the second-level headings with the third-level ones below them."""
    items: list[ContentsItem] = []
    for heading in find_headings(parse_prose(markdown).blocks):
        if heading.level == 2:
            items.append(ContentsItem(heading.title, heading.anchor))
        elif heading.level == 3 and items:
            below = (*items[-1].items, ContentsItem(heading.title, heading.anchor))
            items[-1] = replace(items[-1], items=below)
    return tuple(items)


def broken_page(entry: Entry[Spec], renderer: Renderer) -> Page:
    """Return a preview's page of a spec that cannot be read, which shows its findings."""
    path = f"{entry.folder}/{entry.slug}/index.md"
    html = renderer.body("broken.html", path, renderer.notes(entry.slug), entry=entry)
    parent = "catalog/index.md" if entry.folder == "credentials" else "stacks/index.md"
    return Page(path, entry.slug, f"{entry.slug} cannot be read.", html, "broken", parent=parent)
