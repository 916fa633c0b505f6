"""People judge a spec after it exists, and a pilot ends before the result is published.

Dates show that the order of work was kept: write, try, judge, publish. A review that is older than the first draft was
about something else, and a pilot that ends after publication was not a pilot.

Fails:

    dates: {created: 2025-09-01, published: 2026-06-01, last_reviewed: 2026-08-01, next_review: 2028-08-01}
    reviews:
      - {role: assessor, organization: Assessors, office: Lead assessor, date: 2024-05-04, verdict: approved}
      - {role: accessibility, organization: Office, office: Coordinator, date: 2026-05-06, verdict: approved}

Passes:

    dates: {created: 2025-09-01, published: 2026-06-01, last_reviewed: 2026-08-01, next_review: 2028-08-01}
    reviews:
      - {role: assessor, organization: Assessors, office: Lead assessor, date: 2026-05-04, verdict: approved}
      - {role: accessibility, organization: Office, office: Coordinator, date: 2026-05-06, verdict: approved}
"""

from collections.abc import Iterator
from datetime import date

from ...checking.rule import Context, rule
from ...model.spec import MicroCredential, Spec
from ...reading.problem import Pointer, Problem, Related

_CREATED: Pointer = ("dates", "created")
_PUBLISHED: Pointer = ("dates", "published")


@rule(
    "FA-11", "info warning warning", settings={"first_year": 2010, "max_years": 30},
    reads=("dates", "reviews", "attestations", "pilot", "currency", "changelog"),
)  # fmt: skip
def check(spec: Spec, context: Context) -> Iterator[Problem]:
    yield from _creation(spec, context.settings["first_year"])
    if isinstance(spec, MicroCredential):
        yield from _pilot(spec)
    for i, currency in enumerate(spec.currency):
        if currency.expires and currency.expires.year - context.today.year > context.settings["max_years"]:
            message = f"{currency.expires} is so far away that it is not a date by which anything ends."
            yield Problem(("currency", i, "expires"), message, "Delete it, or write the day that the office decided.")


def _creation(spec: Spec, first_year: int) -> Iterator[Problem]:
    created, published = spec.dates.created, spec.dates.published
    if created is None or (published and published < created):  # LC-04 reports the second
        return
    if created.year < first_year:
        yield Problem(_CREATED, f"{created} is earlier than any micro-credential.", "Correct the year.")
    related = (Related("the day it was created", _CREATED),)
    for at, what, day in _after_creation(spec):
        if day < created:
            message = f"{what} is dated {day}, before this was created."
            yield Problem(at, message, "Correct one of the two dates.", related=related)


def _after_creation(spec: Spec) -> Iterator[tuple[Pointer, str, date]]:
    """Yield each day that must not be before the creation, with its field and what happened on it."""
    if day := spec.dates.last_reviewed:
        yield ("dates", "last_reviewed"), "The last review", day
    yield from ((("reviews", i, "date"), "This review", each.date) for i, each in enumerate(spec.reviews))
    yield from ((("attestations", i, "date"), "This judgment", each.date) for i, each in enumerate(spec.attestations))
    yield from ((("changelog", i, "date"), "This version", each.date) for i, each in enumerate(spec.changelog))
    for i, currency in enumerate(spec.currency):
        if currency.effective:
            yield ("currency", i, "effective"), "The beginning of what it counts for", currency.effective
    if isinstance(spec, MicroCredential) and spec.pilot:
        yield ("pilot", "start"), "The start of the pilot", spec.pilot.start


def _pilot(spec: MicroCredential) -> Iterator[Problem]:
    """Yield a problem if the pilot of *spec* does not end before publication."""
    published, pilot = spec.dates.published, spec.pilot
    if published is None or pilot is None:
        return
    related = (Related("the day of publication", _PUBLISHED),)
    for field in ("start", "end"):
        day = getattr(pilot, field)
        if day and day > published:
            message = f"The {field} of the pilot is dated {day}, after publication."
            yield Problem(("pilot", field), message, "Correct one of the two dates.", related=related)
            return
