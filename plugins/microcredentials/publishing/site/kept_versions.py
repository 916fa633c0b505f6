"""Versions that have been superseded: each keeps a page of its own, for those who began with it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Generic, TypeVar, cast

from ...catalog.catalog import Catalog, Entry
from ...catalog.changes.change import Change, Significance
from ...catalog.changes.specs import compare_specs
from ...catalog.nodes import KeptVersion
from ...model.record import ChangelogEntry as HistoryLine
from ...model.spec import Spec
from ..output import Page

SINCE = ("since", "What changed since")
"""Anchor and title of the section that only these pages have."""
_OF_NO_USE = ("version-raised", "record-changed", "uid-given", "aliases-changed")


S = TypeVar("S", bound=Spec)


@dataclass(frozen=True)
class Past(Generic[S]):
    """A superseded version: ``entry`` as a page shows it, the spec of today, and what happened in between.

    ``entry`` stands in the place of the spec of today, so that its name and address are those. ``followed_by`` is the
    line of the history that superseded it.
    """

    entry: Entry[S]
    version: str
    current: Entry[S]
    followed_by: HistoryLine | None
    changes: tuple[Change, ...]

    @property
    def path(self) -> str:
        """The path of its page."""
        return f"{_way(self.current, self.version)}index.md"

    def page(self, page: Page) -> Page:
        """Return *page*, made as for a spec of today, as the page of this version."""
        said = f"Version {self.version}, superseded: {page.description}"
        parent = f"{self.current.folder}/{self.current.slug}/index.md"
        title = f"{page.title} (version {self.version})"
        return replace(page, title=title, description=said, kind="version", parent=parent, source="")


def past_versions(current: Entry[S], catalog: Catalog) -> Iterator[Past[S]]:
    """Yield the superseded versions of *current*, the newest first."""
    yield from (_past(kept, current, catalog) for kept in catalog.superseded_versions(current))


def kept_addresses(current: Entry[Spec], catalog: Catalog) -> dict[str, str]:
    """Return the address of each superseded version of *current*, which has a page."""
    return {kept.slug: f"/{_way(current, kept.slug)}" for kept in catalog.superseded_versions(current)}


def _way(current: Entry[Spec], version: str) -> str:
    return f"{current.folder}/{current.slug}/v/{version}/"


def _past(kept: Entry[KeptVersion], current: Entry[S], catalog: Catalog) -> Past[S]:
    source = replace(kept.source, path=current.source.path)
    entry = cast(Entry[S], Entry(source, kept.spec.spec, (), kept.sections, kept.program_source, kept.unwritten))
    found = compare_specs(entry, current, catalog.program)
    shown = [change for change in found if change.kind not in _OF_NO_USE]
    shown.sort(key=lambda change: list(Significance).index(change.significance))
    return Past(entry, kept.slug, current, _followed_by(kept.slug, current.spec), tuple(shown))


def _followed_by(version: str, spec: Spec) -> HistoryLine | None:
    lines = pairwise(spec.changelog)
    return next((newer for newer, older in lines if older.version == version), None)
