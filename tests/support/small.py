"""Small catalogs and rules, made in memory, for tests of milliseconds."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from microcredentials.catalog.catalog import Catalog
from microcredentials.catalog.entry import Entry
from microcredentials.catalog.folder import ContentFile
from microcredentials.catalog.loading import parse_catalog
from microcredentials.checking.finding import STATUSES, Finding, Rule
from microcredentials.checking.report import Report
from microcredentials.checking.rule import Check
from microcredentials.model.spec import MicroCredential
from microcredentials.reading.problem import Problem, RuleClass, Severity

TODAY = date(2026, 9, 15)
WAIT = "credentials/wait-time.md"
QUALITY = "program/quality.yml"


def catalog(files: dict[str, str]) -> Catalog:
    """Return the catalog of *files* by path; required program files are not added."""
    contents = [ContentFile(PurePosixPath(path), partial(bytes, text.encode())) for path, text in files.items()]
    return parse_catalog(contents, PurePosixPath("content"))


def spec(fields: str = "", body: str = "") -> str:
    """Return the text of a published micro-credential with further *fields* and a *body*."""
    lines = {"title": "Wait time", "status": "published", "competency": "The educator waits."}
    own = "".join(f"{name}: {value}\n" for name, value in lines.items() if f"{name}:" not in fields)
    return f"---\n{own}{fields}---\n{body}"


def entry(fields: str = "", path: str = WAIT, **files: str) -> Entry[Any]:
    """Return the entry of one micro-credential."""
    return catalog({path: spec(fields), **files}).by_slug[PurePosixPath(path).stem]


def rule(id: str, severity: str = "error", **facts: Any) -> Rule:
    """Return a rule that has the same *severity* at every status."""
    severities = {status: Severity(severity) for status in STATUSES}
    return Rule(id, id.lower(), f"{id} holds.", "Why.", RuleClass.HARD, severities, **facts)


Find = Callable[..., Iterator[Problem]]


def check_of(found: Rule, find: Find, about: Any = MicroCredential, looks_at: Any = None) -> Check:
    """Return a check of the rule *found*."""
    return Check(found, about, find, looks_at)


def finds(*problems: Problem) -> Find:
    """Return a check's function that finds *problems* in every file."""

    def find(*_: object) -> Iterator[Problem]:
        return iter(problems)

    return find


READING = tuple(Check(rule(id, "warning")) for id in ("IN-01", "SC-04", "SC-08", "SC-14"))
"""The rules whose problems reading and the run itself find in small catalogs."""


def of(report: Report, *rules: str) -> tuple[Finding, ...]:
    """Return the findings of *rules*."""
    return tuple(finding for finding in report.findings if finding.rule.id in rules)
