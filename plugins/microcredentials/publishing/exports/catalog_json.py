"""``catalog.json``: the approved list as plain data, for licensing systems, districts and researchers.

Schema version 1: within it fields are only added. Days are ISO 8601, hours are hours of an educator's work, and
addresses are absolute where the site's address is known. Retired credentials stay in the list with their day.
"""

from collections.abc import Iterator
from typing import Any

from ...catalog.catalog import Catalog, Entry
from ...model.spec import MicroCredential, Spec, Stack
from ..output import DataFile, json_file
from ._identity import absolute

SCHEMA = 1


def export(catalog: Catalog, site_url: str) -> Iterator[DataFile]:
    """Yield ``catalog.json``."""
    program = catalog.program.file
    data = {
        "schema": SCHEMA,
        "program": {"name": program.name, "state": program.state.model_dump(), "illustrative": program.illustrative}
        if program else None,
        "updated": catalog.newest_day.isoformat(),
        "credentials": [_credential(entry, site_url) for entry in catalog.credentials if entry.spec.status != "draft"],
        "stacks": [_stack(entry, catalog, site_url) for entry in catalog.stacks if entry.spec.status != "draft"],
    }  # fmt: skip
    yield json_file("catalog.json", _whole(data, site_url))


def _whole(data: Any, site_url: str) -> Any:
    """Return *data* with every address on this site whole."""
    if isinstance(data, list):
        return [_whole(each, site_url) for each in data]
    if not isinstance(data, dict):
        return data
    whole = {name: _whole(value, site_url) for name, value in data.items()}
    return {**whole, "url": absolute(whole["url"], site_url)} if isinstance(whole.get("url"), str) else whole


def _common(entry: Entry[Spec], site_url: str) -> dict[str, Any]:
    spec = entry.spec
    shared = {"uid", "title", "summary", "status", "version", "tags", "language", "license", "issuer", "validity"}
    dates = {"published", "last_reviewed", "next_review", "retired_on"}
    return {
        "slug": entry.slug,
        "aliases": list(spec.aliases),
        "url": f"{site_url}{entry.folder}/{entry.slug}/",
        **spec.model_dump(mode="json", include=shared, exclude_none=True),
        "dates": spec.dates.model_dump(mode="json", include=dates, exclude_none=True),
        "replaced_by": spec.replaced_by,
        "replaces": list(spec.replaces),
        "currency": [each.model_dump(mode="json", exclude_none=True) for each in spec.currency],
        "portability": [each.model_dump(mode="json", exclude_none=True) for each in spec.portability or ()],
    }


_CREDENTIAL = {
    "competency", "subjects", "grade_bands", "educator_roles", "level", "effort", "cost", "requires_students",
    "requires_video", "prerequisites", "stacks", "alignment", "submission",
}  # fmt: skip


def _credential(entry: Entry[MicroCredential], site_url: str) -> dict[str, Any]:
    own = entry.spec.model_dump(mode="json", include=_CREDENTIAL, exclude_none=True)
    return {**_common(entry, site_url), **own}


def _stack(entry: Entry[Stack], catalog: Catalog, site_url: str) -> dict[str, Any]:
    members = [member.slug for member in catalog.earnable_members(entry.slug)]
    own = {"outcome": entry.spec.outcome, "electives_min": entry.spec.electives_min, "members": members}
    return {**_common(entry, site_url), **own}
