"""What counts is what educators do, not where they have been or for how long.

A micro-credential is not a course. One educator learns a practice from a book, another learns it from a colleague, and
a third has used it for years; all of them can show it. Evidence that asks for hours, attendance or a certificate shuts
out those who learned without a course. About everyone else, it shows only that they were there.

Fails:

    rubric:
      overview_passing: The educator attended the training session and describes the class.

Passes:

    rubric:
      overview_passing: The class is described, and ten pauses are timed.
"""

import re
from collections.abc import Iterator

from ...checking.rule import HEURISTIC, Context, rule
from ...model.spec import MicroCredential
from ...reading.phrases import JoinedTexts
from ...reading.problem import Problem
from .._negation import is_negated, is_quoted
from .._scored_texts import collect_evidence_texts, collect_rubric_texts
from ._seat_time import SEAT_TIME

_OTHER_PEOPLE = re.compile(
    r"(?i)\b(?P<who>students?|learners?|child|children|pupils?|famil(?:y|ies)|parents?|caregivers?|guardians?|colleagues?|"
    r"teachers?|staff|team|mentees?|they|who)['’]?(?:[\s-]+[\w'’]+){0,4}[\s-]+$"
)
"""People whose attendance may well be evidence: families at a school evening, students who completed a module."""
_NOT_A_COURSE = re.compile(r"(?i)\bcourse of\b|\btraining (?:data|sets?|plans?|materials?)\b|^attend\w* to\b")


@rule(
    "CO-06", "warning warning error", derived_from=("NA", "DP"), rule_class=HEURISTIC,
    word_lists={"seat_time": SEAT_TIME}, reads=("competency", "evidence", "rubric"),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    evidence, rubric = collect_evidence_texts(credential.evidence), collect_rubric_texts(credential.rubric)
    texts = ((("competency",), credential.competency), *evidence, *rubric)
    file = context.program.file
    for number, found in JoinedTexts(text for _, text in texts).find(context.words("seat_time")):
        at, text = texts[number]
        if not _means_something_else(text, *found.span, file.terms.earner if file else "educator"):
            message = f"“{found.words}” counts presence, not practice."
            advice = "Ask for what educators do with what they learned, however they learned it."
            yield Problem(at, message, advice, words=found.span)


def _means_something_else(text: str, start: int, end: int, earner: str) -> bool:
    others = _OTHER_PEOPLE.search(text[max(0, start - 80) : start])
    about_others = others is not None and not others["who"].lower().startswith(earner.lower())
    not_a_course = _NOT_A_COURSE.search(text[start : end + 10])
    return bool(about_others or not_a_course or is_negated(text, start, end) or is_quoted(text, start))
