"""A stack has a reason to be one, and says what it adds up to.

The outcome tells an earner what she can do in the end that no member shows alone; the rationale tells her why these
members, and why in this order. Without them a stack is a list, and she cannot see what to earn next or what to skip.

Fails:

    rationale: Members may be earned in any order.

Passes:

    rationale: >-
      Questioning comes first because it needs no new materials and gives the educator more to hear. Shared goals
      follow, since an answer means little until teacher and students agree on what they are looking for. Feedback
      then builds on both.
"""

from collections.abc import Iterator

from ...check import Context, rule
from ...model import Stack
from ...problem import Problem
from ...wording import plural
from .._words import words


@rule("ST-03", "warning warning error", derived_from=("NC", "NZ"), settings={"min_rationale_words": 30})
def check(stack: Stack, context: Context) -> Iterator[Problem]:
    least = context.settings["min_rationale_words"]
    advice = "Say why these members belong together, and why in this order."
    if stack.rationale is None:
        yield Problem(("rationale",), "The stack has no rationale.", advice)
    elif (count := len(words(stack.rationale))) < least:
        message = f"The rationale has {plural(count, 'word')}; at least {least} are expected."
        yield Problem(("rationale",), message, advice)
