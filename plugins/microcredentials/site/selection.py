"""Which specs a site shows: drafts only in a preview, retired ones only on their own page."""

from ..catalog import Catalog, Entry
from ..model import MicroCredential, Spec, Stack

LISTED = ("published", "pilot")


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


def address(entry: Entry[Spec]) -> str:
    """Return the address of a spec's page on this site."""
    return f"/{entry.kind}/{entry.slug}/"
