"""The page about what the catalog covers, and its gaps."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from ...catalog.entry import Entry
from ...model.program import Framework, FrameworkItem
from ...model.spec import MicroCredential
from .._selection import address, listed_credentials
from ..output import Page
from ..search.facets import FACETS
from ._chart import Chart, draw_grid, draw_marks
from .render import Renderer

Credential = Entry[MicroCredential]


@dataclass(frozen=True)
class CoveredItem:
    """A standard of a framework, and the micro-credentials that are aligned with it."""

    item: FrameworkItem
    entries: tuple[Credential, ...]


@dataclass(frozen=True)
class FrameworkCoverage:
    """A framework with all its standards; ``chart`` has a column for each micro-credential."""

    id: str
    framework: Framework
    items: tuple[CoveredItem, ...]
    chart: Chart

    @property
    def gaps(self) -> tuple[FrameworkItem, ...]:
        """The standards that no micro-credential is aligned with yet."""
        return tuple(each.item for each in self.items if not each.entries)


@dataclass(frozen=True)
class SubjectRow:
    """A subject with the number of micro-credentials for each grade band, in the order of the columns."""

    id: str
    label: str
    counts: tuple[int, ...]
    gaps: tuple[str, ...]


@dataclass(frozen=True)
class SubjectCoverage:
    """Subjects by grade bands; ``bands`` are ids with labels."""

    bands: tuple[tuple[str, str], ...]
    rows: tuple[SubjectRow, ...]
    chart: Chart


def coverage_page(renderer: Renderer, parent: str) -> Page:
    """Return the page about the micro-credentials in the catalog's lists."""
    path = "standards/coverage/index.md"
    credentials = listed_credentials(renderer.catalog)
    frameworks = sorted((renderer.catalog.program.frameworks or {}).items())
    html = renderer.body(
        "coverage.html", path, subjects=_subjects(credentials, renderer), address=address,
        frameworks=[_framework(id, framework, credentials) for id, framework in frameworks], total=len(credentials),
    )  # fmt: skip
    description = "Which subjects, grades and teaching standards the catalog covers, and where nothing is offered yet."
    return Page(path, "Coverage", description, html, "coverage", parent=parent)


def _framework(id: str, framework: Framework, credentials: Sequence[Credential]) -> FrameworkCoverage:
    codes = [{each.code for each in entry.spec.alignment if each.framework == id} for entry in credentials]
    items = tuple(
        CoveredItem(item, tuple(entry for entry, own in zip(credentials, codes, strict=True) if item.code in own))
        for item in framework.items
    )
    rows = [(f"{item.code} {item.name}", [item.code in own for own in codes]) for item in framework.items]
    return FrameworkCoverage(id, framework, items, draw_marks(rows))


def _subjects(credentials: Sequence[Credential], renderer: Renderer) -> SubjectCoverage:
    catalog, facets = renderer.catalog, {facet.id: facet for facet in FACETS}
    subjects, bands = ({term.id: term.label for term in facets[name].options(catalog)} for name in ("subject", "grade"))
    pairs = Counter(
        pair for entry in credentials
        for pair in {*product(*(facets[name].values(entry, catalog) for name in ("subject", "grade")))}
    )  # fmt: skip
    rows = []
    for id, label in subjects.items():
        counts = tuple(pairs[id, band] for band in bands)
        gaps = tuple(name for name, count in zip(bands.values(), counts, strict=True) if not count)
        rows.append(SubjectRow(id, label, counts, gaps))
    chart = draw_grid([(row.label, row.counts) for row in rows], tuple(bands))
    return SubjectCoverage(tuple(bands.items()), tuple(rows), chart)
