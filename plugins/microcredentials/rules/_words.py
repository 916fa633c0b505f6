"""Words, sentences and likeness, for every rule that counts or compares what somebody wrote."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from ..reading.stemmer import stem


def bag(text: str) -> frozenset[str]:
    """Return the words that *text* lists."""
    return frozenset(text.split())


_CORE = re.compile(r"\w(?:.*\w)?")
_END = re.compile(
    r"[.!?…\n](?:(?<!\n)[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])"  # all signs at once, which is the fast way to look
    r"|(?<=\n)(?:[ \t]*\n|(?=[ \t]*(?:[-*•]|\d+[.)])[ \t])))"  # a paragraph ends, or an item of a list begins
)
_ABBREVIATIONS = bag("e.g i.e etc vs cf al dr mr mrs ms prof st u.s ed eds min max approx")
_BEFORE_NUMBERS = bag("no nos p pp fig vol")
_DENIED_BEFORE = re.compile(
    r"(?i)\b(?:no|not|never|nor|neither|without|cannot|except|instead of|rather than|other than|n[o']t|"
    r"exclud\w+|avoid\w*|leav\w+ out)\b(?:[\s-]+[\w'’]+){0,4}[\s-]*$"
)
_DENIED_AFTER = re.compile(r"(?i)(?:[\s-]+[\w'’]+){0,4}?[\s-]+(?:no|not|never|nor|cannot|\w+n['’]t|excluded)\b")
_POSSESSIVE = re.compile("['’]s?$")
_STOP_WORDS = bag(
    """a about across after again all also an and another any are as at be because been before being both but by can
    could did do does each either every for from had has have he her here him his how i if in into is it its itself
    may might more most much must my no nor not of off on once one only onto or other our out over own same shall she
    should so some such than that the their theirs them then there these they this those through to too two under
    until up upon us very was we were what when where whether which while who whom whose why will with within without
    would you your yours educator educators"""
)


def words(text: str) -> list[str]:
    """Return the words of *text* in small letters, without the punctuation around them.

    What stands between two spaces is one word (``open-ended``, ``3.5``), unless it holds no letter or digit.
    """
    return [word for part in text.casefold().split() if (word := part if part.isalnum() else _bare(part))]


@lru_cache(maxsize=50_000)
def _bare(part: str) -> str:
    core = _CORE.search(part)
    return core[0] if core else ""


def content_words(said: Collection[str]) -> frozenset[str]:
    """Return those of the words *said* that carry meaning, each as its ``base``."""
    return frozenset([base(word) for word in said if word not in _STOP_WORDS])


def base(word: str) -> str:
    """Return the stem that *word*, in small letters, shares with its other forms, its possessive included."""
    return stem(_POSSESSIVE.sub("", word))


def likeness(one: Collection[str], other: Collection[str]) -> float:
    """Return how much two sets of words have in common, from 0 to 1 (the coefficient of Sørensen and Dice)."""
    both = len(one) + len(other)
    return 2 * len(frozenset(one) & frozenset(other)) / both if both else 0.0


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield each sentence of *text* with the offset at which it begins; ``e.g.`` and the like end none."""
    start = 0
    for end in _END.finditer(text):
        if end[0].startswith("\n") or not _goes_on(text[start : end.start()], text[end.end()]):
            yield start, text[start : end.end()].rstrip()
            start = end.end()
    if text[start:].strip():
        yield start, text[start:].rstrip()


def _goes_on(said: str, following: str) -> bool:
    """Say whether a full stop after *said* ends no sentence: that of an abbreviation, an initial, an item's number."""
    *before, last = said.rsplit(None, 2)[-2:] or [""]
    initial = len(last) == 1 and last.isupper() and last != "I" and (not before or before[0][:1].isupper())
    short = last.lower().lstrip('(“"')
    shortened = short in _ABBREVIATIONS or (short in _BEFORE_NUMBERS and following.isdigit())
    return initial or shortened or (not before and last.isdigit())


def denied(text: str, start: int, end: int) -> bool:
    """Say whether the words at ``[start, end)`` are said not to be: “not a course”, “a course does not count”."""
    return bool(_DENIED_BEFORE.search(text[max(0, start - 60) : start]) or _DENIED_AFTER.match(text[end : end + 60]))


def quoted(text: str, at: int) -> bool:
    """Say whether the word at offset *at* stands between quotation marks, as an example of what somebody says."""
    before = text[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
