"""A value that does not fit its field: the rule, the field, the exact words that a writer reads, and their place."""

from typing import Any

import pytest
from memory import catalog, credential, stack
from repository import BASE

from microcredentials.catalog._shape import drop_nulls, find_blocks, find_ids, fit, is_harmful
from microcredentials.catalog.entry import Entry
from microcredentials.model.policy import Resubmission
from microcredentials.model.spec import MicroCredential, Spec
from microcredentials.reading.problem import Problem

LISTS = {"program/vocabulary.yml": (BASE / "program/vocabulary.yml").read_text("utf-8")}
FIELDS = "uid, title, summary, status, version, aliases, tags, language, license, issuer, authors, reviews …"
TEXT, NUMBER = "Put it in quotes.", "Write a number without quotes."
LIST = "Begin each item on its own line with “- ”, or write [a, b]."
BLOCK = "Write “name: value” lines, indented under it."
TRUTH, LIMIT = "Write true or false, without quotes.", "Stay within this limit."
ARTIFACT = "evidence: {artifacts: [{id: a, name: b, description: c, "
MEMBER = "stacks: [{stack: talk, role: required, "

WRONG = [  # «» surrounds what is pointed at
    ("«sumary»: x", "SC-01", "There is no field “sumary” here.", "Did you mean “summary”?"),
    ("«colour»: x", "SC-01", "There is no field “colour” here.", f"Choose one of: {FIELDS}"),
    (f"«{'x' * 70}»: y", "SC-01", f"There is no field “{'x' * 60}” here.", f"Choose one of: {FIELDS}"),
    ("cost: {amount: 0, «curency»: USD}", "SC-01", "There is no field “curency” in “Cost”.",
     "Did you mean “currency”?"),
    ("effort: {hours: {min: 1, max: 2, «mx»: 3}}", "SC-01", "There is no field “mx” in “Effort › hours”.",
     "Did you mean “max”?"),
    (MEMBER + "«ordr»: 1}]", "SC-01", "There is no field “ordr” in “Stack 1”.", "Did you mean “order”?"),
    ("summary: «[a]»", "SC-02", "Summary should be text, but it is a list.", "Write one text here."),
    ("summary: «{a: b}»", "SC-02", "Summary should be text, but it is a block of fields.", "Write one text here."),
    ("summary: «1.10»", "SC-02", "Summary should be text, but it is the number 1.10.", TEXT),
    ("summary: «true»", "SC-02", "Summary should be text, but it is “true”.", TEXT),
    ("level: «3»", "SC-02", "Level should be text, but it is the number 3.", TEXT),
    (f"summary: «-{'1' * 18}.{'2' * 17}e+10»", "SC-02",
     f"Summary should be text, but it is the number -{'1' * 18}.{'2' * 17}e+1.", TEXT),
    (f"requires_video: «{'x' * 50}»", "SC-02",
     f"Requires video should be true or false, but it is “{'x' * 40}”.", TRUTH),
    ("requires_video: «1»", "SC-02", "Requires video should be true or false, but it is the number 1.", TRUTH),
    ("tags: «x»", "SC-02", "Tags should be a list, but it is “x”.", LIST),
    ("tags: «{a: b}»", "SC-02", "Tags should be a list, but it is a block of fields.", LIST),
    ("tags: [a, «5»]", "SC-02", "Tag 2 should be text, but it is the number 5.", TEXT),
    ("cost: «5»", "SC-02", "Cost should be a block of fields, but it is the number 5.", BLOCK),
    ("cost: «[a]»", "SC-02", "Cost should be a block of fields, but it is a list.", BLOCK),
    ("rubric: {criteria: [{id: a, name: b, descriptors: «[x]»}]}", "SC-02",
     "Rubric › criterion 1 › descriptors should be a block of fields, but it is a list.", BLOCK),
    ("cost: {amount: «x»}", "SC-02", "Cost › amount should be a number, but it is “x”.", NUMBER),
    ("cost: {amount: «[1]»}", "SC-02", "Cost › amount should be a number, but it is a list.", NUMBER),
    (MEMBER + "order: «x»}]", "SC-02", "Stack 1 › order should be a whole number, but it is “x”.", NUMBER),
    ("assessment: {resubmission: {limit: «[a]»}}", "SC-02",
     "Assessment › resubmission › limit should be a whole number, but it is a list.", NUMBER),
    ("«cost»: {}", "SC-03", "Cost › amount is missing.", "Add a line “amount: …”."),
    ("stacks: [{«stack»: talk}]", "SC-03", "Stack 1 › role is missing.", "Add a line “role: …”."),
    ("stacks: [{stack: talk, role: «requird»}]", "SC-04", "“requird” is not in the list “member_roles”.",
     "Did you mean “required”?"),
    ("assessment: {resubmission: {limit: «unlimitd»}}", "SC-04", "“unlimitd” is not in the list “unlimited”.",
     "Did you mean “unlimited”?"),
    ("aliases: [«A b»]", "SC-05", "“A b” is not a valid name in an address.",
     "Use lowercase letters, digits and single hyphens, as in wait-time."),
    ("tags: [a, «~»]", "SC-05", "Tag 2 is empty.", "Write a value, or delete the line."),
    ("summary: «' '»", "SC-05", "The text is empty.", "Write the text, or delete the field."),
    ("dates: {created: «2026-02-30»}", "SC-05", "The date 2026-02-30 does not exist.",
     "Correct it; the form is YYYY-MM-DD."),
    ("rubric: {criteria: [{id: a, name: b}, {id: «a», name: c}]}", "SC-06", "The id “a” is used twice in this spec.",
     "Give one of the two a new id."),
    ("cost: {amount: «-1»}", "SC-07", "Cost › amount should be at least 0, but it is the number -1.", LIMIT),
    ("cost: {amount: «2000000000»}", "SC-07",
     "Cost › amount should be at most 1,000,000,000, but it is the number 2000000000.", LIMIT),
    (MEMBER + "order: «1000001»}]", "SC-07",
     "Stack 1 › order should be at most 1,000,000, but it is the number 1000001.", LIMIT),
    (ARTIFACT + "quantity: «1001»}]}", "SC-07",
     "Evidence › artifact 1 › quantity should be at most 1,000, but it is the number 1001.", LIMIT),
    (ARTIFACT + "max_length: {amount: «0», unit: pages}}]}", "SC-07",
     "Evidence › artifact 1 › max length › amount should be more than 0, but it is the number 0.", LIMIT),
    ("effort: {hours: «{min: 5, max: 2}»}", "SC-07", "The minimum (5) is greater than the maximum (2).",
     "Swap them."),
    ("tags: [a, 'see «<b>»x</b>']", "FM-19", "“<b>” is markup, but this field is plain text.",
     "Write it without markup."),
]  # fmt: skip


