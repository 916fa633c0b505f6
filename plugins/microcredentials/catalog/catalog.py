"""The whole content folder as one value: its entries, and the ties between them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from pathlib import PurePosixPath
from typing import TypeVar, cast

from ..model.program import Program
from ..model.record import Attestation, ChangelogEntry, Review, Waiver
from ..model.spec import MicroCredential, Spec, Stack
from ..model.versions import version_number
from ..reading.place import Place
from ..reading.source import Source
from ..reading.text import Span
from .entry import Entry
from .nodes import Guide, KeptVersion, Node

S = TypeVar("S", bound=Spec, covariant=True)


@dataclass(frozen=True)
class Catalog:
    """The whole content folder. ``root`` is its path from the working directory, for messages."""

    root: PurePosixPath
    program: Program
    entries: tuple[Entry[Spec], ...]
    """The current specs, including those that cannot be read."""
    other_entries: tuple[Entry[Node], ...] = ()
    """Program files, guides, kept versions, and files that do not belong in the folder."""
    templates: Mapping[str, Source] = field(default_factory=dict)
    """The templates for new specs that can be read, by the folder in which they are."""
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
        """Yield the kept versions of *entry* that are not its current version, the newest first."""
        for kept in self.kept_versions(entry):
            now, then = entry.node, kept.node
            if now and then and kept.slug != now.version and type(then.spec) is type(now):
                yield kept

    @cached_property
    def by_slug(self) -> dict[str, Entry[Spec]]:
        """Every spec by its slug, including those that cannot be read, because a reference to one of them is valid."""
        return {entry.slug: entry for entry in self.entries}

    @cached_property
    def credentials(self) -> tuple[Entry[MicroCredential], ...]:
        """The micro-credentials that can be read, by title."""
        return _of_type(self.entries, MicroCredential)

    @cached_property
    def all_credentials_readable(self) -> bool:
        """Whether every micro-credential can be read. An unreadable one may be a member of any stack."""
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
        """Return the micro-credentials that name *stack*, in the order of the stack."""
        return self._members.get(stack, ())

    def earnable_members(self, stack: str) -> tuple[Entry[MicroCredential], ...]:
        """Return the members of *stack* that can be earned today, in the order of the stack."""
        return tuple(each for each in self.members(stack) if each.spec.status in ("published", "pilot"))

    @cached_property
    def newest_day(self) -> date:
        """The latest past day that the content names. It is the date of a build, so that builds can be repeated."""
        days = [day for entry in self.entries if entry.node for day in _days(entry.node)]
        return max([*days, self.program.newest_reference() or date(2000, 1, 1)])


def _of_type(entries: tuple[Entry[Spec], ...], type_: type[S]) -> tuple[Entry[S], ...]:
    found = (cast(Entry[S], entry) for entry in entries if isinstance(entry.node, type_))
    return tuple(sorted(found, key=_by_title))


def _order_in(stack: str, entry: Entry[MicroCredential]) -> tuple[int, str]:
    return next(m.order for m in entry.spec.stacks if m.stack == stack), entry.spec.title


def _by_title(entry: Entry[Spec]) -> str:
    return entry.spec.title.casefold()


def _days(spec: Spec) -> list[date]:
    dates = spec.dates
    known = (dates.created, dates.published, dates.last_reviewed, dates.retired_on)
    dated: list[ChangelogEntry | Review | Attestation | Waiver]
    dated = [*spec.changelog, *spec.reviews, *spec.attestations, *spec.waivers]
    return [*(day for day in known if day), *(each.date for each in dated)]
