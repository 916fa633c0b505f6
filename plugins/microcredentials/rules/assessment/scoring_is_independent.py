"""Two people score independently, or one scores and another confirms, and it is said what settles a difference.

A result is worth something to an educator when it would have been the same with another assessor. Two who score
apart, without knowing whose work they see, make that likely. Where they differ, a rule that was fixed beforehand
decides, and not whoever holds the higher post.

Fails:

    assessment:
      assessors_per_submission: 1
      approver: false
      blinding: none

Passes:

    assessment:
      assessors_per_submission: 2
      blinding: double
      adjudication: A third assessor, who has seen neither score, decides where the first two differ.
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.policy import Assessment
from ...model.spec import MicroCredential
from ...model.wording import plural
from ...reading.problem import Problem

AT = "assessment"


@rule(
    "AS-01", "warning error error", derived_from=("DP", "DE", "BB"), needs=("file",), settings={"min_assessors": 2},
    reads=("assessment.assessors_per_submission", "assessment.approver", "assessment.blinding",
           "assessment.blinding_reason", "assessment.adjudication"),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    scoring = credential.assessment
    if scoring == Assessment():
        advice = "Add the block “assessment”, best of all in program.yml, where it holds for all."
        yield Problem((AT,), "Nothing is said about how submissions are scored.", advice)
        return
    yield from _assessors(scoring, context.settings["min_assessors"])
    yield from _blinding(scoring)
    if scoring.adjudication is None:
        message = "It is not said what happens when assessors differ."
        yield Problem((AT, "adjudication"), message, "Say who decides, and what that person gets to see.")


def _assessors(scoring: Assessment, least: int) -> Iterator[Problem]:
    at, count = (AT, "assessors_per_submission"), scoring.assessors_per_submission
    if count is None:
        yield Problem(at, "It is not said how many assessors score a submission.", f"Write a number, {least} or more.")
    elif count < least and not (count and scoring.approver):
        message = f"{plural(count, 'assessor scores', 'assessors score')} a submission, and nobody confirms the result."
        yield Problem(at, message, f"Let {least} score it, or one score it and an approver confirm the result.")


def _blinding(scoring: Assessment) -> Iterator[Problem]:
    if scoring.blinding is None:
        message = "It is not said whether assessors know whose work they score."
        yield Problem((AT, "blinding"), message, "Write double, single or none.")
    elif scoring.blinding == "none" and scoring.blinding_reason is None:
        message = "Assessors know whose work they score, and no reason is given."
        advice = "Add blinding_reason, or let assessors score without names."
        yield Problem((AT, "blinding_reason"), message, advice)
