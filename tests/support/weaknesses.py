"""A corpus of single weaknesses and of good texts: each becomes a spec, and one run of the rules judges them all."""

import copy
import shutil
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

import yaml
from examples import BASE

from microcredentials.catalog.loading import load
from microcredentials.checking.finding import Finding
from microcredentials.checking.options import Options, Selection
from microcredentials.checking.run import check_catalog
from microcredentials.reading.source import read_spec
from microcredentials.rules.registry import find_checks

CORPUS = Path(__file__).parents[1] / "rules" / "weaknesses.yml"
VOCABULARY = Path(__file__).parents[2] / "content" / "program" / "vocabulary.yml"
TODAY = date(2026, 9, 15)
ABOUT_OTHERS = Selection(ignore=("ID-01", "ID-07", "SC-14"))
"""Rules about other specs, which are all alike here, or about the other findings, of which there should be none."""

_CREDENTIAL, _STACK = BASE / "credentials" / "wait-time.md", BASE / "stacks" / "classroom-talk.md"
_ROLES = ("required", "elective", "elective")

Steps = tuple[str | int, ...]


@dataclass(frozen=True)
class Patch:
    """New values of fields, and, for a weakness, the rule that must report it and the field where it must."""

    changes: Mapping[str, Any]
    rule: str = ""
    at: Steps = ()

    def __str__(self) -> str:
        return f"{self.rule} {', '.join(f'{field}: {value}' for field, value in self.changes.items())}"[:160]

    @property
    def is_of_stack(self) -> bool:
        """Whether the patch is for the stack."""
        return next(iter(self.changes)).startswith("stack/")


def read_corpus() -> tuple[dict[str, Any], list[Patch], list[Patch]]:
    """Return the changes to the base, the weaknesses, and the good texts of the corpus."""
    data = yaml.safe_load(CORPUS.read_text("utf-8"))
    weak = [_weakness(rule, entry) for rule, entries in data["weak"].items() for entry in entries]
    texts = [Patch({field: text}) for field, texts in data["good"].items() for text in texts]
    return data["base"], weak, texts + [Patch(entry) for entry in data["facts"]]


def _weakness(rule: str, entry: dict[str, Any]) -> Patch:
    at = entry.pop("at", next(iter(entry)))
    return Patch(entry, rule, () if at == "body" else _steps(at.removeprefix("stack/")))


def _steps(field: str) -> Steps:
    return tuple(int(step) if step.isdigit() else step for step in field.split("/"))


@dataclass(frozen=True)
class Judged:
    """A patch with the findings that the base does not have."""

    patch: Patch
    findings: tuple[Finding, ...]

    def caught_by(self, rule: str) -> bool:
        """Return whether *rule* has a finding at the field of the weakness."""
        return any(finding.rule.id == rule and _overlap(finding.field, self.patch.at) for finding in self.findings)

    @cached_property
    def is_noticed(self) -> bool:
        """Whether any rule has a finding at the field of the weakness."""
        return any(_overlap(finding.field, self.patch.at) for finding in self.findings)


def _overlap(one: Steps, other: Steps) -> bool:
    """Return whether one of two fields is part of the other; the body is part of itself alone."""
    shortest = min(len(one), len(other))
    return one[:shortest] == other[:shortest] and bool(one) == bool(other)


def judge_corpus(content: Path) -> tuple[list[Judged], list[Judged]]:
    """Write the corpus below *content* and return its weaknesses and its good texts, judged."""
    base, weak, good = read_corpus()
    judged = dict[int, Judged]()
    for of_stack, folder in ((False, content / "credentials"), (True, content / "stacks")):
        patches = [patch for patch in (*weak, *good) if patch.is_of_stack == of_stack]
        judged |= {id(each.patch): each for each in _judge(folder, base, patches, of_stack)}
    return [judged[id(patch)] for patch in weak], [judged[id(patch)] for patch in good]


def _judge(content: Path, base: dict[str, Any], patches: list[Patch], of_stack: bool) -> list[Judged]:
    """Judge *patches* in a catalog whose first spec is the base without any of them."""
    _write(content, base, [Patch({}), *patches], of_stack)
    report = check_catalog(load(content, content), find_checks(), Options(TODAY, selection=ABOUT_OTHERS))
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        found.setdefault(PurePosixPath(finding.place.path).stem, []).append(finding)
    known = {_key(finding) for finding in found.get(_slug(0), ())}
    return [
        Judged(patch, tuple(each for each in found.get(_slug(n), ()) if _key(each) not in known))
        for n, patch in enumerate(patches, start=1)
    ]


def _key(finding: Finding) -> tuple[Any, ...]:
    return finding.rule.id, finding.field, finding.message


def _slug(number: int) -> str:
    return f"case-{number:03}"


def _write(content: Path, base: dict[str, Any], patches: list[Patch], of_stack: bool) -> None:
    shutil.copytree(BASE, content, ignore=shutil.ignore_patterns("credentials", "stacks"))
    shutil.copy(VOCABULARY, content / "program" / "vocabulary.yml")
    slugs = [_slug(n) for n in range(len(patches))]
    for n, patch in enumerate(patches):
        _write_spec(content, slugs[n], n, {**base, **patch.changes}, of_stack)
    for n, role in enumerate(_ROLES if of_stack else ()):
        places = [{"stack": slug, "role": role, "order": n} for slug in slugs]
        _write_spec(content, f"member-{n}", 900 + n, {"title": f"Member {n}", "stacks": places}, False)


def _write_spec(content: Path, slug: str, number: int, changes: dict[str, Any], of_stack: bool) -> None:
    path = _STACK if of_stack else _CREDENTIAL
    source = read_spec(PurePosixPath(path.name), path.read_bytes())
    data, body = copy.deepcopy(source.data), source.body
    data |= {"uid": str(uuid.UUID(int=number, version=4)), "title": f"{data['title']} {number}"}
    data |= {} if of_stack else {"stacks": []}
    for field, value in changes.items():
        if field == "body":
            body += value
        elif field.startswith("stack/") == of_stack:
            _set(data, _steps(field.removeprefix("stack/")), value)
    folder = content / ("stacks" if of_stack else "credentials")
    folder.mkdir(exist_ok=True)
    dumped = yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=1000)
    (folder / f"{slug}.md").write_text(f"---\n{dumped}---\n{body}", "utf-8")


def _set(data: Any, steps: Steps, value: Any) -> None:
    for step in steps[:-1]:
        data = data.setdefault(step, {}) if isinstance(data, dict) else data[step]
    if value is None:
        data.pop(steps[-1], None)
    elif isinstance(data, list) and steps[-1] == len(data):
        data.append(value)
    else:
        data[steps[-1]] = value
