"""The sections of a page, and the fields that each of them shows."""

from microcredentials.model.sections import (
    BODY_HEADINGS,
    BODY_TEXT,
    CREDENTIAL_SECTIONS,
    STACK_SECTIONS,
    TOP_OF_PAGE,
    Sections,
    page_order,
    section_title,
)
from microcredentials.model.spec import MicroCredential, Stack
from microcredentials.reading.problem import Pointer


def test_a_field_is_in_the_section_that_shows_it():
    assert section_title(("rubric", "levels", 0), CREDENTIAL_SECTIONS) == "Rubric"
    assert section_title(("currency",), STACK_SECTIONS) == "What it counts for"
    assert section_title(("title",), CREDENTIAL_SECTIONS) == TOP_OF_PAGE
    assert section_title(("rubric",), STACK_SECTIONS) == TOP_OF_PAGE
    assert section_title((), CREDENTIAL_SECTIONS) == BODY_TEXT


def by_page(fields: list[Pointer], sections: Sections) -> list[Pointer]:
    return sorted(reversed(fields), key=lambda field: page_order(field, sections))  # noqa: C414  # a sort is stable


def test_fields_are_written_from_the_top_of_the_page_to_the_record():
    top: list[Pointer] = [("title",), ("summary",), ("competency",), ("key_method", "x")]
    rest: list[Pointer] = [("rubric",), (), ("uid",), ("waivers",)]
    assert by_page([*top, *rest], CREDENTIAL_SECTIONS) == [*top, *rest]
    stack: list[Pointer] = [("outcome",), ("rationale",), ("electives_min",), ("capstone",), (), ("changelog",)]
    assert by_page(stack, STACK_SECTIONS) == stack


def test_every_section_of_a_page_shows_a_field():
    for model, sections in ((MicroCredential, CREDENTIAL_SECTIONS), (Stack, STACK_SECTIONS)):
        shown = {section_title((field,), sections) for field in model.model_fields}
        missing = {title for _, title in sections} - shown
        assert missing <= {"Micro-credentials in this stack"}


def test_a_body_has_the_headings_of_its_kind():
    assert BODY_HEADINGS["stacks"] == ("About this stack",)
    assert BODY_HEADINGS["credentials"][0] == "About this micro-credential"
