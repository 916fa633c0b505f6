"""The catalog that breaks no rule, in a git repository of its own, so that only a change can cause findings."""

import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from examples import BASE, TODAY
from project import Project

WAIT = "wait-time"
QUESTIONS = "student-questions"
STACK = "classroom-talk"
PAGE = f"credentials/{WAIT}.md"
OTHER = f"credentials/{QUESTIONS}.md"
UID = "0d7f3c1e-8a52-4e9b-9c41-7b2a5d6e8f10"
FRESH = "5c0f9f5e-6f0b-4a7e-8d57-2a9f4a1b7c33"

DEMANDS = {
    "competency": ("three seconds of silence to think", "five seconds of silence to think"),
    "method": ("call on a student only when that time is over.", "call on a student when you like."),
    "evidence": ("max_length: {amount: 15, unit: minutes}", "max_length: {amount: 25, unit: minutes}"),
    "prompt": ("Ask five students what they do", "Ask nine students what they do"),
    "descriptor": ("recording, half of the questions", "recording, most of the questions"),
    "passing": ("passing_level: Demonstrated", "passing_level: Developing"),
}
"""Words of the page that state a requirement, and words to replace them with."""


@dataclass(frozen=True)
class Repository(Project):
    """A state's clone with one commit on ``main``."""

    def git(self, *arguments: str) -> str:
        """Run git in the project's folder."""
        done = subprocess.run(["git", *arguments], cwd=self.root, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def commit(self, message: str = "a step") -> None:
        """Commit everything."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)

    def content(self, path: str) -> Path:
        """Return a file of the content folder."""
        return self.root / "content" / path

    def change(self, path: str, old: str, new: str, count: int = 1) -> None:
        """Replace *old*, which must be there, with *new* in a file of the content folder."""
        text = self.content(path).read_text("utf-8")
        assert old in text, f"{old!r} is not in {path}"
        self.content(path).write_text(text.replace(old, new, count), "utf-8")

    def raise_version(self, slug: str, old: str, new: str, folder: str = "credentials") -> None:
        """Give a spec a new version and a line in its changelog."""
        self.change(f"{folder}/{slug}.md", f'version: "{old}"\n', f'version: "{new}"\n')
        text = self.content(f"{folder}/{slug}.md").read_text("utf-8")
        line = f'{{version: "{new}", date: 2026-09-01, change: Something is new.}}'
        text = re.sub(r"(?m)^changelog:\n", f"changelog:\n  - {line}\n", text)
        text = re.sub(r"(?m)^changelog: \[", f"changelog: [{line}, ", text)
        self.content(f"{folder}/{slug}.md").write_text(text, "utf-8")

    def rename(self, alias: bool) -> None:
        """Rename a spec; keep the former name as an alias or not."""
        self.git("mv", f"content/{PAGE}", "content/credentials/silence.md")
        self.change(OTHER, f"prerequisites: [{WAIT}]", "prerequisites: [silence]")
        if alias:
            self.change("credentials/silence.md", "tags:", f"aliases: [{WAIT}]\ntags:")

    def since(self, *arguments: str, revision: str = "HEAD") -> list[dict[str, Any]]:
        """Return the findings that the change since *revision* concerns."""
        return self.findings("--since", revision, "--today", TODAY.isoformat(), *arguments)

    def lifecycle(self, *arguments: str, revision: str = "HEAD") -> list[tuple[str, int, str]]:
        """Return path, line and message of what LC-04 finds in the change since *revision*."""
        found = self.since("--select", "LC-04", *arguments, revision=revision)
        return [
            (each["path"].removeprefix("content/"), each["span"]["start"]["line"], each["message"]) for each in found
        ]

    def changes(self, *revisions: str) -> list[dict[str, Any]]:
        """Return what ``diff`` says, as data."""
        result = self.run("diff", "--format", "json", *(revisions or ("HEAD",)))
        assert result.exit_code == 0, result.output
        found: list[dict[str, Any]] = json.loads(result.stdout)["changes"]
        return found

    def kinds(self, *revisions: str) -> list[tuple[str, str]]:
        """Return kind and spec of each change that ``diff`` reports."""
        return [(each["kind"], each["spec"]) for each in self.changes(*revisions)]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Return a fresh repository; the working directory is inside it, and the user's git settings are ignored."""
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")
    root = tmp_path / "clone"
    shutil.copytree(BASE, root / "content")
    monkeypatch.chdir(root)
    made = Repository(root)
    made.git("init", "--quiet", "--initial-branch", "main")
    made.git("config", "user.name", "Writer")
    made.git("config", "user.email", "writer@sample-state.example")
    made.commit("as it is published")
    return made
