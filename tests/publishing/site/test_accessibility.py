"""Every kind of page for every reader: axe without exclusions, keyboard, small and enlarged, without scripts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from axe import EVERY_VIEW, NARROW, WIDE, View, barriers, overhang, size
from playwright.sync_api import Browser, Page, expect
from website import DISTINCT_KINDS, KINDS, Site, visit

PREVIEWS = ("credentials/regrouping-from-current-student-work/", "stacks/foundations-of-reading/")


def unfold(page: Page) -> bool:
    """Open every visible folded part by clicking; return whether anything on the page folds."""
    for folded in ("[data-opens][aria-expanded=false]", "details:not([open]) > summary"):
        while (button := page.locator(folded).locator("visible=true").first).is_visible():
            button.click()
    return page.locator("[data-opens][aria-expanded=true], details[open]").locator("visible=true").count() > 0


SEEN = pytest.mark.wcag("1.3.4", "1.4.3", "1.4.10", "3.1.1")


@SEEN
@pytest.mark.parametrize("kind", DISTINCT_KINDS)
def test_axe_finds_no_barrier_on_a_kind_of_page(browser: Browser, served: Site, kind: str):
    """Every other kind is examined on a phone, with everything unfolded; the nightly run examines all in all views."""
    with visit(browser, served.address + KINDS[kind], reduced_motion="reduce") as page:
        if list(KINDS).index(kind) % 2:
            page.set_viewport_size(size(NARROW.width))
            unfold(page)
            assert barriers(page, NARROW) == []
        else:
            assert barriers(page, WIDE) == []


@SEEN
@pytest.mark.nightly
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_no_barrier_in_any_view_folded_or_open(
    browser: Browser, served: Site, kind: str, record_property: Callable[[str, object], None]
):
    record_property("browser", browser.version)
    with visit(browser, served.address + KINDS[kind], reduced_motion="reduce") as page:
        assert barriers(page, *EVERY_VIEW) == []
        for view in EVERY_VIEW:
            page.set_viewport_size(size(view.width))
            if unfold(page):
                assert barriers(page, view) == []


def test_axe_finds_no_barrier_in_a_preview_with_findings(browser: Browser, previewed: Site, views: tuple[View, ...]):
    for address in PREVIEWS:
        with visit(browser, previewed.address + address, reduced_motion="reduce") as page:
            assert page.locator(".finding").count() > 0
            assert barriers(page, *views) == []


@pytest.fixture
def phone(browser: Browser, served: Site) -> Iterator[Page]:
    with visit(browser, served.address + KINDS["credential"], viewport=size(320)) as page:
        yield page


FOCUSED = """() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const within = (from, to, most) => (Math.max(from, 0) + Math.min(to, most)) / 2;
    const shows = ({ left, right, top, bottom, width, height }) => {
        const [x, y] = [within(left, right, innerWidth), within(top, bottom, innerHeight)];
        const there = document.elementFromPoint(x, y);
        return width > 1 && height > 1 && !!there && (at.contains(there) || there.contains(at));
    };
    const numbers = (color) => color.match(/[0-9.]+/g).map(Number);
    const behind = (element) => {
        const color = element ? getComputedStyle(element).backgroundColor : 'rgb(255, 255, 255)';
        return numbers(color)[3] === 0 ? behind(element.parentElement) : color;
    };
    const light = (color) => {
        const [red, green, blue] = numbers(color).map((each) => each / 255)
            .map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one, other) => {
        const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
    };
    return {
        name: at.id || at.getAttribute("aria-label") || at.textContent.trim().slice(0, 40),
        element: numbered.get(at) ?? numbered.set(at, numbered.size).get(at),
        seen: [...at.getClientRects()].some(shows),
        outline: parseFloat(getComputedStyle(at).outlineWidth),
        contrast: contrast(getComputedStyle(at).outlineColor, behind(at.parentElement)),
    };
}"""
"""The element with the focus: its name, whether it is visible, its outline in pixels, and the contrast of the outline.
"""

# The page itself looks whenever a key is released, because asking it from here would take longer than the keys.
WATCHED = f"""
    window.stops = [];
    window.numbered = new Map();
    addEventListener("keyup", ({{ key }}) => key === "Tab" && stops.push(({FOCUSED})()), true);
