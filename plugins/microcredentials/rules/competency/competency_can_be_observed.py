"""A competency names something that an observer can see or hear the educator do.

An assessor can see what educators plan, say, write and change, but can only guess what they understand or value. A
competency that begins with the educator and such an action tells educators what to show, and lets two assessors see the
same thing. It is in the present tense because it says what the educator does, not what the educator will do one day.

Fails:

    competency: >-
      The educator understands the role of wait time in classroom discussions and its effect on students' answers.

Passes:

    competency: >-
      The educator asks prepared reasoning questions and keeps silent for three seconds or more after each of them.
"""

import re
from collections.abc import Iterator

from ...checking.rule import HEURISTIC, Context, rule
from ...model.spec import MicroCredential
from ...reading.problem import Problem
from .._main_verbs import to_third_person
from ._sentence import find_actions, find_subject
from ._unobservable import UNOBSERVABLE

AT = ("competency",)
_FIRST_WORDS = re.compile(r"\s*(?P<words>(?:[\w'’-]+\s+){0,2}[\w'’-]+)")
_FUTURE_OR_ABILITY = re.compile(
    r"(?i)\s*(?P<words>(?:will be able to|can|could|will|would|should|must|may|might|shall|needs? to|"
    r"(?:is|are) (?:able|expected) to|ha(?:s|ve) to|ha(?:s|ve) the ability to|demonstrates? the ability to|"
    r"learns? (?:how )?to)"
    r"\s+(?:\w+ly\s+)*(?P<verb>[a-z-]+))\b"
)
_ALOUD = re.compile(r"(?i)[\s-]+(?:aloud|out loud)\b")  # thinking aloud can be heard
_STATE_OR_PAST = re.compile(
    r"(?i)\s*(?:\w+ly\s+)*(?P<words>(?:is|are|was|were)\b(?:\s+[\w-]+)?|ha[sd]\s+\w+ed|[a-z-]+ed)\b"
)


@rule(
    "CO-02", "warning warning error", derived_from=("DP", "UN", "MPOS"), rule_class=HEURISTIC,
    word_lists={"unobservable_verbs": UNOBSERVABLE}, reads=("competency",),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    file = context.program.file
    text, earner = credential.competency, file.terms.earner if file else "educator"
    subject = find_subject(text, earner)
    if subject is None:
        yield from _other_subject(text, earner)
    hidden = list(_unobservable(text, earner, context))
    yield from hidden or (_not_in_present(text, subject.end) if subject else ())


def _other_subject(text: str, earner: str) -> Iterator[Problem]:
    found = _FIRST_WORDS.match(text)
    words, span = (found["words"], found.span("words")) if found else (text[:20], None)
    message = f"The competency begins with “{words}”, not with “The {earner}” and a verb."
    yield Problem(AT, message, f"Begin with what an observer sees, as in “The {earner} asks …”.", words=span)


def _unobservable(text: str, earner: str, context: Context) -> Iterator[Problem]:
    for verb in find_actions(text, earner):
        found = context.words("unobservable_verbs").match_start(verb.base + text[verb.end :])
        if found and not _ALOUD.match(text, verb.end):
            end = verb.end + len(found.words) - len(verb.base)
            message = f"“{text[verb.start : end]}” is not something that an observer can see or hear."
            visible = found.prefer or "asks, models, compares, records or changes"
            yield Problem(AT, message, f"Write what can be seen or heard instead: {visible}.", words=(verb.start, end))


def _not_in_present(text: str, start: int) -> Iterator[Problem]:
    if found := _FUTURE_OR_ABILITY.match(text, start):
        advice = (
            f"Write “{to_third_person(found['verb'].lower())}” instead. A competency says what the educator does now."
        )
        yield Problem(AT, f"“{found['words']}” is a promise, not an action.", advice, words=found.span("words"))
    elif found := _STATE_OR_PAST.match(text, start):
        message = f"“{found['words']}” is not an action in the present tense."
        advice = "Write what the educator does, as in “asks” or “compares”."
        yield Problem(AT, message, advice, words=found.span("words"))
