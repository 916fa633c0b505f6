"""Measure pages as Lighthouse does on a phone: one page of each kind from the demonstration, compressed as hosts send
it.

Performance is the median of --runs, on a simulated phone with a slow network; the other scores do not vary. Lighthouse
is installed with npm, which needs Node and the network; the pages are served by this machine. The bytes of the home
page and the catalog page are measured in larger catalogs, too, with every file of a first visit.
"""

import gzip
import json
import os
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

from browser import QUIET, executable
from playwright.sync_api import Page, Response, sync_playwright
from project import copy_project
from website import KINDS, build_site

from . import validators
from .measure import cost
from .sites import lay_out

LIGHTHOUSE = "lighthouse@12"
SIZES = (250, 1_000)
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PAINT = "largest-contentful-paint"
TARGETS = "targets: performance 95,.other_entries 100, largest paint 2.0 s, 100 KB, 12 requests"


def main(runs: int) -> None:
    """Measure one page of each kind, and print its scores, its largest paint, its bytes and its requests."""
    print(__doc__)
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        for size in SIZES:
            _weigh(folder / str(size), size)
        subprocess.run(["npm", "install", "--silent", "--prefix", name, LIGHTHOUSE], check=True)
        copy_project(folder / "project")
        site = build_site(folder / "project", folder / "site")
        print(f"  {'':<18}{'perf':>6}{'a11y':>6}{'best':>6}{'seo':>6}{'paint':>9}{'KB':>8}{'requests':>10}   {TARGETS}")
        with _served(site) as address:
            validators.main(folder, site, address)
            for kind, place in KINDS.items():
                if kind != "missing":
                    print(_row(kind, [_measured(folder, address + place) for _ in range(runs)]), flush=True)


def _weigh(folder: Path, size: int) -> None:
    """Print the bytes that a first visit to the home page and the catalog page loads with *size* credentials."""
    lay_out(folder, size)
    cost(folder, "-m", "mkdocs", "build", "--strict", "--quiet")
    with _served(folder / "site") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(playwright), args=QUIET)
        for kind in ("home", "catalog"):
            fetched = _fetched(browser.new_page(), address + KINDS[kind])
            kilobytes = sum(int(response.headers["content-length"]) for response in fetched) / 1000
            print(f"  {kind} of {size:,} credentials: {kilobytes:.1f} KB in {len(fetched)} requests", flush=True)
        browser.close()


def _fetched(page: Page, url: str) -> list[Response]:
    found = list[Response]()
    page.on("response", lambda response: found.append(response))
    page.goto(url, wait_until="networkidle")
    return found


def _row(kind: str, found: list[dict[str, Any]]) -> str:
    scores = [round(100 * median(each["categories"][name]["score"] for each in found)) for name in CATEGORIES]
    audits = found[0]["audits"]
    paint = median(each["audits"][PAINT]["numericValue"] for each in found) / 1000
    kilobytes = audits["total-byte-weight"]["numericValue"] / 1000
    requests = len(audits["network-requests"]["details"]["items"])
    return f"  {kind:<18}{''.join(f'{score:>6}' for score in scores)}{paint:>7.1f} s{kilobytes:>8.1f}{requests:>10}"


def _measured(folder: Path, url: str) -> dict[str, Any]:
    program = folder / "node_modules/.bin/lighthouse"
    options = ["--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox"]
    done = subprocess.run(
        [str(program), url, *options], capture_output=True, check=True, env={**os.environ, "CHROME_PATH": _browser()}
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _browser() -> str:
    with sync_playwright() as playwright:
        return executable(playwright)


class _Compressed(SimpleHTTPRequestHandler):
    """Answers requests as a static host does: compressed, with a content type, and with permission to cache."""

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        body = gzip.compress(path.read_bytes()) if path.is_file() else b""
        self.send_response(200 if body else 404)
        kind = self.guess_type(str(path))
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        for name, value in (
            ("Content-Encoding", "gzip"),
            ("Content-Length", len(body)),
            ("Cache-Control", "max-age=600"),
        ):
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressed, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
