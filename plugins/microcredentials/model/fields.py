"""The types of single fields, each with the message that a writer reads when a value does not fit.

A refusal is a ``PydanticCustomError`` whose type is the id of the rule; the catalog turns it into a problem.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationInfo,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from ..reading.suggest import suggest

Value = TypeVar("Value")
Many = Annotated[tuple[Value, ...], Field(strict=False)]
"""A list in YAML and a tuple in Python, because values do not change after they are read."""


class Model(BaseModel):
    """A frozen block of fields; it refuses unknown fields and values of the wrong type."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def refusal(rule: str, message: str, advice: str, words: tuple[int, int] | None = None) -> PydanticCustomError:
    """Return the error for a value that breaks *rule*; *words* are the offsets of the wrong characters in it."""
    return PydanticCustomError(rule, "{message}", {"message": message, "advice": advice, "words": words})


MARKUP = re.compile(
    r"<[ \t]*[/!?]?[A-Za-z][^<>]{0,200}>?|!?\[[^\[\]]*\]\([^()]{0,200}\)?|(?i:\b(?:javascript|vbscript|data):\S)"
)


def _refuse_markup(value: str) -> str:
    may_be = "<" in value or ":" in value or "](" in value  # ten times as fast as the search for markup
    if may_be and (found := MARKUP.search(value)):
        shown = found[0] if len(found[0]) <= 40 else found[0][:39] + "…"
        message = f"“{shown}” is markup, but this field is plain text."
        raise refusal("FM-19", message, "Write it without markup.", found.span())
    return value


def _check_text(value: str) -> str:
    if not value.strip():
        raise refusal("SC-05", "The text is empty.", "Write the text, or delete the field.")
    return _refuse_markup(value)


def pattern_check(pattern: str, expected: str, advice: str) -> AfterValidator:
    """Return a check that a whole value matches *pattern*; *expected* completes “… is not” in the message."""
    compiled = re.compile(pattern)

    def check(value: str) -> str:
        if not compiled.fullmatch(value):
            raise refusal("SC-05", f"“{value[:60]}” is not {expected}.", advice)
        return value

    return AfterValidator(check)


def _parse_day(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise refusal("SC-05", f"The date {value} does not exist.", "Correct it; the form is YYYY-MM-DD.") from None
    if isinstance(value, date):
        return value
    raise refusal("SC-05", f"“{str(value)[:40]}” is not a date.", "Write year, month and day, as in 2026-09-01.")


def _check_duration(value: str) -> str:
    if value != "none" and not re.fullmatch(r"P(?=[0-9])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+W)?(?:[0-9]+D)?", value):
        raise refusal(
            "SC-05", f"“{value[:40]}” is not a duration.", "Write none, or a duration such as P5Y (five years)."
        )
    return value


_HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
_PORT = r"(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])"
_REST = r"[^\s\"'<>\\^`{}|]*"
_NO_WAY_UP = r"(?!\S*/\.\.(?:[/?#]|$))"  # “..” leads out of the place that the rest of the address names
URL = rf"{_NO_WAY_UP}(?:https://{_HOST}(?::{_PORT})?(?:[/?#]{_REST})?|/(?!/){_REST})"
EMAIL = rf"[A-Za-z0-9._%+-]+@{_HOST}"
SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
TERM = r"[A-Za-z0-9]+(?:[.&-][A-Za-z0-9]+)*"
LANGUAGE = r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?"
"""A language, perhaps a script, and perhaps a region, with the capitalization that Open Badges requires."""
VERSION = r"[0-9]+\.[0-9]+\.[0-9]+"
UUID4 = r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"

Text = Annotated[str, AfterValidator(_check_text)]
"""Plain sentences: no Markdown, no HTML, not empty."""

Slug = Annotated[
    str,
    pattern_check(
        SLUG, "a valid name in an address", "Use lowercase letters, digits and single hyphens, as in wait-time."
    ),
    Field(json_schema_extra={"pattern": f"^{SLUG}$"}),
]
TermId = Annotated[
    str,
    pattern_check(
        TERM, "a valid id", "Use letters, digits and single hyphens, as in K-2; the id becomes part of an address."
    ),
    Field(json_schema_extra={"pattern": f"^{TERM}$"}),
]
Uid = Annotated[
    str,
    pattern_check(UUID4, "a valid uid", "Delete the line; “microcredentials check” then prints a new uid to paste."),
    Field(json_schema_extra={"pattern": f"^{UUID4}$"}),
]
Version = Annotated[str, pattern_check(VERSION, "a version number", 'Write three numbers in quotes, as in "1.0.0".')]
Language = Annotated[
    str,
    pattern_check(
        LANGUAGE, "a language code", "Write the language in lowercase and the region in capital letters, as in en-US."
    ),
]
CurrencyCode = Annotated[str, pattern_check(r"[A-Z]{3}", "a currency code", "Write three capital letters, as in USD.")]
Url = Annotated[
    str, pattern_check(URL, "a web address", "Write an address that begins with https:// or, on this site, with /.")
]
Contact = Annotated[
    str, pattern_check(f"{EMAIL}|{URL}", "an email address or a web address", "Write name@example.org or https://….")
]
Duration = Annotated[str, AfterValidator(_check_duration)]
Day = Annotated[date, BeforeValidator(_parse_day), WithJsonSchema({"type": "string", "format": "date"})]
Count = Annotated[int, Field(ge=0, le=1_000_000)]
Amount = Annotated[float, Field(ge=0, le=1_000_000_000)]
Share = Annotated[float, Field(ge=0, le=1)]


@dataclass(frozen=True)
class Term:
    """Marks a field whose value is an id in a list of the state (``vocabulary.yml``)."""

    vocabulary: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self._known, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(schema), "x-vocabulary": self.vocabulary}

    def _known(self, value: str, info: ValidationInfo) -> str:
        terms = (info.context or {}).get(self.vocabulary)
        if terms is None or value in terms:
            return value
        raise refusal("SC-04", f"“{value[:60]}” is not in the list “{self.vocabulary}”.", suggest(value, terms))


def one_of(*known: str) -> AfterValidator:
    """Return a check that a value is one of *known*; unlike the list of a ``Term``, a state cannot extend them."""

    def check(value: str) -> str:
        if value not in known:
            raise refusal("SC-04", f"“{value[:60]}” is not an allowed value.", suggest(value, known))
        return value

    return AfterValidator(check)


class Between(Model):
    """A range from a minimum to a maximum, both included."""

    min: Amount
    max: Amount

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.min > self.max:
            message = f"The minimum ({self.min:g}) is greater than the maximum ({self.max:g})."
            raise refusal("SC-07", message, "Swap them.")
        return self

    @property
    def words(self) -> str:
        """The range as people write it: ``8–12``, or ``8`` if both ends are the same."""
        low, high = f"{self.min:g}", f"{self.max:g}"
        return low if low == high else f"{low}–{high}"
