"""One problem at a time: its rule finds it, on its line, and no other rule reports anything.

The base breaks no rule. Every entry of ``mutations.yml`` edits one field of it; the output of ``check --format json``
must then match the entry, finding by finding.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from examples import BASE, TODAY
from hostile import seen
from project import Project

from microcredentials.rules.registry import find_checks

Place = tuple[str, str, tuple[int, int], tuple[int, int]]
"""Rule, file below the content, and the start and the end of the span, each by line and column, from 1."""

FAMILIES = {"FM", "SC", "ID", "CO", "EV", "RU", "AL", "RR", "AS", "SU", "CU", "ST", "FA", "LC", "LA", "AX"}
OUT_OF_REACH = {  # what no edit of one field of one spec can break, and why
    "FM-04": "it is the length of a whole file",
    "FM-05": "it is about links and special files",
    "FM-18": "it takes a file without any fields",
    "FM-20": "it is about where a file stands",
    "FM-21": "it is about the name of a file",
    "FM-22": "it takes a second file",
    "SC-08": "it takes a program file that is missing",
    "RU-06": "it is about the page, which is made from the spec",
    "FA-07": "it takes several published specs",
    "RR-04": "it takes works in the bibliography that sum up no others",
}


@dataclass(frozen=True)
class Mutation:
    """One edit of one file of the base, and every finding that it must cause."""

    fault: str
    old: str
    new: str
    finds: tuple[str, ...]
    file: str = "credentials/wait-time.md"
    elsewhere: tuple[tuple[str, ...], ...] = ()
    why: str = ""

    @property
    def rules(self) -> set[str]:
        return {rule for rule, *_ in self.expected}

    @property
    def before(self) -> str:
        return (BASE / self.file).read_text("utf-8")

    @property
    def after(self) -> str:
        return self.before.replace(self.old, _plain(self.new))

    @property
    def expected(self) -> list[Place]:
        """Return every finding that it must cause, in order."""
        marks = _marks(self.before.replace(self.old, seen(self.new)))
        here = [(rule, self.file, *mark) for rule, mark in zip(self.finds, marks, strict=True)]
        return sorted(here + [self._beyond(*each) for each in self.elsewhere])

    def _beyond(self, rule: str, passage: str, file: str = "") -> Place:
        text = self.after if file in ("", self.file) else (BASE / file).read_text("utf-8")
        assert text.count(_plain(passage)) == 1, f"{passage!r} does not stand there once"
        [mark] = _marks(text.replace(_plain(passage), seen(passage)))
        return (rule, file or self.file, *mark)


def _plain(text: str) -> str:
    return re.sub("[«»]", "", seen(text))


def _marks(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield where each pair of marks in *text* starts and ends, as if the marks were not there."""
    for mark in re.finditer("«[^»]*»", text):
        yield _position(text[: mark.start()]), _position(text[: mark.end()])


def _position(before: str) -> tuple[int, int]:
    lines = re.sub("[«»]", "", before).split("\n")
    return len(lines), len(lines[-1]) + 1


def _mutation(entry: dict[str, Any]) -> Mutation:
    finds, elsewhere = tuple(entry.pop("finds")), tuple(map(tuple, entry.pop("elsewhere", ())))
    return Mutation(finds=finds, elsewhere=elsewhere, **entry)


MUTATIONS = [_mutation(each) for each in yaml.safe_load(Path(__file__).with_name("mutations.yml").read_text("utf-8"))]


def _found(mutation: Mutation, root: Path, monkeypatch: pytest.MonkeyPatch) -> list[Place]:
    """Return the findings in the base with *mutation* in it."""
    shutil.copytree(BASE, root / "content")
    (root / "content" / mutation.file).write_bytes(mutation.after.encode("utf-8", "surrogateescape"))
    monkeypatch.chdir(root)
    return sorted(map(_place, Project(root).findings("--today", TODAY.isoformat())))


def _place(finding: dict[str, Any]) -> Place:
    start, end = ((finding["span"][end]["line"], finding["span"][end]["column"]) for end in ("start", "end"))
    return finding["rule"], finding["path"].removeprefix("content/"), start, end


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda each: each.fault.replace(" ", "-"))
def test_a_mutation_causes_exactly_the_expected_findings(
    mutation: Mutation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    assert mutation.before.count(mutation.old) == 1
    assert mutation.after != mutation.before
    assert _found(mutation, tmp_path, monkeypatch) == mutation.expected


def test_a_mutation_with_several_findings_states_the_reason():
    assert [each.fault for each in MUTATIONS if (len(each.expected) > 1) != bool(each.why)] == []
    assert len({each.fault for each in MUTATIONS}) == len(MUTATIONS) >= 80


def test_every_rule_has_a_mutation_or_a_reason_for_none():
    broken = {rule for mutation in MUTATIONS for rule in mutation.rules}
    rules = {check.rule.id for check in find_checks() if check.rule.family in FAMILIES}
    assert broken | set(OUT_OF_REACH) == rules
    assert not broken & set(OUT_OF_REACH)
