"""A real browser for whatever runs as JavaScript: the fixture ``browser``, one Chromium for the whole run."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
)  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium that asks the network for nothing on its own."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable(playwright), args=QUIET)
        yield chromium
        chromium.close()


def executable(playwright: Playwright) -> str:
    """Return the path of an installed browser; where there is none, the run fails with what installs one."""
    on_path = map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))
    candidates = (os.environ.get("CHROMIUM"), *on_path, playwright.chromium.executable_path)
    found = next((path for path in candidates if path and Path(path).exists()), None)
    return found or pytest.fail("No Chromium here. Install one: playwright install --with-deps chromium", pytrace=False)
