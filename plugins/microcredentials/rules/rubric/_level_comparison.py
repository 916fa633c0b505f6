"""Compare the descriptors of two levels: they must differ in more than amounts and describe the same features."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ...model.evidence import Criterion, Rubric
from ...model.wording import plural
from ...reading.problem import Pointer, Problem, Related
from .._similarity import content_words, similarity
from .._tokens import split_words, word_set

_AMOUNTS = word_set(
    """no none zero one two three four five six seven eight nine ten eleven twelve twenty once twice half third thirds
    quarter quarters all any both each every few fewer fewest many more most much less least some several single at or
    than of only about nearly almost always often sometimes usually never seldom again very quite rather somewhat mostly
    the a an percent"""
)
_NOT_ADVERBS = word_set("family reply supply apply july italy assembly anomaly only early daily weekly monthly")
_MOST_LEVELS = 12
_CLOSE = 0.5
"""Descriptors that differ only in amounts have at least this similarity."""


@dataclass(frozen=True, slots=True)
class Descriptors:
    """The descriptors of a criterion at the field ``at``, as words by level."""

    criterion: Criterion
    at: Pointer
    words: Mapping[str, Sequence[str]]


def find_near_copies(descriptors: Descriptors, most: float) -> Iterator[Problem]:
    """Yield a problem for each two levels whose descriptors are more similar than *most*, or differ only in amounts."""
    name, words = descriptors.criterion.name, descriptors.words
    if len(words) > _MOST_LEVELS:
        return  # RU-02 reports it
    sets = {level: frozenset(each) for level, each in words.items()}
    for low, high in combinations(words, 2):
        share = similarity(sets[low], sets[high])
        if share < _CLOSE or words[low] == words[high]:  # equal descriptors are certain, so they are reported elsewhere
            continue
        if all(map(_is_amount, sets[low] ^ sets[high])) and _drop_amounts(words[low]) == _drop_amounts(words[high]):
            message = f"In “{name}”, “{high}” differs from “{low}” only by an amount or an adverb."
        elif share > most:
            message = f"“{name}” says nearly the same for “{high}” as for “{low}” ({share:.0%} of the words)."
        else:
            continue
        advice = "Say what the evidence shows at the higher level and not at the lower one."
        span = _first_new_word(descriptors.criterion.descriptors[high], sets[low])
        related = Related(f"the level “{low}”", (*descriptors.at, low))
        yield Problem((*descriptors.at, high), message, advice, words=span, related=(related,))


def find_unrelated_levels(descriptors: Descriptors, rubric: Rubric, least: float, min_words: int) -> Iterator[Problem]:
    """Yield a problem if less than the share *least* of a passing descriptor's words occurs at the level below it.

    Descriptors of fewer than *min_words* words say too little to be compared.
    """
    passing, words = rubric.passing_level, descriptors.words
    if passing is None or passing not in rubric.levels[1:]:
        return
    below = rubric.levels[rubric.levels.index(passing) - 1]
    if passing not in words or below not in words or min(len(words[passing]), len(words[below])) < min_words:
        return
    own, others = content_words(words[passing]), content_words(words[below])
    if len(own & others) < least * len(own):
        name, shared = descriptors.criterion.name, plural(len(own & others), "word")
        message = f"“{name}” looks at different things for “{passing}” and “{below}”: the two share {shared}."
        advice = "Describe the same features at both levels, and say what is different about them."
        related = Related(f"the level “{below}”", (*descriptors.at, below))
        yield Problem((*descriptors.at, passing), message, advice, related=(related,))


def _drop_amounts(words: Sequence[str]) -> list[str]:
    return [word for word in words if not _is_amount(word)]


def _is_amount(word: str) -> bool:
    return word in _AMOUNTS or word[0].isdigit() or (word.endswith("ly") and word not in _NOT_ADVERBS)


def _first_new_word(text: str, known: frozenset[str]) -> tuple[int, int] | None:
    """Return the offsets of the first word of *text* that is not *known*."""
    found = re.finditer(r"[^\W_][\w'’-]*", text)
    return next((each.span() for each in found if not known.issuperset(split_words(each[0]))), None)