"""


def stops(page: Page, key: str) -> list[dict[str, Any]]:
    """Walk once through the whole page with *key*, until the focus is where it was before; return where it stopped."""
    page.evaluate(WATCHED)
    for _ in range(50):
        for _ in range(10):
            page.keyboard.press(key)
        found = [stop for stop in page.evaluate("stops") if stop]
        elements = [stop["element"] for stop in found]
        if again := next((n for n, element in enumerate(elements) if element in elements[:n]), 0):
            return found[:again]
    return pytest.fail(f"{key} does not lead through the whole page and back to where it began")


def check_stops(browser: Browser, address: str, width: int, key: str) -> None:
    with visit(browser, address, viewport=size(width), reduced_motion="reduce") as page:
        page.wait_for_load_state("networkidle")  # what is still coming would move what has the focus
        found = stops(page, key)
        assert {"Skip to main content", "Privacy"} <= {stop["name"] for stop in found}
        expect(page).to_have_url(address)
        assert [stop["name"] for stop in found if not stop["seen"] or stop["outline"] < 2] == []
        assert [(stop["name"], stop["contrast"]) for stop in found if stop["contrast"] < 3] == []


KEYBOARD = pytest.mark.wcag("2.1.2", "2.4.7", "3.2.1")


CONTROLS = ("home", "catalog", "credential", "stack", "plan", "compare", "checklist")
"""Kinds of pages with controls of their own; the nightly run below visits every kind."""


@KEYBOARD
@pytest.mark.parametrize("kind", CONTROLS)
def test_every_focused_element_is_visible_and_outlined(browser: Browser, served: Site, kind: str):
    check_stops(browser, served.address + KINDS[kind], 320, "Shift+Tab")


@KEYBOARD
@pytest.mark.parametrize("kind", ["catalog", "credential", "scorecard"])
def test_every_focused_element_is_visible_and_outlined_on_a_wide_screen(browser: Browser, served: Site, kind: str):
    check_stops(browser, served.address + KINDS[kind], 1280, "Tab")


@KEYBOARD
@pytest.mark.nightly
@pytest.mark.parametrize(("width", "key"), [(320, "Tab"), (1280, "Tab"), (1280, "Shift+Tab")])
@pytest.mark.parametrize("kind", KINDS)
def test_every_focused_element_is_visible_and_outlined_in_both_directions(
    browser: Browser, served: Site, kind: str, width: int, key: str
):
    check_stops(browser, served.address + KINDS[kind], width, key)


@pytest.mark.wcag("2.4.1")
def test_the_first_focused_element_skips_to_the_content(browser: Browser, served: Site):
    with visit(browser, served.address + KINDS["credential"]) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"


def test_the_menu_opens_and_closes_by_keyboard_and_returns_the_focus(phone: Page):
    button = phone.get_by_role("button", name="Menu")
    menu = phone.get_by_role("navigation", name="Main")
    assert not menu.is_visible()
    button.focus()
    phone.keyboard.press("Enter")
    assert (button.get_attribute("aria-expanded"), menu.is_visible()) == ("true", True)
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.textContent") == "Find"
    phone.keyboard.press("Escape")
    assert (button.get_attribute("aria-expanded"), menu.is_visible()) == ("false", False)
    assert phone.evaluate("document.activeElement.textContent.trim()") == "Menu"


def test_the_palette_follows_the_system_until_a_reader_chooses(browser: Browser, served: Site):
    with visit(browser, served.address, color_scheme="dark") as page:
        color = "getComputedStyle(document.body).backgroundColor"
        dark = page.evaluate(color)
        page.get_by_role("button", name="Use light colors").click()
        light = page.evaluate(color)
        assert light != dark
        page.goto(served.address + "about/")
        assert page.evaluate(color) == light
        page.get_by_role("button", name="Use dark colors").click()
        assert page.evaluate(color) == dark
        assert page.evaluate("localStorage.length") == 0  # the choice of the system needs no record


def test_without_scripts_everything_is_open_and_no_button_is_useless(browser: Browser, served: Site):
    with visit(browser, served.address + KINDS["credential"], viewport=size(320), java_script_enabled=False) as page:
        assert page.get_by_role("navigation", name="Main").get_by_role("link", name="Stacks").is_visible()
        assert page.get_by_role("link", name="How you are scored").is_visible()
        assert [words for words in page.get_by_role("button").all_inner_texts() if words.strip()] == []  # only “Search”
        assert page.get_by_role("button").count() == 1
        page.get_by_role("searchbox").fill("reading")
        page.keyboard.press("Enter")
        page.wait_for_url(served.address + "catalog/?q=reading")
        assert page.get_by_role("link", name="Decoding and word mapping").is_visible()


SPACING = """
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }
"""
DOUBLE = "html { font-size: 200% }"
BOXES = ".button, button, input:not([type=checkbox]), select, .badge, .card:not(.results .card)"  # those are rows
CLIPPED = """[...document.querySelectorAll("main *, header *, footer *")].filter(each =>
    each.childElementCount === 0 && each.scrollWidth > each.clientWidth + 2 && each.clientWidth > 1
    && getComputedStyle(each).overflow === "hidden").map(each => each.outerHTML.slice(0, 80))"""
POOR_TABLES = """[...document.querySelectorAll("main table")].filter(({ caption, tHead, tBodies: [body] }) =>
    !caption?.textContent.trim()
    || [...tHead.querySelectorAll("th")].some(each => each.scope !== "col")
    || body.rows.length > 1 && [...body.rows].some(row => row.cells[0].scope !== "row")
).map(each => each.outerHTML.slice(0, 120))"""
BROKEN_WORDS = """() => {
    const text = document.querySelector("h1").firstChild;
    const range = document.createRange();
    const lines = ({ index, 0: { length } }) => {
        range.setStart(text, index);
        range.setEnd(text, index + length);
        return range.getClientRects().length;
    };
    return [...text.data.matchAll(/[^\\s–-]+/g)].filter(word => lines(word) > 1).map(([word]) => word);
}"""
EDGELESS = f"""[...document.querySelectorAll('{BOXES}')].filter((each) => {{
  const style = getComputedStyle(each);
  const edges = ['Top', 'Left'].some((side) => parseFloat(style[`border${{side}}Width`]) > 0);
  return each.checkVisibility() && !edges && style.textDecorationLine === 'none';
}}).map((each) => each.outerHTML.slice(0, 80))"""
MOVING = """[...document.querySelectorAll('*')].filter((each) => {
  const style = getComputedStyle(each);
  return parseFloat(style.transitionDuration) > 0 || style.scrollBehavior === 'smooth';
}).map((each) => each.outerHTML.slice(0, 80))"""
COUNTS = f"[document.querySelectorAll('main table').length, document.querySelectorAll('{BOXES}').length]"


@dataclass
class Looks:
    """The barriers of one page, each with its elements, and the number of tables and boxes that were examined."""

    tables: int
    boxes: int
    poor_tables: list[str]
    broken_words: list[str]
    cut_off: dict[str, Any]
    edgeless: list[str]
    moving: list[str]


def examine(page: Page) -> Looks:
    """Examine an open page in one visit, with every setting by which a reader may change it."""
    page.set_viewport_size(size(320))
    page.emulate_media(forced_colors="none", reduced_motion="no-preference")
    (tables, boxes), poor, broken = page.evaluate(COUNTS), page.evaluate(POOR_TABLES), page.evaluate(BROKEN_WORDS)
    cut_off = {
        style: cut for style, width in ((SPACING, 320), (DOUBLE, 640)) if (cut := find_cut_off(page, style, width))
    }
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    return Looks(tables, boxes, poor, broken, cut_off, page.evaluate(EDGELESS), page.evaluate(MOVING))


def find_cut_off(page: Page, style: str, width: int) -> list[Any]:
    """Return what a reader's own *style* cuts off, or makes wider than the page."""
    page.set_viewport_size(size(width))
    sheet = page.add_style_tag(content=style)
    wide, shorten = overhang(page), page.evaluate(CLIPPED)
    sheet.evaluate("each => each.remove()")
    return [*shorten, *([f"{wide} pixels wider"] if wide else [])]


