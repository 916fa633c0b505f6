"""Compare the files below ``program/`` before and after a change, and name the specs that it affects."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from ...model.program import PROGRAM_PARTS
from ...model.spec import Spec
from ...model.wording import field_label
from ...reading.problem import Pointer
from ..catalog import Catalog
from ..entry import INHERITED_FIELDS, Entry
from ..layout import PROGRAM
from ._affected import IsAffected, aligns_to, cites, every_spec, inherits, is_credential, is_waived_by, uses_term
from ._differences import Difference, find_differences, match_items
from ._earners import POLICY_NOTE
from .change import Change, ChangeKind, Significance
from .formatting import change_verb, field_vocabulary, format_value, item_name, shorten

SUBSTANTIVE, NOTABLE, EDITORIAL = Significance.SUBSTANTIVE, Significance.NOTABLE, Significance.EDITORIAL
_NO_VALUES = Difference((), None, None)


@dataclass(frozen=True)
class _Catalogs:
    """The catalogs before and after a change of the program."""

    base: Catalog
    head: Catalog

    @cached_property
    def specs(self) -> list[Entry[Spec]]:
        return [entry for entry in self.head.entries if entry.node]

    def words(self, difference: Difference) -> tuple[str, str]:
        """Return both values of *difference* as people read them."""
        field = next((step for step in reversed(difference.at) if isinstance(step, str)), "")
        vocabulary = field_vocabulary(difference.owner, field)
        return (
            format_value(difference.before, self.base.program, vocabulary),
            format_value(difference.after, self.head.program, vocabulary),
        )

    def change(
        self, kind: ChangeKind, path: str, sentence: str, is_affected: IsAffected, difference: Difference = _NO_VALUES
    ) -> Change:
        """Return a change of the program file at *path*, with the specs that it affects."""
        before, after = self.words(difference)
        return Change(
            kind=kind.name,
            path=path,
            sentence=sentence,
            significance=kind.significance,
            for_earners=POLICY_NOTE if kind.name == "policy-changed" else "",
            before=before,
            after=after,
            at=difference.at,
            reaches=tuple(entry.slug for entry in self.specs if is_affected(entry)),
        )

    def change_of_field(self, kind: ChangeKind, path: str, is_affected: IsAffected, difference: Difference) -> Change:
        """Return the change of one field."""
        sentence = f"“{field_label(difference.at)}” is {change_verb(*self.words(difference))}."
        return self.change(kind, path, sentence, is_affected, difference)


@dataclass(frozen=True)
class _List:
    """A list in the program file at ``path``.

    ``kind`` names its items in the kinds of changes (“framework” in “framework-added”). ``affects`` returns a test of
    whether a change of the given item affects a spec.
    """

    kind: str
    path: str
    at: Pointer
    affects: Callable[[Any], IsAffected]


def compare_programs(base: Catalog, head: Catalog) -> Iterator[Change]:
    """Yield the changes of the program's files. A part that can no longer be read affects every spec."""
    catalogs = _Catalogs(base, head)
    parts = (_unreadable, _compare_main_file, _compare_vocabulary, _compare_frameworks, _compare_references,
             _compare_quality, _compare_crosswalks)  # fmt: skip
    for part in parts:
        yield from part(catalogs)


def _unreadable(catalogs: _Catalogs) -> Iterator[Change]:
    for part in PROGRAM_PARTS:
        if getattr(catalogs.base.program, part) is not None and getattr(catalogs.head.program, part) is None:
            path, kind = _path(part), ChangeKind("program-unreadable", SUBSTANTIVE)
            yield catalogs.change(kind, path, f"{path} can no longer be read.", every_spec)


def _path(part: str, name: str = "") -> str:
    """Return the path of a part of the program, or of the file *name* in its folder."""
    path = f"{PROGRAM}/{PROGRAM_PARTS[part]}"
    return f"{path}/{name}.yml" if name else path


def _compare_main_file(catalogs: _Catalogs) -> Iterator[Change]:
    before, after = catalogs.base.program.file, catalogs.head.program.file
    for each in find_differences(before, after) if before and after else ():
        if each.at[0] in INHERITED_FIELDS:
            kind, is_affected = ChangeKind("policy-changed", NOTABLE), inherits(each.at)
        else:
            significance = NOTABLE if each.at[0] == "issuers" else EDITORIAL
            kind, is_affected = ChangeKind("program-changed", significance), every_spec
        yield catalogs.change_of_field(kind, _path("file"), is_affected, each)


