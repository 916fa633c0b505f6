"""Check what a micro-credential says about the stacks it belongs to."""

from collections.abc import Iterator

from ...catalog.catalog import Catalog
from ...model.spec import MicroCredential
from ...reading.problem import Problem, Related
from ...reading.suggest import suggest
from .members import Member, current_members


def check_memberships(credential: MicroCredential, slug: str, catalog: Catalog) -> Iterator[Problem]:
    """Yield the problems of the stacks that *credential* belongs to; *slug* is its own slug."""
    first: dict[str, int] = {}
    for i, membership in enumerate(credential.stacks):
        at, stack = ("stacks", i, "stack"), membership.stack
        entry = catalog.by_slug.get(stack)
        if entry is None or entry.folder != "stacks":
            known = [other.slug for other in catalog.entries if other.folder == "stacks"]
            advice = suggest(stack, known) if known else "Write the stack first."
            yield Problem(at, f"The stack “{stack}” does not exist.", advice)
        elif stack in first:
            related = (Related("first here", ("stacks", first[stack], "stack")),)
            yield Problem(at, f"The stack “{stack}” is listed twice.", "Delete one of the two.", related=related)
        else:
            yield from _same_order(slug, stack, catalog)
        first.setdefault(stack, i)


def _same_order(slug: str, stack: str, catalog: Catalog) -> Iterator[Problem]:
    """Yield the problem of a member whose order another member already has.

    Only one of the two is reported: the one whose status is less advanced.
    """
    members = current_members(catalog, stack)
    own = next((member for member in members if member.entry.slug == slug), None)
    rivals = [m for m in members if own and m.membership.order == own.membership.order and _precedes(m, own)]
    if own and rivals:
        other, order = rivals[0], own.membership.order
        shared = f"order {order}" if order else "no order"
        related = (Related("the other member", (*other.at, "order"), path=other.entry.slug),)
        message = f"“{own.title}” and “{other.title}” both have {shared} in the stack “{stack}”."
        yield Problem((*own.at, "order"), message, "Give each member a different order.", related=related)


def _precedes(one: Member, other: Member) -> bool:
    return (-one.stage, one.entry.slug) < (-other.stage, other.entry.slug)
