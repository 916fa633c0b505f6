"""The sections of a page, and the fields that each of them shows."""

from microcredentials.model.sections import (
    BODY_HEADINGS,
    BODY_TEXT,
    CREDENTIAL_LAYERS,
    STACK_LAYERS,
    TOP_OF_PAGE,
    Layers,
    page_order,
    section_title,
    sections_of,
)
from microcredentials.model.spec import MicroCredential, Stack
from microcredentials.reading.problem import Pointer


def test_a_field_is_in_the_section_that_shows_it():
    assert section_title(("rubric", "levels", 0), CREDENTIAL_LAYERS) == "How you are scored"
    assert section_title(("currency",), STACK_LAYERS) == "What it counts for"
    assert section_title(("title",), CREDENTIAL_LAYERS) == TOP_OF_PAGE
    assert section_title(("rubric",), STACK_LAYERS) == TOP_OF_PAGE
    assert section_title((), CREDENTIAL_LAYERS) == BODY_TEXT


def by_page(fields: list[Pointer], layers: Layers) -> list[Pointer]:
    return sorted(reversed(fields), key=lambda field: page_order(field, layers))  # noqa: C414  # a sort is stable


def test_fields_are_written_from_the_top_of_the_page_to_the_record():
    top: list[Pointer] = [("title",), ("summary",), ("competency",), ("key_method", "x")]
    rest: list[Pointer] = [("rubric",), (), ("waivers",), ("uid",)]
    assert by_page([*top, *rest], CREDENTIAL_LAYERS) == [*top, *rest]
    stack: list[Pointer] = [("outcome",), ("rationale",), ("electives_min",), ("capstone",), (), ("changelog",)]
    assert by_page(stack, STACK_LAYERS) == stack


def test_every_section_of_a_page_shows_a_field():
    for model, layers in ((MicroCredential, CREDENTIAL_LAYERS), (Stack, STACK_LAYERS)):
        shown = {section_title((field,), layers) for field in model.model_fields}
        assert {title for _, title in sections_of(layers)} <= shown | {"Pilot"}


def test_a_body_has_the_headings_of_its_kind():
    assert BODY_HEADINGS["stacks"] == ("About this stack",)
    assert BODY_HEADINGS["credentials"][0] == "About this micro-credential"
