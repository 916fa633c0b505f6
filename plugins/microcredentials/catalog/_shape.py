"""Fit data into a model; what does not fit becomes problems that a writer understands (family SC)."""

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
Written = Callable[[Pointer], str | None]
"""Gives the characters an author typed for a value, as ``Source.typed_text`` does."""

ONLY_WARN = ("FM-14", "FM-15", "FM-16")
"""The problems of reading that leave a file good enough to be judged and published."""

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
    "greater_than_equal": "at least {ge:,}", "less_than_equal": "at most {le:,}", "greater_than": "more than {gt:,}",
    "string_too_long": "at most {max_length:,} characters long",
}  # fmt: skip


@dataclass(frozen=True)
class Fit(Generic[M]):
    """Data as a model, or None with the reasons.

    ``unwritten`` are the places in the file of what was left out because it is still to be written; what follows them
    in a list has moved up in ``node``.
    """

    node: M | None
    problems: tuple[Problem, ...] = ()
    unwritten: Unwritten = frozenset()


def blocks(data: Any) -> Iterator[dict[str, Any]]:
    """Yield every block of fields in *data*, and *data* itself if it is one."""
    left = [data]
    while left:
        found = left.pop()
        if isinstance(found, dict):
            yield found
            left += found.values()
        elif isinstance(found, list):
            left += found


def without_nulls(data: Any) -> Any:
    """Return *data* without fields that have a name and no value: an empty field is a missing one."""
    if isinstance(data, dict):
        return {key: without_nulls(value) for key, value in data.items() if value is not None}
    return [without_nulls(item) for item in data] if isinstance(data, list) else data


def fit(
    model: type[M], data: Any, context: Mapping[str, Any], at: Pointer = (), written: Written = lambda _: None
) -> Fit[M]:
    """Return *data* as *model*; ``at`` is where the data stands in its file.

    A value that is the word TODO and nothing else counts as not yet written (LA-04 speaks of it): where it stands
    for a date, a choice or a number it is left out, with the item it leaves incomplete.
    """
    unwritten: Unwritten = frozenset()
    while True:
        whole = drop_unwritten(data, unwritten)
        try:
            return Fit(model.model_validate(whole, context=dict(context)), (), unwritten)
        except ValidationError as error:
            found = [
                (pointer_in_file(_pointer(whole, detail), unwritten), detail)
                for detail in error.errors(include_url=False)
            ]
            more = unwritten | set(_unwritten(found, unwritten))
            if more == unwritten:
                problems = (_problem(model, detail, (*at, *pointer), written) for pointer, detail in _once(found))
                return Fit(None, tuple(limit_problems(problems)))
            unwritten = more


def _unwritten(found: list[tuple[Pointer, ErrorDetails]], unwritten: Unwritten) -> Iterator[Pointer]:
    """Yield what to leave out: values that are TODO, and items that lack such a value."""
    for pointer, detail in found:
        if detail["input"] == TODO:
            yield pointer
        elif detail["type"] == "missing" and any(gap[: len(pointer) - 1] == pointer[:-1] for gap in unwritten):
            yield pointer[:-1]


def _once(found: list[tuple[Pointer, ErrorDetails]]) -> Iterator[tuple[Pointer, ErrorDetails]]:
    """Yield one error for each place: of the branches of a union, the one that knows the words allowed."""
    by_place: dict[Pointer, ErrorDetails] = {}
    for pointer, detail in found:
        if pointer not in by_place or detail["type"] == "SC-04":
            by_place[pointer] = detail
    yield from by_place.items()


def _pointer(data: Any, detail: ErrorDetails) -> Pointer:
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


def _problem(model: type[BaseModel], detail: ErrorDetails, at: Pointer, written: Written) -> Problem:
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
        return Problem(at, f"“{str(value)[:40]}” is not one of the words allowed.", suggest(str(value), known), "SC-04")
    if value is None:
        return Problem(at, f"{field_label(at)} is empty.", "Write it, or delete the line.", "SC-05")
    if kind in _EXPECTED:
        expected, advice = _EXPECTED[kind]
        advice = "Write one text here." if kind == "string_type" and isinstance(value, dict | list) else advice
        return Problem(
            at, f"{field_label(at)} should be {expected}, and is {_shown(value, written(at))}.", advice, "SC-02"
        )
    bounds = {name: int(bound) if isinstance(bound, float) else bound for name, bound in context.items()}
    limit = _LIMITS.get(kind, "{error}").format(**{"error": detail["msg"], **bounds})
    message = f"{field_label(at)} should be {limit}, and is {_shown(value, written(at))}."
    return Problem(at, message, "Stay within this limit.", "SC-07")


def _unknown(model: type[BaseModel], at: Pointer) -> Problem:
    known = _known_fields(model, at[:-1])
    where = f"in “{field_label(at[:-1])}”" if at[:-1] else "here"
    name = str(at[-1])[:60]
    return Problem(at, f"There is no field “{name}” {where}.", suggest(name, known), "SC-01", on_name=True)


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


def _shown(value: Any, written: str | None) -> str:
    """Return *value* for a sentence; a number as it is *written*, because 1.10 is read as 1.1."""
    if isinstance(value, dict | list):
        return "a block of fields" if isinstance(value, dict) else "a list"
    if isinstance(value, str):
        return f"“{value[:40]}”"
    shown = (written or str(value))[:40]
    return f"“{shown}”" if isinstance(value, bool) else f"the number {shown}"


def ids(data: Any, way: Pointer = ()) -> list[tuple[str, Pointer]]:
    """Return every ``id`` in *data* with its place, in the order of the file."""
    found: list[tuple[str, Pointer]] = []
    if isinstance(data, dict):
        if isinstance(data.get("id"), str) and data["id"] != TODO and way:
            found.append((data["id"], (*way, "id")))
        steps: Iterable[tuple[Any, Any]] = data.items()
    else:
        steps = enumerate(data)
    for step, value in steps:
        if isinstance(value, (dict, list)):
            found += ids(value, (*way, step))
    return found
