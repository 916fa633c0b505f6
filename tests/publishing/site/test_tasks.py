"""The tasks that people come for, done by keyboard alone and, where no script is needed, also without JavaScript."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from website import KINDS, Site, visit

pytestmark = pytest.mark.wcag("2.1.1")

CREDENTIAL, TITLE = KINDS["credential"], "Rich vocabulary instruction"
MOST_STOPS = 200


@pytest.fixture
def page(browser: Browser, served: Site) -> Iterator[Page]:
    with visit(browser, served.address, permissions=["clipboard-read", "clipboard-write"]) as page:
        yield page


@pytest.fixture(params=[True, False], ids=["scripted", "without scripts"])
def either(browser: Browser, served: Site, request: pytest.FixtureRequest) -> Iterator[Page]:
    with visit(browser, served.address, java_script_enabled=request.param) as page:
        yield page


def reach(page: Page, role: Any, name: str, within: str = "body") -> None:
    """Press Tab until the control has the focus."""
    control = page.locator(within).get_by_role(role, name=name).first
    expect(control).to_be_visible()
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if control.and_(page.locator(":focus")).count():
            return
    pytest.fail(f"the keyboard does not reach the {role} “{name}”")


def follow(page: Page, name: str, address: str, within: str = "body") -> None:
    reach(page, "link", name, within)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{address}")


def open_credential(page: Page, served: Site) -> None:
    page.goto(served.address + CREDENTIAL)


@pytest.mark.wcag("2.4.5")
def test_find_one_by_its_words(either: Page):
    reach(either, "searchbox", "What do you want to do better?")
    either.keyboard.type("vocabulary")
    either.keyboard.press("Enter")
    either.wait_for_url("**/catalog/?q=vocabulary*")
    follow(either, TITLE, CREDENTIAL, "main")
    expect(either.get_by_role("heading", level=1)).to_have_text(TITLE)


@pytest.mark.wcag("2.4.5")
def test_browse_to_one_by_subject(either: Page):
    reach(either, "link", "Literacy", "main")
    either.keyboard.press("Enter")
    follow(either, TITLE, CREDENTIAL, "main")


def test_read_what_one_counts_for(either: Page, served: Site):
    open_credential(either, served)
    reach(either, "link", "What it counts for", "main")
    either.keyboard.press("Enter")
    expect(either).to_have_url(f"{served.address}{CREDENTIAL}#currency")
    expect(either.get_by_role("heading", name="What it counts for", exact=True)).to_be_in_viewport()


def test_find_out_how_to_start_one(either: Page, served: Site):
    open_credential(either, served)
    reach(either, "link", f"Start {TITLE}", "main")
    either.keyboard.press("Enter")
    expect(either).to_have_url(f"{served.address}{CREDENTIAL}#start")
    expect(either.get_by_role("heading", name="How to start")).to_be_in_viewport()
    follow(either, "How starting works", "about/how-to-start/**")


def test_see_which_standards_one_meets(either: Page, served: Site):
    open_credential(either, served)
    reach(either, "link", "Quality standards", "main")
    either.keyboard.press("Enter")
    follow(either, "See the scorecard", f"{CREDENTIAL}scorecard/")


def test_print_a_checklist(page: Page, served: Site):
    open_credential(page, served)
    follow(page, "Checklist", KINDS["checklist"])
    page.evaluate("window.print = () => { document.title = 'printed'; }")
    reach(page, "button", "Print this checklist")
    page.keyboard.press("Enter")
    expect(page).to_have_title("printed")


@pytest.mark.wcag("4.1.3")
def test_filter_the_catalog_and_open_a_result(page: Page, served: Site):
    page.goto(f"{served.address}catalog/")
    reach(page, "checkbox", "Literacy")
    page.keyboard.press("Space")
    page.wait_for_url("**/catalog/?subject=literacy")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"\d+ micro-credentials\. Filters: Subject: Literacy\."))
    follow(page, TITLE, CREDENTIAL, "#results")


@pytest.mark.wcag("4.1.3")
def test_compare_two(page: Page, served: Site):
    open_credential(page, served)
    follow(page, "Compare", "catalog/compare/**", "main")
    expect(page.get_by_role("columnheader", name=TITLE)).to_be_visible()
    expect(page.get_by_role("combobox", name="Add one")).to_be_enabled()
    reach(page, "combobox", "Add one")
    page.keyboard.type("E")
    expect(page.get_by_role("combobox", name="Add one")).to_have_value("explicit-instruction-with-scaffolds")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("columnheader", name="Explicit instruction with scaffolds")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("2 compared")


def test_plan_a_term_and_share_it(page: Page, served: Site):
    open_credential(page, served)
    reach(page, "button", "Save to my plan")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Remove from my plan")).to_be_focused()
    page.goto(f"{served.address}plan/")
    expect(page.locator("#plan-items h3")).to_have_text([TITLE])
    reach(page, "textbox", "First day")
    page.keyboard.type("12012026")
    expect(page.locator("#plan-steps li").first).to_contain_text("2026")
    with page.expect_download() as download:
        reach(page, "button", "Download for my calendar")
        page.keyboard.press("Enter")
    assert b"BEGIN:VEVENT" in Path(download.value.path()).read_bytes()
    copied(page, "Copy", lambda text: text.endswith("?plan=rich-vocabulary-instruction&begin=2026-12-01"))


def copied(page: Page, name: str, right: Callable[[str], bool]) -> None:
    reach(page, "button", name)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Copied")).to_be_focused()
    assert right(page.evaluate("navigator.clipboard.readText()"))


def test_cite_one(page: Page, served: Site):
    open_credential(page, served)
    reach(page, "link", "Data and citation", "main")
    page.keyboard.press("Enter")
    copied(page, "Copy", lambda text: TITLE in text and "Version" in text)


def test_switch_the_palette(page: Page):
    reach(page, "button", "Use dark colors")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Use light colors")).to_be_focused()
    expect(page.locator("html")).to_have_attribute("data-palette", "dark")


def test_leave_the_filters_on_a_phone_with_escape(page: Page, served: Site):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{served.address}catalog/")
    reach(page, "button", "Filters")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Filters")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Filters", exact=True)).to_be_focused()
    expect(page.locator("#filters")).to_be_hidden()