def read(fields: str) -> Entry[Spec]:
    """Return the entry of a micro-credential with further *fields*, which may choose from the lists of the base."""
    return catalog({**LISTS, "credentials/a.md": credential(more=f"{fields}\n")}).entries[0]


@pytest.mark.parametrize(
    ("marked", "rule", "message", "advice"), WRONG, ids=[f"{w[1]}-{n}" for n, w in enumerate(WRONG)]
)
def test_a_value_that_does_not_fit_is_explained_at_its_place(marked: str, rule: str, message: str, advice: str):
    entry = read(marked.replace("«", "").replace("»", ""))
    [problem] = entry.problems
    assert (problem.rule, problem.message, problem.advice) == (rule, message, advice)
    source, span = entry.locate(problem)
    text = source.text.value
    shown = f"{text[: span.start]}«{text[span.start : span.end]}»{text[span.end :]}"
    assert f"\n{marked}\n" in shown
    assert entry.node is None or rule == "SC-06"


@pytest.mark.parametrize(
    "fields",
    [
        "summary:", "tags: []", "cost: {amount: 1.5, note: }", MEMBER + "order: 1000000}]", MEMBER + "order: 0}]",
        "assessment: {resubmission: {limit: unlimited}}", "assessment: {resubmission: {limit: 2}}",
        "cost: {amount: 1000000000}", ARTIFACT + "quantity: 1000}]}", "effort: {hours: {min: 2, max: 2}}",
        "dates: {created: 2026-02-28}", 'version: "1.0.0"',
    ],
)  # fmt: skip
def test_a_value_that_fits_has_no_problem(fields: str):
    entry = read(fields)
    assert (entry.problems, entry.node is None) == ((), False)


def test_without_lists_any_word_may_be_chosen_except_for_unlimited():
    text = credential(more="stacks: [{stack: talk, role: anything}]\nassessment: {resubmission: {limit: anything}}\n")
    [problem] = catalog({"credentials/a.md": text}).entries[0].problems
    assert problem.at == ("assessment", "resubmission", "limit")


def test_several_problems_are_all_reported_in_the_order_of_the_fields():
    found = read("effort: {hours: {min: x, max: 1}}\ncost: {amount: y}\ntags: z").problems
    assert [each.at for each in found] == [("tags",), ("effort", "hours", "min"), ("cost", "amount")]


def test_a_problem_of_a_stack_is_judged_by_the_fields_of_stacks():
    entry = catalog({"stacks/a.md": stack(more="electives_mn: 1\n")}).entries[0]
    [problem] = entry.problems
    assert (problem.at, problem.advice, problem.on_name) == (("electives_mn",), "Did you mean “electives_min”?", True)


