"""The record of links: what is kept of an answer, when a page is due again, and which findings follow."""

import json
from datetime import date

import pytest
from memory import catalog, credential

from microcredentials.links.answer import Answer, Outcome
from microcredentials.links.external import find_external_links
from microcredentials.links.findings import with_link_problems
from microcredentials.links.record import LinkResult, RecordError, dump_record, find_due, read_record, update_result
from microcredentials.reading.problem import Severity

TODAY = date(2026, 11, 20)
FOUND, GONE = Answer(Outcome.FOUND), Answer(Outcome.GONE, "the server answers 404")
MOVED = Answer(Outcome.MOVED, new_address="https://b.org/new")
SILENT = Answer(Outcome.UNREACHABLE, "it takes too long to answer")
A, B, C = "https://a.org/1", "https://b.org/1", "https://a.org/2"


def result(answer: Answer = FOUND, asked: int = 1, since: int = 1) -> LinkResult:
    return LinkResult(answer, date(2026, 11, asked), date(2026, 11, since))


def test_a_record_is_kept_sorted_under_its_own_names():
    record = {B: result(MOVED), A: result(GONE, 3, 2)}
    text = dump_record(record)
    assert json.loads(text) == {
        "schema": 1,
        "links": {
            A: {"answer": {"outcome": "gone", "said": "the server answers 404", "now": ""},
                "asked": "2026-11-03", "since": "2026-11-02"},
            B: {"answer": {"outcome": "moved", "said": "", "now": "https://b.org/new"},
                "asked": "2026-11-01", "since": "2026-11-01"},
        },
    }  # fmt: skip
    assert list(json.loads(text)["links"]) == [A, B]
    assert text.endswith("}\n")
    assert read_record(text) == record
    assert read_record(dump_record({})) == {}


@pytest.mark.parametrize("text", ["", "{}", '{"schema": 2, "links": {}}', '{"schema": 1, "links": {"a": {}}}'])
def test_a_file_that_is_not_a_record_is_refused(text: str):
    with pytest.raises(RecordError) as error:
        read_record(text)
    assert not str(error.value).startswith(":")


def test_the_first_day_of_an_outcome_is_remembered_until_the_outcome_changes():
    assert update_result(None, GONE, TODAY) == LinkResult(GONE, TODAY, TODAY)
    assert update_result(result(GONE, 5, 2), GONE, TODAY) == LinkResult(GONE, TODAY, date(2026, 11, 2))
    assert update_result(result(FOUND, 5, 2), GONE, TODAY) == LinkResult(GONE, TODAY, TODAY)


def test_a_working_link_is_due_later_and_any_other_link_the_next_day():
    record = {A: result(FOUND, 10), B: result(MOVED, 10), C: result(GONE, 19)}
    assert set(find_due((A, B, C), record, TODAY, 10)) == {A, B, C}
    assert find_due((A, B, C), record, TODAY, 11) == (C,)
    assert find_due((C,), {C: result(GONE, 20)}, TODAY, 30) == ()


def test_new_links_come_first_then_the_oldest_and_hosts_take_turns():
    new = "https://c.org/"
    record = {A: result(GONE, 3), B: result(GONE, 2), C: result(GONE, 1)}
    assert find_due((A, B, C, new, new), record, TODAY, 30) == (new, C, B, A)
    same = [f"https://a.org/{n}" for n in range(3)]
    assert find_due((*same, B), {}, TODAY, 30) == (same[0], B, same[1], same[2])


# --- Which links there are ----------------------------------------------------------------------------------------

FIELD = "resources: [{title: R, type: article, access: free, url: https://a.org/1}]\n"
BODY = "\n## About this micro-credential\n\nSee [this](https://b.org/1), [that](/guides/x/), [mail](mailto:a@b.org).\n"


def links(text: str, path: str = "credentials/a.md") -> list[str]:
    (entry,) = [each for each in catalog({path: text}).all_entries if each.source.path.as_posix() == path]
    return [link.address for link in find_external_links(entry)]


def test_links_of_fields_and_of_the_body_are_found():
    assert links(credential(more=FIELD) + BODY) == [A, B]


def test_a_link_has_the_place_where_it_is_written():
    text = credential(more=FIELD) + BODY
    (entry,) = catalog({"credentials/a.md": text}).entries
    field, body = find_external_links(entry)
    assert (field.at, field.span) == (("resources", 0, "url"), None)
    assert body.span is not None
    assert text[body.span.start : body.span.end] == B


def test_retired_specs_and_kept_versions_are_left_out():
    assert links(credential(more=FIELD, status="retired")) == []
    assert links(credential(more=FIELD), "versions/a/1.0.0.md") == []


@pytest.mark.parametrize("host", ["x.example", "example.org", "www.example.com", "a.test", "localhost.invalid"])
def test_reserved_example_domains_are_left_out(host: str):
    assert links(credential(more=FIELD.replace("a.org", host))) == []


def test_a_domain_that_only_ends_like_a_reserved_one_is_included():
    assert links(credential(more=FIELD.replace("a.org", "myexample.org"))) == ["https://myexample.org/1"]


def test_a_work_has_the_address_of_its_doi():
    text = "- {id: W, type: book, title: T, DOI: 10.1234/x, URL: 'https://c.org/'}\n"
    path = "program/references/w.yml"
    (entry,) = [each for each in catalog({path: text}).all_entries if each.source.path.as_posix() == path]
    [link] = find_external_links(entry)
    assert (link.address, link.at) == ("https://doi.org/10.1234/x", (0, "DOI"))


# --- Which problems follow ----------------------------------------------------------------------------------------


def problem(answer: Answer, asked: int = 1, since: int = 1) -> tuple[str, str, Severity | None]:
    base = catalog({"credentials/a.md": credential(more=FIELD)})
    (entry,) = with_link_problems(base, {A: result(answer, asked, since)}).entries
    [found] = entry.problems
    assert found.at == ("resources", 0, "url")
    return found.rule, found.message, found.severity


def test_a_missing_page_becomes_an_error_on_the_second_day():
    assert problem(GONE) == ("LK-01", f"{A} is gone: the server answers 404 (since 2026-11-01).", Severity.WARNING)
    assert problem(GONE, asked=2)[2] is None


def test_the_problem_of_a_moved_page_contains_its_new_address():
    assert problem(MOVED) == ("LK-02", f"{A} has moved to https://b.org/new.", None)
    assert len(problem(Answer(Outcome.MOVED, new_address="x" * 999))[1]) < 300


def test_a_silent_page_becomes_a_warning_after_two_weeks():
    message = f"{A} could not be checked: it takes too long to answer (since 2026-11-01)."
    assert problem(SILENT, asked=14) == ("LK-03", message, Severity.INFO)
    assert problem(SILENT, asked=15) == ("LK-03", message, None)


def test_a_page_that_was_found_or_never_requested_has_no_problem_and_all_other_problems_are_dropped():
    base = catalog({"credentials/a.md": credential(more=FIELD), "x.txt": ""})
    assert any(each.problems for each in base.all_entries)
    for record in ({}, {A: result(FOUND)}):
        assert [each.problems for each in with_link_problems(base, record).all_entries if each.problems] == []
