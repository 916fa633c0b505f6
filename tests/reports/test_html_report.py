"""The report that a reviewer opens from a proposal: one complete file, each finding beside its words, and nothing
missing.
"""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from axe import View, barriers
from playwright.sync_api import Browser, Page
from repository import OTHER, PAGE, Repository
from website import serving, visit


@pytest.fixture
def report(repository: Repository) -> Path:
    """Return the report on a proposal that weakens a descriptor, deletes a credential and changes the strictness."""
    repository.git("checkout", "-qb", "proposal")
    repository.change(PAGE, "recording, half of the questions", "recording, clearly half of the questions")
    repository.change(PAGE, "amount: 15, unit: minutes", "amount: 25, unit: minutes")
    repository.content(OTHER).unlink()
    repository.content("program/quality.yml").write_text("severities: {}\n", "utf-8")
    repository.commit("Propose")
    note = ("--note", "It was judged without <code> of its own.")
    run = repository.run("check", "--since", "main", *note, "--output", "html=report.html")
    assert run.exit_code == 1, run.output
    return repository.root / "report.html"


@pytest.fixture
def page(browser: Browser, report: Path) -> Any:
    context = browser.new_context(offline=True, java_script_enabled=False)
    opened = context.new_page()
    opened.goto(report.as_uri())
    yield opened
    context.close()


def test_the_report_shows_changes_and_findings_with_reasons(page: Page):
    text = page.locator("main").inner_text()
    assert "This changes how strict the checks are" in text
    assert "It was judged without <code> of its own." in text
    assert "program/quality.yml" in text
    assert "(published) is deleted." in text
    assert "For educators who have started" in text
    found = page.locator(".found", has_text="leaves open what an assessor looks for")
    passage = found.locator(".passage")
    assert passage.locator("mark").inner_text() == "clearly"
    assert "recording, clearly half of the questions" in passage.inner_text()
    found.locator("summary").click()
    assert len(found.locator(".why").inner_text()) > 100


def test_changed_words_are_marked_and_each_note_for_earners_is_shown_once(page: Page):
    changed = page.locator(".changes li", has_text="clearly half")
    assert changed.locator("ins").all_inner_texts() == ["clearly"]
    assert changed.locator("del").count() == 0
    notes = page.locator("section.card", has=changed).get_by_text("For educators who have started").all_inner_texts()
    assert len(notes) == len(set(notes)) == 1


def test_new_findings_are_distinguished_from_old_ones(browser: Browser, repository: Repository):
    for path in (PAGE, OTHER):
        repository.change(path, "tags: [", "tags: [TODO, ")
    repository.commit()
    repository.change(PAGE, "who_pays: state", "who_pays: TODO")
    repository.change(PAGE, "recording, half of the questions", "recording, most of the questions")
    repository.run("check", "--since", "HEAD", "--output", "html=report.html")
    found = repository.findings("--since", "HEAD")
    new = [each for each in found if each["new"]]
    assert 0 < len(new) < len(found)
    with serving(repository.root) as site, visit(browser, f"{site.address}report.html") as page:
        assert f"New in this change: {len(new)} of {len(found)}." in page.locator(".lead").inner_text()
        said = page.locator(".found").all_inner_texts()
    assert ["Existed before" in each for each in said] == [False] * len(new) + [True] * (len(found) - len(new))


def test_changed_files_come_before_files_that_are_only_affected(repository: Repository):
    repository.content("program/quality.yml").write_text("settings:\n  ID-03: {summary_max_chars: 70}\n", "utf-8")
    repository.change(PAGE, "who_pays: state", "who_pays: TODO")
    html = repository.run("check", "--since", "HEAD", "--format", "html").stdout
    found = html.partition('id="findings"')[2]
    assert 0 < found.index(f"content/{PAGE}") < found.index(f"content/{OTHER}")


def test_each_finding_links_to_its_words(page: Page):
    links = page.locator(".found a[href^='#words-']").all()
    assert links
    for link in links:
        assert page.locator(link.get_attribute("href") or "").count() == 1
    page.locator(".found a[href^='#words-']").last.click()
    assert page.locator("mark:target").count() == 1


def test_every_finding_is_shown_and_ids_are_unique(repository: Repository, report: Path):
    html = report.read_text("utf-8")
    found = repository.findings("--since", "main")
    assert len(found) == html.count('class="found ') > 3
    ids = Counter(re.findall(r' id="([^"]+)"', html))
    assert [id for id, count in ids.items() if count > 1] == []
    assert "<script" not in html
    assert not re.findall(r"(?:src|href)=.https?:", html)


def test_axe_finds_no_barrier(browser: Browser, report: Path, views: tuple[View, ...]):
    with serving(report.parent) as site, visit(browser, f"{site.address}report.html", reduced_motion="reduce") as page:
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert barriers(page, *views) == []


def test_an_empty_report_says_so(repository: Repository):
    run = repository.run("check", f"content/{PAGE}", "--format", "html")
    assert run.exit_code == 0
    assert "nothing found" in run.output
