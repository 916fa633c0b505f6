"""Check that learning resources are described, have a reliable address, and were tested recently."""

from collections.abc import Iterator
from datetime import date

from ...model.evidence import Resource
from ...model.wording import plural
from ...reading.problem import Pointer, Problem, Related
from .._date_math import add_months, is_future
from .._tokens import split_words
from ._addresses import find_address_problem, page_key

_FACTS = {
    "type": ("The type of “{}” is missing.", "Choose from the list “resource_types” in vocabulary.yml."),
    "access": (
        "The spec does not say whether “{}” is free.",
        "Choose from the list “resource_access” in vocabulary.yml.",
    ),
    "why": (
        "The spec does not say why “{}” is worth opening.",
        "Say what educators find there, and which part of the method it helps with.",
    ),
    "last_checked": (
        "The spec does not say when the link to “{}” was last tested.",
        "Open it, and write today's date.",
    ),
}


def check_description(resource: Resource, at: Pointer, least: int) -> Iterator[Problem]:
    """Yield a problem for each fact that *resource* lacks, and for a reason of fewer than *least* words."""
    for field, (message, advice) in _FACTS.items():
        if getattr(resource, field) is None:
            yield Problem((*at, field), message.format(resource.title), advice)
    if resource.why is not None and (count := len(split_words(resource.why))) < least:
        message = f"The reason to open “{resource.title}” has {plural(count, 'word')}; {least} or more are expected."
        yield Problem((*at, "why"), message, _FACTS["why"][1])


def check_addresses(resources: tuple[Resource, ...]) -> Iterator[Problem]:
    """Yield a problem for each address that is not reliable or is listed twice."""
    first: dict[tuple[str, str, str], int] = {}
    for i, resource in enumerate(resources):
        at = ("resources", i, "url")
        if problem := find_address_problem(resource.url):
            yield Problem(at, f"The address of “{resource.title}” {problem[0]}.", problem[1])
        if (j := first.setdefault(page_key(resource.url), i)) != i:
            related = (Related("the same address", ("resources", j, "url")),)
            message = f"“{resource.title}” has the same address as “{resources[j].title}”."
            yield Problem(at, message, "Delete one of the two.", related=related)


def check_last_test(resource: Resource, at: Pointer, months: int, today: date) -> Iterator[Problem]:
    """Yield a problem if the link was last tested more than *months* ago, or if its test date is in the future."""
    day, at = resource.last_checked, (*at, "last_checked")
    if day and is_future(day, today):
        message = f"The day on which the link to “{resource.title}” was last tested, {day}, is in the future."
        yield Problem(at, message, "Write the day on which you opened it.", time_dependent=True)
    elif day and add_months(day, months) < today:
        message = f"The link to “{resource.title}” was last tested on {day}, more than {months} months ago."
        advice = "Open it and write today's date, or choose a different resource."
        yield Problem(at, message, advice, time_dependent=True)
