"""A spec, a guide or a kept version is read from its file: fields, inherited values, sections and problems."""

from typing import Any

import pytest
from memory import catalog, credential, stack

from microcredentials.catalog.entry import Entry, Section
from microcredentials.catalog.nodes import Guide, KeptVersion, Node
from microcredentials.model.spec import MicroCredential, Stack
from microcredentials.reading.problem import Problem, Related

ABOUT, METHOD, REASON, NOTES = (
    "About this micro-credential", "Key method in practice", "Supporting rationale", "Notes for assessors",
)  # fmt: skip
SECTIONS = f"{ABOUT}; {METHOD}; {REASON}; {NOTES}"
GUIDE = "---\ntitle: A guide\ndescription: What it is about.\n---\n"
PROGRAM = """
name: Program
state: {name: Ohio, code: OH}
language: en-US
license: CC-BY-4.0
issuer: office
issuers: [{id: office, uid: 0d7f3c1e-8a52-4e9b-9c41-7b2a5d6e8f10, name: Office, url: "https://o.example.gov/",
  contact: a@o.example.gov, description: An office.}]
submission: {contact: a@o.example.gov}
assessment: {feedback: overall, calibration: {target: 0.8, cadence_months: 6}}
"""


def read(path: str, text: str, **program: str) -> Entry[Node]:
    """Return the entry of the file at *path*; *program* are the files of the program, by their stems."""
    files = {f"program/{name}.yml": lines for name, lines in program.items()}
    [entry] = [each for each in catalog({**files, path: text}).all_entries if each.source.path.as_posix() == path]
    return entry


def marked(entry: Entry[Node], problem: Problem) -> str:
    source, span = entry.locate(problem)
    return source.text.value[span.start : span.end]


# --- Bodies -------------------------------------------------------------------------------------------------------


def test_the_sections_of_a_body_have_their_text_and_their_place():
    body = f"\n## {ABOUT}\n\nText.\n\n### A part\n\nMore.\n\n\n## {NOTES}\n\nLast.\n"
    entry = read("credentials/a.md", credential() + body)
    text = entry.source.text.value
    assert entry.problems == ()
    assert entry.sections == (
        Section(ABOUT, "Text.\n\n### A part\n\nMore.", text.index(f"## {ABOUT}")),
        Section(NOTES, "Last.", text.index(f"## {NOTES}")),
    )
    assert (entry.section(NOTES), entry.section(METHOD)) == ("Last.", "")
    assert read("credentials/a.md", credential() + "Only text.\n").sections == ()


NOT_A_SECTION = f"Use “## ” with one of: {SECTIONS}. After “### ”, any words are allowed."
ORDER = f"The order is: {SECTIONS}."
BODIES = [
    ("# Title\n", "SC-09", "“Title” is not one of this page's sections.", NOT_A_SECTION, "# Title"),
    (f"# {ABOUT}\n", "SC-09", f"“{ABOUT}” is not one of this page's sections.", NOT_A_SECTION, f"# {ABOUT}"),
    ("Text.\n\n## Other\n", "SC-09", "“Other” is not one of this page's sections.", NOT_A_SECTION, "## Other"),
    (f"## {'y' * 70}\n", "SC-09", f"“{'y' * 60}” is not one of this page's sections.", NOT_A_SECTION,
     f"## {'y' * 70}"),
    (f"## {NOTES}\n\n## {METHOD}\n", "SC-10", f"The section “{METHOD}” is in the wrong place, or is there twice.",
     ORDER, f"## {METHOD}"),
    (f"## {ABOUT}\n\nText.\n\n## {ABOUT} ##\n", "SC-10",
     f"The section “{ABOUT}” is in the wrong place, or is there twice.", ORDER, f"## {ABOUT} ##"),
    ("Text.\n\nSee\n<b here.\n<br>\n", "FM-19", "“<br>” is HTML, which is not allowed.", "Write it in plain Markdown.",
     "<br>"),
    ("![a](/a.png)\n", "FM-19", "This text may not contain pictures.", "Describe in words what the picture would show.",
     "![a](/a.png)"),
    ("[a](http://a.example)\n", "FM-19", "The address “http://a.example” is not allowed in a link.",
     "Link to an address that begins with https://, mailto: or /.", "[a](http://a.example)"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "rule", "message", "advice", "line"), BODIES, ids=[f"{b[1]}-{n}" for n, b in enumerate(BODIES)]
)
def test_what_is_wrong_in_a_body_is_reported_on_its_line(body: str, rule: str, message: str, advice: str, line: str):
    entry = read("credentials/a.md", credential() + body)
    [problem] = entry.problems
    assert (problem.at, problem.rule, problem.message, problem.advice) == ((), rule, message, advice)
    assert marked(entry, problem) == line
    assert entry.locate(problem)[1].start >= entry.source.body_start
    assert entry.node is None


