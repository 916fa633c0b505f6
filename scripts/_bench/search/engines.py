"""Compare the engines in a real browser: the size of their files, their speed, and their results."""

import base64
import gzip
import json
import mimetypes
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cache, partial
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import mkdocs
from browser import QUIET, executable
from playwright.sync_api import Browser, Page, Route, sync_playwright

ROOT = Path(__file__).parents[3]
HERE = Path(__file__).parent
ASSETS = ROOT / "plugins/microcredentials/theme/assets"
ENGINE = ASSETS / "search"
LUNR = Path(mkdocs.__file__).parent / "contrib/search/templates/search/lunr.js"
MINISEARCH = ROOT / "scripts/node/node_modules/minisearch/dist/es/index.js"


@dataclass(frozen=True)
class Weight:
    """Bytes as they are sent: compressed with brotli 11 and with gzip 9."""

    brotli: int
    gzip: int


def weight(contents: Sequence[bytes]) -> Weight:
    """Return the total size of files, each compressed by itself, as servers send them."""
    return Weight(sum(_brotli(contents)), sum(len(gzip.compress(content, 9)) for content in contents))


def _brotli(contents: Sequence[bytes]) -> list[int]:
    script = """
        const { brotliCompressSync } = require('zlib');
        const files = JSON.parse(require('fs').readFileSync(0, 'utf8'));
        console.log(JSON.stringify(files.map((each) => brotliCompressSync(Buffer.from(each, 'base64')).length)));
    """
    asked = json.dumps([base64.b64encode(content).decode() for content in contents])
    said = subprocess.run(["node", "-e", script], input=asked, capture_output=True, text=True, check=True)
    sizes: list[int] = json.loads(said.stdout)
    return sizes


@cache
def minisearch() -> str:
    """Return MiniSearch as an ES module."""
    return MINISEARCH.read_text("utf-8")


class Stage:
    """A page that can open engines and send them queries."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._throttle = page.context.new_cdp_session(page)

    def slow_down(self, times: float) -> None:
        """Simulate a processor that is this many times slower."""
        self._throttle.send("Emulation.setCPUThrottlingRate", {"rate": times})

    def measured(self, name: str, parts: Mapping[str, Any], texts: Sequence[str], **options: Any) -> dict[str, Any]:
        """Return ``ready`` and ``p95`` in milliseconds, and the first five ids ``found`` for each text."""
        script = "([name, parts, texts, options]) => measured(name, parts, texts, options)"
        found: dict[str, Any] = self._page.evaluate(script, [name, dict(parts), list(texts), options])
        return found

    def minisearch_index(self, documents: Sequence[Any], wholes: Sequence[str] = ()) -> str:
        """Return MiniSearch's index of the cards, and of the *wholes*, too, if there are any."""
        rows = [asdict(each) | ({"whole": wholes[n]} if wholes else {}) for n, each in enumerate(documents)]
        script = "([rows, whole]) => minisearchIndex(rows, whole)"
        index: str = self._page.evaluate(script, [rows, bool(wholes)])
        return index


def pagefind_files(documents: Sequence[Any], wholes: Sequence[str]) -> dict[str, bytes]:
    """Return the index and the engine of Pagefind for a site with a page for each document, named by its number."""
    with TemporaryDirectory() as folder:
        for document, whole in zip(documents, wholes, strict=True):
            page = Path(folder, str(document.id), "index.html")
            page.parent.mkdir()
            title, text = escape(document.title), escape(f"{document.competency} {whole}")
            page.write_text(f'<html lang="en"><title>{title}</title><body><h1>{title}</h1><p>{text}</p></body></html>')
        subprocess.run([sys.executable, "-m", "pagefind", "--site", folder], check=True, capture_output=True)
        made = Path(folder, "pagefind")
        return {f"pagefind/{path.relative_to(made)}": path.read_bytes() for path in made.rglob("*") if path.is_file()}


@contextmanager
def stage(files: Mapping[str, bytes] | None = None) -> Iterator[Stage]:
    """Open a browser with a page that can load all engines and *files*, but nothing else."""
    with sync_playwright() as playwright:
        browser: Browser = playwright.chromium.launch(executable_path=executable(playwright), args=QUIET)
        page = browser.new_page()
        page.route("**/*", partial(_serve, files or {}))
        page.goto("http://search.test/")
        yield Stage(page)
        browser.close()


def _serve(files: Mapping[str, bytes], route: Route) -> None:
    name = route.request.url.removeprefix("http://search.test/").partition("?")[0]
    if name in files:
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        route.fulfill(content_type=kind, body=files[name])
        return
    scripts = '<script src="lunr.js"></script><script type="module" src="page.js"></script>'
    known = {"": f"<!doctype html>{scripts}", "minisearch.js": minisearch()}
    places = {"lunr.js": LUNR, "page.js": HERE / "page.js"}
    body = known[name] if name in known else places.get(name, ASSETS / name).read_text("utf-8")
    kind = mimetypes.guess_type(name)[0] or "text/html"
    route.fulfill(content_type=f"{kind}; charset=utf-8", body=body)


def packed(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return *files* in the form in which the page gets them."""
    return {name: base64.b64encode(content).decode() for name, content in files.items()}
