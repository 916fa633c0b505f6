"""A stack has enough members, in one clear order, and educators can earn each of them.

Educators choose a stack as a path that has an end. A misspelled stack name, prerequisites that wait for each other, or
more required electives than the stack offers leave them stranded halfway. One micro-credential is not a stack, and a
very large stack is a program that few people finish.

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

from ...catalog.catalog import Catalog
from ...checking.rule import Context, rule, whole_catalog
from ...model.spec import MicroCredential, Spec, Stack
from ...model.wording import plural
from ...reading.problem import Problem
from ._memberships import check_memberships
from ._prerequisites import check_prerequisites
from .members import current_members


@rule(
    "ST-01", "warning error error", derived_from=("NEA", "UT", "OB3"), settings={"min_members": 2, "max_members": 8},
    reads=("electives_min", "stacks", "prerequisites"), looks_at=whole_catalog,
)  # fmt: skip
def check(spec: Spec, context: Context, catalog: Catalog) -> Iterator[Problem]:
    if isinstance(spec, MicroCredential):
        yield from check_memberships(spec, context.entry.slug, catalog)
        yield from check_prerequisites(spec, context.entry.slug, catalog)
    elif isinstance(spec, Stack):
        yield from _size(context, catalog)
        yield from _electives(spec, context, catalog)


def _size(context: Context, catalog: Catalog) -> Iterator[Problem]:
    low, high = context.settings["min_members"], context.settings["max_members"]
    count = len(current_members(catalog, context.entry.slug))
    message = f"The stack has {plural(count, 'member')}; {low} to {high} are expected."
    if count > high:
        yield Problem(("title",), message, "Split it into two stacks, or retire members.")
    elif count < low and catalog.all_credentials_readable:
        advice = f"Add “{context.entry.slug}” under “stacks” in the micro-credentials that belong to it."
        yield Problem(("title",), message, advice)


def _electives(stack: Stack, context: Context, catalog: Catalog) -> Iterator[Problem]:
    members = current_members(catalog, context.entry.slug)
    if not members or not catalog.all_credentials_readable:
        return
    required = [member for member in members if member.membership.role == "required"]
    offered = [m for m in members if m not in required and (m.stage or context.status == "draft")]
    if stack.electives_min > len(offered):
        message = f"The stack asks for {plural(stack.electives_min, 'elective')} but offers {len(offered)}."
        advice = "Ask for fewer, or add electives. Drafts do not count, because educators cannot earn them yet."
        yield Problem(("electives_min",), message, advice)
    elif not required and not stack.electives_min:
        message = (
            "No members are required and no electives are needed, so educators could earn the stack by doing nothing."
        )
        yield Problem(("electives_min",), message, "Make a member required, or say how many electives are needed.")
