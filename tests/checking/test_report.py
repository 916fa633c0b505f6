"""A report as a value: its open findings, the severity it reaches, and the report on some files only."""

from dataclasses import replace
from pathlib import PurePosixPath

import pytest
from small import READING, TODAY, catalog, check_of, rule, spec

from microcredentials.checking.options import Options
from microcredentials.checking.report import Report, group_by_spec, narrow
from microcredentials.checking.run import check_catalog
from microcredentials.model.spec import Spec
from microcredentials.reading.problem import Problem, Severity

FILES = {
    "program/program.yml": "supports: {office_hours: Mondays}\n",
    "credentials/wait-time.md": spec(),
    "credentials/waiting.md": spec(),
    "stacks/talk.md": "---\ntitle: Talk\nstatus: published\noutcome: The educator talks.\n---\n",
}


def find(node: Spec, context: object):
    yield Problem(("title",), f"{node.title} is wrong.")
    yield Problem((), "The file is wrong.", severity=Severity.WARNING)


REPORT = check_catalog(catalog(FILES), (*READING, check_of(rule("CO-01"), find, Spec)), Options(TODAY))


def places(*paths: str) -> set[str]:
    found = narrow(REPORT, [PurePosixPath(path) for path in paths]).findings
    return {finding.place.path for finding in found}


def cards(*paths: str) -> list[str]:
    return [card.path for card in narrow(REPORT, [PurePosixPath(path) for path in paths]).scorecards]


WAIT, WAITING, TALK = "content/credentials/wait-time.md", "content/credentials/waiting.md", "content/stacks/talk.md"
PROGRAM = {"content/program/program.yml", "content/program/vocabulary.yml"}


@pytest.mark.parametrize(
    ("paths", "found", "scored"),
    [
        ((), {WAIT, WAITING, TALK, *PROGRAM}, [WAIT, WAITING, TALK]),
        (("content",), {WAIT, WAITING, TALK, *PROGRAM}, [WAIT, WAITING, TALK]),
        (("content/credentials",), {WAIT, WAITING}, [WAIT, WAITING]),
        (("content/stacks",), {TALK}, [TALK]),
        (("content/stacks", WAIT), {WAIT, TALK}, [WAIT, TALK]),
        ((WAIT,), {WAIT}, [WAIT]),
        (("content/program",), PROGRAM, []),
        (("content/cred",), set(), []),
        (("content/guides",), set(), []),
    ],
)
def test_paths_narrow_a_report(paths: tuple[str, ...], found: set[str], scored: list[str]):
    assert places(*paths) == found
    assert cards(*paths) == scored


def test_a_narrow_report_keeps_everything_else():
    narrowed = narrow(REPORT, [PurePosixPath(WAIT)])
    assert len(narrowed.findings) == 2
    assert replace(narrowed, findings=REPORT.findings) == REPORT
    assert narrow(REPORT, []) is REPORT


def test_the_findings_on_a_spec_include_those_in_the_program():
    inherited = tuple(replace(each, spec="wait-time") for each in REPORT.findings if each.place.path in PROGRAM)
    report = replace(REPORT, findings=(*REPORT.findings, *inherited))
    assert len(inherited) >= 2
    assert narrow(report, [PurePosixPath(WAIT)]).findings[-len(inherited) :] == inherited
    assert len(narrow(report, [PurePosixPath("content/credentials")]).findings) == 4


def test_a_scorecard_keeps_all_findings_of_its_spec_when_others_are_left_out():
    narrowed = replace(narrow(REPORT, [PurePosixPath(WAIT)]), findings=())
    [card] = narrowed.scorecards
    assert len(card.findings) == 2


def test_findings_are_grouped_by_spec_in_their_order():
    grouped = group_by_spec(REPORT.findings)
    assert list(grouped) == ["wait-time", "waiting", "talk"]
    assert grouped == REPORT.by_spec
    assert [each.field for each in grouped["talk"]] == [(), ("title",)]


def with_findings(*marks: tuple[str, str]) -> Report:
    [first, *_] = REPORT.findings
    return Report(tuple(replace(first, severity=Severity(each), status=status) for each, status in marks), 1)


@pytest.mark.parametrize(
    ("marks", "reached"),
    [
        ([], []),
        ([("error", "waived")], []),
        ([("info", "open")], ["info"]),
        ([("warning", "open"), ("error", "waived")], ["warning", "info"]),
        ([("info", "open"), ("error", "open")], ["error", "warning", "info"]),
    ],
)
def test_a_report_reaches_the_severity_of_its_worst_open_finding(marks: list[tuple[str, str]], reached: list[str]):
    report = with_findings(*marks)
    assert [each.value for each in Severity if report.reaches(each)] == reached
    assert report.counts == {
        Severity(each): sum(mark == (each, "open") for mark in marks) for each, status in marks if status == "open"
    }


def test_a_report_without_a_basis_refuses_to_make_scorecards():
    with pytest.raises(LookupError, match="scorecards"):
        _ = with_findings(("error", "open")).scorecards
