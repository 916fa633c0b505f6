"""The page of a credential or stack in use: check marks, the place in “On this page”, saving, and sheets of paper."""

import io
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader
from website import KINDS, Site, visit

CREDENTIAL = KINDS["credential"]
FEWEST_WORDS = 60  # on the last sheet, with the line at its top
SAMPLE = "behavior-specific-praise"


@pytest.fixture
def page(browser: Browser, served: Site) -> Iterator[Page]:
    with visit(browser, served.address + CREDENTIAL, viewport={"width": 1280, "height": 800}) as page:
        yield page


def test_check_marks_stay_in_the_browser_and_are_those_of_the_checklist(page: Page, served: Site):
    page.get_by_text("Before you hand it in").first.click()
    box = page.locator("[data-ticks] input").first
    name = box.get_attribute("name")
    box.check()
    page.goto(f"{served.address}{CREDENTIAL}checklist/")
    expect(page.locator(f'[data-ticks] input[name="{name}"]')).to_be_checked()
    page.locator(f'[data-ticks] input[name="{name}"]').uncheck()
    page.reload()
    expect(page.locator(f'[data-ticks] input[name="{name}"]')).not_to_be_checked()


def test_the_contents_mark_the_section_that_is_read(page: Page):
    here = page.locator(".contents [aria-current]")
    page.locator("#rubric").scroll_into_view_if_needed()
    page.locator("#rubric h2").evaluate("each => each.scrollIntoView()")
    expect(here).to_have_text("How you are scored")
    page.locator("#start h2").evaluate("each => each.scrollIntoView()")
    expect(here).to_have_text("How to start")


def test_a_stack_is_saved_whole_and_the_menu_counts_it(page: Page, served: Site):
    page.goto(served.address + KINDS["stack"])
    members = page.locator("[data-saved]").count()
    assert members > 2
    page.get_by_role("button", name="Save all to my plan").click()
    expect(page.get_by_role("status")).to_have_text("Saved to my plan.")
    expect(page.get_by_role("link", name=f"My plan ({members})")).to_be_visible()
    assert set(page.locator("[data-saved]").all_inner_texts()) == {"✓ In my plan"}
    page.get_by_role("button", name="Remove all from my plan").click()
    expect(page.get_by_role("link", name="My plan", exact=True)).to_be_visible()


def test_a_phone_has_one_pair_of_buttons_always_in_view(page: Page):
    page.set_viewport_size({"width": 360, "height": 740})
    for height in (0, 3000):
        page.evaluate(f"scrollTo(0, {height})")
        assert page.get_by_role("link", name=re.compile("^Start")).filter(visible=True).first.is_visible()
        expect(page.locator(".action-bar .button").first).to_be_in_viewport()
    assert page.locator(".actions .button:visible").count() == 0


@pytest.mark.parametrize("sheet", ["", "checklist/", "scoring-sheet/"])
@pytest.mark.parametrize("slug", [SAMPLE, pytest.param("", marks=pytest.mark.nightly)])
def test_every_sheet_names_the_credential_and_the_last_one_is_not_almost_empty(
    page: Page, served: Site, slug: str, sheet: str
):
    slugs = [slug] if slug else sorted(path.name for path in (served.folder / "credentials").iterdir())
    for each in slugs:
        if not (served.folder / "credentials" / each / sheet / "index.html").exists():
            continue  # a retired credential has no sheets
        page.goto(f"{served.address}credentials/{each}/{sheet}")
        for paper in ("Letter", "A4"):
            sheets = [_words(text) for text in _printed(page, paper)]
            assert len(sheets) > 1
            assert [text for text in sheets if "Sample State Educator Micro-credentials ·" not in text] == [], each
            assert len(sheets[-1].split()) >= FEWEST_WORDS, (each, paper)


def _printed(page: Page, paper: str) -> list[str]:
    document = PdfReader(io.BytesIO(page.pdf(format=paper, prefer_css_page_size=True)))
    return [each.extract_text() for each in document.pages]


def _words(text: str) -> str:
    return re.sub(r"\s+", " ", text)
