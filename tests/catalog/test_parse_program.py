"""Program files become one program: each file on its own, the vocabulary first, in any order of the files."""

import random
from pathlib import PurePosixPath

import pytest
from memory import content_files
from repository import BASE

from microcredentials.catalog._parse_program import ParsedProgram, parse_program
from microcredentials.catalog._sources import read_sources
from microcredentials.model.quality import Quality
from microcredentials.reading.problem import Problem, Related

TEXTS = {
    path.relative_to(BASE).as_posix(): path.read_text("utf-8")
    for path in sorted(BASE.glob("program/**/*"))
    if path.is_file()
}
PARTS = ("file", "vocabulary", "frameworks", "references", "quality", "crosswalks")
WORK = "- {id: Work2000, type: book, title: A, author: [{family: Rowe}], issued: {date-parts: [[2000]]}}\n"


def parsed(**changes: str | None) -> ParsedProgram:
    """Parse the program of the base with some files replaced, or left out; “__” is a slash in their names."""
    changed = {f"program/{name.replace('__', '/')}.yml": text for name, text in changes.items()}
    files = content_files({path: text for path, text in (TEXTS | changed).items() if text is not None})
    return parse_program(read_sources(files)[0])


def problems(program: ParsedProgram) -> list[tuple[str, str, str]]:
    return [
        (each.source.path.relative_to("program").as_posix(), problem.rule, problem.message)
        for each in program.entries
        for problem in each.problems
    ]


def missing(program: ParsedProgram) -> list[str]:
    return [part for part in PARTS if getattr(program.program, part) is None]


def test_the_program_of_the_base_is_whole():
    whole = parsed()
    assert missing(whole) == []
    assert problems(whole) == []
    assert [each.source.path.as_posix() for each in whole.entries] == sorted(TEXTS)
    assert set(whole.program.frameworks or ()) == {"intasc"}


def test_the_order_of_the_files_makes_no_difference():
    sources = read_sources(content_files(TEXTS))[0]
    expected = parse_program(sources)
    for seed in range(5):
        mixed = random.Random(seed).sample(sources, len(sources))
        found = parse_program(mixed)
        assert found.program == expected.program
        assert found.context.choices == expected.context.choices
        assert [each.source.path for each in found.entries] == [each.source.path for each in expected.entries]


def test_all_other_files_choose_from_the_vocabulary():
    text = TEXTS["program/program.yml"].replace("coaching: offered", "coaching: unheard-of")
    assert [(name, rule) for name, rule, _ in problems(parsed(program=text))] == [("program.yml", "SC-04")]
    assert parsed().context.choices["unlimited"] == ("unlimited",)
    assert "subjects" in parsed().context.choices
    without = parsed(program=text, vocabulary=None)
    assert list(without.context.choices) == ["unlimited"]
    assert [name for name, rule, _ in problems(without) if rule == "SC-04"] == []


@pytest.mark.parametrize(("name", "part"), [("program", "file"), ("vocabulary", "vocabulary")])
def test_a_required_file_that_is_missing_is_reported_and_leaves_its_part_out(name: str, part: str):
    found = parsed(**{name: None})
    assert missing(found) == [part]
    assert problems(found) == [(f"{name}.yml", "SC-08", f"The file program/{name}.yml is missing.")]
    assert found.context.inherited == {} or name == "vocabulary"


def test_quality_may_be_missing_or_empty():
    for text in (None, "", "# nothing yet\n"):
        found = parsed(quality=text)
        assert found.program.quality == Quality()
        assert problems(found) == []


def test_one_file_that_cannot_be_used_leaves_its_part_out_and_no_other():
    found = parsed(frameworks__second="title: [\n")
    assert missing(found) == ["frameworks"]
    assert {name for name, _, _ in problems(found)} == {"frameworks/second.yml"}
    assert missing(parsed(frameworks__second="title: Only a title\n")) == ["frameworks"]


def test_a_file_that_no_part_uses_is_reported_and_kept_as_an_entry():
    found = parsed(prgram="a: 1\n", frameworks__deep__x="a: 1\n")
    assert [(name, rule) for name, rule, _ in problems(found)] == [
        ("frameworks/deep/x.yml", "FM-20"), ("prgram.yml", "FM-20"),
    ]  # fmt: skip
    entry = next(each for each in found.entries if each.source.path.name == "prgram.yml")
    assert entry.problems[0].advice == "Did you mean “program.yml”?"


