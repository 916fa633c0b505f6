"""The two pages that the browser fills: an educator's own plan, and credentials side by side."""

from collections.abc import Iterator

from ..output import Page
from .render import Renderer

PLAN, COMPARE = "plan.md", "catalog/compare.md"


def plan_pages(renderer: Renderer) -> Iterator[Page]:
    """Yield both pages; without JavaScript they say what else there is."""
    for path, title, said, parent in (
        (PLAN, "My plan", "What you have saved to earn, kept in this browser only.", ""),
        (COMPARE, "Compare", "Two to four micro-credentials side by side.", "catalog/index.md"),
    ):
        name = path.removesuffix(".md").rpartition("/")[2]
        yield Page(path, title, said, renderer.body(f"{name}.html", path), name, parent=parent)
