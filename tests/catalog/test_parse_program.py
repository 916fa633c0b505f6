"""Program files become one program: each file on its own, the vocabulary first, in any order of the files."""

import random
from pathlib import PurePosixPath

import pytest
from memory import content_files
from repository import BASE

from microcredentials.catalog._parse_program import ParsedProgram, parse_program
from microcredentials.catalog._sources import read_sources
from microcredentials.model.quality import Quality

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
