"""One file below ``program/`` as a value, or None with its problems."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from ..model.program import PROGRAM_PARTS
from ..reading.problem import Pointer, Problem, Related
from ..reading.source import Source
from ..reading.suggest import suggest
from ._shape import Choices, drop_nulls, fit, is_harmful
from .layout import PROGRAM

M = TypeVar("M", bound=BaseModel)
T = TypeVar("T", covariant=True)


@dataclass(frozen=True)
class ParsedFile(Generic[T]):
    """A file of the program: its value and all its problems."""

    source: Source
    value: T
    problems: tuple[Problem, ...]


def parse_file(model: type[M], source: Source, choices: Choices) -> ParsedFile[M | None]:
    """Return the file of *source* as *model*. The value is None if the file cannot be read or has the wrong shape."""
    problems = collect_reading_problems(source)
    if source.yaml is None or any(map(is_harmful, problems)):
        return ParsedFile(source, None, problems)
    shaped = fit(model, drop_nulls(source.yaml.data), choices, typed_text=source.typed_text)
    return ParsedFile(source, shaped.node, (*problems, *shaped.problems, *_repeated_ids(source.data)))


def name_in_program(source: Source) -> str:
    """Return the path of the file below ``program/``."""
    return source.path.relative_to(PROGRAM).as_posix()


def has_content(source: Source) -> bool:
    """Return whether the file says anything: comments alone do not count."""
    return not (source.yaml and source.yaml.empty)


def collect_reading_problems(source: Source) -> tuple[Problem, ...]:
    """Return the problems that do not depend on the data: those of reading the file, and a wrong name."""
    return *source.problems, *_unknown_name(name_in_program(source))


def _unknown_name(name: str) -> Iterator[Problem]:
    """Yield the problem of a file that the program does not use."""
    parts = PROGRAM_PARTS.values()
    if name not in parts and not (name.count("/") == 1 and name.partition("/")[0] in parts):
        message = f"“{name[:60]}” is not a file of the program."
        yield Problem((), message, suggest(name, [part for part in parts if part.endswith(".yml")]), "FM-20")


def _repeated_ids(data: dict[str, Any]) -> Iterator[Problem]:
    """Yield a problem for each item of a list that has the id or the code of an earlier item."""
    for key, items in data.items():
        first: dict[str, Pointer] = {}
        for i, item in enumerate(items if isinstance(items, list) else ()):
            for name in ("id", "code"):
                value = item.get(name) if isinstance(item, dict) else None
                at: Pointer = (key, i, name)
                if isinstance(value, str) and first.setdefault(value, at) != at:
                    related = (Related("first here", first[value]),)
                    message = f"“{value[:60]}” is in the list “{key}” twice."
                    yield Problem(at, message, "Keep one of the two.", "SC-06", related=related)
