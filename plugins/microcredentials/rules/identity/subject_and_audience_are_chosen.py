"""Subjects, grade bands, educator roles and level are chosen from the state's lists.

Educators narrow the catalog down to their subject, grades and job. A micro-credential without these values never
appears in their results, and one with a misspelled value ends up alone under a heading of its own. That is why a value
outside the lists is an error even in a draft.

Fails:

    subjects: [mathmatics]
    grade_bands: [6-8]
    educator_roles: [teacher]
    level: foundational

Passes:

    subjects: [mathematics]
    grade_bands: [6-8]
    educator_roles: [teacher, instructional-coach]
    level: foundational
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.spec import MicroCredential
from ...model.wording import join_items, singular
from ...reading.problem import Pointer, Problem, Severity
from ...reading.suggest import suggest

LISTS = {"subjects": "subjects", "grade_bands": "grade_bands", "educator_roles": "educator_roles", "level": "levels"}


@rule(
    "ID-05", "warning error error", derived_from=("MPOS", "CTDL", "NA"), needs=("vocabulary",),
    reads=("subjects", "grade_bands", "educator_roles", "level"),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    yield from _missing(credential)
    for field, vocabulary in LISTS.items():
        known = [term.id for term in context.program.terms(vocabulary)]
        for at, value in _values(credential, field):
            if value not in known:
                message = f"“{value}” is not one of the state's {vocabulary.replace('_', ' ')}."
                yield Problem(at, message, suggest(value, known), severity=Severity.ERROR)


def _missing(credential: MicroCredential) -> Iterator[Problem]:
    missing = [field for field in LISTS if not getattr(credential, field)]
    together = [missing] if len(missing) == len(LISTS) else [[field] for field in missing]
    for fields in together:
        names = join_items([singular(field) for field in fields], "or")
        yield Problem((fields[0],), f"No {names} is chosen.", "Choose from the lists in vocabulary.yml.")


def _values(credential: MicroCredential, field: str) -> Iterator[tuple[Pointer, str]]:
    value = getattr(credential, field)
    if isinstance(value, str):
        yield (field,), value
    else:
        yield from (((field, i), each) for i, each in enumerate(value or ()))
