"""The home page, guide pages, and the page of a spec that cannot be read."""

from dataclasses import replace

from ...catalog.entry import Entry
from ...catalog.nodes import Guide
from ...model.spec import Spec
from ...reading.markdown.prose import find_headings, parse_prose
from .._selection import address, listed_credentials, listed_stacks
from ..output import ContentsItem, Page
from ..search.facets import facet_options
from .news_page import recent_news
from .render import Renderer
from .stack_page import stack_view

NEWS = 5


def home_page(guide: Guide | None, renderer: Renderer) -> Page:
    """Return the home page: the text of ``index.md``, stacks, news and counts."""
    catalog = renderer.catalog
    credentials = listed_credentials(catalog)
    stacks = [(stack, stack_view(stack, catalog)) for stack in listed_stacks(catalog)]
    subjects = next((f for f in facet_options(catalog) if f.facet.id == "subject"), None)
    html = renderer.body(
        "home.html", "index.md", guide=guide, credentials=credentials, stacks=stacks, subjects=subjects,
        news=recent_news(catalog)[:NEWS], address=address,
    )  # fmt: skip
    if guide is None:
        return Page("index.md", "Micro-credentials", "Micro-credentials for educators.", html, "home")
    return Page("index.md", guide.title, guide.description, html, "home", source=guide.path.as_posix())


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
