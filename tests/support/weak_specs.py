"""Specs in which one text is weak, or good and easily mistaken for weak, written in all the ways YAML allows."""

import copy
import re
import shutil
import textwrap
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path, PurePosixPath
from typing import Any

import yaml
from examples import BASE

from microcredentials.reading.source import read_spec

BASE_SPEC = BASE / "credentials" / "wait-time.md"
FIELDS = {
    "title": "title",
    "summary": "summary",
    "competency": "competency",
    "key_method": "key_method",
    "question": "evidence/overview/0/prompt",
    "reflection": "evidence/reflection/0/prompt",
    "name": "evidence/artifacts/0/name",
    "description": "evidence/artifacts/0/description",
    "alternative": "evidence/artifacts/1/alternatives/0",
    "indicator": "evidence/artifacts/0/completion_indicators/0",
    "passing": "rubric/reflection_passing",
    "lowest": "rubric/criteria/0/descriptors/Not yet",
    "middle": "rubric/criteria/0/descriptors/Developing",
    "highest": "rubric/criteria/0/descriptors/Demonstrated",
}
"""The names of fields in ``wording.yml``, and their pointers in a spec."""
_MARK = re.compile("[⟦⟧]")
_HOLE = "THE-TEXT-OF-THIS-CASE"


@dataclass(frozen=True)
class Case:
    """A text at a place of the spec; ⟦marks⟧ enclose words that a rule should point at."""

    rule: str
    weak: bool
    at: str
    text: str

    def __str__(self) -> str:
        return f"{self.rule} {_MARK.sub('', self.text)[:50]}"

    @property
    def words(self) -> list[str]:
        """The marked words."""
        return re.findall("⟦(.*?)⟧", self.text)


def _cases() -> Iterator[Case]:
    rules = yaml.safe_load((Path(__file__).parent / "wording.yml").read_text("utf-8"))
    for rule, kinds in rules.items():
        for kind, texts in kinds.items():
            for each in texts:
                for field, text in each.items():
                    yield Case(rule, kind == "weak", FIELDS[field], text)


CASES = list(_cases())


@dataclass(frozen=True)
class Written:
    """A case as a file: its slug, and the place of each marked piece as lines and columns from 1, end exclusive."""

    case: Case
    slug: str
    places: tuple[tuple[tuple[int, int], tuple[int, int]], ...]


def write(content: Path, cases: list[Case]) -> list[Written]:
    """Make the folder *content* with the program of the base and a spec for each of *cases*."""
    shutil.copytree(BASE, content, ignore=shutil.ignore_patterns("credentials", "stacks"))
    (content / "credentials").mkdir()
    styles = cycle((_folded, _plain, _single_quoted, _literal, _double_quoted))
    return [
        _write(content, number, case, style) for number, (case, style) in enumerate(zip(cases, styles, strict=False))
    ]


def _write(content: Path, number: int, case: Case, style: Any) -> Written:
    slug = f"case-{number:03}"
    text = _file(case, number, style)
    places, clean = _without_marks(text)
    (content / "credentials" / f"{slug}.md").write_text(clean, "utf-8")
    return Written(case, slug, tuple(places))


def _file(case: Case, number: int, style: Any) -> str:
    source = read_spec(PurePosixPath(BASE_SPEC.name), BASE_SPEC.read_bytes())
    data = copy.deepcopy(source.data)
    data |= {"uid": str(uuid.UUID(int=number, version=4)), "title": f"Questions and wait time, {number}", "stacks": []}
    _set(data, case.at.split("/"), _HOLE)
    dumped = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=1000)
    line = next(line for line in dumped.splitlines() if _HOLE in line)
    indent = " " * (len(line) - len(line.lstrip()) + 4)
    return f"---\n{dumped.replace(_HOLE, style(case.text, indent))}---\n{source.body}"


def _set(data: Any, way: list[str], value: str) -> None:
    *steps, last = [int(step) if step.isdigit() else step for step in way]
    for step in steps:
        data = data[step]
    data[last] = value


def _folded(text: str, indent: str) -> str:
    return ">-\n" + textwrap.fill(text, 60, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def _literal(text: str, indent: str) -> str:
    return f"|-\n{indent}{text}"


def _plain(text: str, indent: str) -> str:
    unsafe = re.search(r": |:$| #|^[^\w⟦]|⟦[^\w]", text)
    return _folded(text, indent) if unsafe else text


def _single_quoted(text: str, _: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _double_quoted(text: str, indent: str) -> str:
    return _single_quoted(text, indent) if '"' in text else f'"{text}"'


def _without_marks(text: str) -> tuple[list[tuple[tuple[int, int], tuple[int, int]]], str]:
    clean, ends = "", []
    for piece in re.split("([⟦⟧])", text):
        if _MARK.fullmatch(piece):
            ends.append((clean.count("\n") + 1, len(clean) - clean.rfind("\n")))
        else:
            clean += piece
    return list(zip(ends[::2], ends[1::2], strict=True)), clean
