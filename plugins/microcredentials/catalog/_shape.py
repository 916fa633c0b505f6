"""Fit data into a model; whatever does not fit becomes a problem in words that writers know (family SC)."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ..model.wording import field_label
from ..reading.problem import Pointer, Problem, limit_problems
from ..reading.suggest import suggest
from ..reading.todo import TODO, Unwritten, drop_unwritten, pointer_in_file

M = TypeVar("M", bound=BaseModel)
Choices = Mapping[str, tuple[str, ...]]
"""The ids that may be chosen, by the name of their list in the vocabulary."""

TypedText = Callable[[Pointer], str | None]
"""Returns the characters that a writer typed for a value, as ``Source.typed_text`` does."""

_HARMLESS = ("FM-14", "FM-15", "FM-16")
"""The problems of reading after which a file can still be judged and published."""

_EXPECTED = {
    "string_type": ("text", "Put it in quotes."),
    "int_type": ("a whole number", "Write a number without quotes."),
    "int_from_float": ("a whole number", "Write a number without a decimal point."),
    "float_type": ("a number", "Write a number without quotes."),
    "bool_type": ("true or false", "Write true or false, without quotes."),
    "tuple_type": ("a list", "Begin each item on its own line with “- ”, or write [a, b]."),
    "dict_type": ("a block of fields", "Write “name: value” lines, indented under it."),
    "model_type": ("a block of fields", "Write “name: value” lines, indented under it."),
    "model_attributes_type": ("a block of fields", "Write “name: value” lines, indented under it."),
}
_LIMITS = {
    "greater_than_equal": "at least {ge:,}", "less_than_equal": "at most {le:,}", "greater_than": "more than {gt:,}",
    "string_too_long": "at most {max_length:,} characters long",
}  # fmt: skip


@dataclass(frozen=True)
class Fit(Generic[M]):
    """Data as a model, or None with the problems that prevent it.

    ``unwritten`` are the pointers, as in the file, of the values that were left out because they are still TODO. The
    items after such a value have moved up in the lists of ``node``.
    """

    node: M | None
    problems: tuple[Problem, ...] = ()
    unwritten: Unwritten = frozenset()


def is_harmful(problem: Problem) -> bool:
    """Return whether *problem* prevents its file from being judged and published."""
    return problem.rule not in _HARMLESS


def find_blocks(data: Any) -> Iterator[dict[str, Any]]:
    """Yield every block of fields in *data*, and *data* itself if it is one."""
    left = [data]
    while left:
        value = left.pop()
        if isinstance(value, dict):
            yield value
            left += value.values()
        elif isinstance(value, list):
            left += value


def drop_nulls(data: Any) -> Any:
    """Return *data* without fields that have a name but no value; they count as missing."""
    if isinstance(data, dict):
        return {key: drop_nulls(value) for key, value in data.items() if value is not None}
    return [drop_nulls(item) for item in data] if isinstance(data, list) else data


def fit(
    model: type[M], data: Any, choices: Choices, at: Pointer = (), typed_text: TypedText = lambda _: None
) -> Fit[M]:
    """Return *data* as *model*; ``at`` is the pointer of the data in its file.

    A value that is only the word TODO is not written yet, which LA-04 reports. In the place of a date, a choice or a
    number it is left out, together with the list item that would be incomplete without it.
    """
    unwritten: Unwritten = frozenset()
    while True:
        whole = drop_unwritten(data, unwritten)
        try:
            return Fit(model.model_validate(whole, context=dict(choices)), (), unwritten)
        except ValidationError as error:
            found = [
                (pointer_in_file(_pointer(whole, detail), unwritten), detail)
                for detail in error.errors(include_url=False)
            ]
            more = unwritten | set(_unwritten(found, unwritten))
            if more == unwritten:
                problems = (_problem(model, detail, (*at, *pointer), typed_text) for pointer, detail in _once(found))
                return Fit(None, tuple(limit_problems(problems)))
            unwritten = more


def _unwritten(found: list[tuple[Pointer, ErrorDetails]], unwritten: Unwritten) -> Iterator[Pointer]:
    """Yield the pointers to leave out: values that are TODO, and items that are incomplete without such a value."""
    for pointer, detail in found:
        if detail["input"] == TODO:
            yield pointer
        elif detail["type"] == "missing" and any(gap[: len(pointer) - 1] == pointer[:-1] for gap in unwritten):
            yield pointer[:-1]


def _once(found: list[tuple[Pointer, ErrorDetails]]) -> Iterator[tuple[Pointer, ErrorDetails]]:
    """Yield one error for each pointer; for a union, the one that lists the allowed words."""
    by_pointer: dict[Pointer, ErrorDetails] = {}
    for pointer, detail in found:
        if pointer not in by_pointer or detail["type"] == "SC-04":
            by_pointer[pointer] = detail
    yield from by_pointer.items()


def _pointer(data: Any, detail: ErrorDetails) -> Pointer:
    """Return pydantic's path without the steps that are not in the data, such as the branch of a union."""
    pointer: list[str | int] = []
    for step in detail["loc"]:
        inside = (isinstance(data, dict) and step in data) or (isinstance(data, list) and isinstance(step, int))
        if inside:
            pointer.append(step)
            data = data[step]
    if detail["type"] == "missing":
        pointer.append(detail["loc"][-1])
    return tuple(pointer)


