"""Descriptors say what the evidence shows, in words that two assessors read the same way.

“Adequate” and “often” mean different things to different readers, so the score depends on which assessor happens to
read the work. Educators do not know what to aim for, either. A descriptor that speaks of a person's failings hurts
without saying what to do. What the evidence shows, or does not show yet, can be changed before the next attempt.

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

from collections.abc import Iterator, Sequence

from ...checking.rule import HEURISTIC, Context, rule
from ...model.spec import MicroCredential
from ...reading.phrases import JoinedTexts
from ...reading.problem import Problem, limit_problems
from .._texts import Place, described
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
    return limit_problems(_doubts(tuple(described(credential.rubric)), context))


def _doubts(places: Sequence[Place], context: Context) -> Iterator[Problem]:
    texts, taken = JoinedTexts(text for _, text in places), set[tuple[int, int]]()
    for number, start, end in _judging(texts, context):
        taken.update((number, sign) for sign in range(start, end))
        at, text = places[number]
        advice = "Say what the evidence shows, or does not show yet, as in “The plan contains two questions or fewer.”"
        message = f"“{text[start:end]}” judges a person, not the evidence."
        yield Problem(at, message, advice, words=(start, end))
    for number, found in vague(texts, context):
        if (number, found.span[0]) not in taken:
            advice = f"Say {found.prefer or 'what the evidence shows, and how much of it'}."
            message = f"“{found.words}” leaves open what an assessor looks for."
            yield Problem(places[number][0], message, advice, words=found.span)


def _judging(texts: JoinedTexts, context: Context) -> Iterator[tuple[int, int, int]]:
    """Yield the places where somebody is said to fail: a plan may lack something, a person may not."""
    someone = person(context.program.file.terms.earner if context.program.file else "educator")
    for number, found in texts.find(context.words("person_judging")):
        text, (start, end) = texts.texts[number], found.span
        subject = someone.search(text, max(0, start - _NEAR), start)
        if (subject or someone.search(found.words)) and not quoted(text, start):
            yield number, subject.start() if subject else start, end
