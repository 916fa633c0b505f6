"""The facets of the catalog. To add one, add a line to ``FACETS``."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from ...catalog.catalog import Catalog
from ...catalog.entry import Entry
from ...model.spec import MicroCredential
from ...model.vocabulary import VocabularyTerm
from .._selection import listed_credentials, listed_stacks

Credential = Entry[MicroCredential]
HOURS = (8, 12, 20)
"""The limits of hours that readers choose from; a search for “under 10 hours” may ask for any other."""
NEW = timedelta(days=90)
"""How long a credential counts as new, up to the newest day that the content names."""


@dataclass(frozen=True)
class Facet:
    """A property by which readers filter credentials.

    ``id`` is part of addresses. ``values`` returns the ids of the options that a credential has; ``options`` returns
    every option in the order of display.
    """

    id: str
    label: str
    values: Callable[[Credential, Catalog], Iterable[str]]
    options: Callable[[Catalog], Iterable[VocabularyTerm]]


def _term(id: str, label: str, words: tuple[str, ...] = ()) -> VocabularyTerm:
    return VocabularyTerm(id=id, label=label, words=words)


def _vocabulary(name: str) -> Callable[[Catalog], Iterable[VocabularyTerm]]:
    return lambda catalog: (term for term in catalog.program.terms(name) if not term.stands_for_all)


def _all_terms(name: str) -> Callable[[Catalog], Iterable[VocabularyTerm]]:
    return lambda catalog: catalog.program.terms(name)


def _stacks(catalog: Catalog) -> Iterator[VocabularyTerm]:
    """Readers leave out what follows a comma: “Foundations of Reading” for “Foundations of Reading, K–3”."""
    for entry in listed_stacks(catalog):
        title = entry.spec.title
        yield _term(entry.slug, title, tuple({title.partition(",")[0]} - {title}))


def _issuers(catalog: Catalog) -> Iterator[VocabularyTerm]:
    issuers = catalog.program.file.issuers if catalog.program.file else ()
    return (_term(issuer.id, issuer.name) for issuer in issuers)


def _issuer(entry: Credential, catalog: Catalog) -> Iterable[str]:
    program = catalog.program.file
    return filter(None, (entry.spec.issuer or (program.issuer if program else None),))


def _grades(entry: Credential, catalog: Catalog) -> Iterable[str]:
    """A credential for all grades has every grade."""
    terms = catalog.program.terms("grade_bands")
    whole = {term.id for term in terms if term.stands_for_all}
    return (term.id for term in terms) if whole & set(entry.spec.grade_bands) else entry.spec.grade_bands


def _places(entry: Credential, _: Catalog) -> Iterable[str]:
    """The jurisdictions where it counts: by the program's own decision, or because another state accepts it; and those
    that have yet to decide.
    """
    own = [each.jurisdiction for each in entry.spec.currency if each.jurisdiction]
    decided = entry.spec.portability or ()
    others = [p.jurisdiction if p.status == "accepted" else f"{p.jurisdiction}-{p.status}" for p in decided]
    return dict.fromkeys([*own, *others])


def _place_options(catalog: Catalog) -> Iterator[VocabularyTerm]:
    """Each jurisdiction, and each with a decision other than “accepted”: “Under review in Neighbor State”."""
    places = catalog.program.terms("jurisdictions")
    yield from places
    for status in (term for term in catalog.program.terms("portability_statuses") if term.id != "accepted"):
        yield from (_term(f"{place.id}-{status.id}", f"{status.label} in {place.label}") for place in places)


def _hours(entry: Credential, _: Catalog) -> Iterable[str]:
    """The longer end of the hours decides: an educator with eight hours needs one that takes eight at most."""
    hours = entry.spec.effort.hours
    if hours is None:
        return ()
    return [*(f"up-to-{limit}" for limit in HOURS if hours.max <= limit), *([_OVER] if hours.max > HOURS[-1] else [])]


_OVER = f"over-{HOURS[-1]}"


def _hour_options(_: Catalog) -> Iterator[VocabularyTerm]:
    yield from (_term(f"up-to-{limit}", f"Up to {limit} hours") for limit in HOURS)
    yield _term(_OVER, f"More than {HOURS[-1]} hours")


def _windows(entry: Credential, catalog: Catalog) -> Iterator[str]:
    """What takes any time can be done in each window; when school is out, only if it needs no students."""
    own, terms = entry.spec.effort.best_window, catalog.program.terms("windows")
    is_any = any(term.stands_for_all for term in terms if term.id == own)
    for term in terms:
        possible = is_any and (not term.school_is_out or entry.spec.requires_students is False)
        if term.id == own or possible:
            yield term.id


def _yes_no(answer: bool | None) -> Iterable[str]:
    return () if answer is None else ("yes" if answer else "no",)


def _needed(id: str) -> Callable[[Catalog], Iterable[VocabularyTerm]]:
    """The words of a requirement are those of “needed”: the search turns them around after “no” and “without”."""

    def options(catalog: Catalog) -> Iterator[VocabularyTerm]:
        term = catalog.program.term("requirements", id)
        yield _term("no", "Not needed")
        yield _term("yes", "Needed", tuple(dict.fromkeys([term.label, *term.words])) if term else ())

    return options


def _costs(entry: Credential, _: Catalog) -> Iterable[str]:
    cost = entry.spec.cost
    return () if cost is None else ("paid" if cost.amount else "free",)


def _added(entry: Credential, catalog: Catalog) -> Iterable[str]:
    """Published in the last 90 days of the content, so that no page depends on the day of the build."""
    day = entry.spec.dates.published
    return (_NEW_OPTION.id,) if day and day > catalog.newest_day - NEW else ()


_NEW_OPTION = _term("new", "New", ("newest", "recent", "recently added", "just added"))

FACETS: tuple[Facet, ...] = (
    Facet("grade", "Grade", _grades, _vocabulary("grade_bands")),
    Facet("subject", "Subject", lambda e, _: e.spec.subjects, _vocabulary("subjects")),
    Facet("hours", "Time", _hours, _hour_options),
    Facet("when", "When", _windows, _all_terms("windows")),
    Facet("students", "Students", lambda e, _: _yes_no(e.spec.requires_students), _needed("students")),
    Facet("video", "Video", lambda e, _: _yes_no(e.spec.requires_video), _needed("video")),
    Facet("role", "Your role", lambda e, _: e.spec.educator_roles, _vocabulary("educator_roles")),
    Facet("counts-for", "Counts for", lambda e, _: (c.type for c in e.spec.currency), _vocabulary("currency_types")),
    Facet("counts-in", "Counts in", _places, _place_options),
    Facet("level", "Career level", lambda e, _: (e.spec.level,) if e.spec.level else (), _vocabulary("levels")),
    Facet("stack", "Stack", lambda e, _: (m.stack for m in e.spec.stacks), _stacks),
    Facet("cost", "Cost", _costs, _vocabulary("costs")),
    Facet("issuer", "Issuer", _issuer, _issuers),
    Facet("status", "Status", lambda e, _: (e.spec.status,), _vocabulary("statuses")),
    Facet("added", "Added", _added, lambda _: (_NEW_OPTION,)),
)


@dataclass(frozen=True)
class Option:
    """An option of a facet, with the credentials that have it."""

    term: VocabularyTerm
    entries: tuple[Credential, ...]

    @property
    def id(self) -> str:
        """The id in addresses."""
        return self.term.id

    @property
    def label(self) -> str:
        """The label that readers see."""
        return self.term.label


@dataclass(frozen=True)
class FacetOptions:
    """A facet with all its options in ``every``; ``total`` is the number of credentials."""

    facet: Facet
    every: tuple[Option, ...]
    total: int

    @property
    def options(self) -> tuple[Option, ...]:
        """The options that at least one credential has."""
        return tuple(option for option in self.every if option.entries)

    @property
    def narrows(self) -> bool:
        """Whether a choice in it can leave credentials out; if all have the same answer, it cannot."""
        return any(len(option.entries) < self.total for option in self.options)


def facet_options(catalog: Catalog) -> tuple[FacetOptions, ...]:
    """Return each facet with the options that the listed credentials have; facets without options are left out."""
    entries = listed_credentials(catalog)
    found = (FacetOptions(facet, _options(facet, catalog, entries), len(entries)) for facet in FACETS)
    return tuple(each for each in found if each.options)


def _options(facet: Facet, catalog: Catalog, entries: tuple[Credential, ...]) -> tuple[Option, ...]:
    values = {entry.slug: set(facet.values(entry, catalog)) for entry in entries}
    return tuple(
        Option(term, tuple(entry for entry in entries if term.id in values[entry.slug]))
        for term in facet.options(catalog)
    )
