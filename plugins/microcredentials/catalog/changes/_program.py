"""What changed in the files under ``program/``, and which specs it reaches."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from ...model.program import FrameworkItem
from ...model.quality import ProgramWaiver
from ...model.spec import MicroCredential, Spec
from ...model.vocabulary import VocabularyTerm
from ...model.wording import field_label
from ...reading.problem import Pointer
from ..catalog import INHERITED_FIELDS, Catalog, Entry
from ._details import Detail, details, matches
from ._reach import cites, serves, uses
from .change import Change, Significance
from .words import clipped, named, said, vocabulary

NOTABLE, EDITORIAL = Significance.NOTABLE, Significance.EDITORIAL
_HOME = "program/program.yml"

Reach = Callable[[Entry[Spec]], bool]
"""Says whether a change of the program bears upon a spec."""


@dataclass(frozen=True)
class _Programs:
    """The program before and after, with the specs that a change of it may reach."""

    base: Catalog
    head: Catalog

    @cached_property
    def specs(self) -> list[Entry[Spec]]:
        return [entry for entry in self.head.entries if entry.node]

    def reached(self, reach: Reach) -> tuple[str, ...]:
        return tuple(entry.slug for entry in self.specs if reach(entry))

    def change(self, kind: str, path: str, sentence: str, reach: Reach, **facts: Any) -> Change:
        return Change(kind, "", path, sentence, facts.pop("weight", NOTABLE), reaches=self.reached(reach), **facts)

    def of_detail(self, kind: str, path: str, detail: Detail, reach: Reach, **facts: Any) -> Change:
        field = next((step for step in reversed(detail.at) if isinstance(step, str)), "")
        list_, program = vocabulary(detail.owner, field), self.head.program
        before, after = said(detail.before, program, list_), said(detail.after, program, list_)
        word = "changes" if before and after else "is added" if after else "is taken out"
        sentence = f"“{field_label(detail.at)}” {word}."
        return self.change(kind, path, sentence, reach, before=before, after=after, at=detail.at, **facts)


def program_changes(base: Catalog, head: Catalog) -> Iterator[Change]:
    """Yield what changed in the program's files; a part that cannot be read reaches every spec."""
    both = _Programs(base, head)
    for part, path in _PARTS.items():
        before, after = getattr(base.program, part), getattr(head.program, part)
        if before is not None and after is None:
            sentence = f"{path} can no longer be read."
            yield both.change("program-unreadable", path, sentence, _everybody, weight=Significance.SUBSTANTIVE)
    for tell in (_home, _vocabulary, _frameworks, _references, _quality, _crosswalks):
        yield from tell(both)


def _everybody(_: Entry[Spec]) -> bool:
    return True


def _home(both: _Programs) -> Iterator[Change]:
    before, after = both.base.program.file, both.head.program.file
    for detail in details(before, after) if before and after else ():
        if detail.at[0] in INHERITED_FIELDS:
            facts = {"for_earners": "This holds for work already begun, too."}
            yield both.of_detail("policy-changed", _HOME, detail, _inherits(detail.at), **facts)
        elif detail.at[0] == "issuers":
            yield both.of_detail("program-changed", _HOME, detail, _everybody)
        else:
            yield both.of_detail("program-changed", _HOME, detail, _everybody, weight=EDITORIAL)


def _inherits(at: Pointer) -> Reach:
    """Return whether a spec takes what stands at *at* in ``program.yml``, because it does not state it."""
    return lambda entry: at[0] in type(entry.spec).model_fields and not entry.source.has(at)


def _vocabulary(both: _Programs) -> Iterator[Change]:
    before, after = both.base.program.vocabulary, both.head.program.vocabulary
    if before and after:
        for name in type(after).model_fields:
            old, new = before.terms(name), after.terms(name)
            yield from _items(both, "vocabulary", "program/vocabulary.yml", (name,), old, new, partial(_using, name))


def _using(list_: str, term: VocabularyTerm) -> Reach:
    return uses(list_, term.id)