def test_after_a_section_in_the_wrong_place_the_order_is_that_of_the_last_right_one():
    entry = read("credentials/a.md", credential() + f"## {REASON}\n\n## {ABOUT}\n\n## {METHOD}\n\n## {NOTES}\n")
    assert [marked(entry, each) for each in entry.problems] == [f"## {ABOUT}", f"## {METHOD}"]


def test_a_stack_has_sections_of_its_own():
    assert read("stacks/a.md", stack() + "## About this stack\n\nText.\n").section("About this stack") == "Text."
    [problem] = read("stacks/a.md", stack() + f"## {ABOUT}\n").problems
    assert problem.advice == "Use “## ” with one of: About this stack. After “### ”, any words are allowed."


def test_at_most_a_hundred_headings_are_listed():
    entry = read("credentials/a.md", credential() + "## Other\n\n" * 105)
    assert [each.rule for each in entry.problems] == ["SC-09"] * 101


# --- Fields -------------------------------------------------------------------------------------------------------


def test_a_file_that_cannot_be_read_has_only_the_problems_of_reading():
    entry = read("credentials/a.md", f"title: A\n\n## {ABOUT}\n", program=PROGRAM)
    assert (entry.node, entry.sections, [each.rule for each in entry.problems]) == (None, (), ["FM-01"])
    assert entry.program_source is not None
    assert entry.program_source.path.name == "program.yml"


def test_values_are_inherited_field_by_field_at_every_depth():
    own = "assessment: {calibration: {cadence_months: 12}}\nlanguage: es-US\n"
    spec = read("credentials/a.md", credential(more=own), program=PROGRAM).node
    assert isinstance(spec, MicroCredential)
    assert (spec.assessment.feedback, spec.language, spec.license, spec.issuer) == (
        "overall", "es-US", "CC-BY-4.0", "office",
    )  # fmt: skip
    assert (spec.assessment.calibration.target, spec.assessment.calibration.cadence_months) == (0.8, 12)
    assert spec.submission.contact == "a@o.example.gov"


def test_a_stack_inherits_only_the_fields_that_it_has():
    node = read("stacks/a.md", stack(), program=PROGRAM).node
    assert isinstance(node, Stack)
    assert (node.language, node.license, node.issuer) == ("en-US", "CC-BY-4.0", "office")


def test_a_text_in_place_of_an_inherited_block_is_a_problem_of_the_spec():
    [problem] = read("credentials/a.md", credential(more="assessment: good\n"), program=PROGRAM).problems
    assert (problem.at, problem.rule) == (("assessment",), "SC-02")


def test_a_field_without_a_value_is_missing_and_inherits():
    spec = read("credentials/a.md", credential(more="language:\ncost: {amount: 3, note: }\n"), program=PROGRAM).node
    assert isinstance(spec, MicroCredential)
    assert spec.language == "en-US"
    assert spec.cost is not None
    assert (spec.cost.amount, spec.cost.note) == (3, None)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("level: no\n", ["FM-16"]),
        ("requires_video: no\n", ["SC-02"]),  # what is not true or false needs no warning about quotes
        ("tags: [no, 5]\n", ["FM-16", "SC-02"]),
        ("summary: a #b\nsummry: x\n", ["FM-12", "SC-01"]),
        ("cost: {amount: x, amount: 5}\n", ["FM-07"]),
        ("cost: {amount: 5, amount: 6}\ntags: 5\n", ["FM-07", "SC-02"]),
        ("cost: {note: x, b}\n", ["FM-12"]),
        ("cost: {note: x, b}\ncosts: 5\n", ["FM-12", "SC-01"]),
        ("summary: “x”\ntags: ~\n", ["FM-15"]),
        ("1: x\nsumary: y\n", ["FM-08", "SC-01"]),  # a problem of the whole file hides nothing
    ],
)
def test_a_problem_that_only_repeats_one_of_its_field_is_not_reported(fields: str, found: list[str]):
    assert [each.rule for each in read("credentials/a.md", credential(more=fields)).problems] == found


