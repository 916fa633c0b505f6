"""The repository's own content as a site on loopback: as it is published, and as a writer previews it."""

import functools
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page
from project import copy_project

# One address of each kind of page; the credential has four levels and points, the guide has tables.
KINDS = {
    "home": "",
    "catalog": "catalog/",
    "facet": "catalog/subject/",
    "answer": "catalog/subject/literacy/",
    "credential": "credentials/rich-vocabulary-instruction/",
    "pilot": "credentials/progress-monitoring-for-early-readers/",
    "retired": "credentials/exit-tickets/",
    "stacks": "stacks/",
    "stack": "stacks/formative-assessment-in-action/",
    "standards": "standards/",
    "standard": "standards/co-03/",
    "crosswalk": "standards/example-crosswalk/",
    "dashboard": "standards/dashboard/",
    "coverage": "standards/coverage/",
    "scorecard": "credentials/questioning-and-wait-time/scorecard/",
    "pilot scorecard": "credentials/progress-monitoring-for-early-readers/scorecard/",
    "guides": "guides/",
    "guide": "guides/write-one/",
    "about": "about/privacy/",
    "checklist": "credentials/rich-vocabulary-instruction/checklist/",
    "scoring sheet": "credentials/rich-vocabulary-instruction/scoring-sheet/",
    "approved list": "catalog/approved-list/",
    "news": "catalog/news/",
    "plan": "plan/",
    "compare": "catalog/compare/",
    "mapping": "about/data/mapping/",
    "missing": "no/such/page/",
}
_ALIKE = {"pilot", "retired", "pilot scorecard", "answer", "guides", "approved list", "mapping", "crosswalk"}
"""Kinds whose parts are those of other kinds; slow tests examine them in a nightly run only."""
DISTINCT_KINDS = [pytest.param(kind, marks=pytest.mark.nightly) if kind in _ALIKE else kind for kind in KINDS]


@dataclass(frozen=True)
class Site:
    """A built site: its folder, and the address it is served at, with a slash at the end."""

    folder: Path
    address: str

    def html(self, address: str) -> str:
        """Return the HTML of a page."""
        return (self.folder / address / "index.html").read_text("utf-8")


def build_site(root: Path, folder: Path, command: Literal["build", "serve"] = "build") -> Path:
    """Build the project at *root* into *folder* as MkDocs does; ``serve`` is what a preview runs under."""
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(folder))
    config.plugins.on_startup(command=command, dirty=False)
    build(config)
    return folder


class _Handler(SimpleHTTPRequestHandler):
    """Answers like the usual hosts of static sites, with the site's own error page."""

    protocol_version = "HTTP/1.1"  # keeps connections open, as those hosts do

    def log_message(self, *_: object) -> None:
        pass

    def send_error(self, code: int, *_: object) -> None:  # type: ignore[override]
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore a browser that closes a page before it has loaded everything; show any other error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def serving(folder: Path) -> Iterator[Site]:
    """Serve *folder* at a free port of this machine."""
    server = _Server(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Site(folder, f"http://127.0.0.1:{server.server_port}/")
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site as it is published."""
    root = copy_project(tmp_path_factory.mktemp("demonstration"))
    with serving(build_site(root, tmp_path_factory.mktemp("published"))) as site:
        yield site


@pytest.fixture(scope="session")
def previewed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A preview of the same content with many findings in one credential and one stack."""
    root = copy_project(tmp_path_factory.mktemp("previewed"))
    _spoil(root / "content/credentials/questioning-and-wait-time.md", {
        "title: Questioning and wait time": "title: Q",
        "requires_video: false\n": "",
        "level: foundational\n": "",
        "passing_level: Met": "passing_level: Not yet",
        "quantity: 2\n": "",
    })  # fmt: skip
    _spoil(root / "content/stacks/foundations-of-reading.md", {"electives_min: 1": "electives_min: 7"})
    with serving(build_site(root, tmp_path_factory.mktemp("preview"), "serve")) as site:
        yield site


def _spoil(path: Path, changes: dict[str, str]) -> None:
    text = path.read_text("utf-8")
    for old, new in changes.items():
        assert old in text, f"{old!r} is not in {path.name}"
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")


@contextmanager
def visit(browser: Browser, address: str, **context: object) -> Iterator[Page]:
    """Open a page; an error in the browser, or a request that leaves this machine, is a failure."""
    tab = browser.new_context(**context)  # type: ignore[arg-type]
    page = tab.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if _counts(message.text) else None)
    page.on("request", lambda request: complaints.append(request.url) if _leaves(request.url) else None)
    page.goto(address)
    yield page
    tab.close()
    assert complaints == []


def _counts(text: str) -> bool:
    return "status of 404" not in text  # the error page itself is asked for on purpose


def _leaves(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1:", "data:"))


def ending(text: str) -> re.Pattern[str]:
    """Return a pattern of addresses that end with *text*, for ``to_have_url``, which waits as a slow machine needs."""
    return re.compile(re.escape(text) + "$")
