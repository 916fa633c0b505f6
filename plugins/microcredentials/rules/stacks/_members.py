"""Who belongs to a stack today, as every rule about stacks counts it."""

from dataclasses import dataclass

from ...catalog.catalog import Catalog, Entry
from ...checking.finding import STATUSES
from ...model.spec import MicroCredential, StackMembership
from ...reading.problem import Pointer


@dataclass(frozen=True)
class Member:
    """A micro-credential in a stack; ``place`` is the index of the stack in its list."""

    entry: Entry[MicroCredential]
    place: int

    @property
    def membership(self) -> StackMembership:
        """What the micro-credential says about the stack."""
        return self.entry.spec.stacks[self.place]

    @property
    def at(self) -> Pointer:
        """Where it says so in its file."""
        return "stacks", self.place

    @property
    def title(self) -> str:
        """What people call it."""
        return self.entry.spec.title

    @property
    def standing(self) -> int:
        """How far it has come: 0 is a draft."""
        return standing(self.entry.spec.status)


def standing(status: str) -> int:
    """Return how far a spec of *status* has come: 0 is a draft."""
    return STATUSES.index(status)


def current_members(catalog: Catalog, stack: str) -> tuple[Member, ...]:
    """Return the members of *stack* in its order, each once; the retired ones are left out."""
    entries = {entry.slug: entry for entry in catalog.members(stack) if entry.spec.status != "retired"}
    return tuple(Member(entry, _place(entry, stack)) for entry in entries.values())


def _place(entry: Entry[MicroCredential], stack: str) -> int:
    return next(i for i, membership in enumerate(entry.spec.stacks) if membership.stack == stack)