def test_the_values_of_program_yml_are_inherited_only_if_it_can_be_read():
    assert parsed().context.inherited["language"] == "en-US"
    assert parsed().context.source is not None
    assert parsed(program="name: Only a name\n").context.inherited == {}


def test_the_issuer_is_one_of_the_list_and_has_a_uid():
    text = TEXTS["program/program.yml"]
    issuer = next(line for line in text.splitlines() if line.startswith("issuer:"))
    other = parsed(program=text.replace(issuer, "issuer: someone"))
    assert [(rule, message) for _, rule, message in problems(other)] == [
        ("SC-04", "The issuer “someone” is not in the list “issuers”.")
    ]
    assert missing(other) == []
    uid = next(line for line in text.splitlines() if line.startswith("    uid: "))
    anonymous = parsed(program=text.replace(f"{uid}\n", ""))
    [(_, rule, message)] = problems(anonymous)
    assert (rule, "has no uid" in message) == ("SC-03", True)
    assert missing(anonymous) == []


def test_an_id_that_a_list_has_twice_is_found_at_the_second():
    text = "title: F\npublisher: P\nurl: https://f.example/\nchecked: 2026-01-01\nitems:\n"
    text += "  - {code: a, name: A}\n  - {code: b, name: B}\n  - {code: a, name: C}\n"
    found = parsed(frameworks__second=text)
    [entry] = [each for each in found.entries if each.problems]
    [problem] = entry.problems
    assert (problem.at, problem.rule) == (("items", 2, "code"), "SC-06")
    assert problem.related[0].at == ("items", 0, "code")
    assert missing(found) == []


def test_a_work_that_two_bibliographies_have_is_found_in_the_later_file():
    valid = parsed(references__b=WORK)
    assert problems(valid) == []
    assert "Work2000" in (valid.program.references or {})
    found = parsed(references__b=WORK, references__c=WORK)
    message = "The reference “Work2000” is in the bibliography twice."
    assert problems(found) == [("references/c.yml", "SC-06", message)]
    assert missing(found) == ["references"]


def test_a_bibliography_is_a_list_or_a_list_called_references():
    assert missing(parsed(references__a="references: []\n")) == []
    assert missing(parsed(references__a="")) == []
    found = parsed(references__a="works: []\n")
    assert problems(found) == [("references/a.yml", "FM-18", "This file should be a list of works.")]
    assert missing(found) == ["references"]


def test_the_entries_of_missing_files_have_their_paths():
    found = parse_program([])
    assert [each.source.path for each in found.entries] == [
        PurePosixPath("program/program.yml"),
        PurePosixPath("program/vocabulary.yml"),
    ]
    assert missing(found) == ["file", "vocabulary"]


# --- Word for word ------------------------------------------------------------------------------------------------

