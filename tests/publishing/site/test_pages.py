"""The built pages as educators, writers and reviewers read them: in a browser."""

import re
import urllib.parse
from collections.abc import Iterator
from datetime import date
from html import unescape
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page, expect
from project import DEMONSTRATION
from website import KINDS, Site, visit

from microcredentials.model.sections import CREDENTIAL_LAYERS, sections_of

CREDENTIAL = KINDS["credential"]
DRAFT = "credentials/regrouping-from-current-student-work/"
SPOILED = "credentials/questioning-and-wait-time/"


def specs() -> dict[str, dict[str, Any]]:
    """Return the front matter of every published spec by its address, read with a different YAML reader."""
    found = {}
    for path in sorted(DEMONSTRATION.glob("content/*s/[!_]*.md")):
        if path.parent.name in ("credentials", "stacks"):
            data = yaml.safe_load(path.read_text("utf-8").split("---\n")[1])
            found[f"{path.parent.name}/{path.stem}/"] = data
    return {address: data for address, data in found.items() if data["status"] != "draft"}


SPECS = specs()
CREDENTIALS = {address: data for address, data in SPECS.items() if address.startswith("credentials/")}


@pytest.fixture(scope="module")
def page(browser: Browser, served: Site) -> Iterator[Page]:
    with visit(browser, served.address) as page:
        yield page


def words(locator: Locator) -> str:
    return re.sub(r"\s+", " ", locator.text_content() or "")


