"""No text contains the personal data of people: private numbers, addresses, birthdays or identification numbers.

A spec is public, is copied by other sites and stays in the history of its file. People are named by role and
organization, students are not named at all, and one address of the program answers questions.

Fails:

    authors:
      - {role: subject-expert, organization: College, office: "Lecturer, 555-010-1234"}
      - {role: practitioner, organization: Valley Schools, office: Grade 7 teacher}

Passes:

    authors:
      - {role: subject-expert, organization: College, office: Lecturer in education}
      - {role: practitioner, organization: Valley Schools, office: Grade 7 teacher}
"""

import re
from collections.abc import Iterator

from ...checking.prose import Piece, find_text_fields
from ...checking.rule import HEURISTIC, Context, rule
from ...model.program import ProgramFile
from ...model.spec import MicroCredential, Spec
from ...reading.problem import Problem

_PERSONAL = re.compile(
    r"(?P<email>(?<![\w.+-])\w[\w.+-]*+@[\w-]++(?:\.[\w-]++)++)"
    r"|(?P<ssn>\b\d{3}-\d{2}-\d{4}\b)"
    r"|(?P<phone>(?<![\w/.-])(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}\b)"
    r"|(?P<birth>\b(?:DOB|[Bb]orn on)\b:? ?\d[\d/.-]+\d)"
    r"|(?P<number>\b[Ss]tudent (?:ID|id|number)(?: number)?:? #?\d{4,})"
    r"|(?P<street>\b\d+ (?:[A-Z]\w+ ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Boulevard|Blvd)\b)"
)
_DIGIT = re.compile(r"\d")
_HINTS = re.compile(
    r"\d{3}[ .-]\d{4}|\d{3}-\d\d-\d{4}|DOB|[Bb]orn on|[Ss]tudent (?:ID|id|number)|(?:Street|St|Avenue|Ave|Road|Rd|Lane|"
    r"Drive|Boulevard|Blvd)\b"
)
_KINDS = {
    "email": "an email address", "ssn": "a number like that of Social Security", "phone": "a phone number",
    "birth": "a date of birth", "number": "the number of a student", "street": "a street address",
}  # fmt: skip
_MAY_HOLD_IT = ("contact", "url", "uid")


@rule(
    "LA-05",
    "warning warning warning warning",
    any_language=True,
    rule_class=HEURISTIC,
    reads=("authors", "reviews", "body"),
)
def check(spec: Spec, context: Context) -> Iterator[Problem]:
    source, file = context.entry.source, context.program.file
    texts = (*_likely(spec), source.body)
    numbered = (text for text in texts if _DIGIT.search(text))
    if "@" in source.text.value or any(map(_HINTS.search, numbered)):
        public = " ".join(_contacts(file)) if file else ""
        for piece in (*find_text_fields(source.data), *context.prose.body):
            if not (piece.at and piece.at[-1] in _MAY_HOLD_IT):
                yield from _personal(piece, public)


def _likely(spec: Spec) -> Iterator[str]:
    """Yield the texts about people; if one of them looks personal, all others are searched, too."""
    people = (*spec.authors, *spec.reviews, *(each.by for each in spec.attestations))
    yield from (person.office for person in people if person.office)
    yield from (review.note for review in spec.reviews if review.note)
    yield from (attestation.note for attestation in spec.attestations)
    if isinstance(spec, MicroCredential):
        yield from (excerpt.text for criterion in spec.rubric.criteria for excerpt in criterion.excerpts)
        pilot, cost = spec.pilot, spec.cost
        yield from filter(None, (pilot and pilot.findings, pilot and pilot.changes, cost and cost.note))
        yield spec.supports.community or ""


def _personal(piece: Piece, public: str) -> Iterator[Problem]:
    for found in _PERSONAL.finditer(piece.text):
        if found[0] not in public:
            message = f"“{found[0]}” looks like {_KINDS[found.lastgroup or 'email']}."
            advice = "Delete it. People are named by role and organization; questions go to “contact”."
            yield piece.problem(found.span(), message, advice)


def _contacts(file: ProgramFile) -> Iterator[str]:
    """Yield the addresses that the program itself publishes."""
    yield file.submission.contact or ""
    yield file.supports.contact or ""
    yield from (issuer.contact for issuer in file.issuers)
