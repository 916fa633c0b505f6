"""Every criterion names its evidence, and every id that a spec refers to exists.

A criterion without evidence is judged by impression. A misspelled id has the same effect, but it is harder to notice:
the criterion seems to be based on something, and the page has nothing to show for it. The rule covers all references
inside a spec: to evidence, to method components and to levels.

Fails:

    evidence:
      artifacts:
        - {id: pause-log, name: Log of timed pauses, description: Ten questions and their pauses.}
    rubric:
      criteria:
        - {id: questions, name: Questions that ask for reasoning}
        - {id: silence, name: Silence after each question, evidence: [pauses-log]}

Passes:

    evidence:
      overview:
        - {id: baseline, prompt: Describe the usual pause in an ordinary lesson.}
      artifacts:
        - {id: pause-log, name: Log of timed pauses, description: Ten questions and their pauses.}
    rubric:
      criteria:
        - {id: silence, name: Silence after each question, evidence: [pause-log, baseline]}
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.evidence import Criterion
from ...model.spec import MicroCredential
from ...reading.problem import Problem
from ...reading.suggest import suggest
from ._references import collect_references


@rule("AL-02", "warning error error", derived_from=("PSY", "BB"), reads=("rubric.criteria",))
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    yield from _without_evidence(credential.rubric.criteria)
    known = {
        "evidence": [part.id for part in credential.evidence.parts],
        "component": [component.id for component in credential.method_components],
        "level": list(credential.rubric.levels),
    }
    for reference in collect_references(credential):
        names = known[reference.kind]
        if names and reference.name not in names:  # EV-01, CO-04 or RU-02 reports a list that is missing
            message = (
                f"{reference.owner} refers to the {reference.kind} “{reference.name}”, which this spec does not have."
            )
            yield Problem(reference.at, message, suggest(reference.name, names))


def _without_evidence(criteria: tuple[Criterion, ...]) -> Iterator[Problem]:
    advice = "List the ids of the evidence that assessors look at, as in evidence: [pause-log]."
    if criteria and not any(criterion.evidence for criterion in criteria):
        yield Problem(("rubric", "criteria"), "No criterion names its evidence.", advice)
        return
    for i, criterion in enumerate(criteria):
        if not criterion.evidence:
            at = ("rubric", "criteria", i, "evidence")
            yield Problem(at, f"The criterion “{criterion.name}” does not name its evidence.", advice)