@pytest.fixture(scope="module")
def looks(browser: Browser, served: Site) -> dict[str, Looks]:
    """Return the addresses of every kind of page, and of the specs whose names have the longest words."""
    folders = (*served.folder.glob("credentials/*"), *served.folder.glob("stacks/*"))
    longest = sorted(folders, key=lambda path: max(map(len, path.name.split("-"))))[-6:]
    addresses = [*KINDS.values(), *(f"{path.parent.name}/{path.name}/" for path in longest)]
    found = {}
    with visit(browser, served.address, bypass_csp=True) as page:
        for address in addresses:
            page.goto(served.address + address)
            found[address] = examine(page)
    return found


@pytest.mark.wcag("1.4.4", "1.4.12")
def test_wide_spacing_and_double_text_size_cut_nothing_off(looks: dict[str, Looks]):
    assert {address: each.cut_off for address, each in looks.items() if each.cut_off} == {}


def test_every_table_has_a_caption_and_headers(looks: dict[str, Looks]):
    assert looks[KINDS["guide"]].tables > 0
    assert {address: each.poor_tables for address, each in looks.items() if each.poor_tables} == {}


def test_no_word_of_a_title_breaks_on_a_phone(looks: dict[str, Looks]):
    assert {address: each.broken_words for address, each in looks.items() if each.broken_words} == {}


