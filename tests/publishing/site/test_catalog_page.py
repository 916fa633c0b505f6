"""The catalog as an educator uses it: typing, filtering, going back, and missing or failing files."""

import random
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from urllib.parse import urlencode

import pytest
import specimens
from axe import View, barriers, size
from playwright.sync_api import Browser, Locator, Page, expect
from project import DEMONSTRATION, copy_project
from website import Site, build_site, ending, serving, visit

from microcredentials.catalog.catalog import Catalog
from microcredentials.catalog.loading import load
from microcredentials.publishing.search.facets import FacetOptions, Option, facet_options
from microcredentials.publishing.search.filter_groups import filter_groups

PER_PAGE = 50
PHONE = {"width": 320, "height": 700}
CARD = """card => {
    const copy = card.cloneNode(true);
    copy.querySelector('a').setAttribute('href', card.querySelector('a').href);
    copy.querySelector('.card-buttons').remove();
    return copy.outerHTML.replace(/\\s+/g, ' ').replaceAll('> ', '>').replaceAll(' <', '<');
}"""


@dataclass(frozen=True)
class Large:
    """Sixty made-up credentials: two pages of the list."""

    site: Site
    catalog: Catalog

    @property
    def facets(self) -> tuple[FacetOptions, ...]:
        return facet_options(self.catalog)

    @property
    def titles(self) -> list[str]:
        return [entry.spec.title for entry in self.catalog.credentials]

    def fitting(self, chosen: dict[str, list[str]]) -> list[str]:
        """Return the titles of the credentials that match *chosen*, filtered here without the browser."""
        fitting = set(self.titles)
        for each in self.facets:
            if each.facet.id in chosen:
                wanted = [option for option in each.options if option.id in chosen[each.facet.id]]
                fitting &= {entry.spec.title for option in wanted for entry in option.entries}
        return [title for title in self.titles if title in fitting]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Large]:
    """The site of the sixty, below a path, where many hosts put a project's site."""
    root = copy_project(tmp_path_factory.mktemp("large"))
    shutil.rmtree(root / "content")
    specimens.write(root / "content", 60)
    host = tmp_path_factory.mktemp("host")
    folder = build_site(root, host / "educators" / "site")
    shutil.copy(folder / "404.html", host)
    with serving(host) as served:
        yield Large(Site(folder, f"{served.address}educators/site/"), load(root / "content"))


@pytest.fixture
def catalog(browser: Browser, large: Large) -> Iterator[Page]:
    """The catalog of the sixty, opened."""
    with visit(browser, f"{large.site.address}catalog/") as page:
        yield page


def summary(page: Page) -> Locator:
    return page.locator("#results-title")


def titles(page: Page) -> list[str]:
    return page.locator(".cards h3 a").all_text_contents()


def option(page: Page, facet: str, value: str) -> Locator:
    return page.locator(f"input[name='{facet}'][value='{value}']")


def choose(page: Page, facet: str, value: str) -> None:
    """Tick or untick a filter as a reader does: open its group first."""
    box = option(page, facet, value)
    group = page.locator("fieldset[data-group]", has=box)
    if not box.is_visible():
        folded = group.locator("xpath=parent::details[not(@open)]/summary")
        (folded if folded.count() else group.get_by_role("button", name=" more")).click()
    box.click()


def chips(page: Page) -> Locator:
    """Return the chips that say what is read and what is chosen."""
    return page.get_by_role("list", name="Filters in use").get_by_role("button")


def settle(page: Page) -> None:
    """Wait until the requested list is shown."""
    expect(page.locator("#results")).to_have_attribute("aria-busy", "false")


def plural(count: int, word: str) -> str:
    return f"{count or 'No'} {word}{'' if count == 1 else 's'}"


def biggest(large: Large, facet: str) -> str:
    """Return the option that most credentials have."""
    options = next(each.options for each in large.facets if each.facet.id == facet)
    return max(options, key=lambda each: len(each.entries)).id


# --- What the server sends ---------------------------------------------------------------------------------------


