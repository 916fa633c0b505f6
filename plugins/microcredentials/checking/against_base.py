"""A change judged: which findings concern it, and which of them it brings."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from ..catalog.catalog import Catalog, Entry
from ..catalog.changes.change import Change
from ..catalog.changes.compare import compare
from ..catalog.changes.matching import Matches, match_entries
from ..catalog.nodes import DeletedSpec
from ..model.spec import MicroCredential, Spec
from ..model.wording import plural
from ..reading.text import SourceText
from .cache.verdicts import Verdicts
from .finding import Finding
from .report import Report
from .rule import Check
from .run import Options, check


def judged_since(
    base: Catalog, head: Catalog, checks: Sequence[Check], options: Options, name: str, verdicts: Verdicts | None = None
) -> Report:
    """Return the findings that the change from *base* to *head* concerns, each marked as new or not.

    A finding concerns the change if it is on a file that changed, on a spec that the change bears upon, or if *base*
    had no such finding. ``name`` is what people call *base*.
    """
    before = check(base, checks, options, verdicts)
    after = check(compared(base, head), checks, options, verdicts)
    concerned = _Concerned(base, head)
    found = tuple(each for each in _marked(after.findings, before.findings) if each.new or concerned.has(each))
    slugs = concerned.specs | {each.spec for each in found if each.spec}
    paths = {head.path(entry.source) for entry in head.entries if entry.slug in slugs}
    said = f"Compared with {name}: {plural(len(paths), 'spec')} of {len(head.entries)} concerned."
    return replace(
        after,
        findings=found,
        checked=len(paths),
        notes=(*after.notes, said),
        changes=concerned.changes,
        changed=frozenset(concerned.files),
        score=lambda _: tuple(card for card in after.scorecards if card.path in paths),
    )


def compared(base: Catalog, head: Catalog) -> Catalog:
    """Return *head* as rules judge it against *base*: with *base* at hand, and with what it has no more."""
    left = (entry for entry in match_entries(base, head).removed if entry.node)
    gone = (Entry(replace(entry.source, text=SourceText(""), yaml=None), DeletedSpec(entry.spec)) for entry in left)
    return replace(head, other_entries=(*head.other_entries, *gone), base=base)


def _marked(after: Iterable[Finding], before: Iterable[Finding]) -> Iterable[Finding]:
    """Yield each finding with the mark whether it is new: *before* had fewer that say the same."""
    known = Counter(map(_identity, before))
    for finding in after:
        known[_identity(finding)] -= 1
        yield replace(finding, new=known[_identity(finding)] < 0)


def _identity(finding: Finding) -> tuple[str, str, str]:
    """Return what a finding says, whatever it counts.

    Of several on one block, only their sentences tell one from another. What somebody had set aside, and nobody has
    any more, is another finding too.
    """
    return finding.fingerprint, finding.status, re.sub(r"\d+", "", finding.message)


@dataclass(frozen=True)
class _Concerned:
    """What a change bears upon."""

    base: Catalog
    head: Catalog

    @cached_property
    def matches(self) -> Matches:
        return match_entries(self.base, self.head)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        return compare(self.base, self.head)

    @cached_property
    def files(self) -> set[str]:
        """The files of the later catalog that are new or differ, by their path for messages."""
        before = {entry.source.path: _said(entry) for entry in self.base.all_entries}
        after = self.head.all_entries
        return {self.head.path(entry.source) for entry in after if before.get(entry.source.path) != _said(entry)}

    @cached_property
    def changed(self) -> set[str]:
        """The names, then and now, of the specs whose own files changed, came or went."""
        moved = {entry.slug for entry in (*self.matches.added, *self.matches.removed)}
        for old, new in self.matches.pairs:
            if old.slug != new.slug or self.head.path(new.source) in self.files:
                moved |= {old.slug, new.slug}
        return moved

    @cached_property
    def specs(self) -> set[str]:
        """The names of all specs that the change bears upon."""
        reached = {slug for change in self.changes for slug in change.reaches}
        both = (*self.base.entries, *self.head.entries)
        tied = {entry.slug for entry in both if self.changed & _named(entry)}
        named = {slug for entry in both if entry.slug in self.changed for slug in _named(entry)}
        return self.changed | reached | tied | named

    def has(self, finding: Finding) -> bool:
        """Say whether *finding* is on something that the change bears upon."""
        places = (finding.place, *(related.place for related in finding.related))
        own = finding.spec in self.specs if finding.spec else False
        return own or any(place.path in self.files for place in places)


def _said(entry: Entry[Any]) -> str:
    """Return the text of a file, however its lines end: git may end them in one way in a folder and keep another."""
    return entry.source.text.value.replace("\r\n", "\n")


def _named(entry: Entry[Spec]) -> set[str]:
    """Return the specs that a spec names: what to earn first, its stacks, what it follows and what follows it."""
    spec = entry.node
    if spec is None:
        return set()
    names = {*spec.replaces, *([spec.replaced_by] if spec.replaced_by else [])}
    if isinstance(spec, MicroCredential):
        names |= {*spec.prerequisites, *(membership.stack for membership in spec.stacks)}
    return names
