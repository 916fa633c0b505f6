"""Examine built pages with two engines besides axe: the Nu HTML checker and IBM Equal Access.

Nu reads every HTML file of the site and needs Java; IBM examines one page of each kind, wide and narrow, with
everything unfolded. Neither may find an error. What an engine calls less than an error is explained in
``explained.yml``; what is not explained there is printed. Both are installed with npm.
"""

import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from browser import QUIET, executable
from playwright.sync_api import sync_playwright
from website import KINDS

PACKAGES = ("vnu-jar@26.9.27", "accessibility-checker-engine@4.0.34")
WIDTHS = (1280, 360)
_EXPLAINED: dict[str, dict[str, str]] = yaml.safe_load((Path(__file__).parent / "explained.yml").read_text("utf-8"))
_UNFOLD = "for (const each of document.querySelectorAll('details')) each.open = true"
_RUN = """async () => {
    const { results } = await new ace.Checker().check(document, ["WCAG_2_1"]);
    const said = results.filter(({ value: [, result] }) => result !== "PASS");
    return said.map(({ ruleId, value: [kind, result], snippet }) =>
        [ruleId, kind === "VIOLATION" && result === "FAIL", snippet.slice(0, 120)]);
}"""


class Message(NamedTuple):
    """What an engine says: the rule or the sentence, whether it is an error, and where."""

    rule: str
    is_error: bool
    where: str


def main(folder: Path, site: Path, address: str) -> None:
    """Print the errors and the unexplained messages of both engines; *folder* is where npm installs them."""
    subprocess.run(["npm", "install", "--silent", "--prefix", str(folder), *PACKAGES], check=True)
    packages = folder / "node_modules"
    _print("nu", list(_nu(packages / "vnu-jar/build/dist/vnu.jar", site)))
    _print("ibm", list(_ibm(packages / "accessibility-checker-engine/ace.js", address)))


def _print(engine: str, found: list[Message]) -> None:
    errors = [each for each in found if each.is_error]
    explained = [each for each in found if not each.is_error and _is_explained(engine, each.rule)]
    other = [each for each in found if not each.is_error and not _is_explained(engine, each.rule)]
    print(f"  {engine}: {len(errors)} errors, {len(other)} unexplained, {len(explained)} explained", flush=True)
    for message, count in Counter((each.rule, each.where) for each in [*errors, *other]).most_common(20):
        print(f"    {count:>5} × {message[0]}   {message[1]}")


def _is_explained(engine: str, rule: str) -> bool:
    return any(re.match(pattern, rule) for pattern in _EXPLAINED[engine])


def _nu(jar: Path, site: Path) -> Iterator[Message]:
    command = ["java", "-jar", str(jar), "--skip-non-html", "--format", "json", "--stdout", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # exits with 1 if it says anything
    for each in json.loads(done.stdout)["messages"]:
        place = f"{each['url'].partition(str(site))[2]}:{each.get('lastLine', 1)}"
        yield Message(each["message"], each["type"] != "info", place)


def _ibm(engine: Path, address: str) -> Iterator[Message]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(playwright), args=QUIET)
        for kind, place in ((kind, place) for kind, place in KINDS.items() if kind != "missing"):
            for width in WIDTHS:
                page = browser.new_page(viewport={"width": width, "height": 800})
                page.goto(address + place, wait_until="networkidle")
                page.evaluate(_UNFOLD)
                page.evaluate(engine.read_text("utf-8"))
                found: list[Any] = page.evaluate(_RUN)
                yield from (Message(rule, is_error, f"{kind}, {width} px: {text}") for rule, is_error, text in found)
                page.close()
        browser.close()
