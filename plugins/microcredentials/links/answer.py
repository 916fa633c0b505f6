"""What became of a page of somebody else's."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What an address comes to.

    ``refused`` is an answer that tells nothing, ``unreachable`` none at all; either may be there for a person.
    """

    THERE = "there"
    MOVED = "moved"
    GONE = "gone"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was heard, ``said`` as the end of a sentence; ``now`` is where a page that has moved is found."""

    outcome: Outcome
    said: str = ""
    now: str = ""
