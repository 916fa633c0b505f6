"""The people who judge a spec have not written it, and a judgment, a review or a waiver says something about this spec.

“Fine” can be written without opening the file. One sentence about what the person looked at shows that a person
looked, and lets the next one disagree. An author who attests that the spec is good tells nothing new, and a waiver
that ends in thirty years has no end.

Fails:

    authors:
      - {role: subject-expert, organization: College, office: Lecturer in education}
      - {role: practitioner, organization: Valley Schools, office: Grade 7 teacher}
    attestations:
      - standard: example-crosswalk/competency-matters
        by: {role: practitioner, organization: Valley Schools, office: Grade 7 teacher}
        date: 2026-05-08
        note: Fine.

Passes:

    attestations:
      - standard: example-crosswalk/competency-matters
        by: {role: practitioner, organization: River Schools, office: Grade 4 teacher}
        date: 2026-05-08
        note: My quieter students notice within a week when a class begins to wait for them.
"""

from collections.abc import Iterator
from datetime import date

from ...checking.rule import HEURISTIC, Context, rule
from ...model.record import Waiver
from ...model.spec import Spec
from ...reading.problem import Pointer, Problem
from .._date_math import add_months
from .._listed_words import find_empty

EMPTY_JUDGMENTS = dict.fromkeys(
    (
        "fine",
        "ok/okay/good/great/excellent/perfect/yes",
        "looks/all/very good/great/fine",
        "i agree",
        "agreed",
        "approved",
        "approved as is",
        "great/good/nice job/work",
        "no concerns/comments/issues/problems/changes/time",
        "meets the standard/standards/requirements",
        "this/it meets … standard*/requirement*/expectation*",
        "yes it does/is",
        "well done",
        "everything/all … in order",
        "i like it",
        "i have read it",
        "read it",
        "short of staff/time",
        "lack of time/staff",
        "not enough time/staff",
        "too busy",
        "not a priority",
        "see above",
        "as above/before",
        "no objections",
        "happy with",
        "high quality",
        "very useful",
        "useful",
        "well written/designed",
        "clear and complete",
        "i support this/it",
        "recommend approval",
        "acceptable",
        "satisfactory",
        "not relevant",
        "important/valuable/useful … all educators",
        "important … valuable … all educators",
        "as discussed",
        "does not apply",
        "rule … does not apply",
        "not applicable",
        "please ignore",
        "ignore this",
        "we know better",
        "too strict",
        "not needed/necessary",
        "on the phone",
        "by phone/email",
        "will be fixed later",
        "to be done/decided",
    ),
    "",
)
"""Judgments that would fit any spec."""


@rule(
    "FA-12", "info warning warning", rule_class=HEURISTIC, derived_from=("MPOS",), settings={"max_waiver_months": 60},
    any_language=True,
    word_lists={"empty_judgments": EMPTY_JUDGMENTS}, reads=("authors", "reviews", "attestations", "waivers"),
)  # fmt: skip
def check(spec: Spec, context: Context) -> Iterator[Problem]:
    for at, found in find_empty(_notes(spec), context.words("empty_judgments"), spare=2):
        advice = "Name what was looked at and what was found, as in “Students in every subject are asked questions.”"
        yield Problem(at, f"“{found.words}” would fit any spec.", advice, words=found.span)
    yield from _interests(spec)
    for i, waiver in enumerate(spec.waivers):
        yield from _end(waiver, ("waivers", i, "expires"), context.settings["max_waiver_months"])


def _interests(spec: Spec) -> Iterator[Problem]:
    authors = {author.identity for author in spec.authors}
    for i, attestation in enumerate(spec.attestations):
        if attestation.by.identity in authors:
            message = "This judgment is by one of the authors."
            yield Problem(("attestations", i, "by"), message, "Ask someone who did not write it.")
    for i, waiver in enumerate(spec.waivers):
        if waiver.approved_by.identity in authors:
            message = "This waiver was approved by one of the authors."
            yield Problem(
                ("waivers", i, "approved_by"), message, "Have it approved by the office that runs the program."
            )


def _notes(spec: Spec) -> Iterator[tuple[Pointer, str]]:
    yield from ((("attestations", i, "note"), each.note) for i, each in enumerate(spec.attestations))
    yield from ((("reviews", i, "note"), each.note) for i, each in enumerate(spec.reviews) if each.note)
    yield from ((("waivers", i, "reason"), each.reason) for i, each in enumerate(spec.waivers))


def _end(waiver: Waiver, at: Pointer, months: int) -> Iterator[Problem]:
    if waiver.expires > add_months(date(waiver.date.year, waiver.date.month, 1), months + 1):
        message = f"The waiver lasts until {waiver.expires}, more than {months} months."
        yield Problem(at, message, "Choose a day by which the reason will have been looked at again.")
