"""It is said whether an educator gets a coach, and how.

Working alone on something new is where most people stop. A coach, or a colleague who has done it, helps over the
hard part, and an educator should know before she begins whether there is one and how to reach that person. Where
there is none, the reason belongs on the page too, so that she can look for help elsewhere.

Fails:

    supports:
      coaching: after-attempts
    assessment:
      resubmission: {allowed: true, limit: 1, coach_after: 4}

Passes:

    supports:
      coaching: offered
      coaching_note: Coaches answer questions by e-mail and meet educators on request.
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.policy import Supports
from ...model.spec import MicroCredential
from ...reading.problem import Problem

_HOW = {
    "none": ("There is no coaching, and no reason is given.", "Say why, and where else an educator can find help."),
    "after-attempts": ("It is not said how a coach is assigned.", "Say when and how an educator hears from the coach."),
}
_ELSE = ("It is not said how an educator gets a coach.", "Say whom to ask, or who gets in touch.")


@rule(
    "SU-01", "warning warning error", derived_from=("BB",), needs=("file",),
    reads=("supports.coaching", "supports.coaching_note"),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    supports, again = credential.supports, credential.assessment.resubmission
    if supports == Supports():
        return  # SU-02 says that all of it is missing
    if supports.coaching is None:
        advice = "Choose from the list “coaching” in vocabulary.yml."
        yield Problem(("supports", "coaching"), "It is not said whether educators get a coach.", advice)
        return
    if supports.coaching_note is None:
        yield Problem(("supports", "coaching_note"), *_HOW.get(supports.coaching, _ELSE))
    if supports.coaching == "after-attempts":
        at = ("assessment", "resubmission", "coach_after")
        if again.coach_after is None:
            message = "A coach is assigned after some attempts, and it is not said after how many."
            yield Problem(at, message, "Write the number, as in coach_after: 2.")
        elif isinstance(again.limit, int) and again.coach_after > again.limit + 1:
            message = f"A coach is assigned after {again.coach_after} attempts, and only {again.limit + 1} are allowed."
            yield Problem(at, message, "Assign the coach earlier, or allow more attempts.")
