"""The data of the plan and the comparison in the browser: a small file for each credential, one for all stacks.

A file is fetched only when its credential is compared or planned, so that neither page loads more as the catalog grows.
It is also published under former names, and after the credential is retired, because a plan in a browser may still
contain it.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from ...catalog.catalog import Catalog
from ...catalog.entry import Entry
from ...model.data_format import Count, Number
from ...model.fields import Between
from ...model.record import Currency
from ...model.spec import MicroCredential, Spec
from ...model.wording import format_day, plural
from .._badge import look_of
from .._selection import address, find_specs, listed_credentials, listed_stacks
from ..output import DataFile, json_file
from ..search.card import describe_cost, describe_currency, describe_hours
from ._formatting import with_unit

Rows = Iterator[tuple[str, list[str]]]
_Address = Annotated[str, Field(description="From the site's root.")]
_Range = Annotated[list[Number], Field(max_length=2, description="Minimum and maximum; empty if not stated.")]


WorthData = TypedDict(
    "WorthData",
    {
        "type": str,
        "label": Annotated[str, Field(description="The name of the type, with the place unless it is the home state.")],
        "amount": Number | None,
        "unit": str | None,
        "units": Annotated[str, Field(description="The name of the unit, in the plural.")],
        "is_home": Annotated[bool, Field(description="Whether it counts in the state of the program.")],
    },
)
SuccessorData = TypedDict("SuccessorData", {"slug": str, "title": str, "url": _Address})
RetiredData = TypedDict("RetiredData", {"words": str, "followed_by": SuccessorData | None})
FactsData = TypedDict(
    "FactsData",
    {
        "schema": Literal[1],
        "slug": str,
        "url": _Address,
        "title": str,
        "version": str | None,
        "retired": Annotated[RetiredData | None, Field(description="Since when, and its successor.")],
        "hours": _Range,
        "weeks": _Range,
        "counts_for": list[str],
        "worth": Annotated[list[WorthData], Field(description="The same as in counts_for, to be added up.")],
        "needs_students": bool | None,
        "best_time": Annotated[str, Field(description="The best time of the year; empty if it is any time.")],
        "turnaround": Annotated[Count | None, Field(description="Working days from submission to result.")],
        "badge": Annotated[list[str], Field(description="The layers of the badge, and the color of its face.")],
        "facts": Annotated[list[tuple[str, list[str]]], Field(description="Rows in order: a label, and its lines.")],
        "steps": Annotated[list[str], Field(description="The tasks of an earner, in the order of the form.")],
    },
)
MemberData = TypedDict("MemberData", {"slug": str, "title": str, "role": str})
StackData = TypedDict(
    "StackData",
    {
        "title": str,
        "url": _Address,
        "members": list[MemberData],
        "electives_min": Count,
        "capstone": str,
        "counts_for": list[str],
    },
)
StacksData = TypedDict("StacksData", {"schema": Literal[1], "stacks": list[StackData]})


def facts_data(catalog: Catalog) -> Iterator[DataFile]:
    """Yield ``credentials/<slug>/facts.json`` for each credential that has a page, and the list of stacks."""
    for entry in catalog.credentials:
        facts = json_file(f"credentials/{entry.slug}/facts.json", _facts(entry, catalog))
        yield facts
        yield from (replace(facts, path=f"credentials/{alias}/facts.json") for alias in entry.spec.aliases)
    stacks: StacksData = {"schema": 1, "stacks": [*_stacks(catalog)]}
    yield json_file("assets/plan/stacks.json", stacks)


def _stacks(catalog: Catalog) -> Iterator[StackData]:
    listed = {entry.slug for entry in listed_credentials(catalog)}
    for stack in listed_stacks(catalog):
        members = [entry for entry in catalog.members(stack.slug) if entry.slug in listed]
        roles = {each.slug: next(m.role for m in each.spec.stacks if m.stack == stack.slug) for each in members}
        yield {
            "title": stack.spec.title,
            "url": address(stack)[1:],
            "members": [{"slug": each.slug, "title": each.spec.title, "role": roles[each.slug]} for each in members],
            "electives_min": stack.spec.electives_min,
            "capstone": stack.spec.capstone.title if stack.spec.capstone else "",
            "counts_for": _currency(stack.spec, catalog),
        }


def _facts(entry: Entry[MicroCredential], catalog: Catalog) -> FactsData:
    spec, look = entry.spec, look_of(entry, catalog)
    return {
        "schema": 1,
        "slug": entry.slug,
        "url": address(entry)[1:],
        "title": spec.title,
        "version": spec.version,
        "retired": _retired(spec, catalog),
        "hours": _range(spec.effort.hours),
        "weeks": _range(spec.effort.weeks),
        "counts_for": _currency(spec, catalog),
        "worth": [_worth(each, catalog) for each in spec.currency],
        "needs_students": spec.requires_students,
        "best_time": _best_time(spec, catalog),
        "turnaround": spec.assessment.turnaround_business_days,
        "badge": [*look.layers, look.color],
        "facts": list(_rows(spec, catalog)),
        "steps": _steps(spec),
    }


def _range(between: Between | None) -> list[float]:
    return [between.min, between.max] if between else []


def _retired(spec: MicroCredential, catalog: Catalog) -> RetiredData | None:
    if spec.status != "retired":
        return None
    successor = next(iter(find_specs(catalog, MicroCredential, [spec.replaced_by])), None)
    return {"words": _status(spec, catalog), "followed_by": _successor(successor) if successor else None}


def _successor(entry: Entry[MicroCredential]) -> SuccessorData:
    return {"slug": entry.slug, "title": entry.spec.title, "url": address(entry)[1:]}


def _status(spec: MicroCredential, catalog: Catalog) -> str:
    since = f" on {format_day(spec.dates.retired_on)}" if spec.status == "retired" and spec.dates.retired_on else ""
    return f"{catalog.program.label('statuses', spec.status)}{since}"


def _best_time(spec: MicroCredential, catalog: Catalog) -> str:
    window = catalog.program.term("windows", spec.effort.best_window)
    return window.label if window and not window.stands_for_all else ""


def _worth(currency: Currency, catalog: Catalog) -> WorthData:
    label, file = catalog.program.label, catalog.program.file
    is_home = not currency.jurisdiction or bool(file and currency.jurisdiction == file.state.code)
    place = "" if is_home else f" ({label('jurisdictions', currency.jurisdiction)})"
    return {
        "type": currency.type,
        "label": f"{label('currency_types', currency.type)}{place}",
        "amount": currency.amount,
        "unit": currency.unit,
        "units": label("currency_units", currency.unit),
        "is_home": is_home,
    }


def _currency(spec: Spec, catalog: Catalog) -> list[str]:
    label = catalog.program.label
    return [
        f"{describe_currency(each, label)} ({label('jurisdictions', each.jurisdiction)})"
        if each.jurisdiction
        else describe_currency(each, label)
        for each in spec.currency
    ]


def _rows(spec: MicroCredential, catalog: Catalog) -> Rows:
    label = catalog.program.label
    titles = {stack.slug: stack.spec.title for stack in listed_stacks(catalog)}
    weeks, days = spec.effort.weeks, spec.assessment.turnaround_business_days
    yield "Competency", [spec.competency]
    yield "Status", [_status(spec, catalog)]
    yield "Counts for", _currency(spec, catalog)
    yield "Time", [describe_hours(spec.effort.hours)] if spec.effort.hours else []
    yield "Over", [f"{weeks.words} weeks"] if weeks else []
    yield "Cost", [describe_cost(spec.cost, label)] if spec.cost else []
    yield "Needs students", _yes_no(spec.requires_students)
    yield "Needs video", _yes_no(spec.requires_video)
    yield "Evidence", _evidence(spec, catalog)
    yield "Result", [f"Within {plural(days, 'working day')}"] if days else []
    yield "Grades", [label("grade_bands", each) for each in spec.grade_bands]
    yield "For", [label("educator_roles", each) for each in spec.educator_roles]
    yield "Career level", [label("levels", spec.level)] if spec.level else []
    yield "Best time of the year", [label("windows", spec.effort.best_window)] if spec.effort.best_window else []
    yield "Stack", [titles[each.stack] for each in spec.stacks if each.stack in titles]


def _yes_no(answer: bool | None) -> list[str]:
    return [] if answer is None else ["Yes" if answer else "No"]


def _evidence(spec: MicroCredential, catalog: Catalog) -> list[str]:
    evidence, label = spec.evidence, catalog.program.label
    lines = [plural(len(evidence.overview), "overview question")] if evidence.overview else []
    for artifact in evidence.artifacts:
        limit = artifact.max_length
        times = f"{artifact.quantity} × " if artifact.quantity and artifact.quantity > 1 else ""
        size = f" (up to {with_unit(limit.amount, label('length_units', limit.unit))})" if limit else ""
        lines.append(f"{times}{artifact.name}{size}")
    return lines + ([plural(len(evidence.reflection), "reflection question")] if evidence.reflection else [])


def _steps(spec: MicroCredential) -> list[str]:
    evidence = spec.evidence
    overview = ["Answer the overview questions"] if evidence.overview else []
    artifacts = [f"Finish: {artifact.name}" for artifact in evidence.artifacts]
    reflection = ["Write the reflection"] if evidence.reflection else []
    return [*overview, *artifacts, *reflection, "Hand everything in"]
