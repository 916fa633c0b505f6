"""The days in the life of a spec: stated, one after the other, and come."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from ...model.spec import Spec
from ...reading.problem import Pointer, Problem
from .._days import not_yet_come

_ORDER = ("created", "published", "retired_on")


def days_are_stated(spec: Spec, status: str) -> Iterator[Problem]:
    """Yield the days that *status* asks for and that are missing; the end has a place of its own."""
    if spec.dates.created is None:
        message = "The date of creation is missing."
        yield Problem(("dates", "created"), message, "Write the day on which the first draft was begun.")
    if spec.dates.published is None and status in ("published", "retired"):
        message = "The date of publication is missing."
        yield Problem(("dates", "published"), message, "Write the day on which version 1.0.0 was published.")


def days_follow_each_other(spec: Spec) -> Iterator[Problem]:
    """Yield a day that lies before one it can only follow."""
    days = [(name, getattr(spec.dates, name)) for name in _ORDER if getattr(spec.dates, name)]
    for (one, earlier), (other, later) in combinations(days, 2):
        if later < earlier:
            said = other.removesuffix("_on")
            message = f"This was {said} on {later}, and {one} only on {earlier}."
            yield Problem(("dates", other), message, "Correct one of the two dates.")


def days_are_past(spec: Spec, today: date) -> Iterator[Problem]:
    """Yield each day that is told as past and has not come on the day *today*."""
    for at, day in _told(spec):
        if not_yet_come(day, today):
            message = f"{day} is in the future, but the spec says that something happened on it."
            yield Problem(at, message, "Correct the date, or wait until that day.", time_dependent=True)


def _told(spec: Spec) -> Iterator[tuple[Pointer, date]]:
    for name in ("created", "published", "last_reviewed", "retired_on"):
        if day := getattr(spec.dates, name):
            yield ("dates", name), day
    for name in ("reviews", "waivers", "attestations", "changelog"):
        yield from (((name, i, "date"), each.date) for i, each in enumerate(getattr(spec, name)))
