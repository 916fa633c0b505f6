"""The issuer is listed in program.yml, and both a subject expert and a practitioner helped to create the spec.

A micro-credential is worth as much as its issuer's name, so employers must be able to look the issuer up. Educators can
trust that the work is sound, and that it fits into a real week of teaching, if a person who knows the subject and a
person who does the job have written or reviewed it. Role and organization are enough; names of people are not required.

Fails:

    authors:
      - {role: subject-expert, organization: State University, office: Professor of education}
    reviews: []

Passes:

    authors:
      - {role: subject-expert, organization: State University, office: Professor of education}
      - {role: practitioner, organization: Valley School District, office: Grade 4 teacher}
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.spec import MicroCredential, Spec
from ...reading.problem import Problem
from ...reading.suggest import suggest


@rule(
    "ID-04", "warning error error", derived_from=("EU", "OB3", "DP"), needs=("file",),
    settings={"roles": ["subject-expert", "practitioner"]}, reads=("issuer", "authors", "reviews"),
)  # fmt: skip
def check(spec: Spec, context: Context) -> Iterator[Problem]:
    if spec.issuer is not None:
        yield from _issuer(spec.issuer, context)
    if isinstance(spec, MicroCredential):
        yield from _people(spec, context)


def _issuer(issuer: str, context: Context) -> Iterator[Problem]:
    known = [each.id for each in context.program.file.issuers] if context.program.file else []
    inherited = not context.entry.source.has(("issuer",))  # an unknown one is reported once, in program.yml
    if issuer not in known and not inherited:
        message = f"The issuer “{issuer}” is not one of the issuers in program.yml."
        yield Problem(("issuer",), message, suggest(issuer, known))


def _people(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    if not credential.authors:
        advice = "Name the authors by role and organization, ideally a subject expert and a practitioner."
        yield Problem(("authors",), "No author is named.", advice)
        return
    present = {person.role for person in (*credential.authors, *credential.reviews)}
    for role in context.settings["roles"]:
        if role not in present:
            label = context.program.label("person_roles", role).lower()
            message = f"No {label} is among the authors and reviewers."
            yield Problem(("authors",), message, f"Have a {label} help to write or review it, and add that person.")
