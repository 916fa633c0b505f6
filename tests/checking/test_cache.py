"""A second check of the same files gives the same report, byte for byte, without applying the rules again."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from repository import OTHER, PAGE, QUESTIONS, STACK, WAIT, Repository

from microcredentials.checking.cache.memory import VARIABLE, find_cache_folder
from microcredentials.checking.rule import Check, Context
from microcredentials.cli import _make_report as checking
from microcredentials.reading.problem import Problem
from microcredentials.reports.rendering import list_formats
from microcredentials.rules.registry import find_checks

TODAY = ("--today", "2026-09-15")
UNLIKE_OTHERS = {"html", "scorecard", "scorecard-json"}  # they show scorecards, for which everything is read anew


@pytest.fixture
def cache(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of reports of *repository*, which has several findings."""
    folder = repository.root.parent / "cache"
    monkeypatch.setenv(VARIABLE, str(folder))
    repository.change(PAGE, "tags: [", "tags: [TODO, ")
    repository.change(OTHER, "title: ", "title: “” &amp; ")
    repository.change(f"stacks/{STACK}.md", "validity: none", "validity: soon")
    repository.content("credentials/broken.md").write_bytes(b"---\ntitle: \xff\n")
    repository.content(f"credentials/{WAIT}-again.md").write_bytes(repository.content(PAGE).read_bytes())
    return folder


def said(repository: Repository, *arguments: str) -> tuple[str, int]:
    result = repository.run("check", *TODAY, *arguments)
    assert not result.exception or isinstance(result.exception, SystemExit), result.exception
    return result.output, result.exit_code


def written(repository: Repository, *arguments: str) -> dict[str, bytes]:
    """Return the output of each format in one run."""
    out = repository.root.parent / "out"
    said(repository, *arguments, *(word for name in list_formats() for word in ("--output", f"{name}={out / name}")))
    return {name: (out / name).read_bytes() for name in list_formats()}


