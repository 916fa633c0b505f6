"""Collect the sentences of every file into docs/sentences.txt."""

from collections.abc import Callable, Iterator
from pathlib import Path

from . import javascript, python, shell, templates

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "plugins" / "microcredentials"
TARGET = ROOT / "docs" / "sentences.txt"
HEAD = """\
Every sentence that a person can meet, file by file: messages, help, manuals of rules, pages and scripts.
Made by scripts/sentences; the suite keeps it current. A name in braces stands for a value, “/” for a choice.
"""

READERS: dict[str, Callable[[str], Iterator[str]]] = {
    ".py": python.sentences,
    ".html": templates.sentences,
    ".js": javascript.sentences,
    "": shell.sentences,
}


def collect() -> str:
    """Return the text of the file: a heading for each source file, then its sentences in their order."""
    scripts = (path for path in sorted((ROOT / "scripts").iterdir()) if not path.suffix)
    files = [path for path in (*sorted(PACKAGE.rglob("*")), *scripts) if path.is_file() and path.suffix in READERS]
    return "\n".join([HEAD, *filter(None, map(_part, files))])


def _part(path: Path) -> str:
    """Return the part of one file, or an empty string if it has no sentences."""
    found = dict.fromkeys(READERS[path.suffix](path.read_text("utf-8")))
    name = path.relative_to(PACKAGE if path.is_relative_to(PACKAGE) else ROOT).as_posix()
    return "\n".join([name, *(f"  {each}" for each in found), ""]) if found else ""
