"""The quality section of the site: scorecards, dashboard, standards and coverage, compared with the content."""

import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page, expect
from project import DEMONSTRATION, Project
from scorecards import crosswalks, results
from website import KINDS, Site, visit

from microcredentials.catalog.project import find_project
from microcredentials.checking.finding import Rule
from microcredentials.publishing.publish import publish
from microcredentials.rules.registry import find_checks

RULES: dict[str, Rule] = {check.rule.id: check.rule for check in find_checks()}


def specs(folder: str) -> dict[str, dict[str, Any]]:
    paths = sorted((DEMONSTRATION / "content" / folder).glob("[!_]*.md"))
    return {path.stem: yaml.safe_load(path.read_text("utf-8").split("---\n")[1]) for path in paths}


CREDENTIALS, STACKS = specs("credentials"), specs("stacks")
LISTED = {slug: data for slug, data in CREDENTIALS.items() if data["status"] in ("pilot", "published")}


def words(locator: Locator) -> str:
    return re.sub(r"\s+", " ", locator.text_content() or "").strip()


def table(page: Page, caption: str) -> dict[str, list[str]]:
    """Return the cells of each row of a table by the row's head."""
    rows = page.get_by_role("table", name=re.compile(caption)).locator("tbody tr").all()
    return {words(row.locator("th")): [words(cell) for cell in row.locator("td").all()] for row in rows}


@pytest.fixture(scope="module")
def page(browser: Browser, served: Site):
    with visit(browser, served.address) as page:
        yield page


def shown_results(page: Page) -> dict[str, str]:
    clauses = page.locator(".clause").all()
    return {each.get_attribute("id") or "": each.get_attribute("data-result") or "" for each in clauses}


def test_only_listed_specs_have_a_scorecard(served: Site):
    for folder, found in (("credentials", CREDENTIALS), ("stacks", STACKS)):
        for slug, data in found.items():
            there = (served.folder / folder / slug / "scorecard/index.html").exists()
            assert there is (data["status"] in ("pilot", "published")), slug


def test_a_page_links_to_its_scorecard_which_equals_the_check(page: Page, served: Site, project: Project):
    page.goto(served.address + KINDS["pilot"])
    page.locator("summary", has_text="Quality standards").click()
    page.locator("#standards").get_by_role("link", name="See the scorecard").click()
    expect(page).to_have_url(served.address + KINDS["pilot scorecard"])
    expected = results(project, KINDS["pilot"].split("/")[1])
    assert shown_results(page) == {name.replace("/", "-"): result for name, result in expected.items()}
    met = Counter(expected.values())["met"]
    assert words(page.locator(".headline")) == f"{met} of {len(expected)} clauses met"
    page.get_by_role("navigation", name="Breadcrumbs").get_by_role("link").last.click()
    expect(page).to_have_url(served.address + KINDS["pilot"])


def test_a_scorecard_quotes_the_spec_with_its_lines(page: Page, served: Site):
    page.goto(served.address + KINDS["scorecard"])
    slug = KINDS["scorecard"].split("/")[1]
    passage = page.locator(".passages > div", has_text="Competency").first
    where, text = words(passage.locator("dt code")), words(passage.locator("dd"))
    path, _, lines = where.rpartition(":")
    assert path == f"credentials/{slug}.md"
    first, last = (int(line) for line in lines.split("–"))
    written = " ".join(" ".join((DEMONSTRATION / "content" / path).read_text().splitlines()[first - 1 : last]).split())
    assert text.removesuffix(" …") in written


def test_no_page_depends_on_the_day_of_the_build(project: Project):
    today = date(2026, 11, 26)
    now, later = (publish(find_project(Path.cwd()), day).outputs for day in (today, today + timedelta(days=3653)))
    assert now == later


def test_the_dashboard_counts_the_content(page: Page, served: Site):
    page.goto(served.address + KINDS["dashboard"])
    everything = [*CREDENTIALS.values(), *STACKS.values()]
    counted = Counter(data["status"] for data in everything if data["status"] != "draft")
    assert {words(each) for each in page.locator("#status li").all()} == {
        f"{status.capitalize()} {number}" for status, number in counted.items()
    }
    findings = table(page, "Findings on the micro-credentials")
    assert len(findings) >= 13
    waived = [waiver["rule"] for data in everything for waiver in data.get("waivers", ())]
    row = next(cells for head, cells in findings.items() if head.startswith("RR "))
    assert row[-1] == str(sum(rule.startswith("RR") for rule in waived))


def test_the_dashboard_names_waivers_and_reviews_by_their_days(page: Page, served: Site):
    page.goto(served.address + KINDS["dashboard"])
    for data in LISTED.values():
        for waiver in data.get("waivers", ()):
            assert " ".join(waiver["reason"].split()) in words(page.locator("#waivers"))
            assert page.locator(f"#waivers time[datetime='{waiver['expires']}']").count() >= 1
    due = table(page, "Earliest first")
    listed = [*LISTED.values(), *(data for data in STACKS.values() if data["status"] in ("pilot", "published"))]
    planned = sorted((data["dates"]["next_review"], data["title"]) for data in listed)
    assert list(due) == [title for _, title in planned]
    assert [cells[0] for cells in due.values()] == [f"{day:%B} {day.day}, {day.year}" for day, _ in planned]
    assert "overdue" not in words(page.locator("main")).lower()


