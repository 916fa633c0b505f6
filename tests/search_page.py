"""A page that searches: lunr.js as MkDocs ships it and our search.js, in a real browser, without any network."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import mkdocs
from playwright.sync_api import Browser, Page, Route

ROOT = Path(__file__).parent.parent
MODULE = "http://catalog.test/search.js"
_LUNR = Path(mkdocs.__file__).parent / "contrib/search/templates/search/lunr.js"
_FILES = {
    "http://catalog.test/": ("text/html", '<!doctype html><title>Search</title><script src="lunr.js"></script>'),
    "http://catalog.test/lunr.js": ("text/javascript", _LUNR.read_text("utf-8")),
    MODULE: ("text/javascript", (ROOT / "overrides/assets/javascripts/search.js").read_text("utf-8")),
}
_STRICT = {"Content-Security-Policy": "default-src 'none'; script-src 'self'"}  # no eval, nothing from elsewhere


@contextmanager
def search_page(browser: Browser) -> Iterator[Page]:
    """A page under a strict policy, on which nothing may be warned of."""
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.route("**/*", _serve)
    page.goto("http://catalog.test/")
    yield page
    page.close()
    assert complaints == []


def _serve(route: Route) -> None:
    kind, body = _FILES.get(route.request.url, ("text/plain", ""))
    route.fulfill(content_type=f"{kind}; charset=utf-8", body=body, headers=_STRICT)


class Searcher:
    """One index, opened in a page."""

    def __init__(self, page: Page, index: bytes) -> None:
        self._page = page
        self._key = page.evaluate(
            f"""async (text) => {{
                const {{ open }} = await import('{MODULE}');
                return (globalThis.opened ??= []).push(open({{ index: JSON.parse(text), lunr }})) - 1;
            }}""",
            index.decode(),
        )

    def results(self, text: str) -> list[dict[str, Any]]:
        return self._page.evaluate("([key, text]) => opened[key].search(text)", [self._key, text])

    def ids(self, text: str) -> list[int]:
        return [result["id"] for result in self.results(text)]

    def ids_of_each(self, texts: list[str]) -> list[set[int]]:
        script = "([key, texts]) => texts.map((text) => opened[key].search(text).map(({ id }) => id))"
        return [set(ids) for ids in self._page.evaluate(script, [self._key, texts])]

    def mark(self, text: str, terms: list[str]) -> list[dict[str, Any]]:
        return self._page.evaluate("([key, text, terms]) => opened[key].mark(text, terms)", [self._key, text, terms])
