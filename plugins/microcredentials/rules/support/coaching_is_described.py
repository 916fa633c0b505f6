"""The spec says whether educators get a coach, and how.

Most people who give up on something new give up while working alone. A coach, or a colleague who has done it, helps
them over the hard part. Educators should know before they begin whether there is a coach and how to reach that person.
If coaching is not offered, the page should give the reason, so that educators can look for help elsewhere.

Fails:

    supports:
      coaching: after-attempts
    assessment:
      resubmission: {allowed: true, limit: 1, coach_after: 4}

Passes:

    supports:
      coaching: offered
      coaching_note: Coaches answer questions by email and meet educators on request.
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.policy import Resubmission, Supports
from ...model.spec import MicroCredential
from ...reading.problem import Problem

_MISSING_NOTE = {
    "none": (
        "Coaching is not offered, and the spec gives no reason.",
        "Say why, and where else educators can find help.",
    ),
    "after-attempts": (
        "The spec does not say how a coach is assigned.",
        "Say when and how educators hear from the coach.",
    ),
}
_OTHER_MISSING_NOTE = ("The spec does not say how educators get a coach.", "Say whom to ask, or who gets in touch.")


@rule(
    "SU-01", "warning warning error", derived_from=("BB",), needs=("file",),
    reads=("supports.coaching", "supports.coaching_note"),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    supports = credential.supports
    if supports == Supports():
        return  # SU-02 reports that all of it is missing
    if supports.coaching is None:
        advice = "Choose from the list “coaching” in vocabulary.yml."
        yield Problem(("supports", "coaching"), "The spec does not say whether educators get a coach.", advice)
        return
    if supports.coaching_note is None:
        yield Problem(("supports", "coaching_note"), *_MISSING_NOTE.get(supports.coaching, _OTHER_MISSING_NOTE))
    if supports.coaching == "after-attempts":
        yield from _coach_after(credential.assessment.resubmission)


def _coach_after(policy: Resubmission) -> Iterator[Problem]:
    at, after = ("assessment", "resubmission", "coach_after"), policy.coach_after
    if after is None:
        message = "A coach is assigned after some attempts, but the spec does not say after how many."
        yield Problem(at, message, "Write the number, as in coach_after: 2.")
    elif isinstance(policy.limit, int) and after > policy.limit + 1:
        message = f"A coach is assigned after {after} attempts, but only {policy.limit + 1} are allowed."
        yield Problem(at, message, "Assign the coach earlier, or allow more attempts.")