@pytest.mark.parametrize("name", crosswalks())
def test_a_published_standard_shows_its_clauses_as_our_reading(page: Page, served: Site, name: str):
    walk = crosswalks()[name]
    page.goto(f"{served.address}standards/{name}/")
    assert "Our reading." in words(page.locator(".banner"))
    for clause in walk["clauses"]:
        shown = page.locator(f"#{clause['id']}")
        assert words(shown.locator("h3")) == clause["text"]
        assert [words(link) for link in shown.get_by_role("link").all()] == clause["rules"]
        assert re.search(r"Met by \d+ of \d+ micro-credential", words(shown))
        if "attestation" in clause:
            assert clause["attestation"]["question"] in words(shown)
        elif not clause["rules"]:
            assert "No rule covers this." in words(shown)


def test_a_rule_links_to_the_clauses_that_require_it(page: Page, served: Site):
    page.goto(served.address + KINDS["standard"])
    asked = {
        clause["text"] for walk in crosswalks().values() for clause in walk["clauses"] if "CO-03" in clause["rules"]
    }
    links = page.locator("main li a[href*='#']")
    assert {words(link) for link in links.all()} == asked
    links.first.click()
    assert page.locator(":target").count() == 1


def test_the_index_links_to_everything(page: Page, served: Site):
    page.goto(served.address + KINDS["standards"])
    targets = {link.get_attribute("href") for link in page.locator("main a").all()}
    assert {f"{rule.lower()}/" for rule in RULES} <= targets
    assert {f"{name}/" for name in crosswalks()} | {"dashboard/", "coverage/"} <= targets


def bands(data: dict[str, Any]) -> set[str]:
    every = {"PK", "K-2", "3-5", "6-8", "9-12"}
    return every if "all" in data["grade_bands"] else set(data["grade_bands"])


def test_coverage_counts_subjects_by_grade_in_words_and_in_the_picture(page: Page, served: Site):
    page.goto(served.address + KINDS["coverage"])
    vocabulary = yaml.safe_load((DEMONSTRATION / "content/program/vocabulary.yml").read_text("utf-8"))
    columns = [term["id"] for term in vocabulary["grade_bands"] if not term.get("stands_for_all")]
    pairs = Counter((s, g) for data in LISTED.values() for s in data["subjects"] for g in bands(data))
    found = table(page, "Number of micro-credentials")
    drawn = page.locator("#subjects svg text[class]").all_text_contents()
    for n, subject in enumerate(vocabulary["subjects"]):
        expected = [pairs[subject["id"], band] for band in columns]
        assert found[subject["label"]] == [str(number) if number else "–none yet" for number in expected]
        assert drawn[n * len(columns) : (n + 1) * len(columns)] == [str(number) for number in expected]
        gaps = words(page.locator("#subjects > ul"))
        assert (f"{subject['label']}: nothing yet" in gaps) is (0 in expected)
    assert page.get_by_role("img", name="subject and grade band").count() == 1


def test_coverage_lists_the_credentials_for_each_standard_and_the_gaps(page: Page, served: Site):
    page.goto(served.address + KINDS["coverage"])
    for path in sorted((DEMONSTRATION / "content/program/frameworks").glob("*.yml")):
        framework, section = yaml.safe_load(path.read_text("utf-8")), page.locator(f"#framework-{path.stem}")
        marks, gaps = 0, []
        for row, item in zip(section.locator("tbody tr").all(), framework["items"], strict=True):
            serving = {
                data["title"] for data in LISTED.values()
                if {"framework": path.stem, "code": item["code"]} in data["alignment"]
            }  # fmt: skip
            assert words(row.locator("th")) == f"{item['code']} {item['name']}"
            assert {words(link) for link in row.get_by_role("link").all()} == serving
            marks, gaps = marks + len(serving), gaps if serving else [*gaps, item["code"]]
        assert section.locator("svg .shape-mark").count() == marks
        assert section.locator("svg .shape-hole").count() == len(gaps)
        assert not gaps or words(section.locator("p").last).endswith(f": {', '.join(gaps)}.")


def test_a_typing_error_in_the_reading_of_a_standard_is_found(project: Project):
    path = project.root / "content/program/standards/nzqa.yml"
    path.write_text(path.read_text("utf-8").replace("reading: ours", "reading: our"), "utf-8")
    [found] = project.findings("--select", "SC")
    assert (found["path"], found["field"]) == ("content/program/standards/nzqa.yml", "/reading")


def test_a_crosswalk_cannot_replace_a_different_page(project: Project):
    folder = project.root / "content/program/standards"
    for name in ("dashboard", "coverage", "co-03"):
        (folder / f"{name}.yml").write_text((folder / "nzqa.yml").read_text("utf-8"), "utf-8")
        [found] = project.findings("--select", "FM")
        assert (found["rule"], found["path"]) == ("FM-21", f"content/program/standards/{name}.yml")
        (folder / f"{name}.yml").unlink()
