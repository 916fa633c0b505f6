"""Every artifact is scored by at least one criterion.

Each artifact costs educators evenings of work. If no criterion looks at it, it is collected but not read, which is why
people call evidence busy work. Or it is judged after all, by criteria that were never published.

Fails:

    evidence:
      artifacts:
        - {id: question-plan, name: Question plan, description: The plan of one lesson.}
        - {id: pause-log, name: Log of timed pauses, description: Ten questions and their pauses.}
    rubric:
      criteria:
        - {id: questions, name: Questions that ask for reasoning, evidence: [question-plan]}

Passes:

    evidence:
      artifacts:
        - {id: question-plan, name: Question plan, description: The plan of one lesson.}
        - {id: pause-log, name: Log of timed pauses, description: Ten questions and their pauses.}
    rubric:
      criteria:
        - {id: questions, name: Questions that ask for reasoning, evidence: [question-plan]}
        - {id: silence, name: Silence after each question, evidence: [pause-log]}
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.spec import MicroCredential
from ...reading.problem import Problem


@rule("AL-01", "warning error error", derived_from=("MPOS", "NEA"), reads=("evidence.artifacts", "rubric.criteria"))
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    scored = {name for criterion in credential.rubric.criteria for name in criterion.evidence}
    if not scored:
        return  # RU-01 reports missing criteria, AL-02 criteria without evidence
    for i, artifact in enumerate(credential.evidence.artifacts):
        if artifact.id not in scored:
            advice = f"Add “{artifact.id}” to the evidence of a criterion, or remove the artifact."
            at = ("evidence", "artifacts", i, "id")
            yield Problem(at, f"No criterion scores the artifact “{artifact.name}”.", advice)
