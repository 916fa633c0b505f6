"""Each artifact says what it is, how much to submit, in which format, and when it is complete.

With this information, educators can check their own work before they submit it, and assessors can return incomplete
work at once instead of giving it a low score. Without it, educators have to ask, or need a second attempt. Completion
indicators ask whether something is there, so yes or no is enough; whether it is good is for the rubric.

Fails:

    evidence:
      artifacts:
        - {id: plan, name: Lesson plan, type: lesson-plan, description: Your plan., quantity: 1}

Passes:

    evidence:
      artifacts:
        - id: plan
          name: Lesson plan
          type: lesson-plan
          description: >-
            The plan that you taught from, with at least five questions for the discussion. Beside each of them, note
            an answer you expect and your next step.
          quantity: 1
          formats: [pdf, document]
          max_length: {amount: 3, unit: pages}
          completion_indicators: ["Does the plan contain five questions or more?"]
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.evidence import Artifact
from ...model.spec import MicroCredential
from ...model.wording import plural
from ...reading.problem import Pointer, Problem
from .._tokens import split_words
from ._indicators import check_indicators

FACTS = {
    "type": "Choose from the list “artifact_types” in vocabulary.yml.",
    "quantity": "Write how many to submit, as a number.",
    "formats": "Choose one or more from the list “formats” in vocabulary.yml.",
}


@rule(
    "EV-04", "warning error error", derived_from=("BB", "NEA", "OBA"), needs=("vocabulary",),
    settings={"min_words": 20, "min_completion_indicators": 1}, reads=("evidence.artifacts",),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    for i, artifact in enumerate(credential.evidence.artifacts):
        at: Pointer = ("evidence", "artifacts", i)
        subject = f"The artifact “{artifact.name}”"
        yield from (Problem((*at, f), f"{subject} has no {f}.", FACTS[f]) for f in FACTS if not getattr(artifact, f))
        if (count := len(split_words(artifact.description))) < (least := context.settings["min_words"]):
            message = f"{subject} is described in {plural(count, 'word')}; {least} or more are expected."
            yield Problem((*at, "description"), message, "Say what it contains and what must be visible in it.")
        yield from _length(artifact, at, subject, context)
        yield from check_indicators(artifact, (*at, "completion_indicators"), subject, context)


def _length(artifact: Artifact, at: Pointer, subject: str, context: Context) -> Iterator[Problem]:
    term = context.program.term("artifact_types", artifact.type)
    if term and term.length_unit and (artifact.max_length is None or artifact.max_length.unit != term.length_unit):
        message = f"{subject} has no limit in {term.length_unit}, which its type requires."
        advice = f"Write the maximum length, as in max_length: {{amount: 3, unit: {term.length_unit}}}."
        yield Problem((*at, "max_length"), message, advice)
