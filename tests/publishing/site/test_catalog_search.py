"""Search on the catalog page: how it was understood, answers, suggestions, searches in one tap, buttons on cards."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect
from website import Site, ending, visit

PHONE = {"width": 360, "height": 740}
ONE, OTHER = "protecting-student-data", "planning-for-the-language-of-a-unit"


@pytest.fixture
def catalog(browser: Browser, served: Site) -> Iterator[Page]:
    with visit(browser, f"{served.address}catalog/") as page:
        yield page


def search(page: Page, text: str) -> None:
    page.fill("#catalog-q", text)
    expect(page).to_have_url(re.compile(r"\?q="))
    expect(page.locator("#results")).to_have_attribute("aria-busy", "false")


def chips(page: Page) -> Locator:
    return page.locator("#understood .chip-text")


def titles(page: Page) -> list[str]:
    return page.locator("#cards h3 a").all_text_contents()


# --- How it was understood ---------------------------------------------------------------------------------------


def test_what_was_understood_is_shown_and_can_be_removed(catalog: Page):
    search(catalog, "math discussion, no video, under 12 hours")
    expect(catalog.locator(".understood-label")).to_have_text("Understood as")
    expect(chips(catalog)).to_have_text(["Video: Not needed", "Time: Up to 12 hours"])
    expect(catalog.locator(".words-left")).to_have_text("Searched as words: “math discussion”")
    expect(catalog.locator("input[name=video][value=no]")).to_be_checked()
    expect(catalog.locator("input[name=hours][value=up-to-12]")).to_be_checked()
    catalog.get_by_role("button", name="Remove Time: Up to 12 hours").click()
    expect(chips(catalog)).to_have_text(["Video: Not needed"])
    expect(catalog.locator("#catalog-q")).to_have_value("math discussion, no video")
    catalog.locator("input[name=video][value=no]").click()
    expect(catalog.locator("#catalog-q")).to_have_value("math discussion")
    expect(chips(catalog)).to_have_count(0)


def test_one_press_searches_for_the_words_instead_and_back(catalog: Page):
    search(catalog, "no video")
    read = titles(catalog)
    catalog.get_by_role("button", name="Search as words instead").click()
    expect(chips(catalog)).to_have_count(0)
    expect(catalog).to_have_url(ending("?q=no+video&as=words"))
    expect(catalog.locator("#results")).to_have_attribute("aria-busy", "false")
    assert titles(catalog) != read
    catalog.get_by_role("button", name="Read this as filters again").click()
    expect(chips(catalog)).to_have_text(["Video: Not needed"])
    assert titles(catalog) == read


def test_facts_without_a_result_say_which_to_drop(catalog: Page):
    search(catalog, "prek math")
    expect(catalog.locator("#nothing-found")).to_contain_text("No micro-credential matches all of this.")
    catalog.get_by_role("button", name=re.compile("^Remove “Grade: Preschool” and see")).click()
    expect(chips(catalog)).to_have_text(["Subject: Mathematics"])
    assert titles(catalog)


def test_what_matches_is_highlighted_and_a_chance_stem_is_not(catalog: Page):
    search(catalog, "IEP")
    expect(catalog.locator("#cards h3 a").first).to_have_text("Student-led transition goals")
    marked = catalog.locator("#cards mark").all_text_contents()
    assert marked
    assert "educator" not in " ".join(marked).lower()


def test_the_title_of_the_page_says_the_search(catalog: Page):
    search(catalog, "no video")
    expect(catalog).to_have_title(re.compile("^“no video” · Find · "))
    catalog.fill("#catalog-q", "")
    expect(catalog).to_have_title(re.compile("^Find · "))


def test_a_search_in_one_tap_is_a_filter_that_can_be_taken_back(catalog: Page):
    preset = catalog.get_by_role("button", name="Under 10 hours", exact=True)
    preset.click()
    expect(preset).to_have_attribute("aria-pressed", "true")
    expect(chips(catalog)).to_have_text(["Time: Up to 10 hours"])
    expect(catalog).to_have_url(ending("/catalog/?hours=up-to-10"))
    search(catalog, "no video")
    expect(catalog.get_by_role("button", name="No video", exact=True)).to_have_attribute("aria-pressed", "true")
    preset.click()
    expect(preset).to_have_attribute("aria-pressed", "false")
    catalog.get_by_role("button", name="No video", exact=True).click()
    expect(catalog.locator("#catalog-q")).to_have_value("")
    expect(chips(catalog)).to_have_count(0)


# --- Answers and suggestions -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "heading"),
    [
        ("how is it scored", "How it is scored"),
        ("can I resubmit", "What if I do not pass?"),
        ("what does foundational mean", "Career level: Foundational"),
        ("who pays", "What does it cost me?"),
    ],
)
def test_a_question_is_answered_above_the_cards(catalog: Page, question: str, heading: str):
    search(catalog, question)
    answers = catalog.get_by_role("region", name="Answers", exact=True)
    link = answers.get_by_role("link", name=heading)
    expect(link).to_be_visible()
    first = catalog.locator("#cards").bounding_box()
    box = answers.bounding_box()
    assert box
    assert not first or box["y"] < first["y"]
    link.click()
    expect(catalog.locator("h1, h2, h3").filter(has_text=heading.rpartition(": ")[2]).first).to_be_visible()


def test_words_that_are_no_question_have_no_answers(catalog: Page):
    search(catalog, "wait time")
    assert titles(catalog)
    expect(catalog.get_by_role("region", name="Answers", exact=True)).to_be_hidden()


def test_the_box_suggests_filters_titles_and_answers_by_keyboard(catalog: Page):
    box = catalog.get_by_role("combobox").or_(catalog.locator("#catalog-q")).first
    box.focus()
    expect(box).to_have_attribute("role", "combobox")
    catalog.keyboard.type("kin")
    options = catalog.get_by_role("option").filter(visible=True)
    expect(options.first).to_contain_text("Grades K–2")
    expect(box).to_have_attribute("aria-expanded", "true")
    catalog.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", options.first.get_attribute("id") or "")
    catalog.keyboard.press("Enter")
    expect(catalog).to_have_url(ending("/catalog/?grade=K-2"))
    expect(box).to_have_value("")
    catalog.keyboard.type("wait")
    expect(options.first).to_contain_text("Questioning and wait time")
    catalog.keyboard.press("Escape")
    expect(options).to_have_count(0)
    expect(box).to_be_focused()


def test_the_box_in_the_header_suggests_and_leads_to_the_catalog(browser: Browser, served: Site):
    with visit(browser, f"{served.address}stacks/") as page:
        page.locator("#site-search").focus()
        expect(page.locator("#site-search")).to_have_attribute("role", "combobox")
        page.keyboard.type("no video mathe")
        page.get_by_role("option", name="Mathematics Subject").click()
        expect(page).to_have_url(ending("/catalog/?q=no+video&subject=mathematics"))
        expect(chips(page)).to_have_text(["Video: Not needed", "Subject: Mathematics"])


def test_the_catalog_has_one_search_box(catalog: Page):
    expect(catalog.get_by_role("search")).to_have_count(1)


# --- Cards -------------------------------------------------------------------------------------------------------


def test_cards_decide_in_one_line(catalog: Page):
    search(catalog, "no students")
    card = catalog.locator("#cards .card").filter(has_text="Planning for the language of a unit")
    line = [" ".join(text.split()) for text in card.locator(".card-line li").all_text_contents()]
    assert "Students: Without students" in line
    assert any(re.fullmatch(r"Time: \d+–\d+ hours", text) for text in line)
    assert not any(text.startswith("Cost") for text in line)
    expect(catalog.locator("#results-shared")).to_have_text("All are free")
    assert not (card.locator(".card-text").text_content() or "").startswith("The educator")


def test_a_card_saves_and_other_tabs_agree(browser: Browser, served: Site):
    with visit(browser, f"{served.address}catalog/") as page:
        other = page.context.new_page()
        other.goto(f"{served.address}catalog/?q=no+students")
        button = page.get_by_role("button", name="Save Behavior-specific praise")
        button.click()
        expect(page.get_by_role("button", name="Remove Behavior-specific praise")).to_be_visible()
        expect(page.get_by_role("status")).to_have_text("Saved to your plan.")
        other.get_by_role("button", name=re.compile("^Save Planning")).click()
        page.bring_to_front()
        search(page, "language of a unit")
        expect(page.get_by_role("button", name=re.compile("^Remove Planning"))).to_be_visible()
        page.goto(f"{served.address}plan/")
        expect(page.get_by_role("link", name="Behavior-specific praise").first).to_be_visible()


def test_up_to_four_cards_are_compared(catalog: Page):
    for n in range(4):
        catalog.get_by_role("button", name=re.compile("^Compare ")).nth(n).click()
    link = catalog.get_by_role("link", name="Compare 4 of 4")
    catalog.get_by_role("button", name=re.compile("^Compare ")).nth(4).click()
    expect(catalog.get_by_role("status")).to_have_text("At most 4 can be compared. Remove one first.")
    expect(link).to_be_visible()
    link.click()
    expect(catalog.locator(".comparison thead a")).to_have_count(4)


# --- In view -----------------------------------------------------------------------------------------------------


def test_six_cards_are_in_view_and_the_first_early_on_a_phone(browser: Browser, served: Site):
    with visit(browser, f"{served.address}catalog/", viewport={"width": 1280, "height": 1000}) as page:
        expect(page.locator("#cards .card").nth(5)).to_be_in_viewport(ratio=1)
    with visit(browser, f"{served.address}catalog/", viewport=PHONE) as page:
        box = page.locator("#cards .card").first.bounding_box()
        assert box
        assert box["y"] < 500


def test_a_choice_far_down_leaves_results_on_the_screen(browser: Browser, served: Site):
    with visit(browser, f"{served.address}catalog/", viewport={"width": 1280, "height": 700}) as page:
        page.mouse.move(900, 400)
        page.mouse.wheel(0, 2500)
        page.wait_for_function("scrollY > 1500")
        page.locator("input[name=students][value=no]").click()
        expect(chips(page)).to_have_text(["Students: Not needed"])
        expect(page.locator("#cards .card").first).to_be_in_viewport()
        expect(page.locator(".filters-count")).to_be_in_viewport()
        expect(page.locator(".filters-count")).to_have_text("2 match")


def test_a_slow_network_shows_that_it_is_searching(browser: Browser, served: Site):
    page = browser.new_page()
    held: list[Route] = []
    page.route("**/assets/search/core-*", lambda route: held.append(route))
    with page.expect_request("**/assets/search/core-*"):
        page.goto(f"{served.address}catalog/?q=no+students")
    expect(page.locator("#results-title")).to_be_hidden()
    shown = "getComputedStyle(document.querySelector('.results'), '::before').content"
    assert page.evaluate(shown) == '"Searching …"'
    page.wait_for_timeout(100)
    held[0].continue_()
    expect(page.locator("#results-title")).to_have_text("2 micro-credentials")
    page.close()
