"""``catalog.json``: the approved list as plain data, for licensing systems, districts and researchers.

Days are ISO 8601, hours are hours of an educator's work, and addresses are absolute where the site's address is known.
Retired credentials stay in the list with their day.
"""

from collections.abc import Iterator
from typing import Annotated, Any, Final, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from ...catalog.catalog import Catalog, Entry
from ...model.data_format import Count, DataFormat, Day, Version, dump
from ...model.fields import Slug, Uid
from ...model.policy import Submission
from ...model.program import State
from ...model.record import Currency, Portability
from ...model.spec import Alignment, Cost, Effort, Spec, StackMembership
from ..output import DataFile, json_file
from ._addresses import absolute, page_address

SCHEMA: Final = 1
_Term = Annotated[str, Field(description="An entry of one of the state's lists.")]


class DatesData(TypedDict, total=False):
    """The days in the life of a spec."""

    published: Day
    last_reviewed: Day
    next_review: Day
    retired_on: Day


class SpecData(TypedDict):
    """The fields that credentials and stacks share, in the order in which they are written."""

    slug: Annotated[Slug, Field(description="Its name in addresses, which may change; the uid does not.")]
    aliases: Annotated[list[Slug], Field(description="Its former names in addresses; these addresses still work.")]
    url: Annotated[str, Field(description="The address of its page.")]
    uid: NotRequired[Uid]
    title: str
    summary: NotRequired[str]
    status: Literal["pilot", "published", "retired"]
    version: NotRequired[Version]
    tags: list[str]
    language: NotRequired[str]
    license: NotRequired[_Term]
    issuer: NotRequired[Slug]
    validity: NotRequired[Annotated[str, Field(description="An ISO 8601 duration, or “none” if it never expires.")]]
    dates: DatesData
    replaced_by: Slug | None
    replaces: list[Slug]
    currency: list[Currency]
    portability: list[Portability]


class CredentialData(SpecData):
    """A micro-credential."""

    submission: Submission
    subjects: list[_Term]
    grade_bands: list[_Term]
    educator_roles: list[_Term]
    level: NotRequired[_Term]
    effort: Effort
    cost: NotRequired[Cost]
    requires_students: NotRequired[bool]
    requires_video: NotRequired[bool]
    prerequisites: list[Slug]
    stacks: list[StackMembership]
    competency: str
    alignment: list[Alignment]


class StackData(SpecData):
    """A stack, with the slugs of the members that can be earned today."""

    outcome: str
    electives_min: Count
    members: list[Slug]


class ProgramData(TypedDict):
    """The program that publishes the catalog."""

    name: str
    state: State
    illustrative: bool


class CatalogData(TypedDict):
    """Every credential and stack that is not a draft."""

    schema: Literal[1]
    program: ProgramData | None
    updated: Day
    credentials: list[CredentialData]
    stacks: list[StackData]


FORMAT = DataFormat("catalog", SCHEMA, "Catalog of micro-credentials", "catalog.json", CatalogData)


def export(catalog: Catalog, site_url: str) -> Iterator[DataFile]:
    """Yield ``catalog.json``."""
    program = catalog.program.file
    data: CatalogData = {
        "schema": SCHEMA,
        "program": dump(program, include=set(ProgramData.__annotations__)) if program else None,
        "updated": catalog.newest_day.isoformat(),
        "credentials": [_credential(entry, site_url) for entry in catalog.credentials if entry.spec.status != "draft"],
        "stacks": [_stack(entry, catalog, site_url) for entry in catalog.stacks if entry.spec.status != "draft"],
    }
    yield json_file("catalog.json", _with_absolute_urls(data, site_url))


def _credential(entry: Entry[Spec], site_url: str) -> Any:
    return _spec(CredentialData, entry, {"url": f"{site_url}{page_address(entry)}"})


def _stack(entry: Entry[Spec], catalog: Catalog, site_url: str) -> Any:
    members = [member.slug for member in catalog.standing_members(entry.slug)]
    return _spec(StackData, entry, {"url": f"{site_url}{page_address(entry)}", "members": members})


def _spec(shape: type, entry: Entry[Spec], more: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of *entry* that *shape* names, in its order; *more* are those that are not in the spec."""
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
