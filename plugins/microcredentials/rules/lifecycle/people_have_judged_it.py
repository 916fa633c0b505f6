"""People who did not write the spec have approved it, and people have answered the questions that a program cannot.

A program counts and compares. It cannot say whether a competency is worth having, whether the research says what is
claimed, or whether every classroom can take part. Educators can trust an answer only if a person gives it, with a role
and a date. Writers do not review their own work, and two reviews by one person count as one.

Fails:

    authors:
      - {role: practitioner, organization: Valley Schools, office: Grade 7 teacher}
    reviews:
      - role: practitioner
        organization: Valley Schools
        office: Grade 7 teacher
        date: 2026-05-04
        verdict: approved
    attestations: []

Passes:

    authors:
      - {role: practitioner, organization: Valley Schools, office: Grade 7 teacher}
    reviews:
      - {role: subject-expert, organization: State College, office: Lecturer, date: 2026-05-04, verdict: approved}
      - {role: assessor, organization: Assessors Network, office: Lead assessor, date: 2026-05-05, verdict: approved}
    attestations:
      - standard: example-crosswalk/competency-matters
        by: {role: practitioner, organization: River Schools, office: Grade 4 teacher}
        date: 2026-05-08
        note: Students in every subject are asked questions.
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.spec import Spec
from ...model.wording import plural
from ...reading.problem import Problem, Related
from ._attestations import check_attestations


@rule(
    "LC-01", "none error error", derived_from=("DP", "MPOS"), needs=("crosswalks",),
    settings={"min_pilot": 1, "min_published": 2}, reads=("reviews", "attestations"),
)  # fmt: skip
def check(spec: Spec, context: Context) -> Iterator[Problem]:
    yield from _reviews(spec, context.settings["min_pilot" if context.status == "pilot" else "min_published"])
    yield from check_attestations(spec, context)


def _reviews(spec: Spec, least: int) -> Iterator[Problem]:
    not_counted = tuple(_not_counted(spec))
    count = len(spec.reviews) - len(not_counted)
    if count < least:
        approvals, verb = plural(count, "approval"), "is" if least == 1 else "are"
        message = f"It has {approvals} by people other than its authors; at least {least} {verb} expected."
        advice = "Ask someone who did not write it to read it from top to bottom, and add the review."
        yield Problem(("reviews",), message, advice, related=not_counted)


def _not_counted(spec: Spec) -> Iterator[Related]:
    """Yield the reviews that do not count, each with the reason."""
    authors, approving = {author.identity for author in spec.authors}, set()
    for i, review in enumerate(spec.reviews):
        if review.verdict == "not-approved":
            yield Related("a review that does not approve it", ("reviews", i, "verdict"))
        elif review.identity in authors:
            yield Related("a review by an author", ("reviews", i))
        elif review.identity in approving:
            yield Related("a second review by the same person", ("reviews", i))
        approving.add(review.identity)
