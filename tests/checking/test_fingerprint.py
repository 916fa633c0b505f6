"""Fingerprints stay the same when a list is reordered, and change when the words change."""

from itertools import combinations
from typing import Any

import pytest
from small import READING, TODAY, WAIT, catalog, check_of, finds, of, rule, spec

from microcredentials.checking._fingerprint import fingerprint, value_of
from microcredentials.checking.options import Options
from microcredentials.checking.run import check_catalog
from microcredentials.reading.problem import Problem

DATA: dict[str, Any] = {
    "title": "Wait time",
    "tags": ["talk", "silence"],
    "evidence": {
        "artifacts": [{"id": "plan", "name": "Plan"}, {"id": "talk", "name": "Talk", "links": [{"url": "u"}]}]
    },
    "attestations": [{"standard": "a/b", "by": {"role": "officer"}}],
    "hours": 5,
    "empty": None,
}


def print_of(
    at: tuple[str | int, ...], data: Any = DATA, rule: str = "CO-01", of: str = "uid", words: str = "w"
) -> str:
    return fingerprint(rule, of, data, at, words)


def test_it_is_32_hexadecimal_digits():
    assert len(print_of(())) == 32
    assert int(print_of(()), 16) >= 0


def test_it_never_changes_because_reports_and_services_know_it():
    found = fingerprint("CO-01", "uid", DATA, ("evidence", "artifacts", 0, "name"), "Plan\n it")
    assert found == "e21d3b139f4a9b17ce2314412c8940de"


def test_a_block_is_identified_by_the_name_of_its_field_and_not_by_its_id():
    assert print_of(("a",), {"a": {"id": "x"}}) == print_of(("a",), {"a": {"id": "y"}})


def test_each_part_matters():
    prints = [
        print_of(("title",)),
        print_of(("competency",)),
        print_of(()),
        print_of(("title",), rule="CO-02"),
        print_of(("title",), of="another uid"),
        print_of(("title",), words="x"),
        print_of(("evidence", "artifacts", 0)),
        print_of(("evidence", "artifacts", 1)),
        print_of(("tags", 0)),
        print_of(("tags", 1)),
    ]
    assert [(one, two) for one, two in combinations(range(len(prints)), 2) if prints[one] == prints[two]] == []


def test_neighboring_parts_are_kept_apart():
    assert fingerprint("CO-01", "ab", {}, ("c",), "") != fingerprint("CO-01", "a", {}, ("bc",), "")
    assert fingerprint("CO-01", "a", {}, (), "b") != fingerprint("CO-01", "a", {}, ("b",), "")


def test_items_are_identified_by_their_id_and_not_by_their_place():
    artifacts = DATA["evidence"]["artifacts"]
    turned = {**DATA, "evidence": {"artifacts": artifacts[::-1]}}
    assert print_of(("evidence", "artifacts", 0, "name")) == print_of(("evidence", "artifacts", 1, "name"), turned)
    deeper = ("evidence", "artifacts", 1, "links", 0, "url")
    assert print_of(deeper) == print_of(("evidence", "artifacts", 0, "links", 0, "url"), turned)


@pytest.mark.parametrize("name", ["id", "reference", "stack", "url", "code", "rule", "standard", "version"])
def test_each_naming_field_identifies_an_item(name: str):
    one, other = {name: "first"}, {name: "second"}
    assert print_of(("list", 0), {"list": [one, other]}) == print_of(("list", 1), {"list": [other, one]})


def test_the_most_specific_name_counts():
    before = {"list": [{"id": "plan", "url": "old", "version": "1.0.0"}]}
    after = {"list": [{"version": "2.0.0", "url": "new", "id": "plan"}]}
    assert print_of(("list", 0), before) == print_of(("list", 0), after)


def test_items_without_a_name_are_identified_by_their_place():
    one, other = {"text": "first"}, {"text": "second"}
    assert print_of(("list", 0), {"list": [one, other]}) != print_of(("list", 1), {"list": [other, one]})


def test_white_space_of_the_words_does_not_matter():
    assert print_of((), words="wait\n  time") == print_of((), words=" wait time")
    assert print_of((), words="wait time") != print_of((), words="waits time")


@pytest.mark.parametrize(
    ("at", "part", "expected"),
    [
        (("title",), None, "Wait time"),
        (("title",), (5, 9), "time"),
        (("tags", 1), None, "silence"),
        (("hours",), None, "5"),
        (("empty",), None, "None"),
        (("tags",), None, ""),
        (("evidence",), None, ""),
        ((), None, ""),
        (("missing",), None, ""),
        (("tags", 7), None, ""),
        (("title", "deeper"), None, ""),
        (("hours", "deeper"), None, ""),
    ],
)
def test_the_text_of_a_value(at: tuple[str | int, ...], part: tuple[int, int] | None, expected: str):
    assert value_of(DATA, at, part) == expected


def test_a_pointer_into_nothing_has_a_fingerprint():
    assert print_of(("missing", 3, "name")) != print_of(("missing", 4, "name"))


def reported(path: str, text: str, problem: Problem) -> str:
    """Return the fingerprint that a run gives to *problem*."""
    report = check_catalog(catalog({path: text}), (*READING, check_of(rule("CO-01"), finds(problem))), Options(TODAY))
    [finding] = of(report, "CO-01")
    return finding.fingerprint


UID = "uid: 0d7f3c1e-8a52-4e9b-9c41-7b2a5d6e8f10\n"


def test_a_finding_keeps_its_fingerprint_when_the_file_is_renamed_but_only_with_a_uid():
    problem = Problem(("title",), "Wrong.")
    renamed = "credentials/silence.md"
    assert reported(WAIT, spec(UID), problem) == reported(renamed, spec(UID), problem)
    assert reported(WAIT, spec(), problem) != reported(renamed, spec(), problem)


def test_quotes_around_a_value_do_not_matter_and_its_words_do():
    problem = Problem(("title",), "Wrong.")
    plain = reported(WAIT, spec(f"{UID}title: Wait time\n"), problem)
    assert plain == reported(WAIT, spec(f"{UID}title: 'Wait time'\n"), problem)
    assert plain != reported(WAIT, spec(f"{UID}title: Wait times\n"), problem)


def test_only_the_words_in_question_count():
    text, other = spec(f"{UID}title: Wait time\n"), spec(f"{UID}title: Talk time\n")
    time, first = Problem(("title",), "Wrong.", words=(5, 9)), Problem(("title",), "Wrong.", words=(0, 4))
    assert reported(WAIT, text, time) == reported(WAIT, other, time)
    assert reported(WAIT, text, first) != reported(WAIT, other, first)


def test_the_message_does_not_count():
    text = spec(UID)
    assert reported(WAIT, text, Problem(("title",), "One.")) == reported(WAIT, text, Problem(("title",), "Two."))
