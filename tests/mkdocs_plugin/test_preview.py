"""The live preview as a writer uses it: edit, look, and read the finding beside the field."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from project import Project, copy_small_project

DRAFT, SLUG, STACK = "idea", "wait-time", "classroom-talk"
IDEA = "---\ntitle: An idea\nstatus: draft\ncompetency: The educator thinks.\n---\n"
PATIENCE_DAYS = 60  # seconds; a rebuild takes about one


@dataclass(frozen=True)
class Preview:
    """A running preview of a project."""

    project: Project
    address: str

    def page(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path, timeout=PATIENCE_DAYS) as answer:
            text: str = answer.read().decode()
        return text

    def until(self, path: str, holds: Callable[[str], bool]) -> str:
        """Return the page at *path* as soon as it is as expected; fail if that takes too long."""
        end = time.monotonic() + PATIENCE_DAYS
        while time.monotonic() < end:
            text = self.page(path)
            if holds(text):
                return text
            time.sleep(0.2)
        return pytest.fail(f"{path} did not become what was expected")


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    project = Project(copy_small_project(tmp_path))
    project.path(DRAFT).write_text(IDEA, "utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with (
        (project.root / "log").open("w") as log,
        subprocess.Popen(command, cwd=project.root, stderr=log, env=environment) as server,
    ):
        try:
            _wait(port, server)
            yield Preview(project, f"http://127.0.0.1:{port}/")
        finally:
            server.terminate()


def _wait(port: int, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE_DAYS
    while time.monotonic() < end and server.poll() is None:
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("the preview did not start")


def test_the_preview_shows_drafts_findings_and_edits_and_keeps_the_last_good_page(preview: Preview, browser: Browser):
    draft = preview.page(f"credentials/{DRAFT}/")
    assert "Preview" in draft
    assert "CO-03" in draft

    page = browser.new_page()
    page.goto(f"{preview.address}credentials/{SLUG}/")
    preview.project.edit(SLUG, "title: Questions and wait time", "title: Questions and silence")
    preview.until(f"credentials/{SLUG}/", lambda page: "Questions and silence" in page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Questions and silence", timeout=PATIENCE_DAYS * 1000)

    preview.project.edit(SLUG, "status: published", "status: [published")
    broken = preview.until(f"credentials/{SLUG}/", lambda page: "FM-06" in page)
    assert "Questions and silence" in broken
    assert "Classroom talk" in preview.page(f"stacks/{STACK}/")

    program = preview.project.root / "content/program/program.yml"
    good = program.read_text()
    program.write_text(good.replace("name:", "name_:", 1))
    troubled = preview.until(f"credentials/{SLUG}/", lambda page: "SC-01" in page)
    assert "program.yml" in troubled
    assert "Questions and silence" in troubled

    program.write_text(good)
    preview.project.edit(SLUG, "status: [published", "status: published")
    preview.until(f"credentials/{SLUG}/", lambda page: "FM-06" not in page and "Questions and silence" in page)
