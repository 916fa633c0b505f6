"""Generated input at every entry point (“door”): no crash, no error of ours, no finding elsewhere, nothing slow.

The inputs are edits of good files by a seed. A failure names the door and the seed, with which it can be repeated.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext, suppress
from dataclasses import replace
from pathlib import Path, PurePosixPath
from random import Random

import disk_doors
import pytest
import yaml
from disk_doors import (
    NAMED,
    enter_init,
    enter_init_in_a_broken_project,
    enter_memory,
    enter_record,
    enter_release,
    remembered_report,
    remembered_verdicts,
)
from examples import BASE
from mutate import mutate
from small import TODAY, catalog

from microcredentials.authoring.draft import render_draft
from microcredentials.authoring.fixing import FixInputs, fix
from microcredentials.authoring.framework import convert_framework
from microcredentials.authoring.importers import case, csv, open_badges
from microcredentials.authoring.untrusted import UnreadableError
from microcredentials.catalog.changes.compare import compare
from microcredentials.checking.options import Options
from microcredentials.checking.report import Report
from microcredentials.checking.run import check_catalog
from microcredentials.links.answer import Answer, Outcome
from microcredentials.links.record import LinkResult, dump_record
from microcredentials.publishing.exports import case as case_export, open_badges as open_badges_export
from microcredentials.reports.rendering import find_change_renderer, find_renderer
from microcredentials.rules.registry import find_checks

UID = "5b0a1d52-3f8e-4c47-9d6a-1e2f3a4b5c6d"
SLOWEST = 1.0  # CPU seconds for one input
FILES = {
    path.relative_to(BASE).as_posix(): path.read_text("utf-8")
    for path in sorted([*BASE.rglob("*.md"), *BASE.rglob("*.yml")])
}
WAIT = "credentials/wait-time.md"
KEPT = "versions/wait-time/1.0.0.md"
GOOD = catalog(FILES)
PROGRAM = GOOD.program
SITE = "https://catalog.example.org/"

Door = Callable[[str, Random], object]


def report(files: dict[str, str]) -> Report:
    found = check_catalog(catalog(files), find_checks(), Options(TODAY))
    lines = {f"content/{path}": text.count("\n") + text.count("\r") + 2 for path, text in files.items()}
    for each in found.findings:
        assert each.rule.id != "IN-01", each.message
        assert 1 <= each.place.start.line <= lines.get(each.place.path, 1), each
    return found


def check(path: str) -> Door:
    """Return the door of ``check`` for a file in place of the good one at *path*."""

    def enter(text: str, _: Random) -> None:
        found = report({**FILES, path: text})
        for name in ("text", "sarif"):
            find_renderer(name)(found)

    return enter


def enter_fix(text: str, _: Random) -> None:
    inputs = FixInputs(UID, tuple(yaml.safe_load(f"[{', '.join(ORDER)}]")))
    once = fix(PurePosixPath(WAIT), text.encode("utf-8", "surrogatepass"), inputs)
    again = fix(PurePosixPath(WAIT), once.text.encode("utf-8", "surrogatepass"), inputs)
    assert (again.text, again.applied) == (once.text, ())


def enter_diff(text: str, _: Random) -> None:
    changes = compare(GOOD, catalog({**FILES, WAIT: text}))
    for name in ("text", "markdown", "json"):
        find_change_renderer(name)(changes)


def importer(read: Callable[..., Iterator[object]]) -> Door:
    """Return the door of an import: drafts or a refusal, and each draft can be written and read again."""

    def enter(text: str, _: Random) -> None:
        with suppress(UnreadableError):
            for draft in read(text.encode("utf-8", "surrogatepass"), PROGRAM):
                written = render_draft(draft, "2026-09-15", UID)  # type: ignore[arg-type]
                report({**FILES, "credentials/imported.md": written})

    return enter


def enter_framework(text: str, _: Random) -> None:
    with suppress(UnreadableError):
        report({**FILES, "program/frameworks/new.yml": convert_framework(text.encode(), "2026-09-15")})


ORDER = [line.partition(":")[0] for line in FILES[WAIT].splitlines() if line[:1].isalpha() and ":" in line]
BADGE = next(f.content.decode() for f in open_badges_export.export(GOOD, SITE) if f.path == "achievements.json")
PACKAGE = next(f.content.decode() for f in case_export.export(GOOD, SITE) if f.path == "case.json")
TABLE = 'title,description,hours,level\nWait time,The educator waits.,10-15,practicing\nQuestions,"a, b",,\n'
FRAMEWORK = json.dumps({
    "CFDocument": {"title": "A framework", "publisher": "A board", "officialSourceURL": "https://a.org/"},
    "CFItems": [{"humanCodingScheme": f"{n}.a", "fullStatement": f"Teachers do the thing {n}."} for n in range(8)],
}, indent=1)  # fmt: skip
PAGE = LinkResult(Answer(Outcome.MOVED, new_address="https://a.org/new"), TODAY, TODAY)
RECORD = dump_record(
    {"https://a.org/": PAGE, "https://b.org/": replace(PAGE, answer=Answer(Outcome.GONE, "it is gone"))}
)
DOORS: dict[str, tuple[str, Door]] = {
    "a spec": (FILES[WAIT], check(WAIT)),
    "a stack": (FILES["stacks/classroom-talk.md"], check("stacks/classroom-talk.md")),
    "a guide": (FILES["about/privacy.md"], check("about/privacy.md")),
    "a kept version": (FILES[WAIT], check(KEPT)),
    **{path: (FILES[path], check(path)) for path in FILES if path.startswith("program/")},
    "fix": (FILES[WAIT], enter_fix),
    "diff": (FILES[WAIT], enter_diff),
    "import csv": (TABLE, importer(csv.read)),
    "import open-badges": (BADGE, importer(open_badges.read)),
    "import case": (PACKAGE, importer(case.read)),
    "import case --framework": (FRAMEWORK, enter_framework),
    "a record of links": (RECORD, enter_record),
    "a remembered report": (remembered_report(), enter_memory),
    "remembered verdicts": (remembered_verdicts(), enter_memory),
    "release": (FILES[WAIT], enter_release),
    "init": (NAMED, enter_init),
    "init in a broken project": (FILES["program/program.yml"], enter_init_in_a_broken_project),
}


def enter(door: str, seeds: range) -> None:
    """Send an input for each of *seeds* through *door*."""
    text, step = DOORS[door]
    for seed in seeds:
        chance = Random(f"{door} {seed}")
        began = time.process_time()
        try:
            step(mutate(text, chance), chance)
        except Exception as error:
            raise AssertionError(f"{door}, seed {seed}: {type(error).__name__}: {error}") from error
        assert time.process_time() - began < SLOWEST, f"{door}, seed {seed}"


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")


@pytest.mark.parametrize("door", DOORS)
def test_good_input_is_accepted(door: str, monkeypatch: pytest.MonkeyPatch):
    for module in (sys.modules[__name__], disk_doors):
        monkeypatch.setattr(module, "suppress", lambda *_: nullcontext())  # a refusal is an error here
    text, step = DOORS[door]
    step(text, Random(0))


@pytest.mark.parametrize("door", DOORS)
def test_damaged_input_causes_no_crash(door: str):
    enter(door, range(91))


@pytest.mark.nightly
@pytest.mark.parametrize("part", range(20))
@pytest.mark.parametrize("door", DOORS)
def test_many_damaged_inputs_cause_no_crash(door: str, part: int):
    enter(door, range(1_000 + part * 300, 1_300 + part * 300))
