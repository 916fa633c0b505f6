"""Which specs a site shows: drafts only in a preview, retired ones only on their own page."""

from collections.abc import Iterable
from typing import TypeVar, cast

from ..catalog.catalog import Catalog, Entry
from ..model.spec import MicroCredential, Spec, Stack

LISTED = ("published", "pilot")

S = TypeVar("S", bound=Spec)


def shown(entry: Entry[Spec], preview: bool) -> bool:
    """Say whether *entry* has a page."""
    return entry.node is not None and (preview or entry.node.status != "draft")


def listed(entry: Entry[Spec], preview: bool) -> bool:
    """Say whether *entry* stands in lists, facets and search."""
    return shown(entry, preview) and entry.spec.status != "retired"


def listed_credentials(catalog: Catalog, preview: bool) -> tuple[Entry[MicroCredential], ...]:
    """Return the credentials of the catalog's lists, by title."""
    return tuple(entry for entry in catalog.credentials if listed(entry, preview))


def listed_stacks(catalog: Catalog, preview: bool) -> tuple[Entry[Stack], ...]:
    """Return the stacks of the catalog's lists, by title."""
    return tuple(entry for entry in catalog.stacks if listed(entry, preview))


def pick(catalog: Catalog, kind: type[S], slugs: Iterable[str | None], preview: bool) -> tuple[Entry[S], ...]:
    """Return the specs of *kind* that *slugs* name and that have a page, in the order of *slugs*."""
    found = (catalog.by_slug.get(slug) for slug in slugs if slug)
    return tuple(cast(Entry[S], e) for e in found if e and isinstance(e.node, kind) and shown(e, preview))


def address(entry: Entry[Spec]) -> str:
    """Return the address of a spec's page on this site."""
    return f"/{entry.folder}/{entry.slug}/"