def _frameworks(both: _Programs) -> Iterator[Change]:
    for id, old, new in _files(both.base.program.frameworks, both.head.program.frameworks):
        path = f"program/frameworks/{id}.yml"
        if old is None or new is None:
            yield _file(both, "framework", path, serves(id), gone=new is None)
        else:
            yield from _items(both, "framework", path, ("items",), old.items, new.items, partial(_serving, id))
            for detail in details(old, new):
                if detail.at[0] != "items":
                    yield both.of_detail("framework-changed", path, detail, serves(id), weight=EDITORIAL)


def _serving(framework: str, item: FrameworkItem) -> Reach:
    return serves(framework, item.code)


def _references(both: _Programs) -> Iterator[Change]:
    for id, old, new in _files(both.base.program.references, both.head.program.references):
        words = {"before": said(old, both.base.program), "after": said(new, both.head.program)}
        title = clipped((new or old).title) or id
        verb, word = ("changed", "changes") if old and new else ("added", "is added") if new else (
            "removed", "is taken out")  # fmt: skip
        sentence = f"In the bibliography, “{title}” {word}."
        yield both.change(f"reference-{verb}", "program/references", sentence, cites(id), weight=EDITORIAL, **words)


def _quality(both: _Programs) -> Iterator[Change]:
    before, after = both.base.program.quality, both.head.program.quality
    path = "program/quality.yml"
    if before and after:
        for detail in details(before, after):
            if detail.at[0] != "waivers":
                yield both.of_detail("strictness-changed", path, detail, _everybody)
        yield from _items(both, "program-waiver", path, ("waivers",), before.waivers, after.waivers, _waived)


def _waived(waiver: ProgramWaiver) -> Reach:
    return lambda entry: not waiver.specs or entry.slug in waiver.specs


def _crosswalks(both: _Programs) -> Iterator[Change]:
    for id, old, new in _files(both.base.program.crosswalks, both.head.program.crosswalks):
        path = f"program/standards/{id}.yml"
        if old is None or new is None:
            yield _file(both, "standard", path, _is_credential, gone=new is None)
        else:
            yield from (both.of_detail("standard-changed", path, each, _is_credential) for each in details(old, new))


def _is_credential(entry: Entry[Spec]) -> bool:
    return isinstance(entry.node, MicroCredential)


def _items(
    both: _Programs, kind: str, path: str, at: Pointer, old: tuple[Any, ...], new: tuple[Any, ...],
    reach: Callable[[Any], Reach],
) -> Iterator[Change]:  # fmt: skip
    """Yield what changed in a list of blocks, one change an item."""
    for i, j in matches(old, new):
        before, after = None if i is None else old[i], None if j is None else new[j]
        if before == after:
            continue
        item = after or before
        verb, word = ("changed", "changes") if before and after else ("added", "is added") if after else (
            "removed", "is taken out")  # fmt: skip
        sentence = f"In {path}, {field_label(at).lower()}: “{named(item, both.head.program)}” {word}."
        words = {"before": said(before, both.base.program), "after": said(after, both.head.program)}
        place = at if j is None else (*at, j)
        yield both.change(f"{kind}-{verb}", path, sentence, reach(item), at=place, **words)


def _file(both: _Programs, kind: str, path: str, reach: Reach, gone: bool) -> Change:
    verb, word = ("removed", "taken out") if gone else ("added", "added")
    return both.change(f"{kind}-{verb}", path, f"{path} is {word}.", reach)


def _files(before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> Iterator[tuple[str, Any, Any]]:
    """Yield the name of each part that differs, with what it was and is; nothing where one side cannot be read."""
    if before is not None and after is not None:
        for id in dict.fromkeys((*before, *after)):
            if before.get(id) != after.get(id):
                yield id, before.get(id), after.get(id)


_PARTS = {
    "file": _HOME, "vocabulary": "program/vocabulary.yml", "frameworks": "program/frameworks",
    "references": "program/references", "quality": "program/quality.yml", "crosswalks": "program/standards",
}  # fmt: skip
