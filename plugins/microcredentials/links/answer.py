"""The answer to a request for an external page."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import Field


class Outcome(StrEnum):
    """The outcome of a request.

    REFUSED is an answer that does not show whether the page exists, and UNREACHABLE means that no usable answer came.
    In both cases, a person may still be able to open the page.
    """

    FOUND = "there"
    MOVED = "moved"
    GONE = "gone"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class Answer:
    """An outcome; its ``reason``, which can end a sentence about the page; and the new address of a moved page."""

    outcome: Outcome
    reason: Annotated[str, Field(alias="said")] = ""
    new_address: Annotated[str, Field(alias="now")] = ""
