"""Phrases that judge whoever hands something in."""

_WHO = "educator/teacher/candidate/applicant/participant/earner"
_IS = "is/was/seems/appears"
_WHAT = "unable/incapable/incompetent/careless/unprepared/disorganized/unprofessional/lazy/weak/poor/unqualified"

PERSON_JUDGING = dict.fromkeys(
    (
        f"{_WHO} fail*/lack*/struggle*/neglect*/refuse*",
        f"{_WHO} often/still/simply/clearly/largely fail*/lack*/struggle*/neglect*/refuse*",
        f"{_WHO} does/did not care/bother/try",
        f"{_WHO} cannot/can't manage/cope/handle",
        f"{_WHO} {_IS} {_WHAT}",
        f"{_WHO} {_IS} not able/capable/competent/prepared/professional/qualified",
        f"{_WHO} does/did not understand/know/grasp",
        "poor/weak/bad/ineffective/incompetent educator/teacher",
    ),
    "",
)