def text_of(html: str) -> str:
    """Return the text of elements, as a browser has it in `textContent`."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", "", html)))


def fact(html: str, term: str) -> str:
    """Return the text of the facts at the head of a page under *term*."""
    facts = html[html.index('class="hero-facts"') :].partition("</dl>")[0]
    [found] = [each for each in facts.split("<div>") if text_of(each.partition("</dt>")[0]).strip() == term]
    return " ".join(text_of(each).strip() for each in re.findall(r"(?s)<dd>(.*?)</dd>", found))


def sentences(value: Any) -> Iterator[str]:
    """Yield every text of a spec that is written for people: longer than an id, and not an address."""
    if isinstance(value, dict):
        for each in value.values():
            yield from sentences(each)
    elif isinstance(value, list):
        for each in value:
            yield from sentences(each)
    elif isinstance(value, str) and " " in value.strip() and not value.startswith(("http", "/")):
        yield re.sub(r"\s+", " ", value).strip()


@pytest.mark.parametrize("address", SPECS)
def test_every_text_of_a_spec_is_on_its_page(served: Site, address: str):
    shown = text_of(served.html(address).partition("<main")[2])
    assert [each for each in sentences(SPECS[address]) if each not in shown] == []


@pytest.mark.parametrize("address", CREDENTIALS)
def test_the_page_begins_with_the_facts_of_the_spec(served: Site, address: str):
    spec, html = CREDENTIALS[address], served.html(address)
    hours, weeks = spec["effort"]["hours"], spec["effort"]["weeks"]
    assert f"{hours['min']}–{hours['max']} hours over {weeks['min']}–{weeks['max']} weeks" in fact(html, "Time")
    assert fact(html, "Cost").strip().startswith("Free" if spec["cost"]["amount"] == 0 else "$")
    assert ("You work with students" in fact(html, "Students and video")) is spec["requires_students"]
    assert ("A video is required" in fact(html, "Students and video")) is spec["requires_video"]
    for currency in spec["currency"]:
        if "amount" in currency:
            assert f"{currency['amount']:g} " in fact(html, "Counts for")
    reviewed: date = spec["dates"]["last_reviewed"]
    gist = text_of(html[: html.index(' id="history"')].rpartition("<summary>")[2])
    assert f"{spec['version']}, last reviewed {reviewed:%B} {reviewed.day}, {reviewed.year}" in gist


def test_the_page_begins_with_the_facts_and_has_its_sections_in_order(page: Page, served: Site):
    page.goto(served.address + CREDENTIAL)
    first = [".breadcrumbs", ".kind-line .badge", "h1", ".lead", ".actions", ".hero-facts"]
    expected = [*first, *(f"#{anchor}" for anchor, _ in sections_of(CREDENTIAL_LAYERS))]
    order = page.locator("main").evaluate(
        """(main, selectors) => [...main.querySelectorAll(selectors.join())]
            .map(each => selectors.find(selector => each.matches(selector)))""",
        expected,
    )
    assert order == expected
    assert 4 <= page.locator("h2").count() <= 8


def test_every_former_anchor_of_a_page_is_kept(page: Page, served: Site):
    page.goto(served.address + CREDENTIAL)
    former = ("about", "competency", "evidence", "rubric", "research", "resources", "assessment", "currency", "stacks",
              "history", "support", "integrity", "privacy")  # fmt: skip
    for anchor in former:
        assert page.locator(f"#{anchor}").count() == 1, anchor
        page.goto(f"{served.address}{CREDENTIAL}#{anchor}")
        expect(page.locator(f"#{anchor}")).to_be_visible()  # browsers open the fold that contains the anchor


def test_start_leads_to_three_steps_and_a_message_that_names_the_credential(page: Page, served: Site):
    page.goto(served.address + CREDENTIAL)
    title = CREDENTIALS[CREDENTIAL]["title"]
    page.locator(".actions").get_by_role("link", name=f"Start {title}").click()
    expect(page).to_have_url(f"{served.address}{CREDENTIAL}#start")
    section = page.locator("#start")
    assert section.locator("ol > li").count() == 3
    href = section.get_by_role("link", name=f"Start {title}").get_attribute("href") or ""
    message = urllib.parse.unquote(href)
    assert message.startswith(f"mailto:microcredentials@sample-state.example?subject=Start: {title}&body=")
    assert CREDENTIAL in message
    section.get_by_role("link", name="How starting works").click()
    expect(page).to_have_url(served.address + "about/how-to-start/")


def test_every_cell_of_the_rubric_is_below_its_level(page: Page, served: Site):
    rubric = CREDENTIALS[CREDENTIAL]["rubric"]
    page.goto(served.address + CREDENTIAL)
    table = page.get_by_role("table", name="Rubric")
    heads = [words(each).strip() for each in table.get_by_role("columnheader").all()]
    assert len(heads) == len(rubric["levels"]) + 1
    assert all(head.startswith(level) for head, level in zip(heads[1:], rubric["levels"], strict=True))
    assert all(head.endswith(("point", "points")) for head in heads[1:]), "where points decide, no level is marked"
    for row, criterion in zip(table.locator(".rubric-body > div").all(), rubric["criteria"], strict=True):
        assert words(row.locator(".criterion")) == criterion["name"]
        cells = row.locator("[role=cell]:not(.examples)").all()
        assert [words(cell.locator("p").nth(1)) for cell in cells] == [
            " ".join(criterion["descriptors"][level].split()) for level in rubric["levels"]
        ]
        labels = [(cell.locator(".level-name").text_content() or "").partition(",")[0] for cell in cells]
        assert labels == rubric["levels"]


@pytest.mark.parametrize(
    ("slug", "rule"),
    [
        ("questioning-and-wait-time", "6 of 6 at Met"),
        ("behavior-specific-praise", "8 of 12 points"),
    ],
)
def test_the_passing_rule_is_a_number_at_the_rubric(page: Page, served: Site, slug: str, rule: str):
    page.goto(f"{served.address}credentials/{slug}/")
    assert words(page.locator("#rubric .rule-number")) == rule
    assert page.locator("#rubric .rule + .rubric").count() == 1


@pytest.mark.parametrize("kind", ["credential", "stack", "standards", "guide"])
def test_the_table_of_contents_links_to_every_section(page: Page, served: Site, kind: str):
    page.goto(served.address + KINDS[kind])
    links = page.get_by_role("navigation", name="On this page").get_by_role("link").all()
    targets = [link.get_attribute("href") or "" for link in links]
    assert len(targets) >= 5
    for target in targets:
        assert page.locator(f"main {target}").count() == 1, target


def test_a_retired_credential_states_date_reason_and_successor(page: Page, served: Site):
    page.goto(served.address + KINDS["retired"])
    banner = page.locator(".banner.status-retired")
    dates = CREDENTIALS[KINDS["retired"]]["dates"]
    assert f"{dates['retired_on']:%B} {dates['retired_on'].day}" in words(banner)
    assert " ".join(dates["retired_reason"].split()) in words(banner)
    assert page.locator("main .button:not(.button-quiet)").count() == 0
    banner.get_by_role("link").click()
    expect(page).to_have_url(f"{served.address}credentials/{CREDENTIALS[KINDS['retired']]['replaced_by']}/")


def test_pilot_and_illustrative_figures_are_marked_in_words(page: Page, served: Site):
    page.goto(served.address + KINDS["pilot"])
    assert "In pilot" in words(page.locator(".banner"))
    page.goto(served.address + CREDENTIAL)
    assert "illustrative" in words(page.locator(".fold summary", has_text="Pilot"))


def test_every_file_that_a_page_loads_exists(served: Site):
    for path in served.folder.rglob("*.html"):
        asked = re.findall(r'<(?:link|script|img)[^>]+(?:href|src)="((?!https?:|data:)[^"]+)"', path.read_text("utf-8"))
        found = served.folder if path.name == "404.html" else path.parent
        assert [each for each in asked if not (found / each.lstrip("/")).resolve().exists()] == [], path


def test_a_change_can_be_suggested_by_message_or_at_the_source(page: Page, served: Site):
    for address in (CREDENTIAL, KINDS["stack"], KINDS["guide"], KINDS["plan"]):
        page.goto(served.address + address)
        here = page.get_by_role("region", name="This page")
        message = urllib.parse.unquote(here.get_by_role("link", name="Tell us").get_attribute("href") or "")
        assert message.startswith("mailto:microcredentials@sample-state.example?subject=About the page “")
        assert address in message
    page.goto(served.address + CREDENTIAL)
    href = page.get_by_role("link", name="edit the file").get_attribute("href") or ""
    assert href.endswith(f"/content/{CREDENTIAL.rstrip('/')}.md")


def test_a_stack_shows_its_members_in_order_and_retired_ones_separately(page: Page, served: Site):
    places = {
        (place["order"], place["role"], data["title"], data["status"])
        for data in CREDENTIALS.values()
        for place in data.get("stacks", ())
        if place["stack"] == "formative-assessment-in-action"
    }
    page.goto(served.address + KINDS["stack"])
    current = [each for each in sorted(places) if each[3] != "retired"]
    members = page.locator(".station:is(.required, .elective)").all()
    assert [words(member.locator("h3 a")) for member in members] == [title for _, _, title, _ in current]
    roles = [words(member.locator(".marks li").first).lower() for member in members]
    assert roles == [role for _, role, _, _ in current]
    assert [words(each) for each in page.locator("#members ul:not(.marks) a").all()] == [
        title for _, _, title, status in sorted(places) if status == "retired"
    ]


def test_the_home_page_counts_and_searches_the_catalog(page: Page, served: Site):
    page.goto(served.address)
    listed = [data for data in CREDENTIALS.values() if data["status"] != "retired"]
    assert f"{len(listed)} micro-credentials" in words(page.locator(".numbers"))
    page.get_by_role("search", name="Catalog").get_by_role("searchbox").fill("vocabulary")
    page.keyboard.press("Enter")
    page.wait_for_url(served.address + "catalog/?q=vocabulary*")


def test_each_rule_page_has_reason_severity_and_command(page: Page, served: Site):
    page.goto(served.address + KINDS["standard"])
    text = words(page.locator("main"))
    for each in ("Why it matters", "This does not pass", "This passes", "microcredentials explain CO-03", "min_words"):
        assert each in text


def test_drafts_are_shown_in_a_preview_only(browser: Browser, served: Site, previewed: Site):
    assert not (served.folder / DRAFT).exists()
    assert "finding-" not in served.html(SPOILED)
    with visit(browser, previewed.address + DRAFT) as page:
        assert words(page.locator(".kind-line .badge.status-draft")) == "Draft"
        assert "Preview." in words(page.locator(".site-notice"))


@pytest.mark.parametrize("address", [DRAFT, SPOILED, "stacks/foundations-of-reading/"])
def test_a_preview_shows_each_finding_once_and_links_to_it_at_the_top(browser: Browser, previewed: Site, address: str):
    with visit(browser, previewed.address + address) as page:
        listed = page.locator("#findings > ul > li").all()
        shown = page.locator(".finding")
        assert shown.count() == len(listed) > 0
        for number, item in enumerate(listed, 1):
            [finding] = page.locator(f"#finding-{number}").all()
            assert re.search(r"Error|Warning|Note", words(finding))
            link = item.get_by_role("link").first.get_attribute("href")
            assert link == f"#finding-{number}" or item.get_attribute("id") == f"finding-{number}"


@pytest.mark.parametrize(
    ("rule", "place"),
    [("EV-04", "#evidence .steps"), ("RU-02", "#rubric"), ("EV-03", ".hero-facts"), ("AL-01", "#evidence, #rubric")],
)
def test_a_finding_is_shown_beside_its_field(browser: Browser, previewed: Site, rule: str, place: str):
    with visit(browser, previewed.address + DRAFT) as page:
        finding = page.locator(place).locator(".finding", has=page.get_by_role("link", name=rule)).first
        finding.get_by_role("link", name=rule).click()
        expect(page).to_have_url(f"{previewed.address}standards/{rule.lower()}/")