def test_forced_colors_keep_the_edges_of_boxes(looks: dict[str, Looks]):
    assert min(each.boxes for each in looks.values()) > 0
    assert {address: each.edgeless for address, each in looks.items() if each.edgeless} == {}


def test_nothing_moves_for_readers_who_prefer_less_motion(looks: dict[str, Looks]):
    assert {address: each.moving for address, each in looks.items() if each.moving} == {}


@pytest.mark.wcag("2.1.4")
def test_no_single_key_is_a_shortcut(browser: Browser, served: Site):
    with visit(browser, served.address) as page:
        for key in "fs/np.,":
            page.keyboard.press(key)
        expect(page).to_have_url(served.address)
        assert page.evaluate("document.activeElement === document.body")


def test_a_phone_reads_the_rubric_as_blocks_that_are_still_a_table(phone: Page):
    table = phone.get_by_role("table", name="Rubric")
    row = table.locator(".rubric-body").get_by_role("row").first
    assert row.evaluate("each => getComputedStyle(each).display") == "block"
    cell = row.get_by_role("cell").first
    assert cell.bounding_box()["width"] > 240  # type: ignore[index]
    assert cell.locator(".level-name").inner_text().startswith("Beginning")
    assert table.get_by_role("columnheader").count() == 5
    assert row.get_by_role("rowheader").count() == 1


def test_printed_pages_have_no_controls(browser: Browser, served: Site):
    with visit(browser, served.address + KINDS["credential"], color_scheme="dark") as page:
        page.emulate_media(media="print")
        assert not page.get_by_role("navigation", name="Main").is_visible()
        assert not page.get_by_role("searchbox").first.is_visible()
        assert page.get_by_role("table", name="Rubric").is_visible()
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(20, 35, 42)"
