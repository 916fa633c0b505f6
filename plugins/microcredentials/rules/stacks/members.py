"""The current members of a stack, as every rule about stacks counts them."""

from dataclasses import dataclass

from ...catalog.catalog import Catalog
from ...catalog.entry import Entry
from ...checking.finding import STATUSES
from ...model.spec import MicroCredential, StackMembership
from ...reading.problem import Pointer


@dataclass(frozen=True)
class Member:
    """A micro-credential in a stack; ``index`` is the index of the stack in its list ``stacks``."""

    entry: Entry[MicroCredential]
    index: int

    @property
    def membership(self) -> StackMembership:
        """The entry of the stack in that list."""
        return self.entry.spec.stacks[self.index]

    @property
    def at(self) -> Pointer:
        """The field of that entry."""
        return "stacks", self.index

    @property
    def title(self) -> str:
        """The title of the micro-credential."""
        return self.entry.spec.title

    @property
    def stage(self) -> int:
        """The stage of its status: 0 for a draft."""
        return stage_of(self.entry.spec.status)


def stage_of(status: str) -> int:
    """Return the position of *status* in the life of a spec: 0 for a draft."""
    return STATUSES.index(status)


def current_members(catalog: Catalog, stack: str) -> tuple[Member, ...]:
    """Return the members of *stack* in the order of the stack, each once, without the retired ones."""
    entries = {entry.slug: entry for entry in catalog.members(stack) if entry.spec.status != "retired"}
    return tuple(Member(entry, _index(entry, stack)) for entry in entries.values())


def _index(entry: Entry[MicroCredential], stack: str) -> int:
    return next(i for i, membership in enumerate(entry.spec.stacks) if membership.stack == stack)
