"""A copy of the repository's own content to work on, and the command line to work with."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
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
        """Replace *old*, which must be there, by *new* in a credential's file."""
        text = self.path(slug).read_text("utf-8")
        assert old in text, f"{old!r} is not in {slug}"
        self.path(slug).write_text(text.replace(old, new, 1), "utf-8")


def copy_project(root: Path) -> Path:
    """Copy what a state's clone holds, but its environment, into *root*; return *root*."""
    shutil.copytree(DEMONSTRATION / "content", root / "content")
    shutil.copy(DEMONSTRATION / "mkdocs.yml", root)
    for name in ("overrides", "scripts"):
        shutil.copytree(REPOSITORY / name, root / name)
    for name in ("pyproject.toml", "requirements.txt"):
        shutil.copy(REPOSITORY / name, root)
    return root


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a fresh copy of the project; the working directory is inside it."""
    monkeypatch.chdir(copy_project(tmp_path))
    return Project(tmp_path)
