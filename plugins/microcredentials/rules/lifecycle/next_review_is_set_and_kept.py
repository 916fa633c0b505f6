"""The next review has a date that is not too far off and not long past.

Research moves on, links break, and licensing rules change. A date for the next review tells educators that the page is
maintained, and tells the office what is due. A retired micro-credential is no longer reviewed, so this rule does not
apply to it.

Fails:

    dates: {created: 2025-09-01, published: 2026-06-01, last_reviewed: 2026-08-01, next_review: 2031-08-01}

Passes:

    dates: {created: 2025-09-01, published: 2026-06-01, last_reviewed: 2026-08-01, next_review: 2028-08-01}
"""

from collections.abc import Iterator
from datetime import date

from ...checking.rule import Context, rule
from ...model.spec import Spec
from ...reading.problem import Problem, Severity
from .._date_math import add_months

AT = ("dates", "next_review")


@rule(
    "LC-03", "info warning error none", derived_from=("NZ",), settings={"max_months": 36, "overdue_error_months": 6},
    reads=("dates.last_reviewed", "dates.next_review"),
)  # fmt: skip
def check(spec: Spec, context: Context) -> Iterator[Problem]:
    last, following = spec.dates.last_reviewed, spec.dates.next_review
    if last is None and context.status != "draft":
        advice = "Write the day on which the whole spec was last reviewed."
        message = "The date of the last review is missing."
        yield Problem(("dates", "last_reviewed"), message, advice, severity=Severity.ERROR)
    if following is None:
        severity = Severity.WARNING if context.status == "draft" else None
        message = "The date of the next review is missing."
        yield Problem(AT, message, "Write a day within the next one to three years.", severity=severity)
    else:
        yield from _distance(last, following, context)
        yield from _overdue(following, context)


def _distance(last: date | None, following: date, context: Context) -> Iterator[Problem]:
    most = context.settings["max_months"]
    if last and following <= last:
        yield Problem(AT, "The next review is not after the last one.", "Correct one of the two dates.")
    elif last and following > add_months(last, most):
        message = f"The next review is more than {most} months after the last one."
        yield Problem(AT, message, f"Choose a day no later than {add_months(last, most)}.")


def _overdue(following: date, context: Context) -> Iterator[Problem]:
    grace = context.settings["overdue_error_months"]
    if following < context.today:
        late = context.status == "draft" or add_months(following, grace) < context.today
        message = f"The review of {following} is overdue."
        advice = "Review the whole spec with a colleague, then update both dates."
        yield Problem(AT, message, advice, time_dependent=True, severity=None if late else Severity.WARNING)
