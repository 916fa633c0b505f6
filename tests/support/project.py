"""Projects to work on, in a folder like a state's clone, and the command line to work with."""

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from examples import BASE
from specimens import DEMONSTRATION

from microcredentials.cli.main import main

REPOSITORY = Path(__file__).parents[2]


@dataclass(frozen=True)
class Project:
    """A folder like a state's clone: ``content``, ``mkdocs.yml``, ``overrides``."""

    root: Path

    def run(self, *arguments: str, answers: str | None = None) -> Result:
        """Run the command line in the project's folder."""
        return CliRunner().invoke(main, list(arguments), input=answers)

    def findings(self, *arguments: str) -> list[dict[str, Any]]:
        """Return the findings of ``check`` as data."""
        found: list[dict[str, Any]] = json.loads(self.run("check", "--format", "json", *arguments).stdout)["findings"]
        return found

    def path(self, slug: str) -> Path:
        """Return the file of a credential."""
        return self.root / "content" / "credentials" / f"{slug}.md"

    def edit(self, slug: str, old: str, new: str) -> None:
        """Replace *old*, which must be there, with *new* in a credential's file."""
        text = self.path(slug).read_text("utf-8")
        assert old in text, f"{old!r} is not in {slug}"
        self.path(slug).write_text(text.replace(old, new, 1), "utf-8")

    def keep_only(self, *slugs: str) -> None:
        """Delete all other specs, and the guides, so that a check takes a fraction of the time."""
        kept = [*self.root.glob("content/credentials/[!_]*.md"), *self.root.glob("content/stacks/[!_]*.md")]
        assert set(slugs) <= {path.stem for path in kept}
        for path in (*kept, *self.root.glob("content/guides/*.md")):
            if path.stem not in slugs:
                path.unlink()


def copy_project(root: Path) -> Path:
    """Copy the demonstration, forty specs, into *root* as a state's clone contains it; return *root*."""
    shutil.copytree(DEMONSTRATION / "content", root / "content")
    shutil.copy(DEMONSTRATION / "mkdocs.yml", root)
    for name in ("overrides", "scripts"):
        shutil.copytree(REPOSITORY / name, root / name, ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
    for name in ("pyproject.toml", "requirements.txt"):
        shutil.copy(REPOSITORY / name, root)
    return root


def copy_small_project(root: Path) -> Path:
    """Make *root* a project around the small catalog, three specs without a finding; return *root*."""
    copy_project(root)
    shutil.rmtree(root / "content")
    shutil.copytree(BASE, root / "content")
    for template in ("credentials/_template.md", "stacks/_template.md"):
        shutil.copy(DEMONSTRATION / "content" / template, root / "content" / template)
    config = root / "mkdocs.yml"
    lines = config.read_text("utf-8").splitlines(keepends=True)
    named = [re.search(r"- (?:.*: )?((?:guides|about)/\S+\.md)$", line) for line in lines]
    kept = [line for line, page in zip(lines, named, strict=True) if not page or (root / "content" / page[1]).exists()]
    config.write_text("".join(kept).replace("  - Guides:\n", ""), "utf-8")
    return root


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a fresh copy of the demonstration; the working directory is inside it."""
    monkeypatch.chdir(copy_project(tmp_path))
    return Project(tmp_path)


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a fresh small project, checked and built in a fraction of the time; the working directory is inside."""
    monkeypatch.chdir(copy_small_project(tmp_path))
    return Project(tmp_path)
