"""The type of the data describes a data format."""

from typing import Annotated, Any, Literal, NotRequired

import jsonschema
import pytest
from typing_extensions import TypedDict

from microcredentials.model.data_format import Count, DataFormat, Day, Number, Version, dump
from microcredentials.model.fields import Amount, Model, Term
from microcredentials.publishing.data_formats import DATA_FORMATS


class Price(Model):
    """A price."""

    amount: Amount
    currency: str = "USD"
    payer: Annotated[str, Term("payers")] | None = None


class Shape(TypedDict):
    """A shape."""

    schema: Literal[1]
    count: Count
    number: Number
    day: Day
    version: NotRequired[Version]
    price: Price
    pair: tuple[str, int]
    next: str | None


FORMAT = DataFormat("thing", Shape, "things.json", "Things")
DATA: dict[str, Any] = {
    "schema": 1, "count": 0, "number": 0.5, "day": "2026-09-01", "version": "1.0.0",
    "price": {"amount": 5, "currency": "USD"}, "pair": ["a", 1], "next": None,
}  # fmt: skip


def accepts(data: dict[str, Any]) -> bool:
    schema = FORMAT.schema
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).is_valid(data)


def test_data_of_the_right_shape_is_accepted():
    assert accepts(DATA)
    assert accepts({key: value for key, value in DATA.items() if key != "version"})
    assert accepts({**DATA, "price": {**DATA["price"], "payer": "district"}, "next": "b"})


@pytest.mark.parametrize(
    "wrong",
    [
        {"schema": 2},
        {"count": -1},
        {"count": 0.5},
        {"number": -0.1},
        {"day": "yesterday"},
        {"version": "1.0"},
        {"price": {"amount": 5}},
        {"price": {"amount": 5, "currency": "USD", "payer": None}},
        {"pair": ["a"]},
        {"pair": ["a", 1, 2]},
        {"next": 1},
    ],
)
def test_data_of_the_wrong_shape_is_refused(wrong: dict[str, Any]):
    assert not accepts({**DATA, **wrong})


@pytest.mark.parametrize("field", ["schema", "count", "number", "day", "price", "pair", "next"])
def test_every_field_that_is_always_written_is_required(field: str):
    assert not accepts({key: value for key, value in DATA.items() if key != field})


def test_later_versions_may_add_fields_and_writers_may_be_given_higher_limits():
    assert accepts({**DATA, "later": 1, "price": {**DATA["price"], "later": 1, "amount": 10**12}})


def test_a_schema_names_its_format_and_the_lists_of_the_state():
    schema = FORMAT.schema
    assert (schema["$schema"], schema["title"]) == (
        "https://json-schema.org/draft/2020-12/schema",
        "Things, version 1",
    )
    assert schema["$defs"]["Price"]["properties"]["payer"] == {
        "type": "string",
        "description": "An entry of the state's list “payers”.",
    }
    assert FORMAT.path == "schemas/thing-1.json"


def test_a_model_is_written_without_its_empty_fields():
    assert dump(Price(amount=5.0)) == DATA["price"]
    assert dump(Price(amount=5.0, payer="district"), exclude={"amount"}) == {"currency": "USD", "payer": "district"}


def test_the_version_of_a_format_is_the_version_in_its_data():
    assert len({each.path for each in DATA_FORMATS}) == len(DATA_FORMATS) == 9
    for each in DATA_FORMATS:
        properties = each.schema["properties"]
        assert (properties.get("schema") or properties["format"])["const"] == each.version


def test_every_definition_of_a_published_schema_is_used():
    for each in DATA_FORMATS:
        text = str(each.schema)
        for name in each.schema.get("$defs", {}):
            assert f"'#/$defs/{name}'" in text, (each.name, name)
