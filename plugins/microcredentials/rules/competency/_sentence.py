"""How a competency begins: who acts, and where the act is named."""

import re
from dataclasses import dataclass
from functools import lru_cache

from .._verbs import MainVerb, main_verbs


@dataclass(frozen=True, slots=True)
class Beginning:
    """The subject of a competency: where it ends, and whether it is one educator or many."""

    end: int
    plural: bool


def beginning(competency: str, earner: str) -> Beginning | None:
    """Return the subject of *competency* if it is the educator, or whatever word the program has for her."""
    found = _subject(earner).match(competency)
    return Beginning(found.end(), plural=bool(found["many"])) if found else None


def acts(competency: str, earner: str) -> list[MainVerb]:
    """Return the main verbs of *competency*; without a subject it is read as an order or a list of acts."""
    start = beginning(competency, earner) or Beginning(0, plural=False)
    return main_verbs(competency, start.end, start.plural) or main_verbs(competency, start.end, plural=True)


@lru_cache(maxsize=16)
def _subject(earner: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)\s*(?:(?:the|an?|each|every)\s+)?(?:educator|{re.escape(earner)})(?P<many>s?)\b(?!['’])")
