"""The descriptors of a criterion say enough to tell its levels apart.

An earner compares the descriptor of the level she wants with the one below it. Two or three words leave open what
an assessor looks for, and the same sentence at two levels means that the difference is in somebody's head.

Fails:

    rubric:
      levels: [Not yet, Developing, Demonstrated]
      criteria:
        - id: silence
          name: Silence after each question
          descriptors:
            Not yet: Few pauses.
            Developing: Some questions in the recording are followed by three seconds of silence.
            Demonstrated: Some questions in the recording are followed by three seconds of silence.

Passes:

    rubric:
      levels: [Not yet, Developing, Demonstrated]
      criteria:
        - id: silence
          name: Silence after each question
          descriptors:
            Not yet: Fewer than half of the recorded questions are followed by three seconds of silence.
            Developing: At least half of the recorded questions are followed by three seconds, broken by hints.
            Demonstrated: Four of every five recorded questions are followed by three seconds without a hint.
"""

from collections.abc import Iterator

from ...check import Context, rule
from ...demonstration import Criterion
from ...model import MicroCredential
from ...problem import Pointer, Problem, Related
from ...wording import plural
from .._words import words


@rule("RU-03", "warning warning error", derived_from=("RUB",), settings={"min_words": 8})
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    for i, criterion in enumerate(credential.rubric.criteria):
        at = ("rubric", "criteria", i, "descriptors")
        yield from _short(criterion, at, context.settings["min_words"])
        yield from _repeated(criterion, at)


def _short(criterion: Criterion, at: Pointer, least: int) -> Iterator[Problem]:
    for level, text in criterion.descriptors.items():
        count = len(words(text))
        if count < least:
            message = f"“{criterion.name}” has {plural(count, 'word')} for “{level}”; at least {least} are expected."
            yield Problem((*at, level), message, "Say what an assessor sees or hears in the evidence at this level.")


def _repeated(criterion: Criterion, at: Pointer) -> Iterator[Problem]:
    first: dict[tuple[str, ...], str] = {}
    for level, text in criterion.descriptors.items():
        other = first.setdefault(tuple(words(text)), level)
        if other != level:
            message = f"“{criterion.name}” describes “{level}” with the same words as “{other}”."
            related = (Related("the same words", (*at, other)),)
            yield Problem((*at, level), message, "Say what is seen at one level and not at the other.", related=related)
