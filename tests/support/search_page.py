"""A page that searches: our engine, and lunr.js as MkDocs ships it, in a real browser, without any network."""

import base64
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import mkdocs
from playwright.sync_api import Browser, Page, Route
from project import REPOSITORY

from microcredentials.publishing.search._lunr_index import Document
from microcredentials.publishing.search.search_data import FOLDER, SECTIONS, SearchWords, search_files

ENGINE = "http://catalog.test/search/engine.js"
WORDS = "http://catalog.test/search/words.js"
COMMON = "http://catalog.test/search/common-words.js"
QUERY = "http://catalog.test/javascripts/query.js"
_ASSETS = REPOSITORY / "plugins/microcredentials/theme/assets"
_LUNR = Path(mkdocs.__file__).parent / "contrib/search/templates/search/lunr.js"
_FILES = {
    "http://catalog.test/": ("text/html", '<!doctype html><title>Search</title><script src="lunr.js"></script>'),
    "http://catalog.test/lunr.js": ("text/javascript", _LUNR.read_text("utf-8")),
    **{
        f"http://catalog.test/{path.relative_to(_ASSETS)}": ("text/javascript", path.read_text("utf-8"))
        for path in (*(_ASSETS / "search").glob("*.js"), *(_ASSETS / "javascripts").glob("*.js"))
    },
}
_STRICT = {"Content-Security-Policy": "default-src 'none'; script-src 'self'"}  # no eval, nothing from elsewhere


@contextmanager
def search_page(browser: Browser) -> Iterator[Page]:
    """A page under a strict policy, on which a warning is a failure."""
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


def data_files(
    documents: Sequence[Document], texts: Sequence[str] = (), synonyms: Sequence[Sequence[str]] = ()
) -> dict[str, bytes]:
    """Return the files of a site that has *documents*; *texts* are the texts of their rubrics."""
    stored = {
        "schema": 5, "facets": [], "titles": [document.title for document in documents], "answers": [],
        "urls": [f"credentials/{document.id}/" for document in documents], "kinds": [[len(documents), "Stack"]],
        "hours": [0 for _ in documents], "measures": {},
        "days": [0 for _ in documents],
    }  # fmt: skip
    whole = [["", "", "", texts[n] if n < len(texts) else "", "", ""] for n, _ in enumerate(documents)]
    assert len(SECTIONS) == 6
    made = search_files(documents, whole, json.dumps(stored).encode(), [], SearchWords(synonyms))
    return {file.path.removeprefix(FOLDER): file.content for file in made}


class Searcher:
    """One index, opened in a page; ``loaded`` are the names of the files it requested."""

    def __init__(self, page: Page, made: dict[str, bytes]) -> None:
        self._page = page
        self._key = page.evaluate(
            f"""async (files) => {{
                const {{ open }} = await import('{ENGINE}');
                const asked = [];
                const load = async (name) => {{
                    asked.push(name);
                    return Uint8Array.from(atob(files[name]), (sign) => sign.charCodeAt(0));
                }};
                return (globalThis.opened ??= []).push({{ engine: await open(load), asked }}) - 1;
            }}""",
            {name: base64.b64encode(content).decode() for name, content in made.items()},
        )

    def _ask(self, code: str, argument: Any = None) -> Any:
        script = f"async ([key, argument]) => {{ const {{ engine, asked }} = opened[key]; return {code}; }}"
        return self._page.evaluate(script, [self._key, argument])

    @property
    def loaded(self) -> list[str]:
        return list(self._ask("asked"))

    def results(self, text: str) -> list[dict[str, Any]]:
        return list(self._ask("(await engine.match(argument)).map((match) => engine.describe(match))", text))

    def search(self, text: str, filters: dict[str, list[str]] | None = None, as_words: bool = False) -> dict[str, Any]:
        return dict(self._ask("await engine.search(...argument)", [text, filters or {}, {"asWords": as_words}]))

    def page(self, text: str) -> list[str]:
        """Return the addresses of the credentials that the catalog page shows, in order."""
        state = "{ q: argument, asWords: false, loose: false, chosen: {}, sort: '', page: 1 }"
        shown = f"(await (await import('{QUERY}')).runQuery({state}, engine)).cards"
        return list(self._ask(f"{shown}.map(({{ id }}) => engine.documents.url(id))", text))

    def read(self, text: str) -> dict[str, Any]:
        return dict(self._ask("engine.read(argument)", text))

    def clauses(self, text: str) -> list[tuple[str, float]]:
        return [(term, boost) for term, boost in self._ask("engine.clauses(argument)", text)]

    def ids(self, text: str) -> list[int]:
        return [result["id"] for result in self.results(text)]

    def ids_of_each(self, texts: list[str]) -> list[set[int]]:
        every = "await Promise.all(argument.map(async (text) => (await engine.match(text)).map(({ id }) => id)))"
        return [set(ids) for ids in self._ask(every, texts)]

    def mark(self, text: str, terms: list[str]) -> list[dict[str, Any]]:
        return list(self._ask("engine.mark(...argument)", [text, terms]))
