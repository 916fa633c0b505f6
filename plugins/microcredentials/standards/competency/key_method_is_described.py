"""A key method is described: the practice behind the competency, in a few sentences.

An earner decides from the key method whether this is the practice she uses or wants to learn. A method of one
line says too little to decide, and one of a page hides the point.

Fails:

    key_method: The educator asks open questions.

Passes:

    key_method: >-
      The educator writes a small set of open questions before the lesson, asks each one once, and keeps
      silent for three seconds or more before calling on anyone. What students say then decides the next step.
"""

from collections.abc import Iterator

from ...check import Context, rule
from ...model import MicroCredential
from ...problem import Problem
from .._words import words


@rule("CO-03", "warning error error", derived_from=("DP",), settings={"min_words": 15, "max_words": 120})
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    if credential.key_method is None:
        yield Problem(("key_method",), "The key method is missing.", "Describe the practice in two to five sentences.")
        return
    count = len(words(credential.key_method))
    low, high = context.settings["min_words"], context.settings["max_words"]
    if not low <= count <= high:
        advice = "Say what the educator does, step by step." if count < low else "Move detail to the components."
        yield Problem(("key_method",), f"The key method has {count} words; {low} to {high} are expected.", advice)
