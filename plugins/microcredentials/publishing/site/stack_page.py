"""The page of one stack, and the list of all stacks."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...catalog.catalog import Catalog, Entry
from ...model.fields import Between
from ...model.sections import STACK_SECTIONS as SECTIONS
from ...model.spec import MicroCredential, Stack
from ...model.wording import plural
from .._selection import address, listed, listed_stacks, pick
from ..output import ContentsItem, Page
from ..search.card import currency_words
from ._attested import attested
from ._notes import CURRENCY, HISTORY, NO_NOTES, expand
from ._stack_map import StackMap, Step, stack_map
from .kept_versions import SINCE, Past, kept_addresses
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
    """What the template shows besides the stack's own fields; hours are those of every member."""

    members: tuple[Member, ...]
    formerly: tuple[Member, ...]
    hours: Between | None
    completion: str
    electives_min: int
    goal: str

    @property
    def map(self) -> StackMap:
        """The way through the stack, as a picture."""
        return stack_map(tuple(_steps(self)))


def _steps(view: StackView) -> Iterator[Step]:
    """Yield the stations of the map: the required members, the electives, and what they lead to."""
    titles = {member.entry.slug: member.entry.spec.title for member in view.members}
    for role in ("required", "elective"):
        members = [member for member in view.members if member.role == role]
        if members and role == "elective":
            yield Step("note", f"At least {view.electives_min} of these:" if view.electives_min else "If you like:")
        for member in members:
            spec = member.entry.spec
            yield Step(role, spec.title, tuple(titles[slug] for slug in spec.prerequisites if slug in titles))
    yield Step("goal", view.goal)


def stack_view(stack: Entry[Stack], catalog: Catalog, preview: bool) -> StackView:
    """Return the members of *stack* in order; retired ones are named apart and never counted."""
    members = [_member(entry, stack.slug) for entry in catalog.members(stack.slug)]
    current = tuple(m for m in members if listed(m.entry, preview))
    return StackView(
        members=current,
        formerly=tuple(m for m in members if m.entry.spec.status == "retired"),
        hours=_hours(current, stack.spec.electives_min),
        completion=_completion(stack.spec, current),
        electives_min=stack.spec.electives_min,
        goal=_goal(stack.spec, catalog),
    )


def _goal(stack: Stack, catalog: Catalog) -> str:
    """Return what the stack leads to, in a few words."""
    return (
        "; ".join(currency_words(each, catalog.program.label) for each in stack.currency) or f"The stack: {stack.title}"
    )


def _member(entry: Entry[MicroCredential], stack: str) -> Member:
    return Member(entry, next(m.role for m in entry.spec.stacks if m.stack == stack))


def _hours(members: tuple[Member, ...], electives_min: int) -> Between | None:
    """Return the least and the most hours that completing takes: all required, and the electives that are asked for."""
    known = [(m.role, m.entry.spec.effort.hours) for m in members]
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
    last = f" Then comes the capstone: {stack.capstone.title}." if stack.capstone else ""
    return f"Earn {rule}.{last}"


def stack_page(stack: Entry[Stack], catalog: Catalog, renderer: Renderer, past: Past[Stack] | None = None) -> Page:
    """Return the page of *stack*, which is a superseded version where *past* tells of one; its members are today's."""
    path, preview = past.path if past else f"stacks/{stack.slug}/index.md", renderer.facts.preview
    sections = (SINCE, *SECTIONS) if past else SECTIONS
    notes = NO_NOTES if past else renderer.notes(stack.slug, expand(stack.spec, PLACES))
    html = renderer.body(
        "stack.html", path, notes, entry=stack, stack=stack.spec, sections=sections,
        address=address, past=past, kept=kept_addresses(past.current if past else stack, catalog),
        view=stack_view(stack, catalog, preview), attested=attested(stack.spec, catalog),
        successor=next(iter(pick(catalog, Stack, [stack.spec.replaced_by], preview)), None),
        predecessors=pick(catalog, Stack, stack.spec.replaces, preview),
    )  # fmt: skip
    page = Page(
        path=path,
        title=stack.spec.title,
        description=stack.spec.summary or stack.spec.outcome,
        html=html,
        kind="stack",
        contents=tuple(ContentsItem(title, anchor) for anchor, title in sections if f'id="{anchor}"' in html),
        parent="stacks/index.md",
        source=stack.source.path.as_posix(),
        updated=max((change.date for change in stack.spec.changelog), default=stack.spec.dates.created),
    )
    return past.page(page) if past else page


def stacks_page(catalog: Catalog, renderer: Renderer) -> Page:
    """Return the list of all stacks."""
    path = "stacks/index.md"
    preview = renderer.facts.preview
    stacks = [(stack, stack_view(stack, catalog, preview)) for stack in listed_stacks(catalog, preview)]
    html = renderer.body("stacks.html", path, stacks=stacks, address=address)
    return Page(path, "Stacks", "Sets of micro-credentials that build on each other.", html, "stacks")
