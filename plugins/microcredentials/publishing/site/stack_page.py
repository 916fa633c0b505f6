"""The page of one stack, and the list of all stacks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...catalog.catalog import Catalog
from ...catalog.entry import Entry
from ...model.fields import Between
from ...model.sections import STACK_LAYERS
from ...model.spec import MicroCredential, Stack
from ...model.wording import plural
from .._selection import address, is_listed, listed_stacks
from ..output import Page
from ..search.card import Card, build_card, describe_currency
from ._notes import CURRENCY, HISTORY, expand
from ._spec_page import SpecView, spec_page
from .kept_versions import FormerVersion
from .render import Renderer

PLACES = (
    "title", "status", "version", "outcome", "electives_min", "dates.last_reviewed", "summary", "rationale", "tags",
    "capstone", *CURRENCY, *HISTORY,
)  # fmt: skip
"""The places of ``stack.html`` for findings."""


@dataclass(frozen=True)
class Member:
    """A credential in a stack: required or elective; ``after`` are the titles of the members to earn first."""

    entry: Entry[MicroCredential]
    role: str
    card: Card
    after: tuple[str, ...]


@dataclass(frozen=True)
class StackView:
    """The values that the template shows besides the stack's own fields.

    ``retired`` members can no longer be earned and do not count. ``hours`` is the time to complete the stack, ``worth``
    what its members count for together.
    """

    members: tuple[Member, ...]
    retired: tuple[Member, ...]
    hours: Between | None
    worth: tuple[str, ...]
    completion: str
    electives_min: int
    goal: str


def stack_view(stack: Entry[Stack], catalog: Catalog) -> StackView:
    """Return the view of *stack*, with its members in order."""
    members = [_member(entry, stack.slug, catalog) for entry in catalog.members(stack.slug)]
    current = tuple(member for member in members if is_listed(member.entry))
    needed = stack.spec.electives_min
    return StackView(
        members=current,
        retired=tuple(member for member in members if not is_listed(member.entry)),
        hours=_total([(member.role, member.entry.spec.effort.hours) for member in current], needed),
        worth=tuple(_worth(current, needed, catalog)),
        completion=_completion(stack.spec, current),
        electives_min=needed,
        goal=_goal(stack.spec, catalog),
    )


def _goal(stack: Stack, catalog: Catalog) -> str:
    """Return in a few words what completing *stack* counts for."""
    worth = "; ".join(describe_currency(each, catalog.program.label) for each in stack.currency)
    return worth or f"The stack: {stack.title}"


def _member(entry: Entry[MicroCredential], stack: str, catalog: Catalog) -> Member:
    titles = {each.slug: each.spec.title for each in catalog.members(stack)}
    return Member(
        entry,
        next(each.role for each in entry.spec.stacks if each.stack == stack),
        build_card(entry, catalog),
        tuple(titles[slug] for slug in entry.spec.prerequisites if slug in titles),
    )


def _total(amounts: Sequence[tuple[str, Between | None]], electives_min: int) -> Between | None:
    """Return the range for all required members and as many electives as must be earned; *amounts* are by role."""
    required = [each for role, each in amounts if each and role == "required"]
    electives = [each for role, each in amounts if each and role == "elective"]
    least = sum(each.min for each in required) + sum(sorted(each.min for each in electives)[:electives_min])
    most = sum(each.max for each in required) + sum(sorted((e.max for e in electives), reverse=True)[:electives_min])
    return Between(min=least, max=most) if most else None


def _worth(members: Sequence[Member], electives_min: int, catalog: Catalog) -> Iterator[str]:
    """Yield what *members* count for together, in each unit: ``28–32 renewal points``."""
    for unit in dict.fromkeys(each.unit for member in members for each in member.entry.spec.currency if each.unit):
        sums = [(member.role, sum(each.amount or 0 for each in member.entry.spec.currency if each.unit == unit))
                for member in members]  # fmt: skip
        total = _total([(role, Between(min=amount, max=amount)) for role, amount in sums], electives_min)
        if total:
            yield f"{total.words} {catalog.program.label('currency_units', unit)}"


def _completion(stack: Stack, members: tuple[Member, ...]) -> str:
    """Return the completion rule in words."""
    required = sum(m.role == "required" for m in members)
    electives = len(members) - required
    parts = []
    if required:
        parts.append(f"all {required} required micro-credentials" if required > 1 else "the required micro-credential")
    if stack.electives_min:
        of_all = f"at least {stack.electives_min} of {electives} electives"
        parts.append(of_all if stack.electives_min < electives else plural(electives, "elective"))
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
        layers=STACK_LAYERS,
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
