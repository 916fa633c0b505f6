"""The types of single fields: what each accepts, what it refuses, and what the writer reads."""

from datetime import date
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from microcredentials.model import fields
from microcredentials.model.fields import Between, Many, Model, Term, one_of


class Block(Model):
    """A block of fields."""

    name: str
    tags: Many[str] = ()


STATUSES = {"statuses": frozenset({"draft", "pilot", "published"})}


def refused(type_: Any, value: object, context: dict[str, Any] | None = None) -> tuple[str, str, str]:
    """Return the rule, the message and the advice with which *type_* refuses *value*."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(type_).validate_python(value, strict=True, context=context)
    [error] = caught.value.errors()
    return error["type"], error["msg"], error["ctx"]["advice"]


ACCEPTED = [
    (fields.Text, "Wait for three seconds: count."), (fields.Text, "1 < 2, and x <3"), (fields.Text, "[a] (b)"),
    (fields.Slug, "wait-time"), (fields.Slug, "a1"),
    (fields.TermId, "K-2"), (fields.TermId, "3.5"), (fields.TermId, "R&D"),
    (fields.Uid, "0d7f3c1e-8a52-4e9b-9c41-7b2a5d6e8f10"),
    (fields.Version, "1.10.0"),
    (fields.Language, "en"), (fields.Language, "en-US"), (fields.Language, "zh-Hant-TW"), (fields.Language, "es-419"),
    (fields.CurrencyCode, "USD"),
    (fields.Url, "https://example.org"), (fields.Url, "https://example.org:8080/a?b=c#d"), (fields.Url, "/about/"),
    (fields.Contact, "a.b+c@example.org"), (fields.Contact, "https://example.org"), (fields.Contact, "/about/"),
    (fields.Duration, "none"), (fields.Duration, "P5Y"), (fields.Duration, "P1Y6M"), (fields.Duration, "P2W3D"),
    (fields.Day, date(2026, 9, 1)),
    (fields.Count, 0), (fields.Count, 1_000_000), (fields.Amount, 0), (fields.Amount, 1e9), (fields.Share, 1),
]  # fmt: skip


@pytest.mark.parametrize(("type_", "value"), ACCEPTED)
def test_a_value_that_fits_is_accepted(type_: Any, value: object):
    read = TypeAdapter(type_).validate_python(value, strict=True)
    assert read == value


def test_a_list_becomes_a_tuple():
    assert Block.model_validate({"name": "a", "tags": ["b", "c"]}).tags == ("b", "c")


def test_a_day_is_read_from_its_text():
    assert TypeAdapter(fields.Day).validate_python("2026-09-01") == date(2026, 9, 1)


SLUG = "Use lowercase letters, digits and single hyphens, as in wait-time."
ID = "Use letters, digits and single hyphens, as in K-2; the id becomes part of an address."
UID = "Delete the line; “microcredentials check” then prints a new uid to paste."
LANGUAGE = "Write the language in lowercase and the region in capital letters, as in en-US."
VERSION = 'Write three numbers in quotes, as in "1.0.0".'
CURRENCY = "Write three capital letters, as in USD."
ADDRESS = "Write an address that begins with https:// or, on this site, with /."
CONTACT = "Write name@example.org or https://…."
DAY = "Write year, month and day, as in 2026-09-01."
DURATION = "Write none, or a duration such as P5Y (five years)."
WRITE = "Write the text, or delete the field."
PLAIN = "Write it without markup."
REFUSED = [
    (fields.Text, "", "SC-05", "The text is empty.", WRITE),
    (fields.Text, " \n", "SC-05", "The text is empty.", WRITE),
    (fields.Text, "a <b>bold</b> word", "FM-19", "“<b>” is markup, but this field is plain text.", PLAIN),
    (fields.Text, "a </b", "FM-19", "“</b” is markup, but this field is plain text.", PLAIN),
    (fields.Text, "see [this](/a)", "FM-19", "“[this](/a)” is markup, but this field is plain text.", PLAIN),
    (fields.Text, "![a](b)", "FM-19", "“![a](b)” is markup, but this field is plain text.", PLAIN),
    (fields.Text, "JavaScript:x", "FM-19", "“JavaScript:x” is markup, but this field is plain text.", PLAIN),
    (fields.Text, f"<{'a' * 40}>", "FM-19", f"“<{'a' * 38}…” is markup, but this field is plain text.", PLAIN),
    (fields.Slug, "Wait time", "SC-05", "“Wait time” is not a valid name in an address.", SLUG),
    (fields.Slug, "a--b", "SC-05", "“a--b” is not a valid name in an address.", SLUG),
    (fields.Slug, "x" * 61 + "!", "SC-05", f"“{'x' * 60}” is not a valid name in an address.", SLUG),
    (fields.TermId, "K 2", "SC-05", "“K 2” is not a valid id.", ID),
    (fields.Uid, "0d7f3c1e-8a52-1e9b-9c41-7b2a5d6e8f10", "SC-05",
     "“0d7f3c1e-8a52-1e9b-9c41-7b2a5d6e8f10” is not a valid uid.", UID),
    (fields.Version, "1.0", "SC-05", "“1.0” is not a version number.", VERSION),
    (fields.Language, "EN", "SC-05", "“EN” is not a language code.", LANGUAGE),
    (fields.CurrencyCode, "usd", "SC-05", "“usd” is not a currency code.", CURRENCY),
    (fields.Url, "http://example.org", "SC-05", "“http://example.org” is not a web address.", ADDRESS),
    (fields.Url, "//example.org", "SC-05", "“//example.org” is not a web address.", ADDRESS),
    (fields.Url, "https://localhost", "SC-05", "“https://localhost” is not a web address.", ADDRESS),
    (fields.Contact, "a@b", "SC-05", "“a@b” is not an email address or a web address.", CONTACT),
    (fields.Duration, "5 years", "SC-05", "“5 years” is not a duration.", DURATION),
    (fields.Duration, "P", "SC-05", "“P” is not a duration.", DURATION),
    (fields.Day, "2026-02-30", "SC-05", "The date 2026-02-30 does not exist.", "Correct it; the form is YYYY-MM-DD."),
    (fields.Day, "1.9.2026", "SC-05", "“1.9.2026” is not a date.", DAY),
    (fields.Day, 2026, "SC-05", "“2026” is not a date.", DAY),
]  # fmt: skip


@pytest.mark.parametrize(("type_", "value", "rule", "message", "advice"), REFUSED)
def test_a_value_that_does_not_fit_is_refused_with_a_reason_and_advice(
    type_: Any, value: object, rule: str, message: str, advice: str
):
    assert refused(type_, value) == (rule, message, advice)


def test_markup_has_its_place_in_the_text():
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(fields.Text).validate_python("a <b>bold</b> word")
    assert caught.value.errors()[0]["ctx"]["words"] == (2, 5)


@pytest.mark.parametrize(
    ("type_", "value"),
    [(fields.Count, -1), (fields.Count, 1_000_001), (fields.Count, 1.5), (fields.Amount, -1), (fields.Amount, 1e9 + 1),
     (fields.Share, 1.1), (fields.Share, -0.1), (fields.Text, 5), (fields.Many[int], "12")],
)  # fmt: skip
def test_a_number_out_of_range_or_of_the_wrong_type_is_refused(type_: Any, value: object):
    with pytest.raises(ValidationError):
        TypeAdapter(type_).validate_python(value, strict=True)


STATUS = Annotated[str, Term("statuses")]


def test_a_term_is_one_of_the_list_of_the_state():
    assert TypeAdapter(STATUS).validate_python("pilot", context=STATUSES) == "pilot"
    assert refused(STATUS, "pilott", STATUSES) == (
        "SC-04",
        "“pilott” is not in the list “statuses”.",
        "Did you mean “pilot”?",
    )


@pytest.mark.parametrize("context", [None, {}, {"other": frozenset()}])
def test_without_the_list_every_term_is_accepted(context: dict[str, Any] | None):
    assert TypeAdapter(STATUS).validate_python("x", context=context) == "x"


def test_the_schema_of_a_term_names_its_list():
    assert TypeAdapter(STATUS).json_schema() == {"type": "string", "x-vocabulary": "statuses"}


def test_one_of_a_few_values_is_accepted():
    type_ = Annotated[str, one_of("Public", "Private")]
    assert TypeAdapter(type_).validate_python("Public") == "Public"
    assert refused(type_, "public") == ("SC-04", "“public” is not an allowed value.", "Did you mean “Public”?")


@pytest.mark.parametrize(("low", "high", "words"), [(8, 12, "8–12"), (8, 8, "8"), (0.5, 1.5, "0.5–1.5"), (8.0, 8, "8")])
def test_a_range_is_written_as_people_write_it(low: float, high: float, words: str):
    assert Between(min=low, max=high).words == words


def test_a_range_runs_from_the_minimum_to_the_maximum():
    message = "The minimum (12) is greater than the maximum (8)."
    assert refused(Between, {"min": 12, "max": 8}) == ("SC-07", message, "Swap them.")


def test_a_block_is_strict_and_frozen_and_refuses_unknown_fields():
    block = Block(name="a")
    for wrong in ({"name": 5}, {"name": "a", "other": "b"}, {"name": "a", "tags": "b"}, {}):
        with pytest.raises(ValidationError):
            Block.model_validate(wrong)
    with pytest.raises(ValidationError):
        block.name = "b"  # type: ignore[misc]


def test_an_address_and_an_id_have_their_pattern_in_the_schema():
    for type_, pattern in ((fields.Slug, fields.SLUG), (fields.TermId, fields.TERM), (fields.Uid, fields.UUID4)):
        assert TypeAdapter(type_).json_schema()["pattern"] == f"^{pattern}$"
    assert TypeAdapter(fields.Day).json_schema() == {"type": "string", "format": "date"}
