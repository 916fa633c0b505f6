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
from ...reading.problem import Problem
from .._negation import is_quoted
from .._scored_texts import FieldText, collect_descriptors
from .._vague_words import QUALITIES, QUANTITIES, find_vague_words
from ._person_judgments import PERSON_JUDGMENTS, compile_person

_NEAR = 40
"""The number of characters before a verb in which its subject is looked for."""


@rule(
    "RU-04", "warning warning error", derived_from=("RUB", "BB"), rule_class=HEURISTIC,
    word_lists={"vague_words": {**QUANTITIES, **QUALITIES}, "person_judging": PERSON_JUDGMENTS},
    reads=("rubric.criteria",),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    return _doubts(tuple(collect_descriptors(credential.rubric)), context)


def _doubts(descriptors: Sequence[FieldText], context: Context) -> Iterator[Problem]:
    texts, reported = JoinedTexts(text for _, text in descriptors), set[tuple[int, int]]()
    for number, start, end in _person_judgments(texts, context):
        reported.update((number, offset) for offset in range(start, end))
        at, text = descriptors[number]
        advice = "Say what the evidence shows, or does not show yet, as in “The plan contains two questions or fewer.”"
        message = f"“{text[start:end]}” judges a person, not the evidence."
        yield Problem(at, message, advice, words=(start, end))
    for number, found in find_vague_words(texts, context):
        if (number, found.span[0]) not in reported:
            advice = f"Say {found.prefer or 'what the evidence shows, and how much of it'}."
            message = f"“{found.words}” leaves open what an assessor looks for."
            yield Problem(descriptors[number][0], message, advice, words=found.span)


def _person_judgments(texts: JoinedTexts, context: Context) -> Iterator[tuple[int, int, int]]:
    """Yield where a text says that a person fails; it may say that a plan lacks something.

    Each is the number of the text, and the offsets of the words in it.
    """
    person = compile_person(context.program.file.terms.earner if context.program.file else "educator")
    for number, found in texts.find(context.words("person_judging")):
        text, (start, end) = texts.texts[number], found.span
        subject = person.search(text, max(0, start - _NEAR), start)
        if (subject or person.search(found.words)) and not is_quoted(text, start):
            yield number, subject.start() if subject else start, end
