"""The page of one stack, and the list of all stacks."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...catalog.catalog import Catalog
from ...catalog.entry import Entry
from ...model.fields import Between
from ...model.sections import STACK_SECTIONS
from ...model.spec import MicroCredential, Stack
from ...model.wording import plural
from .._selection import address, is_listed, listed_stacks
from ..output import Page
from ..search.card import describe_currency
from ._notes import CURRENCY, HISTORY, expand
from ._spec_page import SpecView, spec_page
from ._stack_map import StackMap, Step, draw_map
from .kept_versions import FormerVersion
from .render import Renderer

PLACES = (
    "title", "status", "version", "outcome", "electives_min", "dates.last_reviewed", "summary", "rationale", "tags",
    "capstone", *CURRENCY, *HISTORY,
)  # fmt: skip
"""The places of ``stack.html`` for findings."""


@dataclass(frozen=True)
class Member:
    """A credential in a stack: required or elective."""

    entry: Entry[MicroCredential]
    role: str


@dataclass(frozen=True)
class StackView:
    """The values that the template shows besides the stack's own fields.

    ``retired`` members can no longer be earned and do not count. ``hours`` is the time to complete the stack.
    """

    members: tuple[Member, ...]
    retired: tuple[Member, ...]
    hours: Between | None
    completion: str
    electives_min: int
    goal: str

    @property
    def map(self) -> StackMap:
        """The members in order, as a map."""
        return draw_map(tuple(_steps(self)))


def _steps(view: StackView) -> Iterator[Step]:
    """Yield the steps of the map: the required members, the electives, and the goal."""
    titles = {member.entry.slug: member.entry.spec.title for member in view.members}
    for role in ("required", "elective"):
        members = [member for member in view.members if member.role == role]
        if members and role == "elective":
            yield Step("note", f"At least {view.electives_min} of these:" if view.electives_min else "Optional:")
        for member in members:
            spec = member.entry.spec
            yield Step(role, spec.title, tuple(titles[slug] for slug in spec.prerequisites if slug in titles))
    yield Step("goal", view.goal)


def stack_view(stack: Entry[Stack], catalog: Catalog) -> StackView:
    """Return the view of *stack*, with its members in order."""
    members = [_member(entry, stack.slug) for entry in catalog.members(stack.slug)]
    current = tuple(member for member in members if is_listed(member.entry))
    return StackView(
        members=current,
        retired=tuple(member for member in members if not is_listed(member.entry)),
        hours=_hours(current, stack.spec.electives_min),
        completion=_completion(stack.spec, current),
        electives_min=stack.spec.electives_min,
        goal=_goal(stack.spec, catalog),
    )


def _goal(stack: Stack, catalog: Catalog) -> str:
    """Return in a few words what completing *stack* counts for."""
    worth = "; ".join(describe_currency(each, catalog.program.label) for each in stack.currency)
    return worth or f"The stack: {stack.title}"


def _member(entry: Entry[MicroCredential], stack: str) -> Member:
    return Member(entry, next(each.role for each in entry.spec.stacks if each.stack == stack))


def _hours(members: tuple[Member, ...], electives_min: int) -> Between | None:
    """Return the range of hours for all required members and as many electives as must be earned."""
    known = [(member.role, member.entry.spec.effort.hours) for member in members]
    required = [hours for role, hours in known if hours and role == "required"]
    electives = [hours for role, hours in known if hours and role == "elective"]
    least = sum(h.min for h in required) + sum(sorted(h.min for h in electives)[:electives_min])
    most = sum(h.max for h in required) + sum(sorted((h.max for h in electives), reverse=True)[:electives_min])
    return Between(min=least, max=most) if most else None


def _completion(stack: Stack, members: tuple[Member, ...]) -> str:
    """Return the completion rule in words."""
    required = sum(m.role == "required" for m in members)
    electives = len(members) - required
    parts = []
    if required:
        parts.append(f"all {required} required micro-credentials" if required > 1 else "the required micro-credential")
    if stack.electives_min:
        parts.append(f"at least {stack.electives_min} of {plural(electives, 'elective')}")
    rule = " and ".join(parts) or "any of its micro-credentials"
    last = f" Then complete the capstone: {stack.capstone.title}." if stack.capstone else ""
    return f"Earn {rule}.{last}"


def stack_page(stack: Entry[Stack], renderer: Renderer, former: FormerVersion[Stack] | None = None) -> Page:
    """Return the page of *stack* with its current members; with *former*, the stack is that former version."""
    page = SpecView(
        entry=stack,
        former=former,
        view=stack_view(stack, renderer.catalog),
        places=expand(stack.spec, PLACES),
        sections=STACK_SECTIONS,
        description=stack.spec.summary or stack.spec.outcome,
        parent="stacks/index.md",
    )
    return spec_page(page, renderer)


def stacks_page(renderer: Renderer) -> Page:
    """Return the list of all stacks."""
    path, catalog = "stacks/index.md", renderer.catalog
    stacks = [(stack, stack_view(stack, catalog)) for stack in listed_stacks(catalog)]
    html = renderer.body("stacks.html", path, stacks=stacks, address=address)
    return Page(path, "Stacks", "Sets of micro-credentials that build on each other.", html, "stacks")
