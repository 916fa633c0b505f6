"""From a catalog to every file of its site: pages, search data and exports, in one pass and always the same."""

from collections.abc import Iterator

from ..catalog.catalog import Catalog
from ..checking.finding import Rule
from ..checking.report import Report
from ..checking.rule import Check
from ..model.program import Program
from ..model.schema import KINDS, json_schema
from ..rules.registry import FAMILIES
from ..rules.sources import SOURCES
from ._exporting import ExportError, all_exports, mappings
from ._selection import shown
from .data_formats import DATA_FORMATS
from .output import DataFile, OutputFile, Page, json_file
from .search.search_data import search_data
from .site.catalog_pages import catalog_pages
from .site.credential_page import credential_page
from .site.facts_data import facts_data
from .site.kept_versions import past_versions
from .site.linked_data import MAPPING as LINKED_DATA, with_linked_data
from .site.mapping_page import mapping_page
from .site.news_page import news_feed, news_page
from .site.other_pages import broken_page, guide_page, home_page
from .site.paper import paper_pages
from .site.plan_pages import plan_pages
from .site.quality_pages import quality_pages
from .site.redirects import redirects
from .site.render import Facts, Renderer
from .site.scorecard_page import scorecard_page
from .site.stack_page import stack_page, stacks_page

HOME = "index.md"


def build(catalog: Catalog, report: Report, checks: tuple[Check, ...], facts: Facts) -> Iterator[OutputFile]:
    """Yield every page and data file of the site of *catalog*; *report* is shown beside the fields in a preview."""
    rules = tuple(check.rule for check in checks)
    renderer = Renderer(catalog, facts, report, rules)
    exported = tuple(_exported(catalog, facts))
    pages = tuple(_pages(catalog, rules, renderer, exported))
    yield from with_linked_data(pages, catalog, facts.site_url)
    yield from redirects(catalog, facts, pages)
    yield from search_data(catalog, facts.preview)
    yield from schemas(catalog.program)
    yield from news_feed(catalog, facts.site_url)
    yield from facts_data(catalog, facts.preview)
    yield from exported


def _exported(catalog: Catalog, facts: Facts) -> Iterator[DataFile]:
    """Yield every export; in a preview without one that cannot be made yet, because its page says what is wrong."""
    for export in all_exports():
        try:
            yield from export(catalog, facts.site_url)
        except ExportError:
            if not facts.preview:
                raise


def schemas(program: Program) -> Iterator[DataFile]:
    """Yield the JSON Schemas of what writers type and of our own formats, for editors, forms and programs."""
    for kind in KINDS:
        yield json_file(f"schemas/{kind}.json", json_schema(kind, program))
    yield from (json_file(each.path, each.schema) for each in DATA_FORMATS)


def _past_pages(catalog: Catalog, renderer: Renderer) -> Iterator[Page]:
    """Yield a page for each version that has been superseded."""
    for credential in (entry for entry in catalog.credentials if shown(entry, renderer.facts.preview)):
        for past in past_versions(credential, catalog):
            yield credential_page(past.entry, catalog, renderer, past)
    for stack in (entry for entry in catalog.stacks if shown(entry, renderer.facts.preview)):
        for earlier in past_versions(stack, catalog):
            yield stack_page(earlier.entry, catalog, renderer, earlier)


def _pages(
    catalog: Catalog, rules: tuple[Rule, ...], renderer: Renderer, exported: tuple[DataFile, ...]
) -> Iterator[Page]:
    preview = renderer.facts.preview
    guides = {guide.path.as_posix(): guide for guide in catalog.guides}
    yield home_page(catalog, guides.pop(HOME, None), rules, renderer)
    yield from catalog_pages(catalog, renderer)
    yield from paper_pages(catalog, renderer)
    yield from plan_pages(renderer)
    yield news_page(catalog, renderer)
    terms = {**mappings(), "schema.org in the page's head": LINKED_DATA}
    yield mapping_page(terms, DATA_FORMATS, exported, renderer)
    yield from (credential_page(entry, catalog, renderer) for entry in catalog.credentials if shown(entry, preview))
    yield from _past_pages(catalog, renderer)
    if preview:
        yield from (broken_page(entry, renderer) for entry in catalog.entries if entry.node is None)
    yield stacks_page(catalog, renderer)
    yield from (stack_page(entry, catalog, renderer) for entry in catalog.stacks if shown(entry, preview))
    yield from (scorecard_page(card, renderer) for card in renderer.scorecards.values())
    yield from quality_pages(rules, FAMILIES, SOURCES, renderer)
    yield from (guide_page(guide, renderer) for guide in guides.values())