FILES = "Choose one of: program.yml, vocabulary.yml, quality.yml."


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("program", None, Problem((), "The file program/program.yml is missing.", "Restore an earlier version.",
                                  "SC-08")),
        ("prgram", "a: 1\n", Problem((), "“prgram.yml” is not a file of the program.",
                                     "Did you mean “program.yml”?", "FM-20")),
        ("frameworks__a__b", "a: 1\n", Problem((), "“frameworks/a/b.yml” is not a file of the program.", FILES,
                                               "FM-20")),
        ("x__a", "a: 1\n", Problem((), "“x/a.yml” is not a file of the program.", FILES, "FM-20")),
        ("x" * 80, "a: 1\n", Problem((), f"“{'x' * 60}” is not a file of the program.", FILES, "FM-20")),
        ("references__a", "works: []\n", Problem((), "This file should be a list of works.",
                                                 "Begin each work with “- id: …”.", "FM-18")),
        ("references__b", WORK + WORK, Problem((1, "id"), "The reference “Work2000” is in the bibliography twice.",
                                               "Keep one of the two.", "SC-06")),
        ("references__c", f"references:\n{WORK}{WORK}",
         Problem(("references", 1, "id"), "The reference “Work2000” is in the bibliography twice.",
                 "Keep one of the two.", "SC-06")),
        ("references__d", f"- {{id: {'x' * 70}, type: book}}\n" * 2,
         Problem((1, "id"), f"The reference “{'x' * 60}” is in the bibliography twice.", "Keep one of the two.",
                 "SC-06")),
        ("references__e", "- {id: a}\n", Problem((0, "type"), "Item 1 › type is missing.", "Add a line “type: …”.",
                                                 "SC-03")),
        ("quality", "severities: 5\n", Problem(("severities",),
                                               "Severities should be a block of fields, but it is the number 5.",
                                               "Write “name: value” lines, indented under it.", "SC-02")),
        ("quality", "severities: {CO-01: {draft: eror}}\n",
         Problem(("severities", "CO-01", "draft"), "“eror” is not one of the allowed words.",
                 "Did you mean “error”?", "SC-04")),
        ("quality", "severities: {CO-01: {drft: error}}\n",
         Problem(("severities", "CO-01", "drft"), "“drft” is not in the list “statuses”.", "Did you mean “draft”?",
                 "SC-04", on_name=True)),
        ("quality", f"severities: {{CO-01: {{draft: {'x' * 50}}}}}\n",
         Problem(("severities", "CO-01", "draft"), f"“{'x' * 40}” is not one of the allowed words.",
                 "Choose one of: error, warning, info, none.", "SC-04")),
    ],
)  # fmt: skip
def test_a_problem_of_the_program_is_explained(name: str, text: str | None, problem: Problem):
    found = [(each.source.path, each.problems) for each in parsed(**{name: text}).entries if each.problems]
    assert found == [(PurePosixPath(f"program/{name.replace('__', '/')}.yml"), (problem,))]


def test_an_item_that_a_list_has_twice_names_the_first():
    text = "title: F\npublisher: P\nurl: https://f.example/\nchecked: 2026-01-01\nitems:\n"
    long = "x" * 70
    found = parsed(frameworks__second=f"{text}  - {{code: {long}, name: A}}\n  - {{code: {long}, name: B}}\n")
    [problem] = next(each.problems for each in found.entries if each.problems)
    assert problem == Problem(
        ("items", 1, "code"), f"“{'x' * 60}” is in the list “items” twice.", "Keep one of the two.", "SC-06",
        related=(Related("first here", ("items", 0, "code")),),
    )  # fmt: skip


def test_the_issuer_is_explained():
    text = TEXTS["program/program.yml"]
    issuer = next(line for line in text.splitlines() if line.startswith("issuer:"))
    known = issuer.removeprefix("issuer: ")
    [problem] = next(e.problems for e in parsed(program=text.replace(issuer, f"{issuer}x")).entries if e.problems)
    assert problem == Problem(
        ("issuer",), f"The issuer “{known}x” is not in the list “issuers”.", f"Did you mean “{known}”?", "SC-04"
    )
    uid = next(line for line in text.splitlines() if line.startswith("    uid: "))
    without = text.replace(f"{uid}\n", "")
    first, again = (
        next(e.problems for e in parsed(program=without).entries if e.problems)[0] for _ in range(2)
    )  # fmt: skip
    assert first == again, "the uid to paste stays the same"
    assert (first.at, first.rule, first.message) == (
        ("issuers", 0), "SC-03",
        f"The issuer “{known}” has no uid, so registries cannot tell whose credentials these are.",
    )  # fmt: skip
    advice, _, made = first.advice.partition("uid: ")
    assert advice == "Add this line, which was made for this file: "
    assert problems(parsed(program=text.replace(uid, f"    uid: {made}"))) == []


def test_the_bibliography_has_the_works_of_all_files_by_id():
    works = parsed(references__b=WORK, references__c="references:\n" + WORK.replace("Work", "More")).program.references
    assert {"Work2000", "More2000"} <= set(works or {})
    assert works is not None
    assert (works["More2000"].title, works["More2000"].year) == ("A", 2000)


def test_quality_and_crosswalks_are_read():
    program = parsed(quality="settings: {CO-01: {min: 1}}\n").program
    assert program.quality is not None
    assert program.quality.settings == {"CO-01": {"min": 1}}
    assert list(program.crosswalks or {}) == ["example-crosswalk"]
    assert (parsed().program.crosswalks or {})["example-crosswalk"].title == "A published standard for tests"
    assert missing(parsed(quality="a: [\n")) == ["quality"]
    assert missing(parsed(standards__b="a: [\n")) == ["crosswalks"]
