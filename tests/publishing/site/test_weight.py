"""The bytes that a visitor's phone loads: few, in few requests, and only files that a page uses."""

import gzip
import re

import pytest
from playwright.sync_api import Browser, Response
from website import KINDS, Site, visit

MOST_BYTES, MOST_REQUESTS = 100_000, 12
DEVELOPMENT = (".map", ".ts", ".scss")


@pytest.mark.parametrize("kind", ["home", "catalog", "credential", "stack"])
def test_the_first_pages_are_light(browser: Browser, served: Site, kind: str):
    fetched: list[Response] = []
    with visit(browser, "about:blank") as page:
        page.on("response", lambda response: fetched.append(response))
        page.goto(served.address + KINDS[kind], wait_until="networkidle")
        assert len(fetched) <= MOST_REQUESTS
        assert 5_000 < sum(len(gzip.compress(response.body())) for response in fetched) <= MOST_BYTES


def test_every_published_asset_is_used_by_a_page(served: Site):
    published = [path for path in (served.folder / "assets").rglob("*") if path.suffix in (".js", ".css", ".svg")]
    pages = {path.read_text("utf-8") for path in served.folder.rglob("*.html")}
    named = set(re.findall(r"[\w-]+\.(?:js|css|svg)", "".join(pages)))
    for script in (path for path in published if path.suffix == ".js"):
        named |= set(re.findall(r"[\w-]+\.js", script.read_text("utf-8")))
    assert sorted(path.name for path in published if path.name not in named) == []
    assert [path for path in served.folder.rglob("*") if path.suffix in DEVELOPMENT] == []
