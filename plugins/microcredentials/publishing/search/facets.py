"""The facets of the catalog. To add one, add a line to ``FACETS``."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ...catalog.catalog import Catalog
from ...catalog.entry import Entry
from ...model.spec import MicroCredential
from .._selection import listed_stacks

Credential = Entry[MicroCredential]
YES_NO = {"yes": "Yes", "no": "No"}
HOURS = {
    "up-to-5": "Up to 5 hours",
    "6-10": "6 to 10 hours",
    "11-20": "11 to 20 hours",
    "over-20": "More than 20 hours",
}


@dataclass(frozen=True)
class Facet:
    """A property by which readers filter credentials.

    ``id`` is part of addresses. ``values`` returns the ids of the options that a credential has; ``options`` returns
    every option with its label, in the order of display.
    """

    id: str
    label: str
    values: Callable[[Credential, Catalog], Iterable[str]]
    options: Callable[[Catalog], dict[str, str]]


def _vocabulary(name: str) -> Callable[[Catalog], dict[str, str]]:
    return lambda catalog: {term.id: term.label for term in catalog.program.terms(name) if not term.stands_for_all}


def _fixed(labels: dict[str, str]) -> Callable[[Catalog], dict[str, str]]:
    return lambda _: labels


def _stacks(catalog: Catalog) -> dict[str, str]:
    return {entry.slug: entry.spec.title for entry in listed_stacks(catalog)}


def _grades(entry: Credential, catalog: Catalog) -> Iterable[str]:
    """A credential for all grades has every grade."""
    terms = catalog.program.terms("grade_bands")
    whole = {term.id for term in terms if term.stands_for_all}
    return (term.id for term in terms) if whole & set(entry.spec.grade_bands) else entry.spec.grade_bands


def _places(entry: Credential, _: Catalog) -> Iterable[str]:
    """The jurisdictions where it counts: by the program's own decision, or because another state accepts it."""
    own = [each.jurisdiction for each in entry.spec.currency if each.jurisdiction]
    return dict.fromkeys([*own, *(p.jurisdiction for p in entry.spec.portability or () if p.status == "accepted")])


def _hours(entry: Credential, _: Catalog) -> Iterable[str]:
    hours = entry.spec.effort.hours
    if hours is None:
        return ()
    bands = ((5, "up-to-5"), (10, "6-10"), (20, "11-20"))
    return (next((name for most, name in bands if hours.max <= most), "over-20"),)


def _yes_no(answer: bool | None) -> Iterable[str]:
    return () if answer is None else ("yes" if answer else "no",)


FACETS: tuple[Facet, ...] = (
    Facet("subject", "Subject", lambda e, _: e.spec.subjects, _vocabulary("subjects")),
    Facet("grade", "Grade band", _grades, _vocabulary("grade_bands")),
    Facet("role", "Your role", lambda e, _: e.spec.educator_roles, _vocabulary("educator_roles")),
    Facet("level", "Career level", lambda e, _: (e.spec.level,) if e.spec.level else (), _vocabulary("levels")),
    Facet("stack", "Stack", lambda e, _: (m.stack for m in e.spec.stacks), _stacks),
    Facet("counts-for", "Counts for", lambda e, _: (c.type for c in e.spec.currency), _vocabulary("currency_types")),
    Facet("counts-in", "Counts in", _places, _vocabulary("jurisdictions")),
    Facet("students", "Needs students", lambda e, _: _yes_no(e.spec.requires_students), _fixed(YES_NO)),
    Facet("video", "Needs video", lambda e, _: _yes_no(e.spec.requires_video), _fixed(YES_NO)),
    Facet("hours", "Hours", _hours, _fixed(HOURS)),
    Facet("status", "Status", lambda e, _: (e.spec.status,), _vocabulary("statuses")),
)


@dataclass(frozen=True)
class Option:
    """An option of a facet, with the credentials that have it."""

    id: str
    label: str
    entries: tuple[Credential, ...]


@dataclass(frozen=True)
class FacetOptions:
    """A facet with the options that at least one credential has."""

    facet: Facet
    options: tuple[Option, ...]


def facet_options(catalog: Catalog, entries: Iterable[Credential]) -> tuple[FacetOptions, ...]:
    """Return each facet with the options that *entries* have; facets without options are left out."""
    given = tuple(entries)
    found = (FacetOptions(facet, _options(facet, catalog, given)) for facet in FACETS)
    return tuple(each for each in found if each.options)


def _options(facet: Facet, catalog: Catalog, entries: tuple[Credential, ...]) -> tuple[Option, ...]:
    values = {entry.slug: set(facet.values(entry, catalog)) for entry in entries}
    options = (
        Option(name, label, tuple(entry for entry in entries if name in values[entry.slug]))
        for name, label in facet.options(catalog).items()
    )
    return tuple(option for option in options if option.entries)
