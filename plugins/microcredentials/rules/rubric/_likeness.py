"""What tells the descriptors of two levels apart, and what ties them together."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from ...model.evidence import Criterion, Rubric
from ...model.wording import plural
from ...reading.problem import Pointer, Problem, Related
from .._words import bag, content_words, likeness, words

Said = Mapping[str, Sequence[str]]
"""The words of each level's descriptor."""

_AMOUNTS = bag(
    """no none zero one two three four five six seven eight nine ten eleven twelve twenty once twice half third thirds
    quarter quarters all any both each every few fewer fewest many more most much less least some several single at or
    than of only about nearly almost always often sometimes usually never seldom again very quite rather somewhat mostly
    the a an percent"""
)
_NO_ADVERBS = bag("family reply supply apply july italy assembly anomaly only early daily weekly monthly")
_MOST_LEVELS = 12
_CLOSE = 0.5
"""Descriptors that differ in amounts alone share at least this much."""


def almost_equal(criterion: Criterion, said: Said, at: Pointer, most: float) -> Iterator[Problem]:
    """Yield pairs of levels that share more than the part *most* of their words, or differ in amounts alone."""
    if len(said) > _MOST_LEVELS:
        return  # RU-02 says so
    sets = {level: frozenset(each) for level, each in said.items()}
    for low, high in combinations(said, 2):
        share = likeness(sets[low], sets[high])
        if share < _CLOSE or said[low] == said[high]:  # the same words are no matter of doubt
            continue
        if all(map(_is_amount, sets[low] ^ sets[high])) and _firm(said[low]) == _firm(said[high]):
            message = f"In “{criterion.name}”, “{high}” differs from “{low}” only by an amount or an adverb."
        elif share > most:
            message = f"“{criterion.name}” says nearly the same for “{high}” as for “{low}” ({share:.0%} of the words)."
        else:
            continue
        advice = "Say what the evidence shows at the higher level and not at the lower one."
        span, related = _first_other(criterion.descriptors[high], sets[low]), Related(f"the level “{low}”", (*at, low))
        yield Problem((*at, high), message, advice, words=span, related=(related,))


def parallel(
    criterion: Criterion, said: Said, at: Pointer, rubric: Rubric, least: float, shortest: int
) -> Iterator[Problem]:
    """Yield a passing descriptor of which less than *least* comes back at the level below it."""
    passing = rubric.passing_level
    if passing is None or passing not in rubric.levels[1:]:
        return
    below = rubric.levels[rubric.levels.index(passing) - 1]
    if passing not in said or below not in said or min(len(said[passing]), len(said[below])) < shortest:
        return
    own, others = content_words(said[passing]), content_words(said[below])
    if len(own & others) < least * len(own):
        shared = plural(len(own & others), "word")
        message = f"“{criterion.name}” looks at different things for “{passing}” and “{below}”: the two share {shared}."
        advice = "Describe the same features at both levels, and say how far along each one is."
        related = Related(f"the level “{below}”", (*at, below))
        yield Problem((*at, passing), message, advice, related=(related,))


def _firm(said: Sequence[str]) -> list[str]:
    """Return the words of *said* that tell no amount."""
    return [word for word in said if not _is_amount(word)]


def _is_amount(word: str) -> bool:
    return word in _AMOUNTS or word[0].isdigit() or (word.endswith("ly") and word not in _NO_ADVERBS)


def _first_other(text: str, others: frozenset[str]) -> tuple[int, int] | None:
    """Return the place of the first word of *text* that is none of *others*."""
    found = re.finditer(r"[^\W_][\w'’-]*", text)
    return next((each.span() for each in found if not others.issuperset(words(each[0]))), None)
