"""Find the subject of a competency and the actions it names."""

import re
from dataclasses import dataclass
from functools import lru_cache

from .._main_verbs import MainVerb, find_main_verbs


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a competency: the offset of its end, and whether it is in the plural."""

    end: int
    plural: bool


def find_subject(competency: str, earner: str) -> Subject | None:
    """Return the subject of *competency* if it is “educator” or *earner*, the program's own word."""
    found = _subject_pattern(earner).match(competency)
    return Subject(found.end(), plural=bool(found["plural"])) if found else None


def find_actions(competency: str, earner: str) -> list[MainVerb]:
    """Return the main verbs of *competency*; without a subject it is read as an instruction or a list of actions."""
    subject = find_subject(competency, earner) or Subject(0, plural=False)
    verbs = find_main_verbs(competency, subject.end, subject.plural)
    return verbs or find_main_verbs(competency, subject.end, plural=True)


@lru_cache(maxsize=16)
def _subject_pattern(earner: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)\s*(?:(?:the|an?|each|every)\s+)?(?:educator|{re.escape(earner)})(?P<plural>s?)\b(?!['’])")
