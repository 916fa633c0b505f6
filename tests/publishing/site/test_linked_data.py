"""The data in the heads of pages, compared with the pages and the other exports."""

import csv
import io
import json
import re
from typing import Any

import pytest
from project import Project
from website import KINDS, Site, build_site

SITE = "https://catalog.sample-state.example/"


def graph(html: str) -> list[dict[str, Any]]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert len(found) == 1
    assert not set("<>&") & set(found[0])  # no text can end the element, or begin a comment in it
    data = json.loads(found[0])
    assert data["@context"] == "https://schema.org"
    return list(data["@graph"])


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - {"missing"}))
def test_every_page_has_breadcrumbs_as_linked_data(served: Site, kind: str):
    nodes = {node["@type"]: node for node in graph(served.html(KINDS[kind]))}
    if kind == "home":
        assert nodes["WebSite"]["url"] == SITE
        return
    steps = nodes["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    assert (steps[0]["item"], steps[-1]["item"]) == (SITE, f"{SITE}{KINDS[kind]}")


def read(site: Site, path: str) -> Any:
    return json.loads((site.folder / path).read_text("utf-8"))


def test_all_formats_agree_on_name_address_and_version(served: Site):
    catalog = read(served, "catalog.json")
    frames = {each["identifier"]: each for each in read(served, "case.json")["CFItems"]}
    table = csv.DictReader(io.StringIO((served.folder / "catalog.csv").read_text("utf-8-sig")))
    cells = {each["uid"]: each for each in table}
    rows = [*catalog["credentials"], *catalog["stacks"]]
    assert {row["status"] for row in rows} == {"published", "pilot", "retired"}
    for row in rows:
        address, uid = row["url"].removeprefix(SITE), row["uid"]
        page = next(node for node in graph(served.html(address)) if "Credential" in node["@type"])
        badge, registry = read(served, f"{address}achievement.json"), read(served, f"{address}ctdl.json")
        names = {page["name"], badge["name"], registry["ceterms:name"]["en-US"], row["title"]}
        names |= {frames[uid]["abbreviatedStatement"], cells[uid]["title"]}
        addresses = {page["url"], badge["criteria"]["id"], registry["ceterms:subjectWebpage"], row["url"]}
        addresses |= {frames[uid]["notes"], cells[uid]["url"]}
        versions = {page["version"], badge["version"], registry["ceterms:versionCode"], row["version"]}
        assert (len(names), len(addresses), len(versions | {cells[uid]["version"]})) == (1, 1, 1), address
        assert page["identifier"]["value"] == registry["ceterms:ctid"] == f"ce-{uid}"


def test_the_catalog_page_lists_what_can_be_earned(served: Site):
    listed = next(node for node in graph(served.html("catalog/")) if node["@type"] == "ItemList")
    catalog = read(served, "catalog.json")
    open_now = {each["url"] for each in catalog["credentials"] if each["status"] != "retired"}
    assert {item["url"] for item in listed["itemListElement"]} == open_now


def test_authors_text_cannot_end_the_script_element(small: Project):
    small.edit("wait-time", "title: Questions and wait time", "title: 'Wait time </ script & friends --> 3 < 4'")
    html = Site(build_site(small.root, small.root / "out"), "").html("credentials/wait-time/")
    page = next(node for node in graph(html) if "Credential" in node["@type"])
    assert page["name"] == "Wait time </ script & friends --> 3 < 4"
