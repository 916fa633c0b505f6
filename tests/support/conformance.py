"""The results of the suite about accessibility, as a dated file, a statement in words, and an OpenACR report.

``scripts/nightly --write-results`` writes all three; a person reads and commits them. Between runs nothing changes: the
statement and the report are made from the dated file alone. OpenACR is the General Services Administration's form of an
Accessibility Conformance Report: https://github.com/GSA/openacr, schema 0.1.0, catalog 2.4-edition-wcag-2.1-508-en.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from axe_playwright_python.base import AXE_SCRIPT
from specimens import DEMONSTRATION

RESULTS = DEMONSTRATION / "docs" / "accessibility-results.yml"
STATEMENT = DEMONSTRATION / "content" / "about" / "accessibility.md"
REPORT = DEMONSTRATION / "docs" / "openacr.yaml"
CRITERIA: dict[str, dict[str, str]] = yaml.safe_load((Path(__file__).parent / "wcag.yml").read_text("utf-8"))

FROM, TO = "## What was tested\n", "## What is known\n"
LEVELS = {"tested": "supports", "absent": "not-applicable", "person": "not-evaluated"}
NOT_JUDGED = "Not judged yet, so nothing is claimed. "


class Recorder:
    """Counts, for each success criterion, the tests that check it; writes the files after all tests."""

    def __init__(self) -> None:
        self.passed: Counter[str] = Counter()
        self.failed: Counter[str] = Counter()
        self.browser = ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Record a test that ran, or that could not run."""
        for name, value in report.user_properties:
            if name == "browser":
                self.browser = str(value)
            elif name == "wcag" and report.when == "call":
                self.passed[str(value)] += report.passed
            if name == "wcag":
                self.failed[str(value)] += report.failed

    def pytest_sessionfinish(self) -> None:
        """Write the results, the statement and the report."""
        counts = {number: {"passed": self.passed[number], "failed": self.failed[number]} for number in self.passed}
        axe = re.search(r"axe v([\d.]+)", AXE_SCRIPT)
        results = {
            "date": date.today().isoformat(), "browser": f"Chromium {self.browser}", "axe": axe[1] if axe else "",
            "criteria": {number: counts[number] for number in CRITERIA if number in counts},
        }  # fmt: skip
        head = "# Written by scripts/nightly --write-results. Read it, and commit it with what is made of it.\n"
        RESULTS.write_text(head + yaml.safe_dump(results, sort_keys=False), "utf-8")
        STATEMENT.write_text(with_statement(STATEMENT.read_text("utf-8"), results), "utf-8")
        REPORT.write_text(report(results), "utf-8")


def with_statement(text: str, results: dict[str, Any]) -> str:
    """Return the page *text* with the *results* in its section about tests."""
    before, rest = text.split(FROM, 1)
    return before + FROM + "\n" + "\n".join(_statement(results)) + "\n" + TO + rest.split(TO, 1)[1]


def _statement(results: dict[str, Any]) -> Iterator[str]:
    day = date.fromisoformat(results["date"])
    yield (
        f"Our tests last ran on {day:%B} {day.day}, {day.year}, in {results['browser']} with axe {results['axe']}. "
        "They open every kind of page in both palettes, on wide and narrow screens, with menus closed and open. "
        "The repository holds the same results as a report in the OpenACR form (docs/openacr.yaml), for programs."
    )
    for by, head in (("tested", "Held by tests"), ("person", "Only a person can judge")):
        yield f"\n### {head}\n"
        if by == "person":
            yield "This has not been done yet, so we claim nothing. It takes screen readers and speech control, too.\n"
        yield from (f"- {each['name']} ({number}). {each['note']}" for number, each in _by(by))
    yield "\n### Nothing to judge\n"
    yield from (f"- {each['name']} ({number}). {each['note']}" for number, each in _by("absent"))


def _by(by: str) -> list[tuple[str, dict[str, str]]]:
    return [(number, each) for number, each in CRITERIA.items() if each["by"] == by]


def report(results: dict[str, Any]) -> str:
    """Return the *results* as a report in the OpenACR form."""
    program = yaml.safe_load((DEMONSTRATION / "content/program/program.yml").read_text("utf-8"))
    contact = {"company_name": program["issuers"][0]["name"], "email": program["issuers"][0]["contact"]}
    data = {
        "title": f"{program['name']} Accessibility Conformance Report",
        "product": {
            "name": program["name"],
            "description": "A catalog of micro-credentials for educators, as a website.",
        },
        "author": contact,
        "vendor": dict(contact),
        "report_date": results["date"],
        "version": 1,
        "catalog": "2.4-edition-wcag-2.1-508-en",
        "notes": "“not-evaluated”: only a person can judge it, and nobody has yet. Nothing is claimed there.",
        "evaluation_methods_used": f"Tests by program in {results['browser']} with axe {results['axe']}, no rule left "
        "out; tasks by keyboard. No screen reader, no speech control, and nobody with a disability took part.",
        "license": "CC-BY-4.0",
        "chapters": {f"success_criteria_level_{level.lower()}": _chapter(level, results) for level in ("A", "AA")},
    }
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=110)


def _chapter(level: str, results: dict[str, Any]) -> dict[str, Any]:
    criteria = [(number, each) for number, each in CRITERIA.items() if each["level"] == level]
    return {"criteria": [{"num": number, "components": [_web(number, each, results)]} for number, each in criteria]}


def _web(number: str, criterion: dict[str, str], results: dict[str, Any]) -> dict[str, Any]:
    level, note = LEVELS[criterion["by"]], criterion["note"]
    if criterion["by"] == "tested" and results["criteria"][number]["failed"]:
        level, note = "partially-supports", f"{results['criteria'][number]['failed']} tests failed. {note}"
    if criterion["by"] == "person":
        note = NOT_JUDGED + note
    return {"name": "web", "adherence": {"level": level, "notes": note}}