def _problem(model: type[BaseModel], detail: ErrorDetails, at: Pointer, typed_text: TypedText) -> Problem:
    kind, value, context = detail["type"], detail["input"], detail.get("ctx") or {}
    if kind.startswith(("FM-", "SC-")):
        on_name, words = detail["loc"][-1:] == ("[key]",), context["words"]
        return Problem(at, context["message"], context["advice"], kind, words=words, on_name=on_name)
    if kind == "missing":
        return Problem(at, f"{field_label(at)} is missing.", f"Add a line “{at[-1]}: …”.", "SC-03")
    if kind == "extra_forbidden":
        return _unknown(model, at)
    if kind == "literal_error":
        known = re.findall(r"'([^']*)'", context["expected"])
        return Problem(at, f"“{str(value)[:40]}” is not one of the allowed words.", suggest(str(value), known), "SC-04")
    if value is None:
        return Problem(at, f"{field_label(at)} is empty.", "Write a value, or delete the line.", "SC-05")
    shown = _describe(value, typed_text(at))
    if kind in _EXPECTED:
        expected, advice = _EXPECTED[kind]
        advice = "Write one text here." if kind == "string_type" and isinstance(value, dict | list) else advice
        return Problem(at, f"{field_label(at)} should be {expected}, but it is {shown}.", advice, "SC-02")
    bounds = {name: int(bound) if isinstance(bound, float) else bound for name, bound in context.items()}
    limit = _LIMITS.get(kind, "{error}").format(**{"error": detail["msg"], **bounds})
    message = f"{field_label(at)} should be {limit}, but it is {shown}."
    return Problem(at, message, "Stay within this limit.", "SC-07")


def _unknown(model: type[BaseModel], at: Pointer) -> Problem:
    known = _known_fields(model, at[:-1])
    where = f"in “{field_label(at[:-1])}”" if at[:-1] else "here"
    name = str(at[-1])[:60]
    return Problem(at, f"There is no field “{name}” {where}.", suggest(name, known), "SC-01", on_name=True)


def _known_fields(model: type[BaseModel], pointer: Pointer) -> list[str]:
    """Return the names of the fields that the block at *pointer* may have."""
    for step in pointer:
        field = model.model_fields.get(step) if isinstance(step, str) else None
        inner = _inner_model(field.annotation) if field else None
        model = inner or model
    return list(model.model_fields)


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _inner_model(part))), None)


def _describe(value: Any, typed: str | None) -> str:
    """Return *value* for a sentence; for a number, *typed*, because 1.10 is read as 1.1."""
    if isinstance(value, dict | list):
        return "a block of fields" if isinstance(value, dict) else "a list"
    if isinstance(value, str):
        return f"“{value[:40]}”"
    shown = (typed or str(value))[:40]
    return f"“{shown}”" if isinstance(value, bool) else f"the number {shown}"


def find_ids(data: Any, at: Pointer = ()) -> list[tuple[str, Pointer]]:
    """Return every ``id`` in *data* with its pointer, in the order of the file."""
    found: list[tuple[str, Pointer]] = []
    if isinstance(data, dict):
        if isinstance(data.get("id"), str) and data["id"] != TODO and at:
            found.append((data["id"], (*at, "id")))
        steps: Iterable[tuple[Any, Any]] = data.items()
    else:
        steps = enumerate(data)
    for step, value in steps:
        if isinstance(value, (dict, list)):
            found += find_ids(value, (*at, step))
    return found
