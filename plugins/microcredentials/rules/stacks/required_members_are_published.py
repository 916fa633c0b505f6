"""A stack's status is never ahead of the status of its required members.

Educators who begin a published stack should be able to finish it. A required member that is still a draft or in pilot
blocks their way until it is published. As an elective it may stay, because there are others to choose from. A stack in
pilot may require members in pilot, but not drafts.

Fails:

    # stacks/classroom-talk.md
    status: published
    # credentials/wait-time.md
    status: pilot
    stacks: [{stack: classroom-talk, role: required, order: 1}]

Passes:

    # stacks/classroom-talk.md
    status: published
    # credentials/wait-time.md
    status: published
    stacks: [{stack: classroom-talk, role: required, order: 1}]
    # credentials/student-questions.md
    status: pilot
    stacks: [{stack: classroom-talk, role: elective, order: 2}]
"""

from collections.abc import Iterator

from ...catalog.catalog import Catalog
from ...checking.rule import Context, rule, whole_catalog
from ...model.spec import Stack
from ...reading.problem import Problem, Related
from .members import current_members, stage_of

_STILL = {"draft": "still a draft", "pilot": "still in pilot"}


@rule("ST-02", "none warning error", derived_from=("NC",), reads=("status",), looks_at=whole_catalog)
def check(stack: Stack, context: Context, catalog: Catalog) -> Iterator[Problem]:  # noqa: ARG001
    for member in current_members(catalog, context.entry.slug):
        if member.membership.role == "required" and member.stage < stage_of(context.status):
            message = f"“{member.title}” is required for this stack but is {_STILL[member.entry.spec.status]}."
            related = (Related("required here", (*member.at, "role"), path=member.entry.slug),)
            yield Problem(("status",), message, "Advance that member first, or make it an elective.", related=related)
