"""The two pages that the browser fills in: an educator's own plan, and credentials side by side."""

from collections.abc import Iterator

from .._badge import look_of
from ..output import Page
from .render import Renderer

PLAN, COMPARE = "plan.md", "catalog/compare.md"


def plan_pages(renderer: Renderer) -> Iterator[Page]:
    """Yield both pages; without JavaScript they name the alternative."""
    symbols = renderer.symbols(look_of(entry, renderer.catalog) for entry in renderer.catalog.credentials)
    for path, title, description, parent in (
        (PLAN, "My plan", "The micro-credentials that you saved, kept only in this browser.", ""),
        (COMPARE, "Compare", "Two to four micro-credentials side by side.", "catalog/index.md"),
    ):
        name = path.removesuffix(".md").rpartition("/")[2]
        yield Page(path, title, description, renderer.body(f"{name}.html", path, symbols=symbols), name, parent=parent)
