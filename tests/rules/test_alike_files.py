"""Files that are alike in uid, title or text: each is reported once, and any number of them can be checked."""

import re
from collections import Counter
from functools import partial
from typing import Any

import pytest
from project import Project

from microcredentials.catalog.loading import load
from microcredentials.rules._similarity import similarity
from microcredentials.rules.identity import _near_duplicates
from microcredentials.rules.identity._duplicates import Duplicates, find_duplicates, index_owners

UID = "5b0a1d52-3f8e-4c47-9d6a-1e2f3a4b5c6d"
COPIES = 40


def copies(project: Project, number: int = COPIES) -> list[dict[str, Any]]:
    """Return the findings on *number* copies of one spec."""
    text = next(iter(sorted(project.root.glob("content/credentials/[!_]*.md")))).read_text("utf-8")
    for i in range(number):
        project.path(f"copy-{i:04}").write_text(text, "utf-8")
    return [each for each in project.findings() if "copy-" in each["path"]]


def test_each_rule_reports_each_of_many_copies_once(small: Project):
    found = copies(small)
    told = Counter((each["path"], each["rule"]) for each in found)
    assert {rule for _, rule in told} >= {"ID-01", "ID-02", "ID-07"}
    assert set(told.values()) == {1}


@pytest.mark.parametrize("rule", ["ID-01", "ID-02"])
def test_five_of_many_copies_are_named_and_the_rest_counted(rule: str, small: Project):
    last = [each for each in copies(small) if each["rule"] == rule][-1]
    assert len(last["related"]) == 5
    assert f"and {COPIES - 5} more files" in last["message"]
    assert last["path"].rsplit("/", 1)[1] not in last["message"]


def test_a_few_copies_are_all_named(small: Project):
    [first, *_] = [each for each in copies(small, 2) if each["rule"] == "ID-02"]
    assert "more" not in first["message"]
    assert len(first["related"]) == 2


def test_duplicates_are_found_by_name_alias_uid_and_title(small: Project):
    text = small.path("wait-time").read_text("utf-8")
    title, uid = (re.search(rf"(?m)^{field}: (.*)$", text)[1] for field in ("title", "uid"))
    small.path("two").write_text(text.replace(f"uid: {uid}", f"uid: {UID}\naliases: [three]"), "utf-8")
    small.path("three").write_text(text.replace(f"title: {title}", "title: Another"), "utf-8")
    small.path("broken").write_text(f"---\ntitle: {title}\nuid: {uid}\n---\n", "utf-8")
    catalog = load(small.root / "content")
    one, two, three, broken = (catalog.by_slug[slug] for slug in ("wait-time", "two", "three", "broken"))
    find = partial(find_duplicates, index_owners(catalog))
    assert find(three, "name", "three").first == (two,)
    assert find(two, "name", "three").first == (three,)
    assert find(two, "title", f" {title.upper()} ").first == (one,)
    assert find(one, "uid", uid).first == (three,)
    assert find(two, "uid", UID) == find(broken, "name", "broken") == find(one, "title", "unknown") == Duplicates(())


def test_a_retired_spec_does_not_keep_its_title(small: Project):
    text = small.path("wait-time").read_text("utf-8")
    small.path("two").write_text(text, "utf-8")
    assert [each["rule"] for each in small.findings("--select", "ID-02")] == ["ID-02", "ID-02"]
    small.edit("two", "status: published", "status: retired")
    assert small.findings("--select", "ID-02") == []


def test_near_copies_are_compared_only_with_the_first_ones(small: Project, monkeypatch: pytest.MonkeyPatch):
    compared: Counter[str] = Counter()

    def count(one: Any, other: Any) -> float:
        compared["pairs"] += 1
        return similarity(one, other)

    monkeypatch.setattr(_near_duplicates, "similarity", count)
    assert [each["path"] for each in copies(small, 300) if each["rule"] == "ID-07"][-1].endswith("copy-0299.md")
    assert 300 < compared["pairs"] <= 300 * 100
