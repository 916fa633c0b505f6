"""Compare two texts by the words that carry their meaning."""

import re
from collections.abc import Collection
from functools import lru_cache

from ..reading.stemmer import stem
from ._tokens import word_set

_POSSESSIVE = re.compile("['’]s?$")
_STOP_WORDS = word_set(
    """a about across after again all also an and another any are as at be because been before being both but by can
    could did do does each either every for from had has have he her here him his how i if in into is it its itself
    may might more most much must my no nor not of off on once one only onto or other our out over own same shall she
    should so some such than that the their theirs them then there these they this those through to too two under
    until up upon us very was we were what when where whether which while who whom whose why will with within without
    would you your yours educator educators"""
)


def content_words(words: Collection[str]) -> frozenset[str]:
    """Return the base forms of those *words* that carry meaning."""
    return frozenset([base_form(word) for word in words if word not in _STOP_WORDS])


@lru_cache(maxsize=50_000)  # every spec uses the same words
def base_form(word: str) -> str:
    """Return the stem that *word*, in lowercase, shares with its other forms, including its possessive."""
    return stem(_POSSESSIVE.sub("", word))


def similarity(one: Collection[str], other: Collection[str]) -> float:
    """Return how much two sets of words have in common, from 0 to 1 (the coefficient of Sørensen and Dice)."""
    total = len(one) + len(other)
    return 2 * len(frozenset(one) & frozenset(other)) / total if total else 0.0