def test_without_javascript_the_pages_of_the_list_hold_every_credential(browser: Browser, large: Large):
    with visit(browser, f"{large.site.address}catalog/", java_script_enabled=False) as page:
        seen = titles(page)
        assert len(seen) == PER_PAGE
        page.get_by_role("link", name="Next page").click()
        expect(page).to_have_url(ending("/catalog/page/2/"))
        assert seen + titles(page) == large.titles
        expect(page.get_by_role("link", name="Next page")).to_be_hidden()


def test_without_javascript_the_form_says_so_and_lists_by_facet_take_its_place(browser: Browser, large: Large):
    with visit(browser, f"{large.site.address}catalog/", java_script_enabled=False) as page:
        expect(page.locator("#catalog-form .banner")).to_contain_text("Search needs JavaScript")
        expect(page.locator("#catalog-form .banner")).to_be_visible()
        expect(page.locator("#filters")).to_be_hidden()
        for each in large.facets:
            for answer in each.options:
                link = page.get_by_role("navigation", name="Browse the catalog").locator(
                    f"a[href$='{each.facet.id}/{answer.id.lower()}/']"
                )
                assert link.count() == 1
        link = page.get_by_role("navigation", name="Browse the catalog").get_by_role("link", name="Grades K–2")
        link.click()
        assert titles(page) == large.fitting({"grade": ["K-2"]}) != []


