"""An educator's plan and comparison as educators use them: save, add up, schedule, share, print, compare."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from axe import View, barriers
from playwright.sync_api import Browser, Page, Route, expect
from website import Site

A, B, C = "questioning-and-wait-time", "phonemic-awareness-with-letters", "rich-vocabulary-instruction"


def facts(site: Site, slug: str) -> Any:
    return json.loads((site.folder / f"credentials/{slug}/facts.json").read_text("utf-8"))


@pytest.fixture
def page(browser: Browser, served: Site) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def save(page: Page, site: Site, *slugs: str) -> None:
    for slug in slugs:
        page.goto(f"{site.address}credentials/{slug}/")
        page.get_by_role("button", name="Save to my plan").click()
        expect(page.get_by_role("button", name="Remove from my plan")).to_be_visible()


def keep(page: Page, site: Site, *slugs: str) -> None:
    """Store a plan without opening the pages of its credentials."""
    page.goto(f"{site.address}assets/plan/stacks.json")
    page.evaluate("slugs => localStorage.setItem('microcredentials-plan', JSON.stringify(slugs))", slugs)


def test_saved_credentials_are_added_up_and_kept(page: Page, served: Site):
    save(page, served, A, B)
    page.get_by_role("link", name="My plan").click()
    saved = [facts(served, slug) for slug in (A, B)]
    least, most = (sum(each["hours"][end] for each in saved) for end in (0, 1))
    points = sum(worth["amount"] for each in saved for worth in each["worth"])
    goal = f"{points:g} of 40 renewal points {40 - points:g} more to reach the goal"
    expect(page.locator("#plan-tiles li")).to_have_text([goal, f"{least:g}–{most:g} hours", "2 micro-credentials",
                                                         "0 of 2 stacks complete"])  # fmt: skip
    expect(page.locator("#plan-items h3")).to_have_text([each["title"] for each in saved])
    expect(page.locator("#plan-worth li")).to_have_text([
        f"License renewal: {points:g} renewal points"
        + " and ".join(f"{each['title']} ({each['worth'][0]['amount']:g})" for each in saved)
    ])  # fmt: skip
    page.get_by_role("button", name=f"Remove {saved[0]['title']} from the plan").click()
    expect(page.locator("#plan-items h3")).to_have_text([saved[1]["title"]])
    expect(page.locator("#plan-items-title")).to_be_focused()
    page.reload()
    expect(page.locator("#plan-items h3")).to_have_text([saved[1]["title"]])


def test_the_order_is_changed_by_buttons_and_by_dragging(page: Page, served: Site):
    keep(page, served, A, B, C)
    page.goto(f"{served.address}plan/")
    a, b, c = (facts(served, slug)["title"] for slug in (A, B, C))
    titles, status = page.locator("#plan-items h3"), page.get_by_role("status")
    expect(page.get_by_role("button", name=f"Move {a} up")).to_be_disabled()
    page.get_by_role("button", name=f"Move {c} up").press("Enter")
    expect(titles).to_have_text([a, c, b])
    expect(status).to_have_text(f"{c} is number 2 of 3.")
    expect(page.get_by_role("button", name=f"Move {c} up")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=f"Move {c} down")).to_be_focused()  # at the top
    handles = page.locator(".plan-grip")
    box, target = handles.nth(0).bounding_box(), page.locator(".plan-item").nth(2).bounding_box()
    assert box
    assert target
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(target["x"] + 5, target["y"] + target["height"] - 2, steps=3)
    page.mouse.up()
    expect(status).to_have_text(f"{c} is number 3 of 3.")
    page.reload()
    expect(titles).to_have_text([a, b, c])


def test_the_first_day_is_kept_and_shared_and_other_tabs_are_followed(page: Page, served: Site):
    keep(page, served, A)
    page.goto(f"{served.address}plan/")
    page.get_by_label("First day").fill("2026-12-01")
    page.get_by_label("I also work in school breaks").check()
    expect(page.get_by_label("Address of this plan")).to_have_value(re.compile("&begin=2026-12-01&breaks=work$"))
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d dates from Fri, Dec 4, 2026 to Mon, Jan 18, 2027"))
    page.reload()
    expect(page.get_by_label("First day")).to_have_value("2026-12-01")
    expect(page.get_by_label("I also work in school breaks")).to_be_checked()
    other = page.context.new_page()
    other.goto(f"{served.address}plan/?plan={B}&begin=2020-01-04")
    expect(other.get_by_label("First day")).to_have_value("2020-01-04")
    expect(other.locator("#plan-past")).to_have_text("Sat, Jan 4, 2020 is in the past.")
    other.get_by_role("button", name="Save it as my plan").click()
    expect(page.locator("#plan-items h3")).to_have_count(2)
    expect(page.get_by_role("status")).to_have_text("The plan was changed in a different tab.")
    other.get_by_label("First day").fill("2028-01-04")
    expect(page.get_by_label("First day")).to_have_value("2028-01-04")
    expect(page.locator("#plan-beyond")).to_contain_text("No school breaks are listed after Fri, Dec 31, 2027.")


def test_a_stack_says_what_is_missing_and_when_it_is_complete(page: Page, served: Site):
    stacks = json.loads((served.folder / "assets/plan/stacks.json").read_text("utf-8"))["stacks"]
    stack = next(each for each in stacks if each["title"].startswith("Foundations of Reading"))
    required = [member for member in stack["members"] if member["role"] == "required"]
    electives = [member for member in stack["members"] if member["role"] == "elective"]
    row = page.locator("#plan-stacks .record > li", has_text=stack["title"])
    page.goto(f"{served.address}plan/?plan={required[0]['slug']}")
    expect(row).to_contain_text(f"1 of {len(required) + 1} planned")
    expect(row.get_by_role("button")).to_have_count(0)  # a shared plan cannot be changed
    keep(page, served, required[0]["slug"])
    page.goto(f"{served.address}plan/")
    expect(row.get_by_role("link")).to_have_text(
        [stack["title"], *(each["title"] for each in required[1:] + electives)]
    )
    for each in [*required[1:], electives[0]]:
        assert served.folder.joinpath("credentials", each["slug"], "index.html").exists()
        row.get_by_role("button", name=f"Add {each['title']} to the plan").click()
        expect(page.get_by_role("status")).to_have_text(f"{each['title']} was added to the plan.")
    expect(row).to_contain_text(f"All {len(required) + 1} are planned.")
    expect(row).to_contain_text(f"The whole stack brings: {'; '.join(stack['counts_for'])}")


def test_the_calendar_has_every_step_from_the_chosen_day(page: Page, served: Site):
    keep(page, served, A)
    page.goto(f"{served.address}plan/")
    lines = calendar_from(page, "2026-12-01").split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    events = re.findall(r"DTSTART;VALUE=DATE:(\d{8})\nSUMMARY:(.+?)\nURL", "\n".join(lines).replace("\n ", ""))
    said = facts(served, A)
    steps = [*said["steps"], "Result expected"]
    assert [title for _, title in events] == [f"{step} ({said['title']})" for step in steps]
    days = [date.fromisoformat(f"{day[:4]}-{day[4:6]}-{day[6:]}") for day, _ in events]
    assert days == sorted(days)
    *due, result = days
    worked = [day for day in working_days(date(2026, 12, 1), BREAKS) if day <= due[-1]]
    assert len(worked) == said["weeks"][1] * 5
    assert set(due) < set(worked)
    assert len([day for day in working_days(due[-1], []) if day <= result]) == 1 + said["turnaround"]
    expect(page.locator("#plan-steps ol time")).to_have_count(len(due))
    expect(page.locator("#plan-steps")).to_contain_text("students, who are away during Winter break (Dec 21, 2026")
    expect(page.locator("#plan-steps .plan-result time")).to_have_attribute("datetime", f"{result}")


BREAKS = [(date(2026, 12, 21), date(2027, 1, 1)), (date(2027, 3, 22), date(2027, 3, 26))]


def working_days(first: date, breaks: list[tuple[date, date]]) -> list[date]:
    """Return the working days of the year from *first*."""
    days = [first + timedelta(n) for n in range(365)]
    return [day for day in days if day.weekday() < 5 and not any(start <= day <= end for start, end in breaks)]


def calendar_from(page: Page, day: str) -> str:
    page.get_by_label("First day").fill(day)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download for my calendar").click()
    return Path(download.value.path()).read_bytes().decode()


def test_a_different_first_day_moves_the_events_and_adds_none(page: Page, served: Site):
    keep(page, served, A)
    page.goto(f"{served.address}plan/")
    first, second = (calendar_from(page, day) for day in ("2026-12-01", "2027-02-01"))
    names = re.findall(r"(?m)^UID:(.+)\r$", first)
    assert len(set(names)) == len(names) == len(facts(served, A)["steps"]) + 1
    assert names == re.findall(r"(?m)^UID:(.+)\r$", second)
    assert re.findall(r"DTSTART.+", first) != re.findall(r"DTSTART.+", second)
    assert set(re.findall(r"(?m)^DTSTAMP:(\d{8})T\d{6}Z\r$", first)) == {f"{datetime.now(UTC):%Y%m%d}"}


@pytest.mark.parametrize("day", ["1026-12-01", "9999-12-20", "275760-09-01"])
def test_a_mistyped_year_plans_nothing(page: Page, served: Site, day: str):
    keep(page, served, A)
    page.goto(f"{served.address}plan/")
    page.locator("#plan-begin").evaluate("(field, day) => { field.value = day; }", day)
    page.locator("#plan-begin").dispatch_event("change")
    expect(page.locator("#plan-items h3")).to_have_count(1)
    expect(page.locator("#plan-steps")).to_be_hidden()


def test_a_shared_plan_stays_open_if_it_cannot_be_saved(page: Page, served: Site):
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); };")
    page.goto(f"{served.address}plan/?plan={B}")
    page.get_by_role("button", name="Save it as my plan").click()
    expect(page.get_by_role("button", name="This browser does not allow saving")).to_be_visible()
    expect(page.locator("#plan-items h3")).to_have_text([facts(served, B)["title"]])


def test_a_shared_plan_does_not_replace_the_readers_own_until_it_is_saved(page: Page, served: Site, browser: Browser):
    keep(page, served, A)
    page.goto(f"{served.address}plan/?plan={B},nothing-of-the-kind,../../evil,{B}")
    expect(page.locator("#plan-items h3")).to_have_text([facts(served, B)["title"]])
    expect(page.locator("#plan-gone")).to_be_visible()
    page.goto(f"{served.address}plan/")
    expect(page.locator("#plan-items h3")).to_have_text([facts(served, A)["title"]])
    link = page.get_by_label("Address of this plan").input_value()
    other = browser.new_context().new_page()
    other.goto(link)
    expect(other.locator("#plan-items h3")).to_have_text([facts(served, A)["title"]])
    other.get_by_role("button", name="Save it as my plan").click()
    expect(other).to_have_url(f"{served.address}plan/")
    expect(other.locator("#plan-items h3")).to_have_text([facts(served, A)["title"]])
    other.context.close()


RETIRED = "exit-tickets"


def test_a_credential_retired_since_it_was_saved_can_be_replaced_by_its_successor(page: Page, served: Site):
    keep(page, served, A)
    page.evaluate(f"localStorage.setItem('microcredentials-plan', '[\"{RETIRED}\", \"{A}\"]')")
    page.goto(f"{served.address}plan/")
    said, kept = facts(served, RETIRED), facts(served, A)
    follows = said["retired"]["followed_by"]
    card = page.locator("#plan-items li", has_text=said["title"])
    expect(card).to_contain_text(f"{said['retired']['words']}. It can no longer be started.")
    expect(card.get_by_role("link", name=follows["title"])).to_have_attribute("href", re.compile(follows["url"]))
    expect(page.locator("#plan-tiles")).to_contain_text(f"{kept['hours'][0]:g}–{kept['hours'][1]:g} hours")
    expect(page.locator("#plan-worth")).not_to_contain_text(said["title"])
    card.get_by_role("button", name="Plan this one instead").click()
    expect(page.locator("#plan-items h3")).to_have_text([follows["title"], kept["title"]])
    page.reload()
    expect(page.locator("#plan-items h3")).to_have_text([follows["title"], kept["title"]])


def test_a_credential_that_the_catalog_no_longer_has_is_named_and_can_be_removed(page: Page, served: Site):
    keep(page, served, A)
    page.evaluate(f"localStorage.setItem('microcredentials-plan', '[\"long-gone\", \"{A}\"]')")
    page.goto(f"{served.address}plan/")
    expect(page.locator("#plan-gone")).to_contain_text("No longer in the catalog: long-gone.")
    expect(page.locator("#plan-failed")).to_be_hidden()
    page.get_by_role("button", name="Remove from my plan").click()
    expect(page.locator("#plan-gone")).to_be_hidden()
    page.reload()
    expect(page.locator("#plan-gone")).to_be_hidden()
    expect(page.locator("#plan-items h3")).to_have_text([facts(served, A)["title"]])
    page.goto(f"{served.address}catalog/compare/?c={A}&c=long-gone")
    expect(page.locator("#compare-failed")).to_contain_text("long-gone")


TROUBLE: dict[str, Callable[[Route], None]] = {
    "offline": lambda route: route.abort(),
    "busy": lambda route: route.fulfill(status=503),
}


@pytest.mark.parametrize("trouble", TROUBLE)
def test_a_failed_connection_does_not_offer_to_remove_credentials(page: Page, served: Site, trouble: str):
    keep(page, served, A, B)
    page.route(f"**/{A}/facts.json", TROUBLE[trouble])
    page.goto(f"{served.address}plan/")
    expect(page.locator("#plan-failed")).to_be_visible()
    expect(page.locator("#plan-gone")).to_be_hidden()
    page.unroute(f"**/{A}/facts.json")
    page.reload()
    expect(page.locator("#plan-items h3")).to_have_text([facts(served, slug)["title"] for slug in (A, B)])


def test_a_comparison_works_without_the_catalog_and_says_that_it_could_not_be_loaded(page: Page, served: Site):
    page.route("**/assets/search/**", TROUBLE["offline"])
    page.goto(f"{served.address}catalog/compare/?c={A}&c={B}")
    expect(page.locator("#compare-frame th[scope=col]")).to_have_count(2)
    expect(page.get_by_label("Add one")).to_be_disabled()
    expect(page.get_by_label("Add one")).to_have_text("The catalog could not be loaded")


def test_a_comparison_of_two_fits_on_a_phone(page: Page, served: Site):
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{served.address}catalog/compare/?c={A}&c={RETIRED}")
    expect(page.get_by_role("columnheader")).to_have_count(2)
    status = page.locator(".comparison tbody", has_text=re.compile("^Status"))
    expect(status).to_contain_text(facts(served, RETIRED)["retired"]["words"])
    frame = page.locator("#compare-frame")
    assert frame.evaluate("each => each.scrollWidth <= each.clientWidth")


@pytest.mark.parametrize(
    ("stored", "kept"),
    [
        ("nonsense", 0), ("{}", 0), ('[1, {"a": 2}, "<img src=x>"]', 0), (f'["{A}", "<script>", "{B}"]', 2),
        (f'["{A}", null]', 1),
    ],
)  # fmt: skip
def test_a_damaged_plan_is_repaired_with_a_sentence(stored: str, kept: int, page: Page, served: Site):
    page.goto(f"{served.address}plan/")
    expect(page.locator("#plan-empty")).to_be_visible()
    expect(page.locator("#plan-damaged")).to_be_hidden()
    page.evaluate("text => localStorage.setItem('microcredentials-plan', text)", stored)
    page.reload()
    expect(page.locator("#plan-damaged")).to_be_visible()
    expect(page.locator("#plan-items > li")).to_have_count(kept)
    page.reload()
    expect(page.locator("#plan-items > li")).to_have_count(kept)
    expect(page.locator("#plan-empty")).to_be_visible(visible=not kept)
    expect(page.locator("#plan-damaged")).to_be_hidden()


def test_a_damaged_link_shows_the_valid_part_and_says_so(page: Page, served: Site):
    page.goto(f"{served.address}plan/?plan={A},%3Cscript%3E,{B}")
    expect(page.locator("#plan-shared")).to_be_visible()
    expect(page.locator("#plan-damaged")).to_be_visible()
    expect(page.locator("#plan-items > li")).to_have_count(2)
    page.get_by_role("button", name="Save it as my plan").click()
    expect(page.locator("#plan-items > li")).to_have_count(2)
    expect(page.locator("#plan-damaged")).to_be_hidden()


def test_the_comparison_shows_the_facts_of_each_credential(page: Page, served: Site):
    page.goto(f"{served.address}catalog/compare/?c={A}&c={B}")
    titles = [facts(served, slug)["title"] for slug in (A, B)]
    expect(page.locator(".comparison thead th a")).to_have_text(titles)
    page.get_by_label("Add one").select_option(facts(served, C)["title"])
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator(".comparison thead th")).to_have_count(3)
    said = [dict(facts(served, slug)["facts"]) for slug in (A, B, C)]
    labels = [label for label in said[0] if any(each[label] for each in said)]
    different = [label for label in labels if any(each[label] != said[0][label] for each in said)]
    assert 0 < len(different) < len(labels)
    expect(page.locator(".comparison tbody th")).to_have_text(different)
    page.get_by_label("Show only differences").uncheck()
    expect(page.get_by_role("status")).to_have_text(f"{len(labels)} facts shown")
    for label in labels:
        cells = page.locator(".comparison tbody", has=page.get_by_text(label, exact=True)).locator("td")
        shown = said if label in different else said[:1]
        expect(cells).to_have_text(["".join(each[label]) or "Not stated" for each in shown])
    page.get_by_role("button", name=f"Remove {titles[0]}").click()
    expect(page.locator(".comparison thead th")).to_have_count(2)
    page.go_back()
    expect(page.locator(".comparison thead th")).to_have_count(3)


def test_a_comparison_has_at_most_four_and_says_so(page: Page, served: Site):
    four = [A, B, C, RETIRED]
    query = "&".join(f"c={slug}" for slug in [*four, "co-planning"])
    page.goto(f"{served.address}catalog/compare/?{query}")
    expect(page.locator("#compare-over")).to_be_visible()
    expect(page.locator("#compare-over")).to_have_text("Only 4 can be compared at once. Left out: co-planning.")
    expect(page.locator("#compare-full")).to_contain_text("Remove one to add a different one.")
    expect(page.locator("#compare-add")).to_be_hidden()
    page.get_by_role("button", name=f"Remove {facts(served, A)['title']}").click()
    expect(page.locator(".comparison thead th")).to_have_count(3)
    expect(page.get_by_role("region", name="Comparison")).to_be_focused()
    page.goto(f"{served.address}catalog/compare/")  # as chosen on cards, which follow the page
    expect(page.locator(".comparison thead th")).to_have_count(3)


def test_axe_finds_no_barrier_when_both_are_full(page: Page, served: Site, views: tuple[View, ...]):
    page.emulate_media(reduced_motion="reduce")
    keep(page, served, A, RETIRED, B)
    four = f"catalog/compare/?c={A}&c={B}&c={C}&c={RETIRED}"
    for address, ready in (("plan/", "#plan-items li"), (four, "tbody tr")):
        page.goto(f"{served.address}{address}")
        page.locator(ready).first.wait_for()
        if "plan" in address:
            page.get_by_label("First day").fill("2026-12-01")
        assert barriers(page, *views) == []


def test_a_printed_plan_or_comparison_has_no_controls(page: Page, served: Site):
    for address, ready in ((f"plan/?plan={A},{B}", "#plan-items li"), (f"catalog/compare/?c={A}&c={B}", "tbody tr")):
        page.goto(f"{served.address}{address}")
        page.locator(ready).first.wait_for()
        page.emulate_media(media="print")
        for role in ("button", "combobox", "textbox", "navigation"):
            assert [each for each in page.get_by_role(role).all() if each.is_visible()] == []  # type: ignore[arg-type]
        expect(page.locator(ready).first).to_be_visible()
        page.emulate_media(media="screen")


def test_a_plan_can_be_made_by_keyboard(page: Page, served: Site):
    page.goto(f"{served.address}credentials/{A}/")
    button = page.get_by_role("button", name="Save to my plan")
    for _ in range(40):
        page.keyboard.press("Tab")
        if button.evaluate("each => each === document.activeElement"):
            break
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Remove from my plan")).to_be_focused()
    page.goto(f"{served.address}plan/")
    expect(page.locator("#plan-items h3")).to_have_text([facts(served, A)["title"]])


def test_sheets_contain_all_requirements_and_fit_on_paper(page: Page, served: Site):
    for slug in (A, B, C):
        page.goto(f"{served.address}credentials/{slug}/checklist/")
        page.emulate_media(media="print")
        text = page.locator("main").inner_text()
        expect(page.get_by_role("button", name="Print this checklist")).to_be_hidden()
        expect(page.locator(".site-header")).to_be_hidden()
        catalog = page.request.get(f"{served.address}credentials/{slug}/achievement.json").json()
        for criterion in catalog["resultDescription"]:
            assert criterion["name"] in text
        pages = page.pdf(format="Letter", prefer_css_page_size=True).count(b"/Type /Page\n")
        assert pages <= 2, f"{slug} takes {pages} pages"
        page.goto(f"{served.address}credentials/{slug}/scoring-sheet/")
        text = page.locator("main").inner_text()
        for criterion in catalog["resultDescription"]:
            for level in criterion["rubricCriterionLevel"]:
                assert " ".join(level["description"].split()) in text
        page.emulate_media(media="screen")


def test_tables_are_printed_as_tables(page: Page, served: Site):
    page.set_viewport_size({"width": 440, "height": 620})  # a small sheet between its margins
    row = page.locator(".stacking [role=row]:has([role=cell])").first
    for address in ("standards/coverage/", "catalog/approved-list/"):
        page.goto(f"{served.address}{address}")
        page.emulate_media(media="screen")
        assert row.evaluate("each => getComputedStyle(each).display") != "table-row"
        page.emulate_media(media="print")
        assert row.evaluate("each => getComputedStyle(each).display") == "table-row"


def test_the_approved_list_has_the_rows_of_the_catalog(page: Page, served: Site):
    catalog = json.loads((served.folder / "catalog.json").read_text("utf-8"))
    open_now = [each for each in catalog["credentials"] if each["status"] in ("published", "pilot")]
    expected = sorted(each["title"] for each in open_now for _ in (each["currency"] or [None]))
    page.goto(f"{served.address}catalog/approved-list/")
    assert sorted(page.locator(".approved [role=rowheader] a").all_inner_texts()) == expected
    rows = csv.DictReader(io.StringIO((served.folder / "catalog.csv").read_text("utf-8-sig")))
    assert {row["title"] for row in rows if row["kind"] == "credential" and row["status"] != "retired"} == set(expected)


def test_the_feed_has_the_same_news_as_the_page(served: Site):
    feed = (served.folder / "feed.xml").read_text("utf-8")
    page = served.html("catalog/news/")
    entries = re.findall(r"<entry>.*?<title>(.*?)</title>.*?<updated>(.*?)T", feed, re.DOTALL)
    assert len(entries) > 10
    assert [day for _, day in entries] == sorted((day for _, day in entries), reverse=True)
    assert page.count('<li><span class="badge') >= len(entries)
    assert {"New", "Changed", "Retired"} <= set(re.findall(r'<li><span class="badge [\w-]+">([^<]+)', page))
    assert any(title.endswith(", retired") for title, _ in entries)
