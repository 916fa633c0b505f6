"""Each artifact says what it is, how much of it to hand in, in which form, and how to know that it is complete.

With these lines an educator can check her own work before she sends it, and an assessor can return incomplete work
at once instead of scoring it low. Left unsaid, they come back to her as a question, or as a second attempt. Whether
something is there can be answered with yes or no; whether it is good is for the rubric.

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
            The plan that you taught from, with at least five questions for the discussion. Beside each of them stand
            an answer you expect and your next step.
          quantity: 1
          formats: [pdf, document]
          max_length: {amount: 3, unit: pages}
          completion_indicators: ["Does the plan hold five questions or more?"]
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.evidence import Artifact
from ...model.spec import MicroCredential
from ...model.wording import plural
from ...reading.problem import Pointer, Problem
from .._words import words
from ._indicators import indicators

FACTS = {
    "type": "Choose from the list “artifact_types” in vocabulary.yml.",
    "quantity": "Write how many to hand in, as a number.",
    "formats": "Choose one or more from the list “formats” in vocabulary.yml.",
}


@rule(
    "EV-04", "warning error error", derived_from=("BB", "NEA", "OBA"), needs=("vocabulary",),
    settings={"min_words": 20, "min_completion_indicators": 1}, reads=("evidence.artifacts",),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    for i, artifact in enumerate(credential.evidence.artifacts):
        at: Pointer = ("evidence", "artifacts", i)
        the = f"The artifact “{artifact.name}”"
        yield from (Problem((*at, f), f"{the} has no {f}.", FACTS[f]) for f in FACTS if not getattr(artifact, f))
        if (count := len(words(artifact.description))) < (least := context.settings["min_words"]):
            message = f"{the} is described in {plural(count, 'word')}; {least} or more are expected."
            yield Problem((*at, "description"), message, "Say what it holds and what must be visible in it.")
        yield from _length(artifact, at, the, context)
        yield from indicators(artifact, (*at, "completion_indicators"), the, context)


def _length(artifact: Artifact, at: Pointer, the: str, context: Context) -> Iterator[Problem]:
    term = context.program.term("artifact_types", artifact.type)
    if term and term.length_unit and (artifact.max_length is None or artifact.max_length.unit != term.length_unit):
        message = f"{the} has no limit in {term.length_unit}, as its type needs."
        advice = f"Write the most that is read, as in max_length: {{amount: 3, unit: {term.length_unit}}}."
        yield Problem((*at, "max_length"), message, advice)
