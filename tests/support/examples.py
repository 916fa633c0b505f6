"""Examples of rules as files: each is put into a catalog that breaks no rule, so only the example can break one."""

import re
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from microcredentials.catalog.loading import load
from microcredentials.checking.finding import Example, Finding
from microcredentials.checking.options import Options
from microcredentials.checking.report import Report
from microcredentials.checking.run import check_catalog
from microcredentials.rules.registry import find_checks

BASE = Path(__file__).parent / "base"
TODAY = date(2026, 9, 15)  # a day on which nothing in the base is overdue

_FILE = re.compile(r"(?m)^# ((?:credentials|stacks|program|guides)/\S+)\n")
_KEY = re.compile(r"(?m)^([A-Za-z_]+):")
_SIGN = re.compile(r"⟨(?:U\+([0-9A-F]{4,6})|0x([0-9A-F]{2}))⟩")
_OF_STACKS = {"outcome", "rationale", "electives_min", "capstone"}


@dataclass(frozen=True)
class Planted:
    """The lines of an example: a range of line numbers (from 1) by file."""

    lines: dict[str, range]

    def holds(self, finding: Finding) -> bool:
        """Say whether *finding* points at a line of the example."""
        return finding.place.start.line in self.lines.get(finding.place.path, ())


def judged(content: Path) -> Report:
    """Return the findings of all rules in the folder *content*; paths are relative to it."""
    return check_catalog(load(content, content), find_checks(), Options(TODAY))


def plant(example: Example, content: Path) -> Planted:
    """Copy the base to *content* and put *example* into it."""
    shutil.copytree(BASE, content)
    return Planted({name: _write(content / name, text) for name, text in _files(example.text)})


def _files(text: str) -> list[tuple[str, str]]:
    """Return the example's parts by file: each names its file, or its fields show which file it belongs to."""
    _, *parts = _FILE.split(text)
    if parts:
        return list(zip(parts[::2], parts[1::2], strict=True))
    stack = _OF_STACKS & set(_KEY.findall(text)) and not _is_whole(text)
    return [("stacks/classroom-talk.md" if stack else "credentials/wait-time.md", text)]


def _write(path: Path, text: str) -> range:
    if _is_whole(text):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(_bytes(text))
        return range(1, text.count("\n") + 1)
    before, after = _around(path, set(_KEY.findall(text)))
    path.write_bytes(before.encode() + _bytes(text) + after.encode())
    first = before.count("\n") + 1
    return range(first, first + text.count("\n"))


def _is_whole(text: str) -> bool:
    return "---" in text.splitlines()


def _around(path: Path, keys: set[str]) -> tuple[str, str]:
    """Return the texts before and after the end of the fields in *path*, without the fields *keys*.

    A file that is not in the base is made like the one beside it.
    """
    like = path if path.exists() else min(path.parent.glob("*.md"))
    fence, fields, *rest = re.split(r"(?m)^---\n", like.read_text("utf-8"), maxsplit=2) if path.suffix == ".md" else (
        "", like.read_text("utf-8"))  # fmt: skip
    blocks = re.split(r"(?m)^(?=[A-Za-z_]+:)", fields)
    kept = "".join(block for block in blocks if block.partition(":")[0] not in keys)
    return (f"---\n{kept}", f"---\n{rest[0]}") if rest else (fence + kept, "")


def _bytes(text: str) -> bytes:
    """Return *text* with the characters and bytes that its signs represent (see ``_manual``)."""
    pieces = _SIGN.split(text)
    result = pieces[0].encode()
    for character, byte, plain in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        result += (chr(int(character, 16)).encode() if character else bytes.fromhex(byte)) + plain.encode()
    return result
