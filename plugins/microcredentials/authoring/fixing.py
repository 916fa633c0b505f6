"""Safe fixes: edits of a spec's text that do not change what the spec says.

There is one file for each fix. The first line of its docstring says what the text has after the fix, and
``find_edits(source, inputs)`` yields the edits. A fix is applied only if the data before and after are the same, apart
from a uid that was missing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePosixPath
from pkgutil import iter_modules

from ..reading.source import Source, read_spec
from ..reading.text import Span
from . import fixes


@dataclass(frozen=True)
class FixInputs:
    """The inputs of a fix besides the file: a new ``uid``, and the names of fields in the ``order`` of the template."""

    uid: str
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """A span of a file's text, and the text that replaces it."""

    span: Span
    text: str


FindEdits = Callable[[Source, FixInputs], Iterator[Edit]]


@dataclass(frozen=True)
class FixResult:
    """A spec's text after the fixes, the fixes that were applied, and the reasons why others were not."""

    text: str
    applied: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()


_ROUNDS = 3  # one fix may make a second one possible; the suite checks that this number is enough


def fix(path: PurePosixPath, raw: bytes, inputs: FixInputs) -> FixResult:
    """Return the spec *raw* after every fix that is safe; unchanged if it cannot be read."""
    source = read_spec(path, raw)
    if not source.is_readable:
        return FixResult(source.text.value, declined=("it cannot be read; the report says what is wrong",))
    applied: list[str] = []
    for _ in range(_ROUNDS):
        for name, find_edits in _find_fixes():
            if after := _try(source, find_edits, inputs):
                source = after
                applied.append(name)
    unsafe = (name for name, find_edits in _find_fixes() if [*find_edits(source, inputs)])
    declined = tuple(f"{name}: this edit might change what the spec says" for name in unsafe)
    return FixResult(source.text.value, tuple(dict.fromkeys(applied)), declined)


def apply_edits(text: str, edits: list[Edit]) -> str:
    """Return *text* after *edits*, which do not overlap."""
    for edit in sorted(edits, key=lambda edit: -edit.span.start):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def _find_fixes() -> Iterator[tuple[str, FindEdits]]:
    for module in iter_modules(fixes.__path__):
        if not module.name.startswith("_"):
            found = import_module(f"{fixes.__name__}.{module.name}")
            yield (found.__doc__ or "").strip().partition("\n")[0], found.find_edits


def _try(source: Source, find_edits: FindEdits, inputs: FixInputs) -> Source | None:
    """Return *source* after a fix, or None if there is nothing to do or the fix would change what the spec says."""
    edits = list(find_edits(source, inputs))
    if not edits:
        return None
    after = read_spec(source.path, apply_edits(source.text.value, edits).encode())
    return after if after.is_readable and _says_the_same(source, after, inputs) else None


def _says_the_same(before: Source, after: Source, inputs: FixInputs) -> bool:
    """Return whether two readings of a spec have the same data and body, apart from the new uid."""
    added = {"uid": inputs.uid} if after.data.get("uid") == inputs.uid else {}
    return {**before.data, **added} == after.data and before.body == after.body
