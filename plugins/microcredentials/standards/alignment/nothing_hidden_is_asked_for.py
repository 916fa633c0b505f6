"""A criterion looks only at evidence that it names.

An earner prepares what the page asks for. When a descriptor speaks of a video or a survey that its criterion does not
list, she learns too late that it mattered, or an assessor looks for something that nobody handed in. Either the
evidence is listed, or the descriptor does without it.

Fails:

    evidence:
      artifacts:
        - {id: question-plan, name: Question plan, description: The plan of one lesson.}
        - {id: pause-log, name: Log of timed pauses, description: Ten questions and their pauses.}
    rubric:
      levels: [Not yet, Demonstrated]
      criteria:
        - id: silence
          name: Silence after each question
          evidence: [pause-log]
          descriptors:
            Demonstrated: The video shows three seconds of silence after four of every five questions.

Passes:

    evidence:
      artifacts:
        - {id: question-plan, name: Question plan, description: The plan of one lesson.}
        - {id: pause-log, name: Log of timed pauses, description: Ten questions and their pauses.}
    rubric:
      levels: [Not yet, Demonstrated]
      criteria:
        - id: silence
          name: Silence after each question
          evidence: [pause-log]
          descriptors:
            Demonstrated: The log shows three seconds of silence after four of every five questions.
"""

from collections.abc import Iterator

from ...check import HEURISTIC, Context, rule
from ...demonstration import Criterion
from ...model import MicroCredential
from ...problem import Pointer, Problem, at_most
from ...wording import listed
from .._words import sentences
from ._evidence_nouns import EVIDENCE_NOUNS
from ._mentions import described, is_evidence, speaks_of


@rule(
    "AL-04", "warning warning error", derived_from=("DP",), rule_class=HEURISTIC,
    word_lists={"evidence_nouns": EVIDENCE_NOUNS}, reads=("rubric.criteria",),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    parts = {part.id: described(part) for part in credential.evidence.parts}
    for i, criterion in enumerate(credential.rubric.criteria):
        if criterion.evidence and parts.keys() >= set(criterion.evidence):  # AL-02 speaks of what is missing
            yield from at_most(_hidden(criterion, ("rubric", "criteria", i, "descriptors"), parts, context))


def _hidden(criterion: Criterion, at: Pointer, parts: dict[str, str], context: Context) -> Iterator[Problem]:
    named = " ".join(parts[id] for id in criterion.evidence)
    named_here: dict[str, bool] = {}
    for level, text in criterion.descriptors.items():
        starts: list[int] = []
        for found in context.words("evidence_nouns").find(text):
            if found.phrase not in named_here:
                named_here[found.phrase] = speaks_of(named, found)
            if named_here[found.phrase]:
                continue
            starts = starts or [start for start, _ in sentences(text)]
            if is_evidence(found, text, starts):
                holders = [f"“{id}”" for id, description in parts.items() if speaks_of(description, found)]
                message = f"“{criterion.name}” looks at “{found.words}”, which is not among its evidence."
                instead = f"Add {listed(holders, 'or')} to its evidence, or leave it out."
                advice = instead if holders else "Ask for it in Part 2 and list it here, or do without it."
                yield Problem((*at, level), message, advice, words=found.span)
