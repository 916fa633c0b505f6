"""The result comes soon, gives feedback on each criterion, and allows a second attempt.

Most educators submit more than once. A sentence on each criterion, while the lessons are still fresh, makes the second
attempt better than the first. If educators may try again, “not yet” becomes part of the learning. If there is a limit,
they must know it before the first attempt.

Fails:

    assessment:
      feedback: overall
      turnaround_business_days: 60
      resubmission: {allowed: false}

Passes:

    assessment:
      feedback: per-criterion
      turnaround_business_days: 15
      resubmission: {allowed: true, limit: 3}
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.policy import Assessment, Resubmission
from ...model.spec import MicroCredential
from ...reading.problem import Problem

AT = "assessment"


@rule(
    "AS-04",
    "warning error error",
    derived_from=("DP", "BB", "UT"),
    needs=("file",),
    settings={"max_turnaround_days": 30},
    reads=("assessment.feedback", "assessment.turnaround_business_days", "assessment.resubmission.allowed",
           "assessment.resubmission.limit"),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    if credential.assessment == Assessment():
        return  # AS-01 reports that all of it is missing
    yield from _feedback(credential.assessment)
    yield from _turnaround(credential.assessment.turnaround_business_days, context.settings["max_turnaround_days"])
    yield from _resubmission(credential.assessment.resubmission)


def _feedback(scoring: Assessment) -> Iterator[Problem]:
    at, advice = (AT, "feedback"), "Write per-criterion, and have assessors write a sentence or two on each criterion."
    if scoring.feedback is None:
        yield Problem(at, "The spec does not say what feedback educators get.", advice)
    elif scoring.feedback != "per-criterion":
        yield Problem(at, "Feedback is given on the work as a whole, not on each criterion.", advice)


def _turnaround(days: int | None, most: int) -> Iterator[Problem]:
    at, advice = (AT, "turnaround_business_days"), f"Write a number of business days from 1 to {most}."
    if days is None:
        yield Problem(at, "The spec does not say how long the result takes.", advice)
    elif not 1 <= days <= most:
        yield Problem(at, f"The result takes {days} business days; 1 to {most} are expected.", advice)


def _resubmission(policy: Resubmission) -> Iterator[Problem]:
    at = (AT, "resubmission")
    if policy.allowed is None:
        advice = "Write resubmission: {allowed: true, limit: unlimited}, or give a number as the limit."
        yield Problem((*at, "allowed"), "The spec does not say whether evidence may be submitted again.", advice)
    elif not policy.allowed:
        yield Problem((*at, "allowed"), "Evidence may not be submitted again.", "Write allowed: true.")
    elif policy.limit is None:
        message = "The spec does not say how often evidence may be submitted again."
        yield Problem((*at, "limit"), message, "Write a number, or unlimited.")
    elif policy.limit == 0:
        message = "Evidence may be submitted again, but the limit is 0 times."
        yield Problem((*at, "limit"), message, "Write a higher number, or unlimited.")
