"""The requirements of a spec in words."""

from pathlib import PurePosixPath
from typing import Any

from microcredentials.catalog.catalog import Catalog
from microcredentials.catalog.entry import Entry
from microcredentials.model.program import Program
from microcredentials.model.spec import MicroCredential, Stack
from microcredentials.publishing.exports._narrative import (
    escape,
    members_with_role,
    narrative,
    requirements,
    scoring,
    statement,
)
from microcredentials.reading.source import read_spec

CREDENTIAL = MicroCredential.model_validate({
    "title": "Wait time", "status": "published", "competency": "Wait *three* seconds.",
    "evidence": {
        "overview": ({"id": "why", "prompt": "Why?"},),
        "artifacts": ({"id": "film", "name": "Film", "description": "Five minutes."},),
        "reflection": ({"id": "next", "prompt": "What next?"},),
    },
    "rubric": {
        "levels": ("Not yet", "Met"), "passing_level": "Met",
        "points": {"per_level": (0, 1), "cut_score": 3, "criterion_floor": 1},
        "criteria": ({"id": "a", "name": "A"},),
    },
})  # fmt: skip
STACK = Stack.model_validate({"title": "Talk", "status": "published", "outcome": "Lead talk.", "electives_min": 1})


def member(slug: str, role: str, status: str = "published") -> Entry[Any]:
    spec = CREDENTIAL.model_copy(
        update={
            "title": slug.title(), "status": status,
            "stacks": MicroCredential.model_validate({
                "title": "x", "status": "draft", "competency": "x", "stacks": ({"stack": "talk", "role": role},),
            }).stacks,
        }
    )  # fmt: skip
    return Entry(read_spec(PurePosixPath(f"credentials/{slug}.md"), b""), spec)


CATALOG = Catalog(
    PurePosixPath("content"),
    Program(),
    (member("a", "required"), member("b", "elective"), member("c", "required", "retired")),
)


def test_a_credential_lists_its_evidence_and_how_it_is_scored():
    assert narrative(CREDENTIAL, CATALOG, "wait-time") == (
        "Wait \\*three\\* seconds.\n\n"
        "**Part 1: Overview**\n\n1. Why?\n\n"
        "**Part 2: Artifacts**\n\n1. Film: Five minutes.\n\n"
        "**Part 3: Reflection**\n\n1. What next?\n\n"
        "**How it is scored**\n\n"
        "The passing level is “Met”. The points must reach 3, and 1 in each criterion."
    )


def test_a_stack_lists_the_members_that_can_be_earned():
    assert narrative(STACK, CATALOG, "talk") == ("Lead talk.\n\n**Required**\n\n- A\n\n**Electives, 1 or more**\n\n- B")
    assert [entry.slug for entry in members_with_role("required", "talk", CATALOG)] == ["a"]


def test_parts_without_evidence_are_left_out():
    spec = MicroCredential.model_validate({"title": "x", "status": "draft", "competency": "Wait."})
    assert narrative(spec, CATALOG, "x") == "Wait."
    assert scoring(spec.rubric, CATALOG.program) == ""
    assert requirements(spec) == []


def test_requirements_are_in_the_order_of_the_form():
    assert requirements(CREDENTIAL) == ["Why?", "Film: Five minutes.", "What next?"]


def test_the_statement_is_the_competency_or_the_outcome():
    assert (statement(CREDENTIAL), statement(STACK)) == ("Wait *three* seconds.", "Lead talk.")


def test_text_is_escaped_and_on_one_line():
    assert escape("a  *b*\n[c](d) <e> | #f & _g_ `h`") == r"a \*b\* \[c\](d) \<e\> \| \#f \& \_g\_ \`h\`"
