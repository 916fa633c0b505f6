"""``catalog.json``: the approved list as plain data, for licensing systems, districts and researchers.

Days are ISO 8601, hours are hours of an educator's work, and addresses are absolute where the site's address is known.
Retired credentials stay in the list with their day.
"""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from ...catalog.catalog import Catalog
from ...catalog.entry import Entry
from ...model.data_format import Count, Day, Version, dump
from ...model.fields import Slug, Uid
from ...model.policy import Submission
from ...model.program import State
from ...model.record import Currency, Portability
from ...model.spec import Alignment, Cost, Effort, MicroCredential, Spec, StackMembership
from .._selection import submission_url
from ..output import DataFile, json_file
from ._addresses import absolute, page_address

_Term = Annotated[str, Field(description="An entry of one of the state's lists.")]


DatesData = TypedDict(
    "DatesData", {"published": Day, "last_reviewed": Day, "next_review": Day, "retired_on": Day}, total=False
)


SpecData = TypedDict(
    "SpecData",
    {
        "slug": Annotated[Slug, Field(description="Its name in addresses, which may change; the uid does not.")],
        "aliases": Annotated[list[Slug], Field(description="Its former names in addresses, which still work.")],
        "url": Annotated[str, Field(description="The address of its page.")],
        "uid": NotRequired[Uid],
        "title": str,
        "summary": NotRequired[str],
        "status": Literal["pilot", "published", "retired"],
        "version": NotRequired[Version],
        "tags": list[str],
        "language": NotRequired[str],
        "license": NotRequired[_Term],
        "issuer": NotRequired[Slug],
        "validity": NotRequired[Annotated[str, Field(description="An ISO 8601 duration, or “none”.")]],
        "dates": DatesData,
        "replaced_by": Slug | None,
        "replaces": list[Slug],
        "currency": list[Currency],
        "portability": list[Portability],
    },
)
"""The fields that credentials and stacks share, in the order in which they are written."""
_OfCredential = TypedDict(
    "_OfCredential",
    {
        "submission": Submission,
        "subjects": list[_Term],
        "grade_bands": list[_Term],
        "educator_roles": list[_Term],
        "level": NotRequired[_Term],
        "effort": Effort,
        "cost": NotRequired[Cost],
        "requires_students": NotRequired[bool],
        "requires_video": NotRequired[bool],
        "prerequisites": list[Slug],
        "stacks": list[StackMembership],
        "competency": str,
        "alignment": list[Alignment],
    },
)
_OfStack = TypedDict("_OfStack", {"outcome": str, "electives_min": Count, "members": list[Slug]})


class CredentialData(SpecData, _OfCredential):
    """A micro-credential."""


class StackData(SpecData, _OfStack):
    """A stack, with the slugs of the members that can be earned today."""


ProgramData = TypedDict("ProgramData", {"name": str, "state": State, "illustrative": bool})
CatalogData = TypedDict(
    "CatalogData",
    {
        "schema": Literal[1],
        "program": ProgramData | None,
        "updated": Day,
        "credentials": list[CredentialData],
        "stacks": list[StackData],
    },
)


def export(catalog: Catalog, site_url: str) -> Iterator[DataFile]:
    """Yield ``catalog.json``."""
    program = catalog.program.file
    data: CatalogData = {
        "schema": 1,
        "program": dump(program, include=set(ProgramData.__annotations__)) if program else None,
        "updated": catalog.newest_day.isoformat(),
        "credentials": [_credential(entry, site_url) for entry in catalog.credentials if entry.spec.status != "draft"],
        "stacks": [_stack(entry, catalog, site_url) for entry in catalog.stacks if entry.spec.status != "draft"],
    }
    yield json_file("catalog.json", _with_absolute_urls(data, site_url))


def _credential(entry: Entry[MicroCredential], site_url: str) -> Any:
    submission = entry.spec.submission.model_copy(update={"url": submission_url(entry) or None})
    more = {"url": f"{site_url}{page_address(entry)}", "submission": dump(submission)}
    return _spec(CredentialData, entry, more)


def _stack(entry: Entry[Spec], catalog: Catalog, site_url: str) -> Any:
    members = [member.slug for member in catalog.earnable_members(entry.slug)]
    return _spec(StackData, entry, {"url": f"{site_url}{page_address(entry)}", "members": members})


def _spec(shape: type, entry: Entry[Spec], more: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of *entry* in the order of *shape*; *more* has those that are not in the spec."""
    names = list(shape.__annotations__)
    fields = dump(entry.spec, include={**dict.fromkeys(names, True), "dates": set(DatesData.__annotations__)})
    always: dict[str, Any] = {"slug": entry.slug, "replaced_by": entry.spec.replaced_by, "portability": []}
    data = {**always, **fields, **more}
    return {name: data[name] for name in names if name in data}


def _with_absolute_urls(data: Any, site_url: str) -> Any:
    """Return *data* with every address on this site absolute."""
    if isinstance(data, list):
        return [_with_absolute_urls(each, site_url) for each in data]
    if not isinstance(data, dict):
        return data
    made = {name: _with_absolute_urls(value, site_url) for name, value in data.items()}
    return {**made, "url": absolute(made["url"], site_url)} if isinstance(made.get("url"), str) else made
