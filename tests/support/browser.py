"""A real browser for tests of JavaScript: the fixture ``browser``, one Chromium for each worker of a run."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

# Every window would load two pages of its own below the address bar and keep a process in reserve, which doubles the
# time to open a page. This list takes the place of Playwright's, so it repeats what Playwright turns off.
UNUSED = (
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "SpareRendererForSitePerProcess",
    "AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "LensOverlay", "MediaRouter",
    "NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding", "PreconnectToSearch",
    "TcpPortRandomizationWin", "ThirdPartyStoragePartitioning",
)  # fmt: skip
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run", f"--disable-features={','.join(UNUSED)}",
)  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium that sends no requests of its own."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable(playwright), args=QUIET)
        yield chromium
        chromium.close()


def executable(playwright: Playwright) -> str:
    """Return the path of an installed browser. Without one, the run fails with a command that installs one."""
    on_path = map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))
    candidates = (os.environ.get("CHROMIUM"), *on_path, playwright.chromium.executable_path)
    found = next((path for path in candidates if path and Path(path).exists()), None)
    return found or pytest.fail("No Chromium here. Install one: playwright install --with-deps chromium", pytrace=False)
