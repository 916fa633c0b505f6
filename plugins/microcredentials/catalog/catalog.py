"""The whole content folder as one value: its entries, and the ties between them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from pathlib import PurePosixPath
from typing import Generic, Literal, TypeVar, cast

from ..model.program import Program
from ..model.record import Attestation, ChangelogEntry, Review, Waiver
from ..model.spec import MicroCredential, Spec, Stack
from ..model.versions import version_number
from ..reading.place import Place
from ..reading.problem import Pointer, Problem
from ..reading.source import Source
from ..reading.text import Span
from ..reading.todo import Unwritten, pointer_in_file
from .nodes import Guide, KeptVersion, Node

INHERITED_FIELDS = (
    "assessment", "supports", "integrity", "privacy", "submission", "language", "license", "issuer",
)  # fmt: skip
"""The fields that a spec takes from ``program.yml`` where it does not state them."""

S = TypeVar("S", bound=Spec, covariant=True)
N = TypeVar("N", bound=Node, covariant=True)

UniqueField = Literal["name", "uid", "title"]
"""What two specs may not share. ``name`` is a slug or an alias, because both become addresses."""


@dataclass(frozen=True)
class Section:
    """A part of a body: its heading, its Markdown, and the offset of its heading in the file."""

    title: str
    markdown: str
    start: int


@dataclass(frozen=True)
class Entry(Generic[N]):
    """One content file and what was read from it. ``node`` is None where the file cannot be read as one."""

    source: Source
    node: N | None
    problems: tuple[Problem, ...] = ()
    sections: tuple[Section, ...] = ()
    program_source: Source | None = None
    """The file ``program.yml``, which states the values that a spec inherits."""
    unwritten: Unwritten = frozenset()
    """The fields that were left out of ``node`` because their value is TODO."""

    @cached_property
    def slug(self) -> str:
        """The name of the file without its ending, which is the last part of its address."""
        return self.source.path.stem

    @property
    def folder(self) -> str:
        """The top folder of the file, such as ``credentials`` or ``stacks``; empty outside of any folder."""
        return self.source.path.parts[0] if len(self.source.path.parts) > 1 else ""

    @property
    def spec(self: "Entry[S]") -> S:
        """The spec; only for entries of specs that can be read."""
        if self.node is None:
            raise LookupError(f"{self.source.path} could not be read")
        return self.node

    def section(self, title: str) -> str:
        """Return the Markdown under the heading *title*, or an empty string."""
        return next((section.markdown for section in self.sections if section.title == title), "")

    def with_file_pointers(self, problem: Problem) -> Problem:
        """Return *problem* with its pointers counted as in the file; in ``node``, unwritten items do not count."""
        if not self.unwritten:
            return problem
        related = (
            each if each.path else replace(each, at=pointer_in_file(each.at, self.unwritten))
            for each in problem.related
        )
        return replace(problem, at=pointer_in_file(problem.at, self.unwritten), related=tuple(related))

    def locate(self, problem: Problem) -> tuple[Source, Span]:
        """Return the file and the span of *problem*; that of an inherited value is in ``program.yml``."""
        if problem.span is not None:
            return self.source, problem.span
        source = self.source_of(problem.at)
        if problem.words:
            return source, source.words_span(problem.at, *problem.words)
        return source, source.name_span(problem.at) if problem.on_name else source.span(problem.at)

    def source_of(self, pointer: Pointer) -> Source:
        """Return the file that states the value at *pointer*: ``program.yml`` if the spec inherits it."""
        inherited = pointer[:1] and pointer[0] in INHERITED_FIELDS and not self.source.has(pointer)
        if inherited and self.program_source and self.program_source.has(pointer):
            return self.program_source
        return self.source


@dataclass(frozen=True)
class Catalog:
    """The whole content folder. ``root`` is its path from the working directory, for messages."""

    root: PurePosixPath
    program: Program
    entries: tuple[Entry[Spec], ...]
    """The specs of today, including those that cannot be read."""
    other_entries: tuple[Entry[Node], ...] = ()
    """Program files, guides, kept versions, and files that do not belong in the folder."""
    base: "Catalog | None" = None
    """The catalog before the change, where a change is judged."""

    @property
    def all_entries(self) -> tuple[Entry[Node], ...]:
        """Every content file; the specs come last."""
        return *self.other_entries, *self.entries

    def place(self, source: Source, span: Span) -> Place:
        """Return the place of *span* in the file of *source*."""
        text = source.text
        return Place(self.path(source), text.position(span.start), text.position(max(span.end, span.start)))

    def path(self, source: Source) -> str:
        """Return the path of the file of *source* from the working directory."""
        return (self.root / source.path).as_posix()

    @cached_property
    def guides(self) -> tuple[Guide, ...]:
        """The guides that can be read."""
        return tuple(entry.node for entry in self.other_entries if isinstance(entry.node, Guide))

    @cached_property
    def _kept_versions(self) -> dict[str, list[Entry[KeptVersion]]]:
        kept: dict[str, list[Entry[KeptVersion]]] = defaultdict(list)
        for entry in self.other_entries:
            if isinstance(entry.node, KeptVersion):
                kept[entry.node.slug].append(cast(Entry[KeptVersion], entry))
        return kept

    def kept_versions(self, entry: Entry[Spec]) -> tuple[Entry[KeptVersion], ...]:
        """Return the kept versions of *entry*, under its slug and its aliases, the newest first."""
        names = (entry.slug, *(entry.node.aliases if entry.node else ()))
        found = (kept for name in dict.fromkeys(names) for kept in self._kept_versions.get(name, ()))
        return tuple(sorted(found, key=lambda kept: version_number(kept.slug), reverse=True))

    def superseded_versions(self, entry: Entry[Spec]) -> Iterator[Entry[KeptVersion]]:
        """Yield the kept versions of *entry* that are not its version of today, the newest first."""
        for kept in self.kept_versions(entry):
            now, then = entry.node, kept.node
            if now and then and kept.slug != now.version and type(then.spec) is type(now):
                yield kept

    @cached_property
    def by_slug(self) -> dict[str, Entry[Spec]]:
        """Every spec by its slug, also those that cannot be read: a reference to one of them is not broken."""
        return {entry.slug: entry for entry in self.entries}

    @cached_property
    def credentials(self) -> tuple[Entry[MicroCredential], ...]:
        """The micro-credentials that can be read, by title."""
        return _of_type(self.entries, MicroCredential)

    @cached_property
    def all_credentials_readable(self) -> bool:
        """Whether every micro-credential can be read. One that cannot may be a member of any stack."""
        return all(entry.node for entry in self.entries if entry.folder == "credentials")

    @cached_property
    def stacks(self) -> tuple[Entry[Stack], ...]:
        """The stacks that can be read, by title."""
        return _of_type(self.entries, Stack)

    @cached_property
    def _members(self) -> dict[str, tuple[Entry[MicroCredential], ...]]:
        members: dict[str, list[Entry[MicroCredential]]] = defaultdict(list)
        for entry in self.credentials:
            for membership in entry.spec.stacks:
                members[membership.stack].append(entry)
        return {stack: tuple(sorted(each, key=partial(_order_in, stack))) for stack, each in members.items()}

    def members(self, stack: str) -> tuple[Entry[MicroCredential], ...]:
        """Return the micro-credentials that name *stack*, in its order."""
        return self._members.get(stack, ())

    def earnable_members(self, stack: str) -> tuple[Entry[MicroCredential], ...]:
        """Return the members of *stack* that can be earned today, in its order."""
        return tuple(each for each in self.members(stack) if each.spec.status in ("published", "pilot"))

    @cached_property
    def _owners(self) -> dict[tuple[UniqueField, str], list[Entry[Spec]]]:
        owners: dict[tuple[UniqueField, str], list[Entry[Spec]]] = defaultdict(list)
        for entry in self.entries:
            for field_and_value in _unique_values(entry):
                owners[field_and_value].append(entry)
        return owners

    def find_duplicates(self, entry: Entry[Spec], field: UniqueField, value: str) -> list[Entry[Spec]]:
        """Return the other specs whose *field* also has the *value* of *entry*, capitals and spaces aside."""
        return [other for other in self._owners.get((field, _normalize(value)), ()) if other is not entry]

    @cached_property
    def newest_day(self) -> date:
        """The latest past day that the content names. A build is dated by it, so that it can be repeated."""
        days = [day for entry in self.entries if entry.node for day in _days(entry.node)]
        return max([*days, self.program.newest_reference() or date(2000, 1, 1)])


def _of_type(entries: tuple[Entry[Spec], ...], type_: type[S]) -> tuple[Entry[S], ...]:
    found = (cast(Entry[S], entry) for entry in entries if isinstance(entry.node, type_))
    return tuple(sorted(found, key=_by_title))


def _order_in(stack: str, entry: Entry[MicroCredential]) -> tuple[int, str]:
    return next(m.order for m in entry.spec.stacks if m.stack == stack), entry.spec.title


def _by_title(entry: Entry[Spec]) -> str:
    return entry.spec.title.casefold()


def _unique_values(entry: Entry[Spec]) -> set[tuple[UniqueField, str]]:
    node = entry.node
    if node is None:
        return {("name", entry.slug)}
    names: set[tuple[UniqueField, str]] = {("name", name) for name in (entry.slug, *node.aliases)}
    uid: set[tuple[UniqueField, str]] = {("uid", node.uid)} if node.uid else set()
    return names | uid | {("title", _normalize(node.title))}


def _normalize(value: str) -> str:
    return " ".join(value.casefold().split())


def _days(spec: Spec) -> list[date]:
    dates = spec.dates
    known = (dates.created, dates.published, dates.last_reviewed, dates.retired_on)
    dated: list[ChangelogEntry | Review | Attestation | Waiver]
    dated = [*spec.changelog, *spec.reviews, *spec.attestations, *spec.waivers]
    return [*(day for day in known if day), *(each.date for each in dated)]
