"""Check completion indicators, which are questions that yes or no can answer at a glance."""

from collections.abc import Iterator

from ...checking.rule import HEURISTIC, Context
from ...model.evidence import Artifact
from ...model.wording import plural
from ...reading.phrases import JoinedTexts
from ...reading.problem import Pointer, Problem
from .._vague_words import QUANTITIES, find_vague_words


def check_indicators(artifact: Artifact, at: Pointer, subject: str, context: Context) -> Iterator[Problem]:
    """Yield the problems of the completion indicators of *artifact*, which are at *at*.

    *subject* begins each message, as in “The artifact “Lesson plan””.
    """
    count, least = len(artifact.completion_indicators), context.settings["min_completion_indicators"]
    if count < least and context.status != "draft":
        message = f"{subject} has {plural(count, 'completion indicator')}; {least} or more are expected."
        advice = "Ask a question that a glance can answer, as in “Is the recording at most ten minutes long?”"
        yield Problem(at, message, advice)
    for i, indicator in enumerate(artifact.completion_indicators):
        if not indicator.rstrip().endswith("?"):
            message = f"{subject} has a completion indicator that is not a question: “{indicator.strip()[:60]}”"
            yield Problem((*at, i), message, "Ask a question that yes or no can answer, as in “Does it …?”")
    yield from _vague_indicators(artifact, at, context)


def _vague_indicators(artifact: Artifact, at: Pointer, context: Context) -> Iterator[Problem]:
    for i, found in find_vague_words(JoinedTexts(artifact.completion_indicators), context):
        if found.words.lower() not in QUANTITIES:
            message = f"“{found.words}” asks for a judgment, but completion indicators are answered with yes or no."
            advice = "Ask whether something is there, or how many there are. Leave its quality to the rubric."
            yield Problem((*at, i), message, advice, words=found.span, rule_class=HEURISTIC)
