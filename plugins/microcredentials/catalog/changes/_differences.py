"""Find the fields in which two values differ."""

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
from ...model.record import Attestation, ChangelogEntry, Currency, Portability, Waiver
from ...model.spec import Alignment, StackMembership
from ...reading.problem import Pointer

_SINGLE_VALUES = (Between, Length, Link)
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
    ChangelogEntry: (("version",),),
    Waiver: (("rule",),),
    ProgramWaiver: (("rule", "specs"), ("rule",)),
    FrameworkItem: (("code",),),
    WordPair: (("avoid",),),
}
"""The fields that identify the items of a list, the most reliable first. Other blocks are identified by their id."""

Match = tuple[int | None, int | None]
"""The index of an item in the list before and in the list after; None where the list does not have the item."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that differs: its pointer in the data after the change, and both values; None means no value."""

    at: Pointer
    before: Any
    after: Any
    owner: type[BaseModel] | None = None
    """The type of the block that has the field; it names the vocabulary of the value."""


def find_differences(
    before: Any, after: Any, at: Pointer = (), owner: type[BaseModel] | None = None
) -> Iterator[Difference]:
    """Yield every field that differs. White space and the order of items with an identity are ignored."""
    if is_same(before, after):
        return
    if isinstance(after, BaseModel) and type(before) is type(after) and not isinstance(after, _SINGLE_VALUES):
        old, new = dict(before), dict(after)
        for name in dict.fromkeys((*old, *new)):
            yield from find_differences(old.get(name), new.get(name), (*at, name), type(after))
    elif isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys((*before, *after)):
            yield from find_differences(before.get(key), after.get(key), (*at, key), owner)
    elif _of_blocks(before) and _of_blocks(after):
        for i, j in match_items(before, after):
            item = None if i is None else before[i], None if j is None else after[j]
            yield from find_differences(*item, at if j is None else (*at, j), owner)
    else:
        yield Difference(at, before, after, owner)


def _of_blocks(value: Any) -> bool:
    return isinstance(value, tuple) and all(isinstance(item, BaseModel) for item in value)


def is_same(before: Any, after: Any) -> bool:
    """Return whether two values are the same, ignoring white space in texts."""
    if isinstance(before, str) and isinstance(after, str):
        return before.split() == after.split()
    if isinstance(before, tuple) and isinstance(after, tuple) and not (_of_blocks(before) and _of_blocks(after)):
        return len(before) == len(after) and all(map(is_same, before, after))
    return bool(before == after) or (before in (None, (), {}) and after in (None, (), {}))


def match_items(before: Sequence[BaseModel], after: Sequence[BaseModel]) -> list[Match]:
    """Return each item as it was before and after: first those of *after* in order, then the removed ones."""
    found: dict[int, int] = {}
    left = set(range(len(before)))
    for names in (*_identifying_fields((*before, *after)), None):
        free: dict[Any, list[int]] = {}
        for i in sorted(left, reverse=True):
            free.setdefault(_identity(before[i], names), []).append(i)
        for j, item in enumerate(after):
            if j not in found and (indices := free.get(_identity(item, names))):
                found[j] = indices.pop()
                left.remove(found[j])
    return [*((found.get(j), j) for j in range(len(after))), *((i, None) for i in sorted(left))]


def _identifying_fields(items: Sequence[BaseModel]) -> tuple[tuple[str, ...], ...]:
    if not items:
        return ()
    block = type(items[0])
    return _IDENTITIES.get(block, (("id",),) if "id" in block.model_fields else ())


def _identity(item: BaseModel, names: tuple[str, ...] | None) -> Any:
    """Return the values of the fields *names*; without names, the whole item, so that equal items match."""
    return tuple(getattr(item, name) for name in names) if names else item.model_dump_json()
