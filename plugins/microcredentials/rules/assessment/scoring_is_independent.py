"""Two people score independently, or one scores and another confirms, and the spec says what settles a disagreement.

A result is worth something to educators if a different assessor would have reached it, too. Two assessors who score
separately, without knowing whose work they see, make that likely. If they disagree, a rule that was set beforehand
decides, not the assessor with the higher position.

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
        advice = "Add the block “assessment”, preferably in program.yml, where it applies to all micro-credentials."
        yield Problem((AT,), "The spec does not say how submissions are scored.", advice)
        return
    yield from _assessors(scoring, context.settings["min_assessors"])
    yield from _blinding(scoring)
    if scoring.adjudication is None:
        message = "The spec does not say what happens when assessors disagree."
        yield Problem((AT, "adjudication"), message, "Say who decides, and what that person gets to see first.")


def _assessors(scoring: Assessment, least: int) -> Iterator[Problem]:
    at, count = (AT, "assessors_per_submission"), scoring.assessors_per_submission
    if count is None:
        advice = f"Write a number, {least} or more."
        yield Problem(at, "The spec does not say how many assessors score a submission.", advice)
    elif count < least and not (count and scoring.approver):
        message = (
            f"{plural(count, 'assessor scores', 'assessors score')} a submission, and no approver confirms the result."
        )
        advice = f"Have {least} assessors score it, or have one score it and an approver confirm the result."
        yield Problem(at, message, advice)


def _blinding(scoring: Assessment) -> Iterator[Problem]:
    if scoring.blinding is None:
        message = "The spec does not say whether assessors know whose work they score."
        yield Problem((AT, "blinding"), message, "Write double, single or none.")
    elif scoring.blinding == "none" and scoring.blinding_reason is None:
        message = "Assessors know whose work they score, and the spec gives no reason."
        advice = "Add blinding_reason, or have assessors score without names."
        yield Problem((AT, "blinding_reason"), message, advice)
