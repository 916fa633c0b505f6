"""A stack says why its members belong together and what they add up to.

The outcome tells educators what they can do in the end that no single member shows. The rationale tells them why these
members, and why in this order. Without the two, a stack is just a list, and educators cannot see what to earn next or
what to skip. A member that shares neither a subject nor a standard with the others looks like a mistake.

Fails:

    rationale: Members may be earned in any order.

Passes:

    rationale: >-
      Questioning comes first because it needs no new materials and gives the educator more to hear. Shared goals
      follow, since an answer means little until teacher and students agree on what they are looking for. Feedback
      then builds on both.
"""

from collections.abc import Iterator

from ...catalog.catalog import Catalog
from ...checking.rule import HEURISTIC, Context, rule, whole_catalog
from ...model.spec import Stack
from ...model.wording import plural
from ...reading.problem import Problem, Related
from .._tokens import split_words
from .members import Member, current_members

_MOST_COMPARED = 100  # far more than ST-01 allows; to compare any number would take quadratic time


@rule(
    "ST-03", "warning warning error", derived_from=("NC", "NZ"), settings={"min_rationale_words": 30},
    any_language=True,
    reads=("outcome", "rationale"), looks_at=whole_catalog,
)  # fmt: skip
def check(stack: Stack, context: Context, catalog: Catalog) -> Iterator[Problem]:
    least = context.settings["min_rationale_words"]
    advice = "Say why these members belong together, and why in this order."
    if stack.rationale is None:
        yield Problem(("rationale",), "The stack has no rationale.", advice)
    elif (count := len(split_words(stack.rationale))) < least:
        message = f"The rationale has {plural(count, 'word')}; at least {least} are expected."
        yield Problem(("rationale",), message, advice)
    members = current_members(catalog, context.entry.slug)[:_MOST_COMPARED]
    yield from _unrelated(tuple(m for m in members if m.stage or context.status == "draft"))  # drafts may still change


def _unrelated(members: tuple[Member, ...]) -> Iterator[Problem]:
    together = _largest_group({i: themes for i, member in enumerate(members) if (themes := _themes(member))})
    for i, member in enumerate(members):
        if _themes(member) and i not in together:
            message = f"“{member.title}” has neither a subject nor a standard in common with the rest of the stack."
            advice = "Remove it from the stack, or add the subject or standard that connects it to the others."
            related = (Related("its subjects", ("subjects",), path=member.entry.slug),)
            yield Problem(("title",), message, advice, related=related, rule_class=HEURISTIC)


def _themes(member: Member) -> frozenset[str]:
    """Return the subjects and standards of *member*."""
    spec = member.entry.spec
    return frozenset((*spec.subjects, *(f"{each.framework} {each.code}" for each in spec.alignment)))


def _largest_group(themes: dict[int, frozenset[str]]) -> set[int]:
    """Return the largest group of members that share themes, directly or through others; the first of several."""
    groups: list[tuple[set[int], frozenset[str]]] = []
    for i, own in themes.items():
        related = [group for group in groups if group[1] & own]
        merged = {i}.union(*(members for members, _ in related)), own.union(*(shared for _, shared in related))
        groups = [merged, *(group for group in groups if group not in related)]
    return max((members for members, _ in groups), key=lambda each: (len(each), -min(each)), default=set())
