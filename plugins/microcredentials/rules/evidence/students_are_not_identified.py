"""What is asked for identifies no student: no names, no faces, no records, and nothing on public platforms.

A page that asks for an IEP with a name, or for a link to a public video, asks educators to break the law that protects
their students. Everything that an assessor has to see is still there after names are removed and faces are covered.

Fails:

    privacy:
      consent_required: true
      release_form: {title: Consent form, url: /about/privacy/#consent-form}
      remove_names: The names of students may be left in the files.

Passes:

    privacy:
      consent_required: true
      release_form: {title: Consent form, url: /about/privacy/#consent-form}
      remove_names: Cover the names of students, families and schools in every file, and in its file name.
"""

import re
from collections.abc import Iterator

from ...checking.rule import HEURISTIC, Context, rule
from ...model.spec import MicroCredential
from ...reading.problem import Problem
from .._listed_words import find_listed
from .._scored_texts import collect_evidence_texts
from .._tokens import split_sentences

_PROTECTED = re.compile(
    r"(?i)\b(?:remov\w+|cover\w*|without|replac\w+|anonym\w+|redact\w*|blur\w*|bleep\w*|left out|"
    r"free of|in place of|leav\w+ out|out of|"
    r"no|not|never|instead|away from|delet\w+|black\w* out|number(?:s|ed)? in place|only the)\b"
)
_REMOVAL = re.compile(
    r"(?i)\b(?:remov\w+|cover\w*|replac\w+|anonym\w+|redact\w*|blur\w*|take \w* ?(?:out|the)|leave \w* ?out|delet\w+|"
    r"black\w* out|initials|numbers?|pseudonym\w*|crop\w*|cut\w*|mask\w*|hid\w+|strip\w*|no names?|without)\b"
)
IDENTITIES = {
    **dict.fromkeys(
        (
            "full/first/last name*",
            "first and last name*",
            "name*/names of the/each/every/all student*",
            "with name/names",
            "name each of",
            "name of the student",
            "student's/students' name*",
            "student's/students' full names",
            "student ID*/identification number*",
            "date* of birth",
            "birth date*/birthdate*",
            "birthday*",
            "with their names",
            "roster … names",
            "home address*",
            "phone number*",
            "immigration status",
            "family income",
            "counseling notes/records",
            "attendance records",
            "social security",
        ),
        "numbers in place of names",
    ),
    **dict.fromkeys(
        (
            "faces of",
            "face*/faces … seen/visible/shown",
            "student's face*",
            "students' faces",
            "photo*/picture* of each/every student",
            "photo*/picture* of the class",
        ),
        "sound, the board, or a view in which no face can be seen",
    ),
    **dict.fromkeys(
        (
            "complete IEP*",
            "IEP/504/behavior plan of one/a/the student",
            "504 plan of",
            "IEP of",
            "diagnosis",
            "medical record*",
            "doctor's note*",
            "health record*",
            "discipline/disciplinary record*",
            "report card*",
            "cumulative file*/record*",
        ),
        "the part that shows the practice, without names, dates and diagnoses",
    ),
    **dict.fromkeys(
        (
            "youtube",
            "facebook",
            "instagram",
            "tiktok",
            "twitter",
            "social media",
            "class blog/website",
            "seen by everyone",
            "publicly available/visible",
            "hashtag*",
            "public link",
            "livestream*",
            "public video*/link*/page",
            "post/posted/share publicly",
            "at conferences",
            "on our website",
            "on the internet",
        ),
        "a file that only assessors can open",
    ),
}
"""Words that ask for what identifies a student, each with what to ask for instead."""


@rule(
    "EV-11", "info warning warning", rule_class=HEURISTIC, derived_from=("NEA",), word_lists={"identities": IDENTITIES},
    reads=("evidence", "privacy.remove_names", "privacy.note"),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    texts = (*collect_evidence_texts(credential.evidence), (("privacy", "note"), credential.privacy.note or ""))
    for at, text, found in find_listed(texts, context.words("identities")):
        if not _PROTECTED.search(_sentence_around(text, found.span[0])):
            advice = f"Ask for {found.prefer or 'evidence that identifies no student'}."
            yield Problem(at, f"“{found.words}” may identify a student.", advice, words=found.span)
    remove = credential.privacy.remove_names
    if remove and not _REMOVAL.search(remove):
        message = "It does not say how names are removed."
        yield Problem(("privacy", "remove_names"), message, "Say what to cover or replace before a file is submitted.")


def _sentence_around(text: str, at: int) -> str:
    """Return the sentence of *text* in which the offset *at* is."""
    return next((words for start, words in split_sentences(text) if start <= at < start + len(words)), text)
