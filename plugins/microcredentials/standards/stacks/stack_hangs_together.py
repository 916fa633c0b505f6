"""A stack has a reason to be one, and says what it adds up to.

The outcome tells an earner what she can do in the end that no member shows alone; the rationale tells her why these
members, and why in this order. Without them a stack is a list, and she cannot see what to earn next or what to skip.
A member that shares neither a subject nor a standard with any other looks as if it had strayed in.

Fails:

    rationale: Members may be earned in any order.

Passes:

    rationale: >-
      Questioning comes first because it needs no new materials and gives the educator more to hear. Shared goals
      follow, since an answer means little until teacher and students agree on what they are looking for. Feedback
      then builds on both.
"""

from collections.abc import Iterator

from ...check import HEURISTIC, Context, rule
from ...model import Stack
from ...problem import Problem, Related
from ...wording import plural
from .._words import words
from ._members import Member, current_members


@rule("ST-03", "warning warning error", derived_from=("NC", "NZ"), settings={"min_rationale_words": 30})
def check(stack: Stack, context: Context) -> Iterator[Problem]:
    least = context.settings["min_rationale_words"]
    advice = "Say why these members belong together, and why in this order."
    if stack.rationale is None:
        yield Problem(("rationale",), "The stack has no rationale.", advice)
    elif (count := len(words(stack.rationale))) < least:
        message = f"The rationale has {plural(count, 'word')}; at least {least} are expected."
        yield Problem(("rationale",), message, advice)
    yield from _strays(current_members(context.catalog, context.entry.slug))


def _strays(members: tuple[Member, ...]) -> Iterator[Problem]:
    themes = [_themes(member) for member in members]
    for i, member in enumerate(members):
        others = frozenset[str]().union(*themes[:i], *themes[i + 1 :])
        if themes[i] and others and not themes[i] & others:
            message = f"“{member.title}” shares neither a subject nor a standard with the other members."
            advice = "Take it out of the stack, or name in it the subject or the standard that ties them together."
            related = (Related("its subjects", ("subjects",), path=member.entry.slug),)
            yield Problem(("title",), message, advice, related=related, rule_class=HEURISTIC)


def _themes(member: Member) -> frozenset[str]:
    """Return the subjects and the standards of *member*."""
    spec = member.entry.spec
    return frozenset((*spec.subjects, *(f"{each.framework} {each.code}" for each in spec.alignment)))
