"""Safe fixes: edits of a spec's text after which it says exactly what it said before.

One file a fix: the first line of its docstring says what is there afterwards, and ``edits(source, aids)`` yields what
to change. A fix is taken only if the data before and after are the same, but for the uid that was missing.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePosixPath
from pkgutil import iter_modules

from ..reading.source import Source, read_spec
from ..reading.text import Span
from . import fixes


@dataclass(frozen=True)
class Aids:
    """What a fix may need that is not in the file.

    ``uid`` is a fresh identifier, ``order`` the names of fields in the order of the annotated template.
    ``added`` are the fields that a fix may add, with their values.
    """

    uid: str
    order: tuple[str, ...] = ()

    @property
    def added(self) -> Mapping[str, str]:
        """The one field that a fix adds."""
        return {"uid": self.uid}


@dataclass(frozen=True, slots=True)
class Edit:
    """A piece of a file's text, and what stands in its place afterwards."""

    span: Span
    text: str


Fix = Callable[[Source, Aids], Iterator[Edit]]


def edited(text: str, edits: list[Edit]) -> str:
    """Return *text* after *edits*, none of which touches another."""
    for edit in sorted(edits, key=lambda edit: -edit.span.start):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


_ROUNDS = 3  # one fix may make room for another; the suite holds that nothing is left after these


@dataclass(frozen=True)
class Mended:
    """A spec's text after the fixes; in words, what they did, and why what else there is was left alone."""

    text: str
    done: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def mended(path: PurePosixPath, raw: bytes, aids: Aids) -> Mended:
    """Return the spec *raw* after every fix that is safe; unchanged where it cannot be read."""
    source = read_spec(path, raw)
    text, done = source.text.value, list[str]()
    if not source.is_readable:
        return Mended(text, left=("it cannot be read; the report says what is wrong",))
    for _ in range(_ROUNDS):
        for said, fix in _fixes():
            after = _tried(source, fix, aids)
            if after:
                source, text = after, after.text.value
                done.append(said)
    unsafe = (f"{said}: it might say something else afterwards" for said, fix in _fixes() if [*fix(source, aids)])
    return Mended(text, tuple(dict.fromkeys(done)), tuple(unsafe))


def field_order(path: PurePosixPath, template: bytes) -> tuple[str, ...]:
    """Return the names of the fields in the order of *template*."""
    return tuple(read_spec(path, template).data)


def _fixes() -> Iterator[tuple[str, Fix]]:
    for module in iter_modules(fixes.__path__):
        if not module.name.startswith("_"):
            found = import_module(f"{fixes.__name__}.{module.name}")
            yield (found.__doc__ or "").strip().partition("\n")[0], found.edits


def _tried(source: Source, fix: Fix, aids: Aids) -> Source | None:
    """Return *source* after *fix*, or None where there is nothing to do or it would say something else."""
    edits = list(fix(source, aids))
    if not edits:
        return None
    text = edited(source.text.value, edits)
    after = read_spec(source.path, text.encode())
    return after if after.is_readable and _same(source, after, aids) else None


def _same(before: Source, after: Source, aids: Aids) -> bool:
    """Say whether two readings of a spec hold the same, but for a field that was added or still to be written."""
    added = {name: value for name, value in aids.added.items() if after.data.get(name) == value}
    return {**before.data, **added} == after.data and before.body == after.body