def _compare_vocabulary(catalogs: _Catalogs) -> Iterator[Change]:
    before, after = catalogs.base.program.vocabulary, catalogs.head.program.vocabulary
    if before and after:
        for name in after.lists():
            terms = _List("vocabulary", _path("vocabulary"), (name,), partial(uses_term, name))
            yield from _compare_items(catalogs, terms, before.terms(name), after.terms(name))


def _compare_frameworks(catalogs: _Catalogs) -> Iterator[Change]:
    for id, old, new in _changed_files(catalogs, "frameworks"):
        path = _path("frameworks", id)
        if old is None or new is None:
            verb = change_verb(old, new)
            yield catalogs.change(ChangeKind(f"framework-{verb}", NOTABLE), path, f"{path} is {verb}.", aligns_to(id))
            continue
        items = _List("framework", path, ("items",), partial(aligns_to, id))
        yield from _compare_items(catalogs, items, old.items, new.items)
        for each in find_differences(old, new):
            if each.at[0] != "items":
                yield catalogs.change_of_field(ChangeKind("framework-changed", EDITORIAL), path, aligns_to(id), each)


def _compare_references(catalogs: _Catalogs) -> Iterator[Change]:
    for id, old, new in _changed_files(catalogs, "references"):
        verb = change_verb(old, new)
        sentence = f"In the bibliography, “{shorten((new or old).title) or id}” is {verb}."
        kind = ChangeKind(f"reference-{verb}", EDITORIAL)
        yield catalogs.change(kind, _path("references"), sentence, cites(id), Difference((), old, new))


def _compare_quality(catalogs: _Catalogs) -> Iterator[Change]:
    before, after = catalogs.base.program.quality, catalogs.head.program.quality
    if before and after:
        for each in find_differences(before, after):
            if each.at[0] != "waivers":
                kind = ChangeKind("strictness-changed", NOTABLE)
                yield catalogs.change_of_field(kind, _path("quality"), every_spec, each)
        waivers = _List("program-waiver", _path("quality"), ("waivers",), is_waived_by)
        yield from _compare_items(catalogs, waivers, before.waivers, after.waivers)


def _compare_crosswalks(catalogs: _Catalogs) -> Iterator[Change]:
    for id, old, new in _changed_files(catalogs, "crosswalks"):
        path = _path("crosswalks", id)
        if old is None or new is None:
            verb = change_verb(old, new)
            yield catalogs.change(ChangeKind(f"standard-{verb}", NOTABLE), path, f"{path} is {verb}.", is_credential)
        else:
            kind = ChangeKind("standard-changed", NOTABLE)
            yield from (catalogs.change_of_field(kind, path, is_credential, e) for e in find_differences(old, new))


def _compare_items(catalogs: _Catalogs, listed: _List, old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[Change]:
    """Yield the changes of a list of blocks, one for each item."""
    for i, j in match_items(old, new):
        before, after = None if i is None else old[i], None if j is None else new[j]
        if before != after:
            item, verb = after or before, change_verb(before, after)
            name = item_name(item, catalogs.head.program)
            sentence = f"In {listed.path}, {field_label(listed.at).lower()}: “{name}” is {verb}."
            difference = Difference(listed.at if j is None else (*listed.at, j), before, after)
            kind = ChangeKind(f"{listed.kind}-{verb}", NOTABLE)
            yield catalogs.change(kind, listed.path, sentence, listed.affects(item), difference)


def _changed_files(catalogs: _Catalogs, part: str) -> Iterator[tuple[str, Any, Any]]:
    """Yield the name and both values of each file or work of *part* that changed, if both catalogs could read it."""
    before: Mapping[str, Any] | None = getattr(catalogs.base.program, part)
    after: Mapping[str, Any] | None = getattr(catalogs.head.program, part)
    if before is not None and after is not None:
        for id in dict.fromkeys((*before, *after)):
            if before.get(id) != after.get(id):
                yield id, before.get(id), after.get(id)
