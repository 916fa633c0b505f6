"""Fit data into a model; what does not fit becomes problems that a writer understands (family SC)."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from .fields import nearest
from .problem import Pointer, Problem
from .source import TODO
from .wording import field_label, singular

M = TypeVar("M", bound=BaseModel)

_EXPECTED = {
    "string_type": ("text", "Put it in quotes."),
    "int_type": ("a whole number", "Write a number without quotes."),
    "int_from_float": ("a whole number", "Write a number without a point."),
    "float_type": ("a number", "Write a number without quotes."),
    "bool_type": ("true or false", "Write true or false, without quotes."),
    "tuple_type": ("a list", "Begin each item on its own line with “- ”, or write [a, b]."),
    "dict_type": ("a block of fields", "Write “name: value” lines, indented under it."),
    "model_type": ("a block of fields", "Write “name: value” lines, indented under it."),
    "model_attributes_type": ("a block of fields", "Write “name: value” lines, indented under it."),
}
_LIMITS = {
    "greater_than_equal": "at least {ge}", "less_than_equal": "at most {le}", "greater_than": "more than {gt}",
    "string_too_long": "at most {max_length} characters",
}  # fmt: skip


def without_nulls(data: Any) -> Any:
    """Return *data* without fields that have a name and no value: an empty field is a missing one."""
    if isinstance(data, dict):
        return {key: without_nulls(value) for key, value in data.items() if value is not None}
    return [without_nulls(item) for item in data] if isinstance(data, list) else data


def fit(model: type[M], data: Any, context: Mapping[str, Any], at: Pointer = ()) -> tuple[M | None, tuple[Problem, ...]]:
    """Return *data* as *model*, or None and the reasons; ``at`` is where the data stands in its file.

    A value that is the word TODO and nothing else counts as not yet written (LA-04 speaks of it): where it stands
    for a date, a choice or a number it is left out, with the item it leaves incomplete.
    """
    removed: set[Pointer] = set()
    while True:
        try:
            return model.model_validate(data, context=dict(context)), ()
        except ValidationError as error:
            gaps = set(_gaps(data, error, removed)) - removed
            if not gaps:
                return None, tuple(_problems(model, data, error, at))
            removed |= gaps
            data = _without(data, gaps)


def _gaps(data: Any, error: ValidationError, removed: set[Pointer]) -> Iterator[Pointer]:
    """Yield what to leave out: values that are TODO, and items that lack such a value."""
    for detail in error.errors(include_url=False):
        pointer = _written(data, detail)
        if detail["input"] == TODO:
            yield pointer
        elif detail["type"] == "missing" and any(gap[: len(pointer) - 1] == pointer[:-1] for gap in removed):
            yield pointer[:-1]


def _without(data: Any, gaps: set[Pointer], way: Pointer = ()) -> Any:
    """Return *data* without the values at *gaps*."""
    if isinstance(data, dict):
        return {key: _without(value, gaps, (*way, key)) for key, value in data.items() if (*way, key) not in gaps}
    if isinstance(data, list):
        return [_without(item, gaps, (*way, i)) for i, item in enumerate(data) if (*way, i) not in gaps]
    return data


def _problems(model: type[BaseModel], data: Any, error: ValidationError, at: Pointer) -> Iterator[Problem]:
    seen: set[Pointer] = set()
    for detail in error.errors(include_url=False):
        pointer = (*at, *_written(data, detail))
        if pointer not in seen:  # a union reports each of its branches
            seen.add(pointer)
            yield _problem(model, detail, pointer)


def _written(data: Any, detail: ErrorDetails) -> Pointer:
    """Return the part of pydantic's path that stands in the data: it also names union branches and the like."""
    pointer: list[str | int] = []
    for step in detail["loc"]:
        inside = (isinstance(data, dict) and step in data) or (isinstance(data, list) and isinstance(step, int))
        if inside:
            pointer.append(step)
            data = data[step]
    if detail["type"] == "missing":
        pointer.append(detail["loc"][-1])
    return tuple(pointer)


def _problem(model: type[BaseModel], detail: ErrorDetails, at: Pointer) -> Problem:
    kind, context = detail["type"], detail.get("ctx") or {}
    if kind.startswith(("FM-", "SC-")):
        return Problem(at, context["message"], context["advice"], kind)
    if kind == "missing":
        return Problem(at, f"{field_label(at)} is missing.", f"Add a line “{at[-1]}: …”.", "SC-03")
    if kind == "extra_forbidden":
        return _unknown(model, at)
    if kind in _EXPECTED:
        expected, advice = _EXPECTED[kind]
        return Problem(at, f"{field_label(at)} should be {expected}, and is {_shown(detail['input'])}.", advice, "SC-02")
    limit = _LIMITS.get(kind, "{error}").format(**{"error": detail["msg"], **context})
    return Problem(at, f"{field_label(at)} should be {limit}, and is {_shown(detail['input'])}.", "Correct the value.", "SC-07")


def _unknown(model: type[BaseModel], at: Pointer) -> Problem:
    known = _known_fields(model, at[:-1])
    where = f"in “{field_label(at[:-1])}”" if at[:-1] else "here"
    return Problem(at, f"There is no field “{at[-1]}” {where}.", nearest(str(at[-1]), known), "SC-01")


def _known_fields(model: type[BaseModel], way: Pointer) -> list[str]:
    """Return the names of the fields that may stand at *way*."""
    for step in way:
        field = model.model_fields.get(step) if isinstance(step, str) else None
        inner = _inner_model(field.annotation) if field else None
        model = inner or model
    return list(model.model_fields)


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _inner_model(part))), None)


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "a block of fields"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return f"“{str(value).lower()}”"
    return f"“{str(value)[:40]}”" if isinstance(value, str) else f"the number {value}"


def repeated_ids(data: Any, way: Pointer = ()) -> Iterator[tuple[str, Pointer]]:
    """Yield every ``id`` in *data* with its place, in the order of the file."""
    if isinstance(data, dict):
        if isinstance(data.get("id"), str) and data["id"] != TODO and way:
            yield data["id"], (*way, "id")
        for key, value in data.items():
            yield from repeated_ids(value, (*way, key))
    elif isinstance(data, list):
        for i, item in enumerate(data):
            yield from repeated_ids(item, (*way, i))


def item_name(pointer: Pointer) -> str:
    """Return what kind of item stands at *pointer*: ``criterion`` for ``("rubric", "criteria", 0)``."""
    return singular(next((str(step) for step in reversed(pointer) if isinstance(step, str) and step != "id"), "item"))
