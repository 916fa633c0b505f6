"""What is said of somebody who is judged instead of the work."""

import re
from functools import lru_cache

PERSON_JUDGING = dict.fromkeys(
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
def person(earner: str) -> re.Pattern[str]:
    """Return the expression for whoever hands evidence in, with a word between her and the verb at most."""
    return re.compile(
        rf"(?i)\b(?:educator|teacher|candidate|applicant|participant|{re.escape(earner)})s?(?:\s+\w+(?:ly|en|ll|lso))?\s*$"
    )
