"""Descriptors say what is seen in the evidence, in words that two assessors read alike.

“Adequate” and “often” mean something else to each reader, and so the score depends on who happens to read. An
educator cannot aim at them either. A descriptor that speaks of a person's failings hurts without telling what to
do; what the evidence shows, or does not show yet, can be changed before the next attempt.

Fails:

    rubric:
      criteria:
        - id: silence
          name: Silence after each question
          descriptors:
            Not yet: The educator fails to wait after questions and gives hints or answers at once.
            Demonstrated: Pauses are often long, and the questions in the recording are clear and effective.

Passes:

    rubric:
      criteria:
        - id: silence
          name: Silence after each question
          descriptors:
            Not yet: Most questions in the recording are followed by a hint or an answer at once.
            Demonstrated: Four of every five questions in the recording are followed by three seconds of silence.
"""

from collections.abc import Iterator

from ...check import HEURISTIC, Context, rule
from ...model import MicroCredential
from ...problem import Pointer, Problem, at_most
from .._texts import described
from .._vague import QUALITIES, QUANTITIES, vague
from .._words import quoted
from ._person_judging import PERSON_JUDGING, person

_NEAR = 40
"""So many characters before a verb its subject is looked for."""


@rule(
    "RU-04", "warning warning error", derived_from=("RUB", "BB"), rule_class=HEURISTIC,
    word_lists={"vague_words": {**QUANTITIES, **QUALITIES}, "person_judging": PERSON_JUDGING},
    reads=("rubric.criteria",),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    return at_most(found for at, text in described(credential.rubric) for found in _doubts(at, text, context))


def _doubts(at: Pointer, text: str, context: Context) -> Iterator[Problem]:
    taken: set[int] = set()
    for start, end in _judging(text, context):
        taken.update(range(start, end))
        advice = "Say what the evidence shows, or does not show yet, as in “The plan holds two questions or fewer.”"
        message = f"“{text[start:end]}” judges a person, not the evidence."
        yield Problem(at, message, advice, words=(start, end))
    for found in vague(text, context):
        if found.span[0] not in taken:
            advice = f"Say {found.prefer or 'what is seen, and how much of it'}."
            yield Problem(at, f"“{found.words}” leaves open what an assessor looks for.", advice, words=found.span)


def _judging(text: str, context: Context) -> Iterator[tuple[int, int]]:
    """Yield the places where somebody is said to fail: a plan may lack something, a person may not."""
    someone = person(context.program.file.terms.earner if context.program.file else "educator")
    for found in context.words("person_judging").find(text):
        start, end = found.span
        subject = someone.search(text, max(0, start - _NEAR), start)
        if (subject or someone.search(found.words)) and not quoted(text, start):
            yield subject.start() if subject else start, end
