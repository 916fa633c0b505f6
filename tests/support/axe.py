"""Find barriers with axe: all its rules, on the whole page. The suite examines each page in one of two views that
have nothing in common; ``scripts/nightly`` examines it in all views.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Literal, NamedTuple
from zlib import crc32

import pytest
import yaml
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page


class View(NamedTuple):
    """A view of a page: the width of the window in pixels, and the palette."""

    width: int
    palette: Literal["light", "dark"]


WIDE, NARROW = View(1280, "light"), View(320, "dark")
EVERY_VIEW = tuple(View(width, palette) for width, palette in product((1280, 360, 320), ("light", "dark")))

# Fewer nodes of what was passed are described, which takes half the time; no rule is left out.
RUN = """
    axe.run({ resultTypes: ["violations", "incomplete"] }).then(({ violations, incomplete }) => {
        const name = (each) => each.localName + [...each.classList].sort().map((name) => "." + name).join("");
        const place = (each) => (each.parentElement ? name(each.parentElement) + " > " : "") + name(each);
        const cause = ({ any, all, none }) =>
            [...any, ...all, ...none].map(({ id, data }) => data?.messageKey ?? id).join(", ");
        const list = (rules) => rules.flatMap(({ id, nodes }) => nodes.map((node) => ({
            rule: id,
            cause: cause(node),
            place: place(document.querySelector(node.target[0])),
            target: node.target[0],
            summary: node.failureSummary,
        })));
        return [list(violations), list(incomplete)];
    })
"""


@dataclass(frozen=True)
class Doubt:
    """A question that axe leaves to a person: the rule, the reason why axe could not decide, and the element, by its
    parent and itself.
    """

    rule: str
    cause: str
    place: str


UNDECIDED = {
    Doubt(each["rule"], each["cause"], each["place"])
    for each in yaml.safe_load((Path(__file__).parent / "undecided.yml").read_text("utf-8"))
    if each["verdict"].startswith("Passes. ")
}


def size(width: int) -> dict[str, int]:
    """Return a viewport of this width in pixels."""
    return {"width": width, "height": 800}


def overhang(page: Page) -> int:
    """Return the number of pixels by which the page can be scrolled sideways."""
    return int(page.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"))


@pytest.fixture(params=[pytest.param("one", id="one view"), pytest.param("all", marks=pytest.mark.nightly)])
def views(request: pytest.FixtureRequest) -> tuple[View, ...]:
    """The views of a page to examine: one of two that have nothing in common; in a nightly run, all of them."""
    name = request.node.originalname + "".join(request.node.name.split("one view"))
    return EVERY_VIEW if request.param == "all" else ((WIDE, NARROW)[crc32(name.encode()) % 2],)


def barriers(page: Page, *views: View) -> list[str]:
    """Return the barriers of *page* in its present state, in each of *views*.

    Open the page with reduced motion: while the palette changes, the colors belong to neither palette.
    """
    assert views
    return [f"{view.width} {view.palette}: {found}" for view in views for found in _in(page, view)]


def _in(page: Page, view: View) -> Iterator[str]:
    page.set_viewport_size(size(view.width))
    page.emulate_media(color_scheme=view.palette)
    yield from _examine(page)
    if sideways := overhang(page):
        yield f"the page can be scrolled sideways by {sideways} pixels"


def _examine(page: Page) -> Iterator[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    violations, incomplete = page.evaluate(RUN)
    yield from (f"{node['rule']}: {node['target']} {node['summary']}" for node in violations)
    doubts = {Doubt(node["rule"], node["cause"], node["place"]) for node in incomplete}
    yield from (f"undecided, with no verdict in tests/support/undecided.yml: {doubt}" for doubt in doubts - UNDECIDED)
