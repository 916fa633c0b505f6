"""From a catalog to every file of its site: pages, search data and exports, in one pass and always the same."""

from collections import defaultdict
from collections.abc import Iterator

from . import exports
from .catalog import Catalog
from .check import Check
from .finding import Finding, Report, Rule
from .output import DataFile, OutputFile, Page
from .site.catalog_pages import catalog_pages
from .site.credential_page import credential_page
from .site.other_pages import guide_page, home_page, standards_pages
from .site.redirects import redirects
from .site.render import Facts, Renderer
from .site.search_data import search_data
from .site.selection import shown
from .site.stack_page import stack_page, stacks_page
from .standards import family_questions
from .standards.sources import SOURCES

HOME = "index.md"


def build(catalog: Catalog, report: Report, checks: tuple[Check, ...], facts: Facts) -> Iterator[OutputFile]:
    """Yield every page and data file of the site of *catalog*; *report* is shown beside the fields in a preview."""
    renderer = Renderer(catalog, facts, _by_spec(report))
    rules = tuple(check.rule for check in checks)
    yield from _pages(catalog, rules, renderer)
    yield from redirects(catalog, facts)
    yield from search_data(catalog, facts.preview)
    for export in exports.all_exports():
        yield from export(catalog, facts.site_url)


def _pages(catalog: Catalog, rules: tuple[Rule, ...], renderer: Renderer) -> Iterator[Page]:
    preview = renderer.facts.preview
    guides = {guide.path.as_posix(): guide for guide in catalog.guides}
    yield home_page(catalog, guides.pop(HOME, None), rules, renderer)
    yield from catalog_pages(catalog, renderer)
    yield from (credential_page(entry, catalog, renderer) for entry in catalog.credentials if shown(entry, preview))
    yield stacks_page(catalog, renderer)
    yield from (stack_page(entry, catalog, renderer) for entry in catalog.stacks if shown(entry, preview))
    yield from standards_pages(rules, family_questions(), SOURCES, renderer)
    yield from (guide_page(guide, renderer) for guide in guides.values())


def _by_spec(report: Report) -> dict[str, tuple[Finding, ...]]:
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        found[finding.spec].append(finding)
    return {spec: tuple(findings) for spec, findings in found.items() if spec}


__all__ = ["DataFile", "build"]
