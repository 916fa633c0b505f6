"""At least one artifact comes from real practice, and none comes from a state test.

A plan shows only what an educator intends. Employers who read a badge want to know what its holder has done with
students, families or colleagues, and educators who have done it deserve to have it seen. So at least one artifact must
be of a type that only real practice can produce, such as student work, a recording or a record of coaching;
vocabulary.yml marks these types with “practice”. Scores on state tests arrive months later, reflect much more than one
practice, and were never meant to judge it.

Fails:

    evidence:
      artifacts:
        - {id: unit, name: Unit plan, type: unit-plan, description: The unit you planned.}
        - {id: slides, name: Slides, type: presentation, description: The slides you made for it.}

Passes:

    evidence:
      artifacts:
        - {id: unit, name: Unit plan, type: unit-plan, description: The unit you planned.}
        - {id: student-work, name: Student work, type: student-work, description: What four students made in it.}
"""

from collections.abc import Iterator

from ...checking.rule import HEURISTIC, Context, rule
from ...model.spec import MicroCredential
from ...model.wording import join_items
from ...reading.phrases import JoinedTexts
from ...reading.problem import Problem
from .._negation import is_negated
from .._scored_texts import collect_evidence_texts
from ._state_tests import STATE_TESTS


@rule(
    "EV-02", "warning error error", derived_from=("NA", "BB", "UT"), needs=("vocabulary",),
    word_lists={"state_tests": STATE_TESTS}, reads=("evidence.artifacts",),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    yield from _no_practice(credential, context)
    yield from _state_tests(credential, context)


def _state_tests(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    texts = tuple(collect_evidence_texts(credential.evidence))
    for number, found in JoinedTexts(text for _, text in texts).find(context.words("state_tests")):
        at, text = texts[number]
        if not is_negated(text, *found.span):
            message = f"The evidence mentions a state test: “{found.words}”."
            advice = "Ask for what students do in class, such as their work or a quiz that the educator gave."
            yield Problem(at, message, advice, words=found.span, rule_class=HEURISTIC)


def _no_practice(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    types = [artifact.type for artifact in credential.evidence.artifacts]
    practice = {term.id: term.label.lower() for term in context.program.terms("artifact_types") if term.practice}
    complete = bool(types) and None not in types  # EV-01 and EV-04 report what is missing
    if complete and practice.keys().isdisjoint(types):
        advice = f"Ask for something that only real practice can produce: {join_items(list(practice.values()), 'or')}."
        yield Problem(("evidence", "artifacts"), "No artifact comes from real practice.", advice)
