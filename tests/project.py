"""A copy of the repository's own content to work on, and the command line to work with."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from microcredentials.cli import main

REPOSITORY = Path(__file__).parent.parent


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


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a fresh copy of the project; the working directory is inside it."""
    for name in ("content", "overrides"):
        shutil.copytree(REPOSITORY / name, tmp_path / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", tmp_path)
    monkeypatch.chdir(tmp_path)
    return Project(tmp_path)
