"""The descriptors of a criterion make its levels clearly different and describe the same features.

Educators compare the descriptor of the level they want with the one below it. Two or three words leave open what an
assessor looks for, and the same sentence at two levels means that the difference exists only in the assessor's head. If
only a number or an adverb changes, the next level is just a matter of counting; if everything changes, the levels
cannot be compared.

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
from dataclasses import replace

from ...checking.rule import HEURISTIC, Context, rule
from ...model.spec import MicroCredential
from ...model.wording import plural
from ...reading.problem import Problem, Related
from .._tokens import split_words
from ._level_comparison import Descriptors, find_near_copies, find_unrelated_levels


@rule(
    "RU-03", "warning warning error", any_language=True, derived_from=("RUB",),
    settings={"min_words": 8, "max_similarity": 0.92, "min_shared_words": 0.30}, reads=("rubric.criteria",),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    least, most, shared = (context.settings[name] for name in ("min_words", "max_similarity", "min_shared_words"))
    for i, criterion in enumerate(credential.rubric.criteria):
        words = {level: split_words(text) for level, text in criterion.descriptors.items()}
        descriptors = Descriptors(criterion, ("rubric", "criteria", i, "descriptors"), words)
        yield from _short(descriptors, least)
        yield from _repeated(descriptors)
        doubts = (
            *find_near_copies(descriptors, most),
            *find_unrelated_levels(descriptors, credential.rubric, shared, least),
        )
        yield from (replace(doubt, rule_class=HEURISTIC) for doubt in doubts)


def _short(descriptors: Descriptors, least: int) -> Iterator[Problem]:
    name = descriptors.criterion.name
    for level, count in ((level, len(each)) for level, each in descriptors.words.items()):
        if count < least:
            message = f"“{name}” has {plural(count, 'word')} for “{level}”; at least {least} are expected."
            advice = "Say what an assessor sees or hears in the evidence at this level."
            yield Problem((*descriptors.at, level), message, advice)


def _repeated(descriptors: Descriptors) -> Iterator[Problem]:
    first: dict[tuple[str, ...], str] = {}
    for level, each in descriptors.words.items():
        other = first.setdefault(tuple(each), level)
        if other != level:
            message = f"“{descriptors.criterion.name}” describes “{level}” with the same words as “{other}”."
            related = (Related("the same words", (*descriptors.at, other)),)
            advice = "Say what the evidence shows at one level and not at the other."
            yield Problem((*descriptors.at, level), message, advice, related=related)
