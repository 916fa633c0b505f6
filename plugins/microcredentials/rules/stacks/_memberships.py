"""What a micro-credential says about the stacks it belongs to."""

from collections.abc import Iterator

from ...catalog.catalog import Catalog
from ...model.spec import MicroCredential
from ...reading.problem import Problem, Related
from ...reading.suggest import suggest
from ._members import Member, current_members


def memberships(credential: MicroCredential, slug: str, catalog: Catalog) -> Iterator[Problem]:
    """Yield what is wrong with the memberships of *credential*, which stands in the file *slug*."""
    first: dict[str, int] = {}
    for i, membership in enumerate(credential.stacks):
        at, stack = ("stacks", i, "stack"), membership.stack
        entry = catalog.by_slug.get(stack)
        if entry is None or entry.folder != "stacks":
            known = [other.slug for other in catalog.entries if other.folder == "stacks"]
            advice = suggest(stack, known) if known else "Write the stack first."
            yield Problem(at, f"There is no stack “{stack}”.", advice)
        elif stack in first:
            related = (Related("first here", ("stacks", first[stack], "stack")),)
            yield Problem(at, f"The stack “{stack}” is named twice.", "Delete one of the two.", related=related)
        else:
            yield from _same_order(slug, stack, catalog)
        first.setdefault(stack, i)


def _same_order(slug: str, stack: str, catalog: Catalog) -> Iterator[Problem]:
    """Yield the member that already has the place; of two, the one that has come less far is told."""
    members = current_members(catalog, stack)
    mine = next((member for member in members if member.entry.slug == slug), None)
    rivals = [m for m in members if mine and m.membership.order == mine.membership.order and _goes_before(m, mine)]
    if mine and rivals:
        other, order = rivals[0], mine.membership.order
        said = f"order {order}" if order else "no order"
        related = (Related("the other member", (*other.at, "order"), path=other.entry.slug),)
        message = f"“{mine.title}” and “{other.title}” both have {said} in the stack “{stack}”."
        yield Problem((*mine.at, "order"), message, "Give each member an order of its own.", related=related)


def _goes_before(one: Member, other: Member) -> bool:
    return (-one.standing, one.entry.slug) < (-other.standing, other.entry.slug)
