"""A stack has members enough, in one order, and each of them can be reached.

An earner chooses a stack as a way with an end. A stack that exists only by a misspelled name, prerequisites that
wait for each other, or more electives asked for than offered leave her halfway. A stack of one is no stack, and a
very large one is a program that few finish.

Fails:

    # stacks/classroom-talk.md
    electives_min: 2
    # credentials/wait-time.md
    stacks: [{stack: classroom-talks, role: required, order: 1}]
    prerequisites: [wait-time]

Passes:

    # stacks/classroom-talk.md
    electives_min: 1
    # credentials/wait-time.md
    stacks: [{stack: classroom-talk, role: required, order: 1}]
    # credentials/student-questions.md
    stacks: [{stack: classroom-talk, role: elective, order: 2}]
    prerequisites: [wait-time]
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.spec import MicroCredential, Spec, Stack
from ...model.wording import plural
from ...reading.problem import Problem
from ._members import current_members
from ._memberships import memberships
from ._prerequisites import prerequisites


@rule(
    "ST-01", "warning error error", derived_from=("NEA", "UT", "OB3"), settings={"min_members": 2, "max_members": 8},
    reads=("electives_min", "stacks", "prerequisites"),
)  # fmt: skip
def check(spec: Spec, context: Context) -> Iterator[Problem]:
    if isinstance(spec, MicroCredential):
        yield from memberships(spec, context.entry.slug, context.catalog)
        yield from prerequisites(spec, context.entry.slug, context.catalog)
    elif isinstance(spec, Stack):
        yield from _size(context)
        yield from _electives(spec, context)


def _size(context: Context) -> Iterator[Problem]:
    low, high = context.settings["min_members"], context.settings["max_members"]
    count = len(current_members(context.catalog, context.entry.slug))
    message = f"The stack has {plural(count, 'member')}; {low} to {high} are expected."
    if count > high:
        yield Problem(("title",), message, "Divide it into two stacks, or retire members.")
    elif count < low and context.catalog.all_credentials_readable:
        advice = f"Name “{context.entry.slug}” under “stacks” in the micro-credentials that belong to it."
        yield Problem(("title",), message, advice)


def _electives(stack: Stack, context: Context) -> Iterator[Problem]:
    members = current_members(context.catalog, context.entry.slug)
    if not members or not context.catalog.all_credentials_readable:
        return
    required = [member for member in members if member.membership.role == "required"]
    offered = [m for m in members if m not in required and (m.standing or context.status == "draft")]
    if stack.electives_min > len(offered):
        message = f"The stack asks for {plural(stack.electives_min, 'elective')} and offers {len(offered)}."
        advice = "Ask for fewer, or add electives; a draft does not count, because nobody can earn it yet."
        yield Problem(("electives_min",), message, advice)
    elif not required and not stack.electives_min:
        message = "No member is required and no elective is needed, so the stack would be earned by doing nothing."
        yield Problem(("electives_min",), message, "Make a member required, or say how many electives are needed.")
