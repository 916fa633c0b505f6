"""The key method describes the practice behind the competency in a few sentences.

The key method helps educators decide whether this is a practice that they use or want to learn. One line says too
little to decide, and a whole page hides the point. A key method that only repeats the competency does not say how
anything is done.

Fails:

    key_method: The educator asks open questions.

Passes:

    key_method: >-
      The educator writes a small set of open questions before the lesson, asks each one once, and keeps
      silent for three seconds or more before calling on anyone. What students say then decides the next step.
"""

from collections.abc import Iterator

from ...checking.rule import HEURISTIC, Context, rule
from ...model.spec import MicroCredential
from ...reading.problem import Problem, Related
from .._similarity import content_words, similarity
from .._tokens import split_words


@rule(
    "CO-03", "warning error error", derived_from=("DP",),
    settings={"min_words": 15, "max_words": 120, "max_similarity": 0.85}, reads=("key_method",),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    if credential.key_method is None:
        yield Problem(("key_method",), "The key method is missing.", "Describe the practice in two to five sentences.")
        return
    words = split_words(credential.key_method)
    low, high = context.settings["min_words"], context.settings["max_words"]
    if not low <= len(words) <= high:
        advice = "Say what the educator does, step by step." if len(words) < low else "Move details to the components."
        message = f"The key method has {len(words)} words; {low} to {high} are expected."
        yield Problem(("key_method",), message, advice)
    share = similarity(content_words(words), content_words(split_words(credential.competency)))
    if share > context.settings["max_similarity"]:
        message = f"The key method says little more than the competency: they share {share:.0%} of their words."
        advice = "Say how it is done: what comes first, what the educator watches for, and what happens next."
        related = (Related("the competency", ("competency",)),)
        yield Problem(("key_method",), message, advice, related=related, rule_class=HEURISTIC)
