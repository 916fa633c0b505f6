"""Two values side by side, down to the single fields that differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from ...model.evidence import (
    Artifact,
    Component,
    Criterion,
    Length,
    Prompt,
    Reflection,
    Research,
    Resource,
    WorkExcerpt,
)
from ...model.fields import Between
from ...model.policy import Anchor, Link
from ...model.program import FrameworkItem
from ...model.quality import ProgramWaiver, WordPair
from ...model.record import Attestation, ChangelogEntry as Version, Currency, Portability, Waiver
from ...model.spec import Alignment, StackMembership
from ...reading.problem import Pointer

WHOLE = (Between, Length, Link)
"""Blocks that people read as one value: a range, a length, a titled address."""

_IDENTITIES: dict[type[BaseModel], tuple[tuple[str, ...], ...]] = {
    Component: (("id",), ("title",)),
    Prompt: (("id",), ("prompt",)),
    Reflection: (("id",), ("prompt",)),
    Artifact: (("id",), ("name",)),
    Criterion: (("id",), ("name",)),
    WorkExcerpt: (("level", "text"), ("level",)),
    Research: (("reference",),),
    Resource: (("url",), ("title",)),
    Alignment: (("framework", "code"),),
    StackMembership: (("stack",),),
    Anchor: (("level",),),
    Currency: (("type", "jurisdiction"), ("type",)),
    Portability: (("jurisdiction",),),
    Attestation: (("standard",),),
    Version: (("version",),),
    Waiver: (("rule",),),
    ProgramWaiver: (("rule", "specs"), ("rule",)),
    FrameworkItem: (("code",),),
    WordPair: (("avoid",),),
}
"""The fields that tell the items of a list apart, the surest first; other blocks are told apart by their id."""

Match = tuple[int | None, int | None]
"""The place of an item in the list before and in the list after; None where it is only in the other one."""


@dataclass(frozen=True, slots=True)
class Detail:
    """A field that differs. ``at`` leads to it after the change; None stands for nothing there."""

    at: Pointer
    before: Any
    after: Any
    owner: type[BaseModel] | None = None
    """The block whose field it is, which knows the vocabulary of the value."""


def details(before: Any, after: Any, at: Pointer = (), owner: type[BaseModel] | None = None) -> Iterator[Detail]:
    """Yield every field that differs; white space makes no difference, nor does the order of named items."""
    if same(before, after):
        return
    if isinstance(after, BaseModel) and type(before) is type(after) and not isinstance(after, WHOLE):
        old, new = dict(before), dict(after)
        for name in dict.fromkeys((*old, *new)):
            yield from details(old.get(name), new.get(name), (*at, name), type(after))
    elif isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys((*before, *after)):
            yield from details(before.get(key), after.get(key), (*at, key), owner)
    elif _of_blocks(before) and _of_blocks(after):
        for i, j in matches(before, after):
            place = at if j is None else (*at, j)
            yield from details(None if i is None else before[i], None if j is None else after[j], place, owner)
    else:
        yield Detail(at, before, after, owner)


def _of_blocks(value: Any) -> bool:
    return isinstance(value, tuple) and all(isinstance(item, BaseModel) for item in value)


def same(before: Any, after: Any) -> bool:
    """Say whether two values are the same but for the white space of texts."""
    if isinstance(before, str) and isinstance(after, str):
        return before.split() == after.split()
    if isinstance(before, tuple) and isinstance(after, tuple) and not (_of_blocks(before) and _of_blocks(after)):
        return len(before) == len(after) and all(map(same, before, after))
    return bool(before == after) or (before in (None, (), {}) and after in (None, (), {}))


def matches(before: Sequence[BaseModel], after: Sequence[BaseModel]) -> list[Match]:
    """Return which item is which: those of the list after in its order, then those that are gone."""
    found: dict[int, int] = {}
    left = set(range(len(before)))
    for names in (*_identities((*before, *after)), None):
        free: dict[Any, list[int]] = {}
        for i in sorted(left, reverse=True):
            free.setdefault(_name(before[i], names), []).append(i)
        for j, item in enumerate(after):
            if j not in found and (places := free.get(_name(item, names))):
                found[j] = places.pop()
                left.remove(found[j])
    return [*((found.get(j), j) for j in range(len(after))), *((i, None) for i in sorted(left))]


def _identities(items: Sequence[BaseModel]) -> tuple[tuple[str, ...], ...]:
    if not items:
        return ()
    kind = type(items[0])
    return _IDENTITIES.get(kind, (("id",),) if "id" in kind.model_fields else ())


def _name(item: BaseModel, names: tuple[str, ...] | None) -> Any:
    """Return the values of *names*; without names the whole item, so that equal ones belong together."""
    return tuple(getattr(item, name) for name in names) if names else item.model_dump_json()
