"""The result comes soon, tells for each criterion what was seen, and a second attempt is open.

Most educators submit more than once. What brings the second attempt further than the first is a sentence on each
criterion, while the lessons are still fresh. An open way back turns “not yet” into part of the learning; a limit, if
there is one, must be known before the first attempt.

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
        return  # AS-01 says that all of it is missing
    yield from _feedback(credential.assessment)
    yield from _days(credential.assessment.turnaround_business_days, context.settings["max_turnaround_days"])
    yield from _again(credential.assessment.resubmission)


def _feedback(scoring: Assessment) -> Iterator[Problem]:
    at, advice = (AT, "feedback"), "Write per-criterion, and let assessors give a sentence or two on each criterion."
    if scoring.feedback is None:
        yield Problem(at, "It is not said which feedback educators get.", advice)
    elif scoring.feedback != "per-criterion":
        yield Problem(at, "Feedback is given on the whole, and not on each criterion.", advice)


def _days(days: int | None, most: int) -> Iterator[Problem]:
    at, advice = (AT, "turnaround_business_days"), f"Write a number of working days from 1 to {most}."
    if days is None:
        yield Problem(at, "It is not said how long the result takes.", advice)
    elif not 1 <= days <= most:
        yield Problem(at, f"The result takes {days} working days; 1 to {most} are expected.", advice)


def _again(again: Resubmission) -> Iterator[Problem]:
    at = (AT, "resubmission")
    if again.allowed is None:
        advice = "Write resubmission: {allowed: true, limit: unlimited}, or a number as the limit."
        yield Problem((*at, "allowed"), "It is not said whether evidence may be handed in again.", advice)
    elif not again.allowed:
        yield Problem((*at, "allowed"), "Evidence may not be handed in again.", "Write allowed: true.")
    elif again.limit is None:
        message = "It is not said how often evidence may be handed in again."
        yield Problem((*at, "limit"), message, "Write a number, or unlimited.")
    elif again.limit == 0:
        message = "Evidence may be handed in again, but at most 0 times."
        yield Problem((*at, "limit"), message, "Write how often, or unlimited.")
