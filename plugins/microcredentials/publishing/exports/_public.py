"""The specs that exports describe."""

from collections.abc import Iterator

from ...catalog.catalog import Catalog, Entry
from ...model.spec import Spec


def public_entries(catalog: Catalog) -> Iterator[Entry[Spec]]:
    """Yield every credential, then every stack, that is not a draft."""
    yield from (entry for entry in (*catalog.credentials, *catalog.stacks) if entry.spec.status != "draft")


def is_identified(entry: Entry[Spec]) -> bool:
    """Return whether *entry* is not a draft and has a uid, which registries require."""
    return entry.node is not None and entry.node.status != "draft" and entry.node.uid is not None