# --- Values that are still to be written --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "unwritten", "left"),
    [
        ("cost: {amount: TODO, note: A note.}", {("cost", "amount"), ("cost",)}, {"cost": None}),
        ("dates: {created: TODO, published: 2026-01-02}", {("dates", "created")},
         {"dates": {"published": "2026-01-02"}}),
        ("subjects: TODO", {("subjects",)}, {"subjects": ()}),
        ("summary: TODO", set(), {"summary": "TODO"}),
        ("tags: [TODO, a]", set(), {"tags": ("TODO", "a")}),
        ("aliases: [TODO, a]", {("aliases", 0)}, {"aliases": ("a",)}),
        ("stacks: [{stack: TODO, role: TODO}, {stack: talk, role: required}]",
         {("stacks", 0, "stack"), ("stacks", 0, "role"), ("stacks", 0)}, {"stacks": ("talk",)}),
    ],
)  # fmt: skip
def test_a_value_that_is_still_todo_is_left_out_where_it_cannot_be_read(
    fields: str, unwritten: set[tuple[str | int, ...]], left: dict[str, Any]
):
    entry = read(fields)
    assert entry.problems == ()
    assert entry.unwritten == unwritten
    spec = entry.spec
    assert isinstance(spec, MicroCredential)
    shown = {
        "cost": spec.cost, "subjects": spec.subjects, "summary": spec.summary, "tags": spec.tags,
        "aliases": spec.aliases, "stacks": tuple(each.stack for each in spec.stacks),
        "dates": spec.dates.model_dump(mode="json", exclude_none=True),
    }  # fmt: skip
    assert {name: shown[name] for name in left} == left


def test_a_wrong_value_beside_an_unwritten_one_has_its_pointer_in_the_file():
    entry = read("stacks: [{stack: TODO, role: TODO}, {stack: talk, role: requird}]")
    [problem] = entry.problems
    assert (problem.at, problem.rule) == (("stacks", 1, "role"), "SC-04")
    assert (entry.node, entry.unwritten) == (None, frozenset())


def test_a_missing_field_is_missing_even_beside_other_values_that_are_todo():
    [problem] = read("dates: {created: TODO}\ncost: {note: x}").problems
    assert (problem.at, problem.rule) == (("cost", "amount"), "SC-03")


# --- Parts of it --------------------------------------------------------------------------------------------------


def test_a_fit_is_a_model_or_problems_below_a_pointer():
    choices = {"unlimited": ("unlimited",)}
    good = fit(Resubmission, {"limit": 3}, choices)
    assert (good.node, good.problems, good.unwritten) == (Resubmission(limit=3), (), frozenset())
    bad = fit(Resubmission, {"limit": 1.5, "allowed": 1}, choices, ("a", 0))
    assert bad.node is None
    assert [(each.at, each.message, each.advice) for each in bad.problems] == [
        (("a", 0, "allowed"), "A 1 › allowed should be true or false, but it is the number 1.", TRUTH),
        (("a", 0, "limit"), "A 1 › limit should be a whole number, but it is the number 1.5.", NUMBER),
    ]
    typed = fit(Resubmission, {"allowed": 1.0}, choices, typed_text=lambda at: f"typed {at[-1]}")
    assert typed.problems[0].message.endswith("but it is the number typed allowed.")
    many = fit(Resubmission, {f"x{n}": 1 for n in range(200)}, choices)
    assert len(many.problems) == 101


def test_fields_without_a_value_are_dropped_at_every_depth():
    assert drop_nulls({"a": None, "b": {"c": None}, "d": [None, {"e": None}], "f": 0}) == {
        "b": {}, "d": [None, {}], "f": 0,
    }  # fmt: skip
    assert drop_nulls("a") == "a"


def test_every_block_is_found():
    data = {"a": {"b": 1}, "c": [{"d": {}}, "e", [{"f": 2}]]}
    found = list(find_blocks(data))
    assert found[0] is data
    assert sorted(map(str, found)) == sorted(map(str, [data, {"b": 1}, {"d": {}}, {}, {"f": 2}]))
    assert list(find_blocks("a")) == []


def test_ids_are_found_with_their_pointers_but_not_that_of_the_whole():
    data = {"id": "top", "a": {"id": "x", "b": [{"id": "y"}, {"id": 5}, {"id": "TODO"}]}, "c": [[{"id": "z"}]]}
    assert find_ids(data) == [
        ("x", ("a", "id")), ("y", ("a", "b", 0, "id")), ("z", ("c", 0, 0, "id")),
    ]  # fmt: skip
    assert find_ids([{"id": "x"}], ("works",)) == [("x", ("works", 0, "id"))]


@pytest.mark.parametrize(
    ("rule", "harmful"),
    [("FM-13", True), ("FM-14", False), ("FM-15", False), ("FM-16", False), ("FM-17", True), ("SC-01", True)],
)
def test_problems_of_style_keep_no_file_from_being_judged(rule: str, harmful: bool):
    assert is_harmful(Problem((), "x", rule=rule)) is harmful
