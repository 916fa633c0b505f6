"""The public specs and versions, which exports describe."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...catalog.catalog import Catalog
from ...catalog.entry import Entry
from ...model.spec import Spec
from ...model.uids import derive_version_uuid
from ._addresses import page_address
from ._narrative import statement


def public_entries(catalog: Catalog) -> Iterator[Entry[Spec]]:
    """Yield every credential, then every stack, that is not a draft."""
    yield from (entry for entry in (*catalog.credentials, *catalog.stacks) if entry.spec.status != "draft")


def is_identified(entry: Entry[Spec]) -> bool:
    """Return whether *entry* is not a draft and has a uid, which registries require."""
    return entry.node is not None and entry.node.status != "draft" and entry.node.uid is not None


@dataclass(frozen=True)
class Version:
    """A version of the spec with this ``slug``.

    ``path`` is the path of its file, ``uid`` its UUID or empty. There are three addresses below the site's root:
    ``page`` is the page of this version, ``current`` that of the current one, and ``home`` the one beside which its
    competency is: ``current`` if both state the same competency, else ``page``.
    """

    spec: Spec
    slug: str
    path: str
    uid: str
    page: str
    current: str
    home: str


def versions(entry: Entry[Spec], catalog: Catalog) -> Iterator[Version]:
    """Yield the current version of *entry*, then the superseded ones that are kept, the newest first."""
    current, uid = page_address(entry), entry.spec.uid or ""
    yield Version(entry.spec, entry.slug, catalog.path(entry.source), uid, current, current, current)
    for kept in catalog.superseded_versions(entry):
        spec, page = kept.spec.spec, f"{current}v/{kept.slug}/"
        home = current if statement(spec) == statement(entry.spec) else page
        own_uid = derive_version_uuid(uid, spec.version) if uid else ""
        yield Version(spec, entry.slug, catalog.path(kept.source), own_uid, page, current, home)
