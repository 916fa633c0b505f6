"""Nouns that name evidence, each with the beginnings of its synonyms.

If the evidence itself contains one of the synonyms, a descriptor with the noun asks for nothing new.
"""

_SEEN = "video film footage clip recording screencast"
_HEARD = "audio sound recording voice podcast"
_RECORDED = f"{_SEEN} {_HEARD}"

SYNONYMS = {
    "video*/film/footage": _SEEN,
    "recording*": _RECORDED,
    "audio recording*": _HEARD,
    "transcript*": f"transcri word-for-word {_RECORDED}",
    "lesson plan*": "lesson-plan lesson plan",
    "unit plan*": "unit plan sequence",
    "student work": "student-work work sample piece product",
    "work sample*": "student-work work sample piece product",
    "survey*/questionnaire*": "survey questionnaire form poll",
    "interview*": "interview conversation",
    "data": "data result check measure count number chart table tally record response score graph",
    "observation note*/record*/form*": "observ visit colleague coach watch",
    "portfolio*": "portfolio collection",
    "photo*/photograph*/screenshot*": "photo screenshot image picture scan",
    "journal*": "journal log diary notebook",
    "case study/studies": "case stor",
    "meeting minutes/note*": "meeting minutes note",
    "slides/presentation": "slide presentation deck",
    "newsletter*": "newsletter letter message communicat",
    "checklist*": "checklist list form",
    "reflection*": "reflect",
}
EVIDENCE_NOUNS = dict.fromkeys(SYNONYMS, "")