@pytest.mark.parametrize(("fields", "readable"), [("level: no\n", True), ("level: a #b\n", False)])
def test_a_spec_with_a_harmless_problem_can_be_judged(fields: str, readable: bool):
    assert (read("credentials/a.md", credential(more=fields)).node is not None) is readable


def test_an_id_that_is_used_twice_is_found_wherever_it_is():
    same = "evidence: {overview: [{id: a, prompt: b}], reflection: [{id: a, prompt: c}]}\n"
    entry = read("credentials/a.md", credential(more=f"{same}rubric: {{criteria: [{{id: a, name: d}}]}}\n"))
    first = (Related("first here", ("evidence", "overview", 0, "id")),)
    message, advice = "The id “a” is used twice in this spec.", "Give one of the two a new id."
    assert entry.problems == (
        Problem(("evidence", "reflection", 0, "id"), message, advice, "SC-06", related=first),
        Problem(("rubric", "criteria", 0, "id"), message, advice, "SC-06", related=first),
    )
    long = f"evidence: {{overview: [{{id: {'a' * 70}, prompt: b}}, {{id: {'a' * 70}, prompt: c}}]}}\n"
    [problem] = read("credentials/a.md", credential(more=long)).problems
    assert problem.message == f"The id “{'a' * 60}” is used twice in this spec."


# --- Guides and kept versions -------------------------------------------------------------------------------------


def test_a_guide_has_a_title_a_description_and_any_headings():
    entry = read("guides/a.md", GUIDE + "# Any\n\n![a](/a.png)\n")
    assert (entry.problems, entry.node) == (
        (), Guide(entry.source.path, "A guide", "What it is about.", "# Any\n\n![a](/a.png)\n"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("title: A guide\n", [("FM-01", "The file has no front matter.")]),
        ("---\ntitle: A guide\n---\n", [("SC-03", "Description is missing.")]),
        ("---\ntitle: A guide\ndescription:\n---\n", [("SC-03", "Description is missing.")]),
        ("---\ntitle: 1.10\ndescription: b\n---\n", [("SC-02", "Title should be text, but it is the number 1.10.")]),
        ("---\ntitle: a #b\ndescription: b\n---\n",
         [("FM-12", "The text from “#” on is lost: YAML reads it as a comment.")]),
        (GUIDE + "<b>\n", [("FM-19", "“<b>” is HTML, which is not allowed.")]),
        (GUIDE + "![a](https://a.example/b.png)\n", [("FM-19", "This picture is not on this site.")]),
        (GUIDE.replace("title", "titel"),
         [("SC-03", "Title is missing."), ("SC-01", "There is no field “titel” here.")]),
    ],
)  # fmt: skip
def test_a_guide_that_cannot_be_published_says_why(text: str, found: list[tuple[str, str]]):
    entry = read("guides/a.md", text)
    assert entry.node is None
    assert [(each.rule, each.message) for each in entry.problems] == found


def test_a_guide_with_a_harmless_problem_is_published():
    entry = read("guides/a.md", "---\ntitle: no\ndescription: b\n---\n")
    assert isinstance(entry.node, Guide)
    assert [each.rule for each in entry.problems] == ["FM-16"]


@pytest.mark.parametrize(
    ("text", "kind", "section"),
    [
        (credential() + f"## {ABOUT}\n\nText.\n", MicroCredential, ABOUT),
        (stack() + "## About this stack\n\nText.\n", Stack, "About this stack"),
    ],
)
def test_a_kept_version_is_a_spec_of_the_kind_that_it_was(text: str, kind: type[Any], section: str):
    entry = read("versions/once/1.0.0.md", text, program=PROGRAM)
    node = entry.node
    assert isinstance(node, KeptVersion)
    assert (node.slug, type(node.spec), node.title) == ("once", kind, node.spec.title)
    assert (node.status, node.waivers) == ("retired", ())
    assert entry.section(section) == "Text."
    assert node.spec.language == "en-US"
    assert entry.source_of(("language",)).path.name == "program.yml"


def test_a_kept_version_that_cannot_be_read_has_its_problems():
    entry = read("versions/once/1.0.0.md", "---\ntitle: A\noutcome: B\ncompetency: C\n---\n")
    assert entry.node is None
    assert [(each.rule, each.at) for each in entry.problems] == [("SC-03", ("status",)), ("SC-01", ("outcome",))]
    kept = read("versions/once/1.0.0.md", credential(more="dates: {created: TODO}\n"))
    assert kept.unwritten == {("dates", "created")}
