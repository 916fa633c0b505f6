"""From a catalog to every file of its site: pages, search data and exports; the same catalog gives the same bytes."""

from collections.abc import Iterator

from ..catalog.catalog import Catalog
from ..checking.report import Report
from ..checking.rule import Check
from ..model.program import Program
from ..model.schema import KINDS, json_schema
from ..rules.registry import FAMILIES
from ..rules.sources import SOURCES
from ._exporting import ExportError, find_exports, find_mappings
from ._selection import without_drafts
from .data_formats import DATA_FORMATS
from .output import DataFile, OutputFile, Page, json_file
from .search.search_data import search_data
from .site.catalog_pages import catalog_pages
from .site.credential_page import credential_page
from .site.facts_data import facts_data
from .site.kept_versions import former_versions
from .site.linked_data import MAPPING as LINKED_DATA, with_linked_data
from .site.mapping_page import mapping_page
from .site.news_page import news_feed, news_page
from .site.other_pages import broken_page, guide_page, home_page
from .site.plan_pages import plan_pages
from .site.printable_pages import printable_pages
from .site.quality_pages import quality_pages
from .site.redirects import redirects
from .site.render import Renderer
from .site.scorecard_page import scorecard_page
from .site.site_info import SiteInfo
from .site.stack_page import stack_page, stacks_page

HOME = "index.md"


def build(catalog: Catalog, report: Report, checks: tuple[Check, ...], site: SiteInfo) -> Iterator[OutputFile]:
    """Yield every page and data file of the site of *catalog*; only a preview has drafts and shows the *report*.

    Raises:
        ExportError: what would be published contradicts itself; never in a preview.
    """
    published = without_drafts(catalog)
    visible = catalog if site.preview else published
    renderer = Renderer(visible, site, report, [check.rule for check in checks])
    exports = tuple(_exports(catalog, site))
    pages = tuple(_pages(renderer, exports))
    yield from with_linked_data(pages, published, site.site_url)
    yield from redirects(visible, site.site_url, pages)
    yield from search_data(visible)
    yield from schemas(catalog.program)
    yield from news_feed(published, site)
    yield from facts_data(visible)
    yield from exports


def _exports(catalog: Catalog, site: SiteInfo) -> Iterator[DataFile]:
    """Yield the files of every export; a preview leaves out an export that cannot be made yet."""
    for export in find_exports():
        try:
            yield from export(catalog, site.site_url)
        except ExportError:
            if not site.preview:
                raise


def schemas(program: Program) -> Iterator[DataFile]:
    """Yield the JSON Schemas of what writers type and of our own formats, for editors, forms and programs."""
    for kind in KINDS:
        yield json_file(f"schemas/{kind}.json", json_schema(kind, program))
    yield from (json_file(each.path, each.schema) for each in DATA_FORMATS)


def _pages(renderer: Renderer, exports: tuple[DataFile, ...]) -> Iterator[Page]:
    catalog = renderer.catalog
    guides = {guide.path.as_posix(): guide for guide in catalog.guides}
    yield home_page(guides.pop(HOME, None), renderer)
    yield from catalog_pages(renderer)
    yield from printable_pages(renderer)
    yield from plan_pages(renderer)
    yield news_page(renderer)
    terms = {**find_mappings(), "schema.org in the page's head": LINKED_DATA}
    yield mapping_page(terms, DATA_FORMATS, exports, renderer)
    yield from (credential_page(entry, renderer) for entry in catalog.credentials)
    yield from _former_pages(renderer)
    yield from (broken_page(entry, renderer) for entry in catalog.entries if entry.node is None)
    yield stacks_page(renderer)
    yield from (stack_page(entry, renderer) for entry in catalog.stacks)
    yield from (scorecard_page(card, renderer) for card in renderer.scorecards.values())
    yield from quality_pages(FAMILIES, SOURCES, renderer)
    yield from (guide_page(guide, renderer) for guide in guides.values())


def _former_pages(renderer: Renderer) -> Iterator[Page]:
    """Yield a page for each former version of each spec."""
    for credential in renderer.catalog.credentials:
        for former in former_versions(credential, renderer.catalog):
            yield credential_page(former.entry, renderer, former)
    for stack in renderer.catalog.stacks:
        for earlier in former_versions(stack, renderer.catalog):
            yield stack_page(earlier.entry, renderer, earlier)
