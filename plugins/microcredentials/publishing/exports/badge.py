"""The image of each badge as SVG (``publishing/_badge.py`` draws it)."""

from collections.abc import Iterator

from ...catalog.catalog import Catalog
from ...model.program import Badge
from .._badge import badge_title, draw_badge, look_of
from ..output import DataFile
from ._addresses import beside_page
from ._public import public_entries

FILE = "badge.svg"


def export(catalog: Catalog, site_url: str) -> Iterator[DataFile]:  # noqa: ARG001
    """Yield a badge for each spec that is not a draft, at each of its addresses."""
    colors = catalog.program.file.badge if catalog.program.file else Badge()
    for entry in public_entries(catalog):
        svg = draw_badge(look_of(entry, catalog), colors, badge_title(entry.spec))
        yield from beside_page(entry, FILE, svg.encode())
