"""Scorecards as a reviewer opens them: the result of every clause of the demonstration's crosswalks."""

import re
from pathlib import Path
from typing import Any

import yaml
from project import DEMONSTRATION, Project

DAY = ("--today", "2026-11-26")
CLAUSE = re.compile(r'<li class="clause" id="spec-([^"]+)" data-result="([^"]+)"')


def crosswalks(root: Path = DEMONSTRATION) -> dict[str, dict[str, Any]]:
    files = sorted((root / "content/program/standards").glob("*.yml"))
    return {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in files}


def written(project: Project, *arguments: str) -> str:
    """Return the HTML file that a reviewer opens."""
    result = project.run("check", "--format", "scorecard", *DAY, *arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.stdout


def results(project: Project, slug: str, *arguments: str, folder: str = "credentials") -> dict[str, str]:
    """Return the result of every clause for *slug*, by the clause's name."""
    found = dict(CLAUSE.findall(written(project, *arguments, f"content/{folder}/{slug}.md")))
    names = [f"{file}/{clause['id']}" for file, walk in crosswalks(project.root).items() for clause in walk["clauses"]]
    assert len(found) == len(names)
    return {name: found[f"{slug}-{name.replace('/', '-')}"] for name in names}
