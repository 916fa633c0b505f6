"""Former versions that are kept: each has a page, for educators who started with it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Generic, TypeVar, cast

from ...catalog.catalog import Catalog
from ...catalog.changes.change import Change, Significance
from ...catalog.changes.specs import compare_specs
from ...catalog.entry import Entry
from ...catalog.nodes import KeptVersion
from ...model.record import ChangelogEntry
from ...model.spec import Spec
from ..output import Page

SINCE = ("since", "What changed since")
"""Anchor and title of the section that only these pages have."""
_IRRELEVANT = ("version-raised", "record-changed", "uid-given", "aliases-changed")
"""Kinds of changes that make no difference to educators."""

S = TypeVar("S", bound=Spec)


@dataclass(frozen=True)
class FormerVersion(Generic[S]):
    """A kept version as a page shows it, the current spec, and the changes between the two.

    ``entry`` has the path of the current spec, so that both have the same name and address. ``followed_by`` is the
    changelog entry of the version that replaced it.
    """

    entry: Entry[S]
    version: str
    current: Entry[S]
    followed_by: ChangelogEntry | None
    changes: tuple[Change, ...]

    @property
    def path(self) -> str:
        """The path of its page."""
        return f"{_folder(self.current, self.version)}index.md"

    def page(self, page: Page) -> Page:
        """Return *page*, which was made like that of a current spec, as the page of this version."""
        description = f"Version {self.version}, superseded: {page.description}"
        parent = f"{self.current.folder}/{self.current.slug}/index.md"
        title = f"{page.title} (version {self.version})"
        return replace(page, title=title, description=description, kind="version", parent=parent, source="")


def former_versions(current: Entry[S], catalog: Catalog) -> Iterator[FormerVersion[S]]:
    """Yield the former versions of *current*, the newest first."""
    yield from (_former(kept, current, catalog) for kept in catalog.superseded_versions(current))


def kept_addresses(current: Entry[Spec], catalog: Catalog) -> dict[str, str]:
    """Return the address of the page of each former version of *current*, by version."""
    return {kept.slug: f"/{_folder(current, kept.slug)}" for kept in catalog.superseded_versions(current)}


def _folder(current: Entry[Spec], version: str) -> str:
    return f"{current.folder}/{current.slug}/v/{version}/"


def _former(kept: Entry[KeptVersion], current: Entry[S], catalog: Catalog) -> FormerVersion[S]:
    source = replace(kept.source, path=current.source.path)
    entry = cast(Entry[S], Entry(source, kept.spec.spec, (), kept.sections, kept.program_source, kept.unwritten))
    found = compare_specs(entry, current, catalog.program)
    changes = [change for change in found if change.kind not in _IRRELEVANT]
    changes.sort(key=lambda change: list(Significance).index(change.significance))
    return FormerVersion(entry, kept.slug, current, _followed_by(kept.slug, current.spec), tuple(changes))


def _followed_by(version: str, spec: Spec) -> ChangelogEntry | None:
    lines = pairwise(spec.changelog)
    return next((newer for newer, older in lines if older.version == version), None)
