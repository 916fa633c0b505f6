"""The specs that a site shows: drafts only in a preview, retired ones only on pages of their own."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar, cast

from ..catalog.catalog import Catalog
from ..catalog.entry import Entry
from ..model.spec import MicroCredential, Spec, Stack

S = TypeVar("S", bound=Spec)


def without_drafts(catalog: Catalog) -> Catalog:
    """Return *catalog* as it is published."""
    kept = (entry for entry in catalog.entries if entry.node is None or entry.node.status != "draft")
    return replace(catalog, entries=tuple(kept))


def readable_specs(catalog: Catalog) -> tuple[Entry[Spec], ...]:
    """Return the specs that have a page, in the order of their files."""
    return tuple(entry for entry in catalog.entries if entry.node)


def is_listed(entry: Entry[Spec]) -> bool:
    """Return whether lists, facets and search include *entry*, because it can be earned."""
    return entry.spec.status != "retired"


def listed_credentials(catalog: Catalog) -> tuple[Entry[MicroCredential], ...]:
    """Return the credentials of the catalog's lists, by title."""
    return tuple(entry for entry in catalog.credentials if is_listed(entry))


def listed_stacks(catalog: Catalog) -> tuple[Entry[Stack], ...]:
    """Return the stacks of the catalog's lists, by title."""
    return tuple(entry for entry in catalog.stacks if is_listed(entry))


_SLUG = "SLUG"
"""Stands for the credential in the address of a platform, as ``https://platform.example/start?item=SLUG``."""


def submission_url(entry: Entry[MicroCredential]) -> str:
    """Return the address where *entry* is submitted, or an empty text."""
    return (entry.spec.submission.url or "").replace(_SLUG, entry.slug)


def find_specs(catalog: Catalog, kind: type[S], slugs: Iterable[str | None]) -> tuple[Entry[S], ...]:
    """Return the readable specs of *kind* that *slugs* name, in the order of *slugs*; unknown slugs are left out."""
    found = (catalog.by_slug.get(slug) for slug in slugs if slug)
    return tuple(cast(Entry[S], entry) for entry in found if entry and isinstance(entry.node, kind))


def address(entry: Entry[Spec]) -> str:
    """Return the address of the page of *entry* from the site's root, such as ``/credentials/wait-time/``."""
    return f"/{entry.folder}/{entry.slug}/"
