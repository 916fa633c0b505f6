"""The memory of a check: the result is returned exactly, and only for the same inputs."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from small import READING, TODAY, WAIT, check_of, finds, rule, spec

from microcredentials.catalog.changes.change import Change
from microcredentials.catalog.folder import ContentFile
from microcredentials.catalog.git import Revision
from microcredentials.catalog.loading import parse_catalog
from microcredentials.checking.cache.memory import Inputs, Memory
from microcredentials.checking.options import Options, Selection
from microcredentials.checking.run import Run, run_checks
from microcredentials.reading.problem import Problem, Related, Severity
from microcredentials.reading.text import Span

PROBLEM = Problem(
    ("title",), "“Wrong” – ünïcode.", "Fix it.", words=(0, 4), severity=Severity.WARNING,
    related=(Related("here", span=Span(0, 3)), Related("there", ("competency",))),
)  # fmt: skip
CHECKS = (*READING, check_of(rule("CO-01"), finds(PROBLEM)), check_of(rule("CO-02"), finds()))
RULES = {check.rule.id: check.rule for check in CHECKS}


def file(path: str, text: str) -> ContentFile:
    return ContentFile(PurePosixPath(path), partial(bytes, text.encode()))


INPUTS = Inputs(
    Path("/project/content"), (file(WAIT, spec()), file("guides/start.md", "---\ntitle: T\ndescription: D\n---\n")),
    PurePosixPath("content"), Options(TODAY, "pilot", Selection(("CO",)), "error"), "main", Revision("main", "a" * 40),
)  # fmt: skip


def checked() -> Run:
    return run_checks(parse_catalog(INPUTS.files, INPUTS.root), CHECKS, INPUTS.options, {})


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    made = Memory(tmp_path, INPUTS)
    made.keep(checked())
    return made


def test_a_report_comes_back_as_it_was_but_for_its_scorecards(memory: Memory):
    report = checked().report
    found = memory.report(RULES)
    assert found is not None
    assert found.findings
    assert replace(found, texts=report.texts) == report
    assert dict(found.texts) == {"content/" + WAIT: report.texts["content/" + WAIT]}
    assert found.findings[0].rule is RULES["CO-01"]
    with pytest.raises(LookupError):
        _ = found.scorecards


def test_a_report_on_a_change_comes_back(memory: Memory):
    change = Change(
        kind="title", spec="wait-time", path=WAIT, sentence="It has a new title.", significance="notable",
        before="a", after="b", at=("title",), reaches=("x",), title="T",
    )  # fmt: skip
    report = replace(checked().report, changes=(change,), changed=frozenset({"b", "a"}), notes=("One.", "Two."))
    memory.keep(Run(report, {}))
    found = memory.report(RULES)
    assert found is not None
    assert (found.changes, found.changed, found.notes) == (report.changes, report.changed, report.notes)


def test_verdicts_come_back_as_they_were(memory: Memory):
    verdicts = checked().verdicts
    assert memory.verdicts() == verdicts
    [verdict] = [each for each in memory.verdicts().values() if each]
    assert verdict == {"CO-01": (PROBLEM,), "CO-02": ()}


OTHERS: dict[str, Callable[[Inputs], Inputs]] = {
    "day": lambda it: replace(it, options=replace(it.options, today=TODAY + timedelta(days=1))),
    "status": lambda it: replace(it, options=replace(it.options, as_status=None)),
    "selection": lambda it: replace(it, options=replace(it.options, selection=Selection(("CO",), ("CO-02",)))),
    "dates": lambda it: replace(it, options=replace(it.options, dates="warn")),
    "since": lambda it: replace(it, since="HEAD"),
    "base": lambda it: replace(it, base=Revision("main", "b" * 40)),
    "no base": lambda it: replace(it, since=None, base=None),
    "root": lambda it: replace(it, root=PurePosixPath(".")),
    "content": lambda it: replace(it, content=Path("/other/content")),
    "text": lambda it: replace(it, files=(file(WAIT, spec("tags: [a]\n")), *it.files[1:])),
    "path": lambda it: replace(it, files=(file("credentials/w.md", spec()), *it.files[1:])),
    "fewer files": lambda it: replace(it, files=it.files[:1]),
    "order": lambda it: replace(it, files=it.files[::-1]),
    "trouble": lambda it: replace(it, files=(replace(it.files[0], problem=PROBLEM), *it.files[1:])),
}


@pytest.mark.parametrize("change", OTHERS.values(), ids=OTHERS.keys())
def test_a_report_belongs_to_its_inputs(memory: Memory, change: Callable[[Inputs], Inputs]):
    assert Memory(memory.folder, change(INPUTS)).report(RULES) is None
    assert Memory(memory.folder, INPUTS).report(RULES) is not None


@pytest.mark.parametrize("name", OTHERS)
def test_verdicts_belong_to_content_status_and_day_alone(memory: Memory, name: str):
    found = Memory(memory.folder, OTHERS[name](INPUTS)).verdicts()
    assert bool(found) is (name not in ("day", "status", "content"))


def test_only_the_last_report_of_the_same_options_is_kept(memory: Memory):
    tomorrow = OTHERS["day"](INPUTS)
    Memory(memory.folder, tomorrow).keep(checked())
    assert Memory(memory.folder, tomorrow).report(RULES) is not None
    assert memory.report(RULES) is None
    assert len(list(memory.folder.iterdir())) == 2


def test_our_own_code_is_one_of_the_inputs(memory: Memory, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("microcredentials.checking.cache.memory._our_code", lambda: b"another version")
    other = Memory(memory.folder, INPUTS)
    assert (other.report(RULES), other.verdicts()) == (None, {})


def test_a_file_that_cannot_be_read_is_part_of_the_inputs(tmp_path: Path):
    def refuse() -> bytes:
        raise PermissionError(13, "Permission denied")

    closed = replace(INPUTS, files=(ContentFile(PurePosixPath(WAIT), refuse),))
    Memory(tmp_path, closed).keep(checked())
    assert Memory(tmp_path, closed).report(RULES) is not None
    assert Memory(tmp_path, replace(closed, files=(file(WAIT, ""),))).report(RULES) is None


def test_a_rule_that_does_not_exist_any_more_makes_the_report_useless(memory: Memory):
    assert memory.report({id: rule for id, rule in RULES.items() if id != "CO-01"}) is None


@pytest.mark.parametrize("spoil", [lambda raw: raw[:-1], lambda raw: raw.replace(b"CO-01", b"CO-02"), lambda _: b""])
def test_what_is_damaged_is_not_used(memory: Memory, spoil: Callable[[bytes], bytes]):
    for path in memory.folder.iterdir():
        path.write_bytes(spoil(path.read_bytes()))
    assert (memory.report(RULES), memory.verdicts()) == (None, {})


@pytest.mark.parametrize("data", [[], 5, {}, {"findings": []}, {"a": {"found": {"CO-01": [{"at": 5}]}, "clean": ""}}])
def test_what_has_another_shape_is_not_used(memory: Memory, data: Any, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("microcredentials.checking.cache.memory.dump_report", lambda _: json.dumps(data))
    monkeypatch.setattr("microcredentials.checking.cache.memory.dump_verdicts", lambda _: json.dumps(data))
    memory.keep(checked())
    assert (memory.report(RULES), memory.verdicts()) == (None, {})


def test_a_folder_that_cannot_be_made_is_no_obstacle(tmp_path: Path):
    (tmp_path / "file").write_text("")
    made = Memory(tmp_path / "file", INPUTS)
    made.keep(checked())
    assert (made.report(RULES), made.verdicts()) == (None, {})
