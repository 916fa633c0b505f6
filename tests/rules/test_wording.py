"""Rules about wording report weak words at their exact place, and nothing in good texts."""

from pathlib import Path
from typing import Any

import pytest
from project import Project
from weak_specs import CASES, FIELDS, Case, Written, write

Judged = dict[Case, tuple[Written, list[dict[str, Any]]]]
FAMILIES = [word for family in ("ID", "CO", "EV", "RU", "AL") for word in ("--select", family)]
OF_LIKENESS = ("ID-07", "RU-03")  # the specs of this file are alike on purpose
WEAK = [case for case in CASES if case.weak]
GOOD = [case for case in CASES if not case.weak]


@pytest.fixture(scope="module")
def findings_by_case(tmp_path_factory: pytest.TempPathFactory) -> Judged:
    """Return every case with its file and the findings that rules about wording have there."""
    root = tmp_path_factory.mktemp("weak")
    written = write(root / "content", CASES)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        findings = [f for f in Project(root).findings(*FAMILIES, "--today", "2026-09-15") if f["class"] == "heuristic"]
    return {each.case: (each, [f for f in findings if f["spec"] == each.slug]) for each in written}


def places(findings: list[dict[str, Any]]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    return [tuple((f["span"][end]["line"], f["span"][end]["column"]) for end in ("start", "end")) for f in findings]


@pytest.mark.parametrize("case", WEAK, ids=str)
def test_weak_wording_is_found_at_its_exact_words(case: Case, findings_by_case: Judged):
    written, findings = findings_by_case[case]
    found = [f for f in findings if f["rule"] == case.rule]
    assert {f["field"] for f in found} == {f"/{case.at}"}
    assert all(f["advice"] for f in found)
    if case.words:
        assert places(found) == list(written.places)
        assert all(
            f"{word}”" in f["message"] for word, f in zip(case.words, found, strict=True) if case.rule != "CO-01"
        )
    else:
        assert len(found) == 1
    assert {f["rule"] for f in findings if f["field"] == f"/{case.at}"} <= {case.rule, *OF_LIKENESS}


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_good_wording_has_no_findings(case: Case, findings_by_case: Judged):
    _, findings = findings_by_case[case]
    assert [
        (f["rule"], f["message"]) for f in findings if f["field"] == f"/{case.at}" and f["rule"] not in OF_LIKENESS
    ] == []


def test_the_other_fields_of_these_specs_have_no_findings(findings_by_case: Judged):
    others = [
        (case.text[:30], f["rule"], f["field"], f["message"])
        for case, (_, findings) in findings_by_case.items()
        for f in findings
        if f["field"] != f"/{case.at}" and f["rule"] not in OF_LIKENESS
    ]
    assert others == []


def test_findings_in_a_text_full_of_weak_words_are_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write(tmp_path / "content", [Case("RU-04", True, FIELDS["highest"], "good " * 5000)])
    monkeypatch.chdir(tmp_path)
    told = Project(tmp_path).findings("--select", "RU-04")
    assert len(told) == 101
    assert "More than 100 places" in "".join(f["message"] for f in told)
