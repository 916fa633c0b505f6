"""axe, which looks for barriers: every rule that it has, on all of the page."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

WIDTHS = (1280, 360, 320)
PALETTES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

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
    """What axe leaves to a person: the rule, what kept axe from deciding, and the element, by its parent and itself."""

    rule: str
    cause: str
    place: str


UNDECIDED = {
    Doubt(each["rule"], each["cause"], each["place"])
    for each in yaml.safe_load((Path(__file__).parent / "undecided.yml").read_text("utf-8"))
    if each["verdict"].startswith("Passes. ")
}


def size(width: int) -> dict[str, int]:
    """Return a viewport of that many pixels of width."""
    return {"width": width, "height": 800}


def overhang(page: Page) -> int:
    """Return by how many pixels the page can be scrolled sideways."""
    return int(page.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"))


def barriers(page: Page, *widths: int) -> list[str]:
    """Return what bars anyone on *page* as it stands, at each of *widths* (all, if none is given) in both palettes.

    The page has to be opened with reduced motion: colors on their way from one palette to the other are neither.
    """
    return [found for width in widths or WIDTHS for found in _at(page, width)]


def _at(page: Page, width: int) -> Iterator[str]:
    page.set_viewport_size({"width": width, "height": 800})
    for palette in PALETTES:
        page.emulate_media(color_scheme=palette)
        yield from (f"{width} {palette}: {found}" for found in _examine(page))
    if sideways := overhang(page):
        yield f"{width}: can be scrolled sideways by {sideways} pixels"


def _examine(page: Page) -> Iterator[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    violations, incomplete = page.evaluate(RUN)
    yield from (f"{node['rule']}: {node['target']} {node['summary']}" for node in violations)
    doubts = {Doubt(node["rule"], node["cause"], node["place"]) for node in incomplete}
    yield from (f"undecided, with no verdict in tests/support/undecided.yml: {doubt}" for doubt in doubts - UNDECIDED)
