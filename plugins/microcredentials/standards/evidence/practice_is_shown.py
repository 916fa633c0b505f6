"""At least one artifact comes from real practice.

A plan shows what somebody intends. An employer who reads a badge wants to know what its holder has done with
students, families or colleagues, and an educator who has done it deserves to have that seen. So one artifact or
more must be of a type that can arise only in use, such as student work, a recording or a record of coaching.
`vocabulary.yml` marks these types with `practice`.

Fails:

    evidence:
      artifacts:
        - {id: unit, name: Unit plan, type: unit-plan, description: The unit you planned.}
        - {id: slides, name: Slides, type: presentation, description: The slides you made for it.}

Passes:

    evidence:
      artifacts:
        - {id: unit, name: Unit plan, type: unit-plan, description: The unit you planned.}
        - {id: samples, name: Student samples, type: student-work, description: What four students made in it.}
"""

from collections.abc import Iterator

from ...check import Context, rule
from ...model import MicroCredential
from ...problem import Problem
from ...wording import listed


@rule("EV-02", "warning error error", derived_from=("NA", "BB", "UT"), needs=("vocabulary",))
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    yield from _none_from_practice(credential, context)


def _none_from_practice(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    used = [artifact.type for artifact in credential.evidence.artifacts]
    practice = {term.id: term.label.lower() for term in context.program.terms("artifact_types") if term.practice}
    complete = bool(used) and None not in used  # EV-01 and EV-04 speak of what is missing
    if complete and practice.keys().isdisjoint(used):
        advice = f"Ask for something that only use can bring forth: {listed(list(practice.values()), 'or')}."
        yield Problem(("evidence", "artifacts"), "No artifact comes from real practice.", advice)
