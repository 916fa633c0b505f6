"""A superseded version has a page for educators who began with it, and new educators are not led there."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe import View, barriers
from examples import BASE
from playwright.sync_api import Browser, expect
from project import Project, copy_small_project
from website import Site, build_site, ending, serving, visit

SLUG, STACK = "wait-time", "classroom-talk"
HERE, THERE = f"credentials/{SLUG}/", f"credentials/{SLUG}/v/1.1.0/"
STACK_HERE, STACK_THERE = f"stacks/{STACK}/", f"stacks/{STACK}/v/1.0.0/"
NEXT = 'version: "1.2.0"'
LINE = '{version: "1.2.0", date: 2026-09-01, change: Something is new.}'


def superseded(root: Path) -> Project:
    """Keep the version of a credential and of a stack, and publish the next one, with a new name for the credential."""
    project = Project(copy_small_project(root))
    stack = root / f"content/stacks/{STACK}.md"
    for path, version in ((project.path(SLUG), "1.1.0"), (stack, "1.0.0")):
        kept = root / "content/versions" / path.stem / f"{version}.md"
        kept.parent.mkdir(parents=True)
        kept.write_bytes(path.read_bytes())
    project.edit(SLUG, 'version: "1.1.0"', NEXT)
    project.edit(SLUG, "changelog:\n", f"changelog:\n  - {LINE}\n")
    project.edit(SLUG, "tags: [", "aliases: [former-name]\ntags: [")
    project.edit(SLUG, "Who usually answers, and who does not?", "Who often answers, and who does not?")
    project.edit(SLUG, "three seconds of silence to think", "five seconds of silence to think")
    text = stack.read_text("utf-8").replace('version: "1.0.0"', NEXT, 1).replace("title: Class", "title: Now class", 1)
    stack.write_text(text.replace("changelog: [", f"changelog: [{LINE}, ", 1), "utf-8")
    return project


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    root = superseded(tmp_path_factory.mktemp("superseded")).root
    with serving(build_site(root, root / "site")) as site:
        yield site


def test_the_page_says_that_the_version_is_superseded_and_what_has_changed(site: Site):
    html = site.html(THERE)
    words = " ".join(re.sub(r"<[^>]+>", " ", html).split())
    assert "Superseded: this is version 1.1.0" in words
    assert "Version 1.2.0 replaced it on September 1, 2026" in words
    assert "Who usually answers, and who does not?" in words
    assert "Who often answers, and who does not?" in words
    assert "<h2>What changed since</h2>" in html
    assert 'href="../../"' in html


def test_the_page_has_the_requirements_of_the_former_version(site: Site):
    before = (BASE / "credentials" / f"{SLUG}.md").read_text("utf-8")
    html = site.html(THERE)
    names = re.findall(r"(?m)^ +name: (.+)$", before)
    assert len(names) == 5
    assert [name for name in names if name not in html] == []
    evidence = html[html.index('id="evidence"') : html.index('id="rubric"')]
    assert "usually" in evidence
    assert "often" not in evidence


def data(site: Site, path: str) -> Any:
    return json.loads((site.folder / path).read_text("utf-8"))


def test_the_data_have_the_competency_of_the_former_version(site: Site):
    said = []
    for way in (THERE, HERE):
        asked = data(site, f"{way}ctdl.json")["ceterms:requires"]
        [address] = next(each["ceterms:targetCompetency"] for each in asked if "ceterms:targetCompetency" in each)
        said.append(data(site, address[address.index("credentials/") :])["ceasn:competencyText"]["en-US"])
    assert ["three seconds" in text for text in said] == [True, False]


def test_a_former_version_has_its_own_ctid_and_the_status_superseded(site: Site):
    ctid = data(site, f"{THERE}ctdl.json")["ceterms:ctid"]
    assert [each["identifier"] for each in data(site, f"{THERE}achievement.json")["otherIdentifier"]] == [ctid]
    assert ctid != data(site, f"{HERE}ctdl.json")["ceterms:ctid"]
    page = site.html(THERE)
    assert ctid in page
    assert page[page.index("creativeWorkStatus") :].split('"')[2] == "Superseded"


def test_lists_and_search_engines_do_not_lead_to_a_former_version(site: Site):
    assert '<meta name="robots" content="noindex">' in site.html(THERE)
    assert "noindex" not in site.html(HERE)
    assert "/v/1.1.0/" not in (site.folder / "sitemap.xml").read_text()
    assert HERE in (site.folder / "sitemap.xml").read_text()
    naming = {
        path.relative_to(site.folder).as_posix()
        for path in site.folder.rglob("*")
        if path.suffix == ".html" and "v/1.1.0" in path.read_text("utf-8")
    }
    redirect = "credentials/former-name/v/1.1.0/index.html"
    assert naming == {f"{HERE}index.html", redirect, f"{THERE}index.html"}
    for data in ("catalog.json", "case.json"):
        assert "v/1.1.0" not in (site.folder / data).read_text("utf-8")
    start = json.loads((site.folder / "catalog.json").read_text())["credentials"][0]["submission"]["label"]
    assert start in site.html(HERE)
    assert start not in site.html(THERE)
    assert "edit the file" not in site.html(THERE)


def test_the_history_links_to_the_former_version(site: Site):
    for address, version in ((HERE, "1.1.0"), (STACK_HERE, "1.0.0")):
        html = site.html(address)
        assert re.findall(r'<a href="v/([\d.]+)/"', html) == [version]  # the other former version was not kept
        assert "Superseded" not in html
    assert "Superseded" in site.html(STACK_THERE)


def test_a_former_name_leads_to_the_former_version_too(site: Site):
    html = site.html("credentials/former-name/v/1.1.0/")
    assert f'url=../../../{SLUG}/v/1.1.0/"' in html


def test_links_lead_somewhere(site: Site):
    for address in (THERE, STACK_THERE):
        links = re.findall(r'<a[^>]+href="([^"#?:]+)[#"]', site.html(address))
        assert "../../" in links
        dead = {href for href in links if not (site.folder / address / href).resolve().exists()}
        assert dead == set()


def test_axe_finds_no_barrier(browser: Browser, site: Site, views: tuple[View, ...]):
    for address in (THERE, STACK_THERE, HERE):
        with visit(browser, site.address + address, reduced_motion="reduce") as page:
            assert barriers(page, *views) == []


def test_a_kept_copy_of_the_current_version_has_no_page(small: Project):
    kept = small.root / "content/versions" / SLUG / "1.1.0.md"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(small.path(SLUG).read_bytes())
    assert [f for f in small.findings() if f["severity"] == "error"] == []
    assert small.run("build", "--to", "out").exit_code == 0
    assert (small.root / "out" / HERE / "index.md").exists()
    assert not (small.root / "out" / THERE).exists()


def test_a_kept_version_that_cannot_be_read_stops_the_build(small: Project):
    kept = small.root / "content/versions" / SLUG / "1.0.0.md"
    kept.parent.mkdir(parents=True)
    kept.write_text("no front matter", "utf-8")
    result = small.run("build", "--to", "out")
    assert result.exit_code == 1
    assert f"versions/{SLUG}/1.0.0.md" in result.output


def test_every_page_below_a_former_name_redirects_to_the_current_one(site: Site):
    here, then = site.folder / HERE, site.folder / "credentials/former-name"
    pages = {path.relative_to(here) for path in here.rglob("index.html")}
    assert {path.relative_to(then) for path in then.rglob("index.html")} == pages
    assert {Path("index.html"), Path("checklist/index.html"), Path("v/1.1.0/index.html")} <= pages
    for page in pages:
        html = (then / page).read_text("utf-8")
        found = re.findall(r'content="0; url=([^"]+)"', html)
        assert [((then / page).parent / target / "index.html").resolve() for target in found] == [here / page]


def test_a_plan_with_a_former_name_finds_the_renamed_credential(site: Site, browser: Browser):
    page = browser.new_page()
    page.goto(f"{site.address}plan/")
    page.evaluate("localStorage.setItem('microcredentials-plan', '[\"former-name\"]')")
    page.reload()
    expect(page.locator("#plan-items h3")).to_have_count(1)
    page.locator("#plan-items .plan-remove").click()
    expect(page.locator("#plan-items h3")).to_have_count(0)
    page.goto(f"{site.address}catalog/compare/?c=former-name&c={SLUG}")
    expect(page.locator("#compare-frame thead a")).to_have_count(1)
    expect(page).to_have_url(ending(f"?c={SLUG}"))
    page.close()
