"""Every spec, stack and guide of a program, and the ties between them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from pathlib import PurePosixPath
from typing import Generic, TypeVar, cast

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

INHERITED = ("assessment", "supports", "integrity", "privacy", "submission", "language", "license", "issuer")
"""The keys that a spec takes from ``program.yml`` where it does not state them."""

S = TypeVar("S", bound=Spec, covariant=True)


N = TypeVar("N", bound=Node, covariant=True)


@dataclass(frozen=True)
class Section:
    """A part of a body: its heading, its Markdown, and the offset of its heading in the file."""

    title: str
    markdown: str
    start: int


@dataclass(frozen=True)
class Entry(Generic[N]):
    """One content file and what was made of it; ``node`` is None where its shape is broken."""

    source: Source
    node: N | None
    problems: tuple[Problem, ...] = ()
    sections: tuple[Section, ...] = ()
    program_source: Source | None = None
    unwritten: Unwritten = frozenset()
    """What was left out of ``node`` because it is still TODO."""

    @cached_property
    def slug(self) -> str:
        """The last part of the address: the name of the file without its ending."""
        return self.source.path.stem

    @property
    def kind(self) -> str:
        """The folder the file stands in: ``credentials``, ``stacks``, ``program``; guides have none of these."""
        return self.source.path.parts[0] if len(self.source.path.parts) > 1 else ""

    @property
    def spec(self) -> N:
        """The node; only for entries known to have one."""
        if self.node is None:
            raise LookupError(f"{self.source.path} could not be read")
        return self.node

    def section(self, title: str) -> str:
        """Return the Markdown under the heading *title*, or an empty string."""
        return next((section.markdown for section in self.sections if section.title == title), "")

    def in_file(self, problem: Problem) -> Problem:
        """Return *problem*, whose pointers count the items of lists as ``node`` does, as the file counts them."""
        if not self.unwritten:
            return problem
        related = (
            each if each.path else replace(each, at=pointer_in_file(each.at, self.unwritten))
            for each in problem.related
        )
        return replace(problem, at=pointer_in_file(problem.at, self.unwritten), related=tuple(related))

    def locate(self, problem: Problem) -> tuple[Source, Span]:
        """Return the file and the place of *problem*: an inherited value stands in ``program.yml``."""
        if problem.span is not None:
            return self.source, problem.span
        source = self.home(problem.at)
        if problem.words:
            return source, source.words_span(problem.at, *problem.words)
        return source, source.name_span(problem.at) if problem.on_name else source.span(problem.at)

    def home(self, pointer: Pointer) -> Source:
        """Return the file where the value at *pointer* stands: ``program.yml`` if it is inherited."""
        inherited = pointer[:1] and pointer[0] in INHERITED and not self.source.has(pointer)
        if inherited and self.program_source and self.program_source.has(pointer):
            return self.program_source
        return self.source


@dataclass(frozen=True)
class Catalog:
    """The whole content folder. ``root`` is its path from the working directory, for messages."""

    root: PurePosixPath
    program: Program
    entries: tuple[Entry[Spec], ...]
    others: tuple[Entry[Node], ...] = ()
    """Program files, guide pages, kept versions and stray files: they have problems, but are no specs of today."""
    base: "Catalog | None" = None
    """The catalog before the change that is being judged, where one is."""

    def place(self, source: Source, span: Span) -> Place:
        """Return where *span* stands in the file of *source*, whose path is given from the working directory."""
        text = source.text
        return Place(self.path(source), text.position(span.start), text.position(max(span.end, span.start)))

    def path(self, source: Source) -> str:
        """Return the path of the file of *source* from the working directory."""
        return (self.root / source.path).as_posix()

    @cached_property
    def guides(self) -> tuple[Guide, ...]:
        """The pages that people wrote, where they can be read."""
        return tuple(entry.node for entry in self.others if isinstance(entry.node, Guide))

    @cached_property
    def _kept(self) -> dict[str, list[Entry[KeptVersion]]]:
        kept: dict[str, list[Entry[KeptVersion]]] = defaultdict(list)
        for entry in self.others:
            if isinstance(entry.node, KeptVersion):
                kept[entry.node.slug].append(cast(Entry[KeptVersion], entry))
        return kept

    def kept(self, entry: Entry[Spec]) -> tuple[Entry[KeptVersion], ...]:
        """Return the kept versions of *entry*, under its name and its former ones, the newest first."""
        names = (entry.slug, *(entry.node.aliases if entry.node else ()))
        found = (kept for name in dict.fromkeys(names) for kept in self._kept.get(name, ()))
        return tuple(sorted(found, key=lambda kept: version_number(kept.slug), reverse=True))

    def superseded(self, entry: Entry[Spec]) -> Iterator[Entry[KeptVersion]]:
        """Yield the kept versions of *entry* that another one has followed, the newest first."""
        for kept in self.kept(entry):
            now, then = entry.node, kept.node
            if now and then and kept.slug != now.version and type(then.spec) is type(now):
                yield kept

    @cached_property
    def by_slug(self) -> dict[str, Entry[Spec]]:
        """Every spec by its slug, broken ones too: what points at them does not dangle."""
        return {entry.slug: entry for entry in self.entries}

    @cached_property
    def credentials(self) -> tuple[Entry[MicroCredential], ...]:
        """The credentials that can be read, by title."""
        return _of_kind(self.entries, MicroCredential)

    @cached_property
    def credentials_are_whole(self) -> bool:
        """Whether every credential could be read: one that could not may well be a member of some stack."""
        return all(entry.node for entry in self.entries if entry.kind == "credentials")

    @cached_property
    def stacks(self) -> tuple[Entry[Stack], ...]:
        """The stacks that can be read, by title."""
        return _of_kind(self.entries, Stack)

    @cached_property
    def _members(self) -> dict[str, tuple[Entry[MicroCredential], ...]]:
        members: dict[str, list[Entry[MicroCredential]]] = defaultdict(list)
        for entry in self.credentials:
            for membership in entry.spec.stacks:
                members[membership.stack].append(entry)
        return {stack: tuple(sorted(each, key=partial(_place_in, stack))) for stack, each in members.items()}

    def members(self, stack: str) -> tuple[Entry[MicroCredential], ...]:
        """Return the credentials that name *stack*, in its order."""
        return self._members.get(stack, ())

    def standing_members(self, stack: str) -> tuple[Entry[MicroCredential], ...]:
        """Return the members of *stack* that can be earned today, in its order."""
        return tuple(each for each in self.members(stack) if each.spec.status in ("published", "pilot"))

    @cached_property
    def _holders(self) -> dict[tuple[str, str], list[Entry[Spec]]]:
        holders: dict[tuple[str, str], list[Entry[Spec]]] = defaultdict(list)
        for entry in self.entries:
            for claim in _claims(entry):
                holders[claim].append(entry)
        return holders

    def rivals(self, entry: Entry[Spec], kind: str, value: str) -> list[Entry[Spec]]:
        """Return who else holds *value*, which should be one spec's alone.

        ``kind`` is ``name`` (slugs and aliases, because both become addresses), ``uid`` or ``title``.
        """
        return [other for other in self._holders.get((kind, _plain(value)), ()) if other is not entry]

    @cached_property
    def newest_day(self) -> date:
        """The latest day the content speaks of as past: what a build is dated by, so that it can be repeated."""
        days = [day for entry in self.entries if entry.node for day in _days(entry.node)]
        return max([*days, self.program.newest_reference() or date(2000, 1, 1)])


def _of_kind(entries: tuple[Entry[Spec], ...], kind: type[S]) -> tuple[Entry[S], ...]:
    found = (cast(Entry[S], entry) for entry in entries if isinstance(entry.node, kind))
    return tuple(sorted(found, key=_by_title))


def _place_in(stack: str, entry: Entry[MicroCredential]) -> tuple[int, str]:
    return next(m.order for m in entry.spec.stacks if m.stack == stack), entry.spec.title


def _by_title(entry: Entry[Spec]) -> str:
    return entry.spec.title.casefold()


def _claims(entry: Entry[Spec]) -> set[tuple[str, str]]:
    node = entry.node
    if node is None:
        return {("name", entry.slug)}
    uid = {("uid", node.uid)} if node.uid else set()
    return uid | {("title", _plain(node.title))} | {("name", name) for name in (entry.slug, *node.aliases)}


def _plain(value: str) -> str:
    return " ".join(value.casefold().split())


def _days(spec: Spec) -> list[date]:
    dates = spec.dates
    known = (dates.created, dates.published, dates.last_reviewed, dates.retired_on)
    told: list[ChangelogEntry | Review | Attestation | Waiver]
    told = [*spec.changelog, *spec.reviews, *spec.attestations, *spec.waivers]
    return [*(day for day in known if day), *(each.date for each in told)]
