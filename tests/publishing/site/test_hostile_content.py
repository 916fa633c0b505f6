"""Hostile text in every field, body, address and stored value: no page runs any of it.

The first wall, the check that refuses such content, is switched off, so that the renderer, the sanitizer and the
content policy must hold without it.
"""

import json
import re
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, expect
from poison import MARK, poison
from project import copy_small_project
from website import Site, build_site, serving, visit

from microcredentials.catalog import _parse_spec
from microcredentials.model import fields
from microcredentials.publishing import publish

ACTIVE = """() => {
  const bad = [];
  for (const each of document.querySelectorAll("*")) {
    for (const {name, value} of each.attributes) {
      const address = ["href", "src", "action", "formaction", "xlink:href", "srcdoc", "data"].includes(name);
      const active = /^\\s*(javascript|vbscript|data:text)/i.test(value) || value.includes("evil.example");
      if (name.startsWith("on") || (address && active)) bad.push(`${each.localName} ${name}=${value.slice(0, 60)}`);
    }
    const text = each.localName === "script" && each.type !== "application/ld+json" ? each.textContent : "";
    const foreign = ["iframe", "object", "embed", "base", "applet", "frame"].includes(each.localName);
    const image = each.localName === "img" && each.getAttribute("src") === "x";
    if (foreign || image || text.includes("poisoned")) bad.push(each.outerHTML.slice(0, 80));
  }
  return bad;
}"""
"""JavaScript that lists the active nodes of a page: event handlers, addresses that run code, foreign frames."""

PAYLOADS = (
    f"<img src=x onerror=alert('{MARK}')>", f"\"><script>alert('{MARK}')</script>", "javascript:alert(1)",
    "__proto__", "constructor", "'; DROP TABLE plan; --", "%00%0d%0aSet-Cookie:a=b", "\u202e\u0000", "9" * 400,
)  # fmt: skip


PARAMETERS = ("q", "subject", "sort", "page", "c", "plan", "start")


@pytest.fixture(scope="module")
def walls() -> Iterator[None]:
    """Content is not checked for markup, and errors do not stop a build."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fields, "MARKUP", re.compile("(?!)"))
        patch.setattr(_parse_spec, "find_prose_problems", lambda *_: ())
        patch.setattr(publish, "_stop_at", lambda *_: None)
        yield


@pytest.fixture(scope="module", params=["build", "serve"])
def hostile(request: pytest.FixtureRequest, walls: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve a site whose every text is hostile; a preview (``serve``) has no content policy."""
    root = copy_small_project(tmp_path_factory.mktemp("hostile"))
    assert poison(root / "content") > 250
    with serving(build_site(root, tmp_path_factory.mktemp("site"), request.param)) as site:
        yield site


def pages(site: Site) -> list[str]:
    """Return the addresses of the pages of specs, guides and lists, with one page about a rule and one list per facet.

    Redirects are left out, because they lead to another of these pages.
    """
    files = (each for each in site.folder.rglob("index.html") if 'http-equiv="refresh"' not in each.read_text("utf-8"))
    found = sorted(each.parent.relative_to(site.folder).as_posix() for each in files)
    alike = [re.sub(r"^standards/[a-z]{2}-\d\d$|(?<=^catalog/)([\w-]+)/.+$", r"\1/…", each) for each in found]
    first = [each for n, each in enumerate(found) if "…" not in alike[n] or alike[n] not in alike[:n]]
    return [f"{each}/" if each != "." else "" for each in first]


def test_no_page_contains_anything_active(hostile: Site, browser: Browser):
    shown = 0
    with visit(browser, hostile.address) as page:
        page.on("dialog", lambda dialog: pytest.fail(f"A dialog says {dialog.message!r}"))
        for address in pages(hostile):
            page.goto(hostile.address + address)
            assert (address, page.evaluate(ACTIVE)) == (address, [])
            shown += MARK in page.locator("body").inner_text()
    assert shown > 20


@pytest.mark.parametrize("hostile", ["build"], indirect=True)
@pytest.mark.parametrize("address", ["catalog/", "catalog/compare/", "plan/"])
def test_no_value_from_an_address_or_stored_data_becomes_active(address: str, hostile: Site, browser: Browser):
    with visit(browser, hostile.address + address) as page:
        page.on("dialog", lambda dialog: pytest.fail(f"A dialog says {dialog.message!r}"))
        for first in range(0, len(PAYLOADS), 3):
            payloads = [*PAYLOADS[first:], *PAYLOADS[:first]]
            for key in ("microcredentials-plan", "palette"):
                page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, json.dumps(payloads)])
            page.goto(f"{hostile.address}{address}?{urlencode(list(zip(PARAMETERS, payloads, strict=False)))}")
            expect(page.locator("h1").first).to_be_visible()
            page.wait_for_load_state("networkidle")
            assert (payloads[0], page.evaluate(ACTIVE)) == (payloads[0], [])
