"""Recognize that a descriptor mentions a piece of evidence, and whether a part of the spec is that piece."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

from ...model.evidence import Artifact, Prompt, Reflection
from ...reading.phrases import PhraseMatch
from .._negation import is_negated
from ._evidence_nouns import SYNONYMS

_WHICH = (
    r"(?:(?:the|both|each|every|all|any|of|either|a|an|one|two|three|four|five|first|second|third|last|later|earlier|"
    r"final|same|student|students'|educator's|teacher's|family|parent|exit|classroom|class|lesson|recorded|submitted|"
    r"short|unbroken|annotated)\s+){0,4}"
)
_OPENING = re.compile(rf"(?i)^(?:(?:in|from|on|across|within|throughout|as|according to)\s+)?{_WHICH}$")
_CLAUSE = re.compile(
    rf"(?i)(?:[,;:]|\b(?:and|or|but|while|whether|that|if))\s+(?:in\s+|from\s+)?(?:the|both|each|every)\s+{_WHICH}$"
)
_SHOWN_IN = re.compile(
    rf"(?i)\b(?:shown|seen|heard|documented|captured|visible|evident|reported|described|noted|confirmed|supported|"
    rf"demonstrated|evidenced)\s+(?:in|by|on|through)\s+{_WHICH}$"
)
_SAYS = re.compile(
    r"(?i)(?:\s+(?:results?|responses?|entries|scores?|notes?|clips?|files?|pages?))?\s+(?:shows?|names?|gives?|holds?|"
    r"contains?|describes?|reports?|includes?|confirms?|documents?|records?|reveals?|indicates?|proves?|captures?|"
    r"lists?|marks?|quotes?|refers?|demonstrates?|makes?)\b"
)
_NEAR = 120
"""The number of characters before a noun in which its context is looked for."""


def is_evidence(found: PhraseMatch, text: str, starts: Sequence[int]) -> bool:
    """Return whether *text*, whose sentences begin at *starts*, uses the noun as evidence: “The video shows”.

    A video that students watch in the lesson is not evidence. In any other place, the noun is not counted, so that
    writers get the benefit of the doubt.
    """
    start = starts[max(0, bisect_right(starts, found.span[0]) - 1)]
    before = text[max(start, found.span[0] - _NEAR) : found.span[0]]
    opens = found.span[0] - start <= _NEAR and _OPENING.match(before)
    in_clause = _CLAUSE.search(before) and _SAYS.match(text, found.span[1])
    return bool(opens or _SHOWN_IN.search(before) or in_clause) and not is_negated(text, *found.span)


def describe_part(part: Prompt | Artifact) -> str:
    """Return all the texts of *part*, in lowercase."""
    if isinstance(part, Artifact):
        texts: Iterable[str] = (part.name, part.description, part.type or "")
        more: Iterable[str] = (*part.alternatives, *part.completion_indicators)
    else:
        texts, more = (part.prompt,), ("reflection" if isinstance(part, Reflection) else "overview",)
    return " ".join((part.id, *texts, *more, *part.formats)).lower()


def mentions(description: str, found: PhraseMatch) -> bool:
    """Return whether *description* contains the noun that was *found*, or a synonym."""
    return bool(_any_word(SYNONYMS.get(found.phrase, found.words.lower().rstrip("s"))).search(description))


@lru_cache(maxsize=256)
def _any_word(beginnings: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(each) for each in beginnings.split())})")
