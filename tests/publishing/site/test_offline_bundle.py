"""The site on a disk or USB drive: opened as files, its search, filters, plan and links work as on the web."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from website import Site, ending

from microcredentials.publishing.site.offline_bundle import BUNDLE, offline_bundle


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that loads nothing from outside the disk. Modules that browsers refuse to load from a disk are ignored."""
    tab = browser.new_page()
    faults: list[str] = []
    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.on("request", lambda request: faults.append(request.url) if request.url.startswith("http") else None)
    yield tab
    tab.close()
    assert faults == []


def begin(page: Page, site: Site, place: str = "") -> None:
    page.goto((site.folder / place / "index.html").as_uri())


def test_a_search_from_the_home_page_shows_results(page: Page, served: Site):
    begin(page, served)
    page.fill("#home-search", "feedbakc")
    page.keyboard.press("Enter")
    expect(page.locator("#instead")).to_contain_text("feedback")
    page.get_by_role("link", name="Feedback that moves learning forward").click()
    expect(page.locator("h1")).to_have_text("Feedback that moves learning forward")
    expect(page).to_have_url(ending("/credentials/feedback-that-moves-learning-forward/index.html"))


def test_filters_work_and_the_back_button_undoes_them(page: Page, served: Site):
    begin(page, served, "catalog")
    whole = page.locator("#results-title").text_content()
    page.locator("input[name=subject][value=literacy]").check()
    expect(page.locator("#understood .chip")).to_have_count(1)
    expect(page).to_have_url(ending("?subject=literacy"))
    page.go_back()
    expect(page.locator("#results-title")).to_have_text(whole or "")


def test_whole_texts_are_searched_too(page: Page, served: Site):
    begin(page, served, "catalog")
    page.fill("#catalog-q", "decibel meter graph melting")
    expect(page.locator("#results")).to_have_attribute("aria-busy", "false")
    expect(page.locator("#search-failed")).to_be_hidden()


def test_a_saved_credential_is_in_the_plan(page: Page, served: Site):
    begin(page, served, "credentials/questioning-and-wait-time")
    page.locator(".actions [data-save]").click()
    page.get_by_role("link", name="My plan").first.click()
    expect(page.locator("main")).to_contain_text("Questioning and wait time")


def test_the_bundle_contains_every_module(served: Site):
    script = (served.folder / BUNDLE).read_text("utf-8")
    modules = [
        *Path(served.folder, "assets/search").glob("*.js"),
        *Path(served.folder, "assets/javascripts").glob("*.js"),
    ]
    names = {
        path.relative_to(served.folder).as_posix() for path in modules if path.name not in ("frame.js", "offline.js")
    }
    assert [name for name in sorted(names) if f'"{name}": (here)' not in script] == []


def test_a_module_written_in_an_unusual_way_is_left_out():
    script = offline_bundle(
        {"assets/javascripts/own.js": "export default 1;\n", "assets/javascripts/a.js": "let a;\n"}, []
    )
    assert "own.js" not in script
    assert '"assets/javascripts/a.js": (here)' in script
