"""Phrases that judge the person instead of the evidence."""

import re
from functools import lru_cache

PERSON_JUDGMENTS = dict.fromkeys(
    (
        "fail*",
        "lack*",
        "struggle*",
        "neglect*",
        "refuse*",
        "does/did not care/bother/try",
        "does/did not understand/know/grasp",
        "cannot/can't manage/cope/handle",
        "is/was/seems/appears unable/incapable/incompetent/unqualified",
        "is/was/seems/appears careless/lazy/unprepared/disorganized/unprofessional",
        "is/was/seems/appears weak/poor/bad",
        "is/was/seems/appears not able/capable/competent/prepared/professional/qualified",
        "poor/weak/bad/ineffective/incompetent educator/teacher",
    ),
    "",
)


@lru_cache(maxsize=16)
def compile_person(earner: str) -> re.Pattern[str]:
    """Return a pattern for the person who submits evidence, followed by at most one word before the verb."""
    return re.compile(
        rf"(?i)\b(?:educator|teacher|candidate|applicant|participant|{re.escape(earner)})s?(?:\s+\w+(?:ly|en|ll|lso))?\s*$"
    )
