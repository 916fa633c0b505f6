"""A criterion looks only at evidence that it names.

Educators prepare what the page asks for. When a descriptor mentions a video or a survey that its criterion does not
list, educators learn too late that it mattered, or an assessor looks for something that was never submitted. Either add
the evidence to the criterion, or take it out of the descriptor.

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

from collections.abc import Iterable, Iterator
from itertools import groupby

from ...checking.rule import HEURISTIC, Context, rule
from ...model.evidence import Criterion
from ...model.spec import MicroCredential
from ...model.wording import join_items
from ...reading.phrases import JoinedTexts, PhraseMatch
from ...reading.problem import Pointer, Problem, limit_problems
from .._texts import described as described_levels
from .._words import sentences
from ._evidence_nouns import EVIDENCE_NOUNS
from ._mentions import described, is_evidence, speaks_of


@rule(
    "AL-04", "warning warning error", derived_from=("DP",), rule_class=HEURISTIC,
    word_lists={"evidence_nouns": EVIDENCE_NOUNS}, reads=("rubric.criteria",),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    parts = {part.id: described(part) for part in credential.evidence.parts}
    places = tuple(described_levels(credential.rubric))
    texts = JoinedTexts(text for _, text in places)
    named = groupby(texts.find(context.words("evidence_nouns")), lambda each: places[each[0]][0][2])
    for i, found in named:
        criterion = credential.rubric.criteria[int(i)]
        if criterion.evidence and parts.keys() >= set(criterion.evidence):  # AL-02 speaks of what is missing
            nouns = ((*places[number], each) for number, each in found)
            yield from limit_problems(_hidden(criterion, nouns, parts))


def _hidden(
    criterion: Criterion, nouns: Iterable[tuple[Pointer, str, PhraseMatch]], parts: dict[str, str]
) -> Iterator[Problem]:
    named = " ".join(parts[id] for id in criterion.evidence)
    named_here: dict[str, bool] = {}
    for at, text, found in nouns:
        if found.phrase not in named_here:
            named_here[found.phrase] = speaks_of(named, found)
        if not named_here[found.phrase] and is_evidence(found, text, [start for start, _ in sentences(text)]):
            holders = [f"“{id}”" for id, description in parts.items() if speaks_of(description, found)]
            message = f"The criterion “{criterion.name}” mentions “{found.words}”, which is not part of its evidence."
            instead = f"Add {join_items(holders, 'or')} to its evidence, or take it out of the descriptor."
            advice = (
                instead
                if holders
                else "Ask for it in Part 2 and add it to the evidence here, or take it out of the descriptor."
            )
            yield Problem(at, message, advice, words=found.span)
