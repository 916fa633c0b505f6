"""A criterion looks only at evidence that it names.

Educators prepare what the page asks for. When a descriptor mentions a video or a survey that its criterion does not
list, educators learn too late that it mattered, or an assessor looks for something that was never submitted. Either add
the evidence to the criterion, or remove it from the descriptor.

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
from ...reading.problem import Pointer, Problem
from .._scored_texts import collect_descriptors
from .._tokens import split_sentences
from ._evidence_mentions import describe_part, is_evidence, mentions
from ._evidence_nouns import EVIDENCE_NOUNS


@rule(
    "AL-04", "warning warning error", derived_from=("DP",), rule_class=HEURISTIC,
    word_lists={"evidence_nouns": EVIDENCE_NOUNS}, reads=("rubric.criteria",),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    parts = {part.id: describe_part(part) for part in credential.evidence.parts}
    descriptors = tuple(collect_descriptors(credential.rubric))
    texts = JoinedTexts(text for _, text in descriptors)
    by_criterion = groupby(texts.find(context.words("evidence_nouns")), lambda each: descriptors[each[0]][0][2])
    for i, found in by_criterion:
        criterion = credential.rubric.criteria[int(i)]
        if criterion.evidence and parts.keys() >= set(criterion.evidence):  # AL-02 reports what is missing
            nouns = ((*descriptors[number], each) for number, each in found)
            yield from _hidden(criterion, nouns, parts)


def _hidden(
    criterion: Criterion, nouns: Iterable[tuple[Pointer, str, PhraseMatch]], parts: dict[str, str]
) -> Iterator[Problem]:
    evidence = " ".join(parts[id] for id in criterion.evidence)
    is_listed: dict[str, bool] = {}
    for at, text, found in nouns:
        if found.phrase not in is_listed:
            is_listed[found.phrase] = mentions(evidence, found)
        if not is_listed[found.phrase] and is_evidence(found, text, [start for start, _ in split_sentences(text)]):
            holders = [f"“{id}”" for id, description in parts.items() if mentions(description, found)]
            message = f"The criterion “{criterion.name}” mentions “{found.words}”, which is not part of its evidence."
            advice = "Ask for it in Part 2 and add it to the evidence here, or remove it from the descriptor."
            if holders:
                advice = f"Add {join_items(holders, 'or')} to its evidence, or remove it from the descriptor."
            yield Problem(at, message, advice, words=found.span)
