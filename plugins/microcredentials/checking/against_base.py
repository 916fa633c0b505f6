"""Check a change: which findings concern it, and which of them it causes."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from ..catalog.catalog import Catalog
from ..catalog.changes.change import Change
from ..catalog.changes.compare import compare
from ..catalog.changes.matching import Matches, match_entries
from ..catalog.entry import Entry
from ..catalog.nodes import DeletedSpec
from ..model.spec import MicroCredential, Spec
from ..model.wording import plural
from ..reading.text import SourceText
from ._verdicts import Verdicts
from .finding import Finding
from .options import Options
from .report import Report
from .rule import Check
from .run import Run, run_checks


@dataclass(frozen=True)
class Base:
    """The catalog before a change; ``name`` is the name of its revision in messages."""

    catalog: Catalog
    name: str


def check_against(base: Base, head: Catalog, checks: Sequence[Check], options: Options, known: Verdicts) -> Run:
    """Return the run on *head* with only the findings that concern the change from *base*, each marked as new or not.

    A finding concerns the change if it is on a file that changed or on a spec that the change affects, or if *base*
    did not have it. *known* are verdicts, as for ``run_checks``.
    """
    before = run_checks(base.catalog, checks, options, known)
    after = run_checks(with_base(head, base.catalog), checks, options, {**known, **before.verdicts})
    effect = _Effect(base.catalog, head)
    marked = _mark_new(after.report.findings, before.report.findings)
    findings = tuple(each for each in marked if each.new or effect.concerns(each))
    return Run(_limited(after.report, findings, effect, base.name), {**before.verdicts, **after.verdicts})


def with_base(head: Catalog, base: Catalog) -> Catalog:
    """Return *head* with *base*, which rules about changes consult, and with an entry for each deleted spec."""
    left = (entry for entry in match_entries(base, head).removed if entry.node)
    gone = (Entry(replace(entry.source, text=SourceText(""), yaml=None), DeletedSpec(entry.spec)) for entry in left)
    return replace(head, other_entries=(*head.other_entries, *gone), base=base)


def _limited(report: Report, findings: tuple[Finding, ...], effect: "_Effect", base: str) -> Report:
    """Return *report* with *findings* only, and with the scorecards of the specs that the change affects."""
    head, slugs = effect.head, effect.specs | {each.spec for each in findings if each.spec}
    paths = {head.path(entry.source) for entry in head.entries if entry.slug in slugs}
    note = f"Compared with {base}: {len(paths)} of {plural(len(head.entries), 'spec')} affected."
    return replace(
        report,
        findings=findings,
        checked=len(paths),
        notes=(*report.notes, note),
        changes=effect.changes,
        changed=frozenset(effect.files),
        basis=report.basis and report.basis.limited_to(paths),
    )


def _mark_new(after: Iterable[Finding], before: Iterable[Finding]) -> Iterator[Finding]:
    """Yield each finding of *after*, marked as new unless *before* had as many with the same identity."""
    known = Counter(map(_identity, before))
    for finding in after:
        known[_identity(finding)] -= 1
        yield replace(finding, new=known[_identity(finding)] < 0)


def _identity(finding: Finding) -> tuple[str, str, str]:
    """Return a value that identifies *finding* in both catalogs.

    Findings on the same block differ only in their message, in which numbers may change. A finding that was waived and
    is open now is a different one.
    """
    return finding.fingerprint, finding.status, re.sub(r"\d+", "", finding.message)


@dataclass(frozen=True)
class _Effect:
    """The files and specs that the change from *base* to *head* affects."""

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
        """The files of the head that are new or differ, by their path from the working directory."""
        before = {entry.source.path: _text(entry) for entry in (*self.base.other_entries, *self.base.entries)}
        after = (*self.head.other_entries, *self.head.entries)
        return {self.head.path(entry.source) for entry in after if before.get(entry.source.path) != _text(entry)}

    @cached_property
    def changed(self) -> set[str]:
        """The former and present slugs of the specs whose own files changed, were added or were deleted."""
        moved = {entry.slug for entry in (*self.matches.added, *self.matches.removed)}
        for old, new in self.matches.pairs:
            if old.slug != new.slug or self.head.path(new.source) in self.files:
                moved |= {old.slug, new.slug}
        return moved

    @cached_property
    def specs(self) -> set[str]:
        """The slugs of all specs that the change affects: changed ones, and those tied to them."""
        reached = {slug for change in self.changes for slug in change.reaches}
        both = (*self.base.entries, *self.head.entries)
        tied = {entry.slug for entry in both if self.changed & _named_specs(entry)}
        named = {slug for entry in both if entry.slug in self.changed for slug in _named_specs(entry)}
        return self.changed | reached | tied | named

    def concerns(self, finding: Finding) -> bool:
        """Return whether *finding* is on a spec or a file that the change affects."""
        places = (finding.place, *(related.place for related in finding.related))
        own = finding.spec in self.specs if finding.spec else False
        return own or any(place.path in self.files for place in places)


def _text(entry: Entry[Any]) -> str:
    """Return the text of a file without carriage returns, because git may convert line ends in the folder."""
    return entry.source.text.value.replace("\r\n", "\n")


def _named_specs(entry: Entry[Spec]) -> set[str]:
    """Return the slugs that a spec names: its prerequisites and stacks, what it replaces and what replaces it."""
    spec = entry.node
    if spec is None:
        return set()
    names = {*spec.replaces, *([spec.replaced_by] if spec.replaced_by else [])}
    if isinstance(spec, MicroCredential):
        names |= {*spec.prerequisites, *(membership.stack for membership in spec.stacks)}
    return names