@pytest.fixture
def nothing_worked_out(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Make every later check fail that applies a rule."""

    def refuse(*_: object) -> None:
        raise AssertionError("it was worked out again")

    return lambda: monkeypatch.setattr(checking, "parse_catalog", refuse)


@pytest.mark.parametrize("arguments", [(), ("--as", "published"), ("--since", "HEAD"), (f"content/{PAGE}",)], ids=str)
def test_every_format_says_the_same(repository: Repository, cache: Path, arguments: tuple[str, ...]):
    without = written(repository, "--no-cache", *arguments)
    assert not cache.exists()
    assert written(repository, *arguments) == without
    assert list(cache.iterdir())
    assert written(repository, *arguments) == without


@pytest.mark.parametrize("arguments", [(), ("--since", "HEAD"), ("--as", "draft"), ("--select", "SC")], ids=str)
def test_it_is_not_worked_out_again(
    repository: Repository, cache: Path, arguments: tuple[str, ...], nothing_worked_out: Callable[[], None]
):
    before = {name: said(repository, "--format", name, *arguments) for name in set(list_formats()) - UNLIKE_OTHERS}
    nothing_worked_out()
    assert {name: said(repository, "--format", name, *arguments) for name in before} == before
    assert "tags" in said(repository, *arguments, f"content/{PAGE}")[0] or arguments == ("--select", "SC")
    assert len(list(cache.iterdir())) == 2  # the report, and what rules have said of single files


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Counter[tuple[str, str]]:
    """Counts how often a rule is applied to a file, by the id of the rule and the name of the file."""
    count: Counter[tuple[str, str]] = Counter()

    def spied(each: Check) -> Check:
        def find(node: Any, context: Context, *looked_at: Any) -> Iterator[Problem]:
            count[each.rule.id, context.entry.slug] += 1
            return each.find(node, context, *looked_at) if each.find else iter(())

        return replace(each, find=find) if each.find else each

    monkeypatch.setattr(checking, "find_checks", lambda: tuple(map(spied, find_checks())))
    return count


def test_only_what_changed_is_judged_again(repository: Repository, cache: Path, asked: Counter[tuple[str, str]]):
    said(repository)
    assert {asked["CO-01", WAIT], asked["CO-01", QUESTIONS], asked["ID-01", QUESTIONS]} == {1}
    repository.change(PAGE, "The educator asks planned", "The teacher asks planned")
    asked.clear()
    after = said(repository, "--format", "json")
    assert (asked["CO-01", WAIT], asked["CO-01", QUESTIONS]) == (1, 0)
    assert asked["ID-01", QUESTIONS] == 1  # it looks at other files, too
    assert after == said(repository, "--format", "json", "--no-cache")


def test_another_version_of_the_rules_judges_everything_again(
    repository: Repository, cache: Path, asked: Counter[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
):
    said(repository)
    monkeypatch.setattr("microcredentials.checking.cache.memory._our_code", lambda: b"another version")
    said(repository)
    assert (asked["CO-01", WAIT], asked["CO-01", QUESTIONS]) == (2, 2)


def test_a_program_file_has_everything_judged_again(
    repository: Repository, cache: Path, asked: Counter[tuple[str, str]]
):
    said(repository)
    repository.change("program/program.yml", "turnaround_business_days: 20", "turnaround_business_days: 90")
    said(repository)
    assert (asked["AS-04", WAIT], asked["AS-04", QUESTIONS]) == (2, 2)


def test_what_is_the_same_before_and_after_a_change_is_judged_once(
    repository: Repository, cache: Path, asked: Counter[tuple[str, str]]
):
    said(repository, "--since", "HEAD")
    assert (asked["CO-01", WAIT], asked["CO-01", f"{WAIT}-again"]) == (2, 1)
    assert asked["EV-01", STACK] == 0


def rewrite(path: str, old: str, new: str) -> Callable[[Repository], tuple[str, ...]]:
    def step(repository: Repository) -> tuple[str, ...]:
        repository.change(path, old, new)
        return ()

    return step


def delete(repository: Repository) -> tuple[str, ...]:
    repository.content("credentials/broken.md").unlink()
    return ()


def link(repository: Repository) -> tuple[str, ...]:
    repository.content("credentials/broken.md").unlink()
    repository.content("credentials/broken.md").symlink_to(repository.content(PAGE))
    return ()


def options(*arguments: str) -> Callable[[Repository], tuple[str, ...]]:
    return lambda _: arguments


CHANGES = {
    "a spec": rewrite(PAGE, "tags: [TODO, ", "tags: ["),
    "a program file": rewrite("program/program.yml", "turnaround_business_days: 20", "turnaround_business_days: 90"),
    "a file less": delete,
    "a link": link,
    "the day": options("--today", "2039-09-15"),
    "the status": options("--as", "draft"),
    "the rules": options("--ignore", "SC"),
    "the weight of dates": options("--today", "2039-09-15", "--dates", "error"),
    "the base": options("--since", "HEAD"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_of_anything_is_judged_anew(
    repository: Repository, cache: Path, change: Callable[[Repository], tuple[str, ...]]
):
    before = said(repository, "--format", "json")
    said(repository, "--format", "json", "--today", "2039-09-15")
    arguments = ("--format", "json", *change(repository))
    after = said(repository, *arguments)
    assert after != before
    assert after == said(repository, *arguments, "--no-cache")


def test_another_base_of_the_same_name_is_compared_anew(repository: Repository, cache: Path):
    before = said(repository, "--since", "HEAD")
    repository.commit()
    assert said(repository, "--since", "HEAD") != before


def test_paths_are_given_from_where_somebody_stands(repository: Repository, cache: Path, monkeypatch):
    assert "content/credentials" in said(repository)[0]
    monkeypatch.chdir(repository.root / "content")
    assert "content/credentials" not in said(repository)[0]


def spoil(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"TODO", b"DONE"))


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def garble(path: Path) -> None:
    path.write_bytes(b"\x80\n\xff")


def make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("fault", [spoil, cut, empty, garble, make_folder])
def test_what_is_damaged_is_worked_out_again(repository: Repository, cache: Path, fault: Callable[[Path], None]):
    before = said(repository)
    for path in list(cache.iterdir()):
        fault(path)
    assert said(repository) == before
    repository.change(PAGE, "title: ", "title:  ")  # a report of its own, made of what was kept of single files
    assert said(repository, "--format", "json") == said(repository, "--format", "json", "--no-cache")


@pytest.mark.parametrize("data", [[], 5, {}, {"findings": [{}]}, {"findings": [], "checked": "many"}, "[" * 100_000])
def test_what_is_no_report_is_worked_out_again(
    repository: Repository, cache: Path, data: object, monkeypatch: pytest.MonkeyPatch
):
    before = said(repository)
    text = data if isinstance(data, str) else json.dumps(data)
    monkeypatch.setattr("microcredentials.checking.cache.memory.dump_report", lambda _: text)
    monkeypatch.setattr("microcredentials.checking.cache.memory.dump_verdicts", lambda _: text)
    repository.change(PAGE, "tags: [TODO, ", "tags: [TODO,  ")
    said(repository)  # keeps the false report, sealed as a true one is
    assert all(text.encode() in path.read_bytes() for path in cache.iterdir())
    assert said(repository)[1] == before[1]
    repository.change(PAGE, "tags: [TODO,  ", "tags: [TODO, ")
    assert said(repository) == before


def test_a_folder_that_cannot_be_made_costs_nothing_but_time(repository: Repository, cache: Path):
    cache.write_text("a file, not a folder")
    assert said(repository) == said(repository, "--no-cache")


def test_only_the_latest_reports_are_kept(repository: Repository, cache: Path):
    cache.mkdir()
    for number in range(70):
        (cache / f"check-{number}.json").write_text("old")
    (cache / "notes.json").write_text("mine")
    said(repository)
    assert len(list(cache.glob("check-*"))) == 50
    assert (cache / "notes.json").exists()


def test_reports_are_kept_in_the_users_own_folder(tmp_path: Path):
    assert find_cache_folder({"XDG_CACHE_HOME": str(tmp_path)}) == tmp_path / "microcredentials"
    assert find_cache_folder({"XDG_CACHE_HOME": "relative"}) == Path.home() / ".cache" / "microcredentials"
    assert find_cache_folder({VARIABLE: ""}) is None
