"""Check the dates in the life of a spec: required ones are there, in order, and not in the future."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from ...model.spec import Spec
from ...reading.problem import Pointer, Problem
from .._date_math import is_future

_ORDER = ("created", "published", "retired_on")


def check_required_dates(spec: Spec, status: str) -> Iterator[Problem]:
    """Yield a problem for each missing date that *status* requires, except the date of retirement."""
    if spec.dates.created is None:
        message = "The date of creation is missing."
        yield Problem(("dates", "created"), message, "Write the day on which the first draft was begun.")
    if spec.dates.published is None and status in ("published", "retired"):
        message = "The date of publication is missing."
        yield Problem(("dates", "published"), message, "Write the day on which version 1.0.0 was published.")


def check_date_order(spec: Spec) -> Iterator[Problem]:
    """Yield a problem for each date that is earlier than a date it must follow."""
    dates = [(name, getattr(spec.dates, name)) for name in _ORDER if getattr(spec.dates, name)]
    for (one, earlier), (other, later) in combinations(dates, 2):
        if later < earlier:
            event = other.removesuffix("_on")
            message = f"This was {event} on {later}, but {one} only on {earlier}."
            yield Problem(("dates", other), message, "Correct one of the two dates.")


def check_no_future_dates(spec: Spec, today: date) -> Iterator[Problem]:
    """Yield a problem for each date of a past event that is after *today*."""
    for at, day in _past_events(spec):
        if is_future(day, today):
            message = f"{day} is in the future, but the spec says that something happened on it."
            yield Problem(at, message, "Correct the date, or wait until that day.", time_dependent=True)


def _past_events(spec: Spec) -> Iterator[tuple[Pointer, date]]:
    for name in ("created", "published", "last_reviewed", "retired_on"):
        if day := getattr(spec.dates, name):
            yield ("dates", name), day
    for name in ("reviews", "waivers", "attestations", "changelog"):
        yield from (((name, i, "date"), each.date) for i, each in enumerate(getattr(spec, name)))