def test_every_answer_to_a_facet_has_a_list_of_its_credentials(large: Large):
    for each in large.facets:
        for answer in each.options:
            folder = f"catalog/{each.facet.id}/{answer.id.lower()}"
            pages = [folder, *(f"{folder}/page/{n}" for n in range(2, -(-len(answer.entries) // PER_PAGE) + 1))]
            shown = [
                title for page in pages for title in re.findall(r"<h3[^>]*><a[^>]*>([^<]+)</a>", large.site.html(page))
            ]
            assert shown == [entry.spec.title for entry in answer.entries]


def test_the_browser_makes_the_same_cards_as_the_server(browser: Browser, served: Site):
    with visit(browser, f"{served.address}catalog/") as page:
        sent = page.locator("#cards > li").evaluate_all(f"cards => cards.map({CARD})")
        page.select_option("#catalog-sort", "hours")
        settle(page)
        made = page.locator("#cards > li").evaluate_all(f"cards => cards.map({CARD})")
        assert sorted(made) == sorted(sent)
        assert made != sent
        assert any("status-pilot" in card for card in made)


def test_what_is_not_published_stays_out_of_the_search_data(served: Site):
    files = [path.read_bytes() for path in (served.folder / "assets/search").iterdir() if path.suffix != ".js"]
    assert len(files) > 5
    for data in files:
        assert b"exit-tickets" not in data
        assert b"regrouping" not in data


# --- Typing ------------------------------------------------------------------------------------------------------


def test_typing_shows_matches_and_keeps_the_address_in_step_without_filling_the_history(catalog: Page, large: Large):
    wanted = large.titles[7]
    before = catalog.evaluate("history.length")
    catalog.locator("#catalog-q").press_sequentially(wanted, delay=10)
    expect(catalog.locator("#cards h3").first).to_have_text(wanted)
    expect(catalog.locator("#cards mark").first).to_be_visible()
    expect(catalog).to_have_url(ending(f"/catalog/?{urlencode({'q': wanted})}"))
    assert catalog.evaluate("history.length") == before
    expect(catalog.locator("#catalog-sort")).to_have_value("relevance")


def test_a_typing_error_is_forgiven(catalog: Page, large: Large):
    wanted = large.titles[3]
    longest = max(wanted.split(), key=len)
    catalog.fill("#catalog-q", wanted.replace(longest, longest[:3] + longest[4:]))
    settle(catalog)
    assert wanted in titles(catalog)[:3]


def test_what_has_only_some_of_the_words_comes_when_it_is_asked_for(catalog: Page, large: Large):
    wanted = large.titles[11]
    catalog.fill("#catalog-q", wanted)
    expect(catalog.locator("#cards h3").first).to_have_text(wanted)
    exact = catalog.locator("#cards > li").count()
    more = catalog.get_by_role("button", name="with only some of these words")
    rest = int(re.findall(r"\d+", more.inner_text())[0])
    assert exact < rest
    more.click()
    expect(summary(catalog)).to_have_text(f"{exact + rest} micro-credentials")
    expect(summary(catalog)).to_be_focused()
    expect(catalog.locator("#cards h3").first).to_have_text(wanted)
    expect(more).to_be_hidden()
    catalog.reload()
    expect(summary(catalog)).to_have_text(f"{exact + rest} micro-credentials")
    catalog.go_back()
    expect(summary(catalog)).to_have_text(plural(exact, "micro-credential"))


@pytest.mark.parametrize("words", ["license renewal", "paraprofessional", "foundational", "grades 6-8", "science"])
def test_answers_to_facets_can_be_typed_too(browser: Browser, large: Large, words: str):
    with visit(browser, f"{large.site.address}catalog/?{urlencode({'q': words})}") as page:
        expect(summary(page)).to_have_text(re.compile(r"^\d+ micro-credential"))


def test_clearing_the_words_brings_the_whole_list_back(catalog: Page, large: Large):
    catalog.fill("#catalog-q", large.titles[0])
    settle(catalog)
    catalog.fill("#catalog-q", "")
    expect(summary(catalog)).to_have_text("60 micro-credentials")
    assert titles(catalog) == large.titles[:PER_PAGE]
    expect(catalog).to_have_url(ending("/catalog/"))


def test_the_search_box_of_every_page_leads_to_the_results(browser: Browser, large: Large):
    with visit(browser, f"{large.site.address}stacks/") as page:
        page.get_by_role("search", name="Site").get_by_role("searchbox").fill(large.titles[5])
        page.keyboard.press("Enter")
        expect(page.locator("#cards h3").first).to_have_text(large.titles[5])
        expect(page.locator("#catalog-q")).to_have_value(large.titles[5])


def test_stacks_and_pages_that_match_are_named_below(browser: Browser, served: Site):
    with visit(browser, f"{served.address}catalog/?q=foundations+of+reading") as page:
        first = page.get_by_role("region", name="Also on this site").get_by_role("listitem").first
        expect(first).to_contain_text("Stack: ")
        link = first.get_by_role("link", name="Foundations of Reading, K–3")
        link.click()
        expect(page).to_have_url(f"{served.address}stacks/foundations-of-reading/")


def test_the_number_of_results_is_said_once_after_a_pause(catalog: Page):
    status = catalog.get_by_role("status")
    assert status.text_content() == ""
    catalog.evaluate(
        """() => {
            const status = document.querySelector('[role=status]');
            window.said = [];
            new MutationObserver(() => status.textContent && said.push(status.textContent))
                .observe(status, { childList: true, characterData: true, subtree: true });
        }"""
    )
    catalog.locator("#catalog-q").press_sequentially("students", delay=250)
    choose(catalog, "subject", "literacy")
    settle(catalog)
    expect(status).not_to_have_text("", timeout=3000)
    catalog.wait_for_timeout(1000)
    assert catalog.evaluate("said") == [f"{summary(catalog).text_content()}. Filters: Subject: Literacy."]


# --- Filters -----------------------------------------------------------------------------------------------------


def test_choices_widen_inside_a_group_and_narrow_between_groups(catalog: Page, large: Large):
    choose(catalog, "subject", "literacy")
    expect(summary(catalog)).to_have_text(plural(len(large.fitting({"subject": ["literacy"]})), "micro-credential"))
    choose(catalog, "subject", "science")
    chosen = {"subject": ["literacy", "science"]}
    expect(summary(catalog)).to_have_text(plural(len(large.fitting(chosen)), "micro-credential"))
    expect(chips(catalog)).to_have_count(2)
    chosen["level"] = [biggest(large, "level")]
    choose(catalog, "level", chosen["level"][0])
    expect(summary(catalog)).to_have_text(plural(len(large.fitting(chosen)), "micro-credential"))
    expect(chips(catalog)).to_have_count(3)
    assert titles(catalog) == large.fitting(chosen)
    expect(catalog).to_have_url(ending(f"/catalog/?{urlencode(chosen, doseq=True)}"))


def trials(facets: tuple[FacetOptions, ...], count: int) -> Iterator[dict[str, list[str]]]:
    """Yield random choices, always the same ones, from one that many credentials match to some that none matches."""
    chance = random.Random(2026)
    for _ in range(count):
        groups = chance.sample(facets, chance.randint(1, 5))
        yield {
            g.facet.id: [o.id for o in chance.sample(g.options, min(len(g.options), chance.randint(1, 2)))]
            for g in groups
        }


def test_every_count_says_what_ticking_gives(browser: Browser, large: Large):
    with visit(browser, f"{large.site.address}catalog/") as page:
        for chosen in trials(large.facets, 10):
            page.goto(f"{large.site.address}catalog/?{urlencode(chosen, doseq=True)}")
            settle(page)
            fitting = large.fitting(chosen)
            assert summary(page).text_content() == plural(len(fitting), "micro-credential")
            expect(chips(page)).to_have_count(sum(map(len, chosen.values())))
            assert titles(page) == fitting[:PER_PAGE]
            shown = page.locator("#filters .option").evaluate_all(
                """labels => labels.map(label => {
                    const { name, value, checked, disabled } = label.querySelector('input');
                    return [name, value, checked, disabled, Number(label.querySelector('.option-count').textContent)];
                })"""
            )
            assert shown == [
                [facet.facet.id, answer.id, is_chosen, count == 0 and not is_chosen, count]
                for facet, answer in offered(large)
                for is_chosen in [answer.id in chosen.get(facet.facet.id, [])]
                for count in [len(large.fitting({**chosen, facet.facet.id: [answer.id]}))]
            ]


def offered(large: Large) -> list[tuple[FacetOptions, Option]]:
    """Return the options that the page offers, in order: of students and video, only “not needed”."""
    facets = [facet for group in filter_groups(large.facets) for facet in group.facets]
    pairs = [(facet, answer) for facet in facets for answer in facet.options]
    return [(f, o) for f, o in pairs if f.facet.id not in ("students", "video") or o.id == "no"]


def contradiction(large: Large) -> dict[str, list[str]]:
    """Return two options that some credentials have, but none has both."""
    answers = [(facet.facet.id, answer.id) for facet, answer in offered(large)]
    pairs = ({one: [a], other: [b]} for (one, a), (other, b) in combinations(answers, 2) if one != other)
    return next(chosen for chosen in pairs if not large.fitting(chosen))


def test_a_folded_group_says_what_is_chosen_in_it(catalog: Page):
    choose(catalog, "level", "foundational")
    group = catalog.locator("details", has=option(catalog, "level", "foundational"))
    group.locator("summary").click()
    expect(group.locator("input").first).to_be_hidden()
    expect(group.locator("summary")).to_contain_text("Foundational")


def test_of_the_limits_of_hours_one_can_be_chosen(catalog: Page, large: Large):
    choose(catalog, "hours", "up-to-12")
    choose(catalog, "hours", "up-to-20")
    expect(option(catalog, "hours", "up-to-12")).not_to_be_checked()
    expect(chips(catalog)).to_have_text(re.compile("Time: Up to 20 hours"))
    assert titles(catalog) == large.fitting({"hours": ["up-to-20"]})[:PER_PAGE]


def test_filters_hold_for_words_too(catalog: Page, large: Large):
    chosen = {"subject": [biggest(large, "subject")]}
    catalog.fill("#catalog-q", "students")
    settle(catalog)
    choose(catalog, "subject", chosen["subject"][0])
    expect(chips(catalog)).to_have_count(1)
    assert set(titles(catalog)) <= set(large.fitting(chosen))
    expect(catalog.locator("#catalog-q")).to_have_value("students")


def test_a_choice_that_empties_an_option_under_the_focus_leaves_it_focused(browser: Browser, large: Large):
    chosen = contradiction(large)
    facet, [value, *_] = next(iter(chosen.items()))
    with visit(browser, f"{large.site.address}catalog/?{urlencode(chosen, doseq=True)}") as page:
        settle(page)
        choose(page, facet, value)
        settle(page)
        expect(option(page, facet, value)).to_be_focused()
        expect(option(page, facet, value)).to_be_enabled()


def test_chips_take_choices_back_and_the_focus_moves_on(catalog: Page):
    for value in ("literacy", "science", "mathematics"):
        choose(catalog, "subject", value)
    expect(chips(catalog)).to_have_text(
        [re.compile(f"Subject: {each}") for each in ("Literacy", "Science", "Mathematics")]
    )
    catalog.get_by_role("button", name="Remove Subject: Science").press("Enter")
    expect(chips(catalog)).to_have_count(2)
    expect(catalog.get_by_role("button", name="Remove Subject: Mathematics")).to_be_focused()
    expect(option(catalog, "subject", "science")).not_to_be_checked()
    catalog.locator(".finder").get_by_role("button", name="Clear all").press("Enter")
    expect(chips(catalog)).to_have_count(0)
    expect(summary(catalog)).to_have_text("60 micro-credentials")
    expect(summary(catalog)).to_be_focused()


# --- The address -------------------------------------------------------------------------------------------------


def test_an_address_opens_with_everything_in_place(browser: Browser, large: Large):
    state = {"q": "students", "subject": ["literacy", "science"], "sort": "hours"}
    with visit(browser, f"{large.site.address}catalog/?{urlencode(state, doseq=True)}") as page:
        settle(page)
        expect(page.locator("#catalog-q")).to_have_value("students")
        expect(page.locator("#catalog-sort")).to_have_value("hours")
        assert page.locator("#filters :checked").evaluate_all("boxes => boxes.map(box => box.value)") == [
            "literacy",
            "science",
        ]
        expect(page).to_have_url(ending(urlencode(state, doseq=True)))


def test_what_an_old_or_broken_address_asks_for_in_vain_is_ignored_with_a_sentence(browser: Browser, large: Large):
    address = f"{large.site.address}catalog/?subject=alchemy&sort=price&page=-3&page=x&hours=&other=1"
    with visit(browser, address) as page:
        settle(page)
        expect(page.locator("#instead")).to_contain_text("not have the filter “subject: alchemy”, so it was ignored")
        expect(page.locator("#instead")).to_contain_text("not have the filter “other: 1”, so it was ignored")
        expect(summary(page)).to_have_text("60 micro-credentials")
        assert titles(page) == large.titles[:PER_PAGE]


def test_back_and_forward_walk_through_the_choices(catalog: Page, large: Large):
    whole = summary(catalog).text_content()
    catalog.fill("#catalog-q", "students")
    settle(catalog)
    expect(catalog).to_have_url(re.compile(r"\?q=students$"))
    searched = summary(catalog).text_content()
    choose(catalog, "subject", "literacy")
    expect(chips(catalog)).to_have_count(1)
    filtered = summary(catalog).text_content()
    catalog.go_back()
    expect(summary(catalog)).to_have_text(searched or "")
    expect(option(catalog, "subject", "literacy")).not_to_be_checked()
    expect(catalog.locator("#catalog-q")).to_have_value("students")
    catalog.go_forward()
    expect(summary(catalog)).to_have_text(filtered or "")
    expect(option(catalog, "subject", "literacy")).to_be_checked()
    assert whole == "60 micro-credentials"


def test_coming_back_from_a_credential_finds_the_list_as_it_was(catalog: Page):
    choose(catalog, "subject", "literacy")
    settle(catalog)
    before = titles(catalog)
    catalog.locator("#cards h3 a").first.click()
    expect(catalog.locator("h1")).to_have_text(before[0])
    catalog.go_back()
    settle(catalog)
    assert titles(catalog) == before
    expect(option(catalog, "subject", "literacy")).to_be_checked()


def test_pages_of_a_list_can_be_turned_and_shared(catalog: Page, large: Large):
    catalog.get_by_role("link", name="Next page").click()
    expect(summary(catalog)).to_have_text("60 micro-credentials, page 2 of 2")
    expect(summary(catalog)).to_be_focused()
    expect(catalog).to_have_url(ending("/catalog/?page=2"))
    assert titles(catalog) == large.titles[PER_PAGE:]
    catalog.reload()
    expect(catalog.get_by_text("Page 2 of 2", exact=True)).to_be_visible()
    assert titles(catalog) == large.titles[PER_PAGE:]
    catalog.go_back()
    expect(summary(catalog)).to_have_text("60 micro-credentials")
    catalog.goto(f"{large.site.address}catalog/?page=99")
    expect(catalog.get_by_text("Page 2 of 2", exact=True)).to_be_visible()


def test_a_choice_on_a_later_page_leads_to_the_whole_catalog(browser: Browser, large: Large):
    with visit(browser, f"{large.site.address}catalog/page/2/") as page:
        choose(page, "subject", "literacy")
        page.wait_for_url(re.compile(r"/catalog/\?.*subject=literacy"))
        settle(page)
        assert titles(page) == large.fitting({"subject": ["literacy"]})


def test_sorting_by_time_puts_the_least_first(catalog: Page, large: Large):
    catalog.select_option("#catalog-sort", "hours")
    settle(catalog)
    hours = {entry.spec.title: entry.spec.effort.hours for entry in large.catalog.credentials}
    expected = sorted(large.titles, key=lambda title: (hours[title].min, hours[title].max))  # type: ignore[union-attr]
    assert titles(catalog) == expected[:PER_PAGE]
    expect(catalog).to_have_url(ending("?sort=hours"))


def test_sorting_by_newest_puts_the_latest_day_first(browser: Browser, served: Site, large: Large):
    with visit(browser, f"{served.address}catalog/?sort=newest") as page:
        settle(page)
        addresses = [link.get_attribute("href") or "" for link in page.locator(".cards h3 a").all()]
    catalog = load(DEMONSTRATION / "content")
    dates = {f"/credentials/{entry.slug}/": entry.spec.dates for entry in catalog.credentials}
    shown = [dates[f"/{'/'.join(address.strip('/').split('/')[-2:])}/"] for address in addresses]
    days = [each.published or each.created for each in shown]
    assert len(set(days)) > 5
    assert days == sorted(days, reverse=True)  # type: ignore[type-var]


def test_a_guess_says_what_was_looked_for(browser: Browser, served: Site):
    sentences = {
        "feedbakc": "Showing results for “feedback”: nothing matches “feedbakc”.",
        "feedback xyzzyx": "Nothing matches “xyzzyx”.",
        "feedback": "",
        "feedb": "",
    }
    with visit(browser, f"{served.address}catalog/") as page:
        for typed, said in sentences.items():
            page.fill("#catalog-q", typed)
            expect(page).to_have_url(ending(urlencode({"q": typed})))
            settle(page)
            expect(page.locator("#instead")).to_have_text(said)
            expect(page.locator("#catalog-status")).to_contain_text(said or "micro-credential")
            expect(page.get_by_role("link", name="Browse the catalog")).to_have_count(1 if said else 0)


# --- Nothing found, nothing loaded -------------------------------------------------------------------------------


def test_an_empty_list_says_which_choice_to_drop_and_what_that_gives(browser: Browser, large: Large):
    chosen = contradiction(large)
    freed = {facet: len(large.fitting({f: v for f, v in chosen.items() if f != facet})) for facet in chosen}
    with visit(browser, f"{large.site.address}catalog/?{urlencode(chosen, doseq=True)}") as page:
        advice = page.locator("#nothing-found")
        expect(advice).to_contain_text("No micro-credential matches all of this.")
        given = [
            int(re.findall(r"see (\d+) micro", text)[0]) for text in advice.get_by_role("button").all_text_contents()
        ]
        assert given == sorted((count for count in freed.values() if count), reverse=True)
        assert advice.get_by_role("link", name="Grade").get_attribute("href")
        advice.get_by_role("button").first.click()
        expect(summary(page)).to_contain_text(plural(given[0], "micro-credential"))
        expect(summary(page)).to_be_focused()
        expect(advice).to_be_hidden()


def test_words_that_nothing_has_can_be_dropped_and_the_filters_kept(browser: Browser, large: Large):
    fitting = large.fitting({"subject": ["literacy"]})
    with visit(browser, f"{large.site.address}catalog/?q=xyzzyqwv&subject=literacy") as page:
        words = page.get_by_role(
            "button", name=f"Remove the words “xyzzyqwv” and see {plural(len(fitting), 'micro-credential')}"
        )
        words.click()
        expect(summary(page)).to_have_text(plural(len(fitting), "micro-credential"))
        expect(chips(page)).to_have_count(1)
        expect(page.locator("#catalog-q")).to_have_value("")


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("tier 2 words", "Rich vocabulary instruction"),
        ("peer coaching", "Leading a coaching cycle"),
        ("parnet", "Two-way conversations with families"),
    ],
    ids=["a chance match deep in a text comes first", "another one", "a typing error in a synonym"],
)
def test_the_page_shows_what_was_meant_among_the_first_five(browser: Browser, served: Site, asked: str, meant: str):
    page = browser.new_page()
    page.goto(f"{served.address}catalog/?q={asked}")
    settle(page)
    assert meant in titles(page)[:5]
    page.close()


@pytest.mark.wcag("1.4.10")
def test_a_word_without_end_does_not_widen_the_page(browser: Browser, large: Large):
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(f"{large.site.address}catalog/?q={'phonemic' * 15}")
    settle(page)
    assert page.locator("#nothing-found").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.close()


@pytest.mark.parametrize(
    ("missing", "state"),
    [
        ("blocks-*", "q=students"),
        ("core-*", "q=students"),
        ("manifest.json", "q=students"),
        ("cards-*", "subject=literacy"),
    ],
)
def test_a_file_that_does_not_come_is_not_taken_for_an_empty_result(
    browser: Browser, large: Large, missing: str, state: str
):
    page = browser.new_page()
    page.route(f"**/assets/search/{missing}", lambda route: route.abort())
    page.goto(f"{large.site.address}catalog/?{state}")
    failure = page.locator("#search-failed")
    expect(failure).to_contain_text("Search could not be loaded.")
    expect(page.get_by_role("status")).to_have_text("Search could not be loaded.")
    expect(page.locator("#nothing-found")).to_be_hidden()
    assert "No micro-credential" not in page.locator("main").inner_text()
    assert titles(page) == large.titles[:PER_PAGE]
    assert failure.get_by_role("link", name="Subject").get_attribute("href")
    page.unroute(f"**/assets/search/{missing}")
    failure.get_by_role("button", name="Try again").click()
    settle(page)
    expect(failure).to_be_hidden()
    expect(page).to_have_url(ending(state))
    page.close()


# --- Keyboard, small screens, assistive technology ---------------------------------------------------------------


def test_a_keyboard_alone_reaches_what_needs_no_students_in_twelve_keys(browser: Browser, served: Site):
    keys = ["Tab", "Enter", "Tab", "Tab", *["Tab"] * 5, "Space", "Enter", "Tab"]
    with visit(browser, f"{served.address}catalog/") as page:
        presets = page.locator("[data-preset]").count()
        for n, key in enumerate(keys):
            page.keyboard.press(key)
            if n == 3:
                for _ in range(presets):
                    page.keyboard.press("Tab")
            if key == "Space":
                expect(option(page, "students", "no")).to_be_checked()
                settle(page)
        assert len(keys) == 12
        expect(page.locator("#cards h3 a").first).to_be_focused()
        assert titles(page) == ["Planning for the language of a unit", "Protecting student data in classroom tools"]


def test_arrow_keys_move_within_a_group_of_filters(catalog: Page):
    first = option(catalog, "grade", "PK")
    first.focus()
    catalog.keyboard.press("ArrowRight")
    expect(option(catalog, "grade", "K-2")).to_be_focused()
    catalog.keyboard.press("End")
    expect(option(catalog, "grade", "9-12")).to_be_focused()
    catalog.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    expect(catalog.locator(".arrows-hint")).to_be_visible()
    option(catalog, "subject", "literacy").focus()
    catalog.keyboard.press("End")
    catalog.keyboard.press("Enter")
    expect(catalog.locator("fieldset[data-group=Subject] label:visible")).to_have_count(
        catalog.locator("fieldset[data-group=Subject] label").count()
    )


def test_on_a_phone_the_filters_are_a_sheet_that_keeps_the_focus(browser: Browser, large: Large):
    with visit(browser, f"{large.site.address}catalog/", viewport=PHONE) as page:
        opener = page.get_by_role("button", name=re.compile("^Filters"))
        expect(page.locator("#filters")).to_be_hidden()
        opener.press("Enter")
        sheet = page.get_by_role("dialog", name="Filters")
        expect(sheet.get_by_role("button", name="Close the filters")).to_be_focused()
        box = sheet.bounding_box()
        assert box
        assert (box["y"], box["height"]) == (0, PHONE["height"])
        choose(page, "subject", "literacy")
        expect(sheet.get_by_role("button", name=re.compile(r"^Show \d+$"))).to_be_in_viewport()
        for _ in range(40):
            page.keyboard.press("Tab")
            assert page.evaluate(
                "document.activeElement.closest('#filters') || document.activeElement === document.body"
            )
        option(page, "subject", "literacy").focus()
        page.keyboard.press("Escape")
        expect(page.locator("#filters")).to_be_hidden()
        expect(opener).to_be_focused()
        expect(opener).to_have_text("Filters (1)")
        opener.press("Enter")
        page.get_by_role("button", name=re.compile(r"^Show \d+$")).press("Enter")
        expect(page.locator("#filters")).to_be_hidden()
        expect(summary(page)).to_be_focused()


def _filtered(page: Page) -> None:
    page.fill("#catalog-q", "students")
    settle(page)


def _waiting(page: Page) -> None:
    page.route("**/assets/search/*", lambda _: None)
    page.fill("#catalog-q", "students")
    expect(page.locator("#results")).to_have_attribute("aria-busy", "true")
    page.evaluate("document.documentElement.removeAttribute('data-searching')")  # its animation takes long
    page.evaluate("Promise.all(document.getAnimations().map(each => each.finished))")


def _nothing(page: Page) -> None:
    page.fill("#catalog-q", "xyzzyqwv")
    expect(page.locator("#nothing-found")).to_be_visible()
    settle(page)


def _failed(page: Page) -> None:
    settle(page)
    page.locator("#search-failed").evaluate("banner => { banner.hidden = false; }")


def _opened(page: Page) -> None:
    if page.locator(".filters-button").is_visible():
        page.locator(".filters-button").click()
        expect(page.get_by_role("dialog")).to_be_visible()
    choose(page, "subject", "literacy")
    folded = page.locator("#filters details:not([open]) summary")
    while folded.count():
        folded.first.click()
    settle(page)
    page.locator("#filters").evaluate("each => { each.style.maxHeight = 'none'; }")  # so that its head covers nothing


@pytest.mark.parametrize("act", [_filtered, _waiting, _nothing, _failed, _opened])
def test_axe_finds_no_barrier_in_any_state(
    browser: Browser, large: Large, act: Callable[[Page], None], views: tuple[View, ...]
):
    context = {"viewport": size(320), "reduced_motion": "reduce"}
    with visit(browser, f"{large.site.address}catalog/?role=paraprofessional", **context) as page:
        act(page)
        assert barriers(page, *views) == []
