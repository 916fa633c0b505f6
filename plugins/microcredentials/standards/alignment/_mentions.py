"""Where a descriptor speaks of a piece of evidence, and whether the pieces named beside it are that piece."""

import re
from collections.abc import Iterable
from functools import lru_cache

from ...demonstration import Artifact, Prompt, Reflection
from ...phrases import Found
from .._words import denied, sentences
from ._evidence_nouns import KIN

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


def is_evidence(found: Found, text: str) -> bool:
    """Say whether *text* uses the noun as a piece of evidence: “The video shows”, “as seen in the survey”.

    A video that students watch in the lesson is none; a noun in any other place is given the benefit of the doubt.
    """
    start = max(at for at, _ in sentences(text) if at <= found.span[0])
    before = text[start : found.span[0]]
    in_clause = _CLAUSE.search(before) and _SAYS.match(text, found.span[1])
    used = _OPENING.match(before) or _SHOWN_IN.search(before) or in_clause
    return bool(used) and not denied(text, *found.span)


def described(part: Prompt | Artifact) -> str:
    """Return everything that *part* says about itself, in small letters."""
    if isinstance(part, Artifact):
        told: Iterable[str] = (part.name, part.description, part.type or "")
        more: Iterable[str] = (*part.alternatives, *part.completion_indicators)
    else:
        told, more = (part.prompt,), ("reflection" if isinstance(part, Reflection) else "overview",)
    return " ".join((part.id, *told, *more, *part.formats)).lower()


def speaks_of(description: str, found: Found) -> bool:
    """Say whether *description* uses the noun that was *found*, or another word for the same thing."""
    return bool(_kin(KIN.get(found.phrase, found.words.lower().rstrip("s"))).search(description))


@lru_cache(maxsize=256)
def _kin(beginnings: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(each) for each in beginnings.split())})")
