"""Specs as they were: a version that is kept for those who began with it, and a spec that a change takes away."""

from dataclasses import dataclass
from typing import ClassVar

from .model import Spec
from .record import Waiver


@dataclass(frozen=True)
class KeptVersion:
    """A version of a spec as it was published; ``slug`` names the spec.

    It is history: judged only like something retired, and never listed.
    """

    status: ClassVar[str] = "retired"
    waivers: ClassVar[tuple[Waiver, ...]] = ()

    slug: str
    spec: Spec

    @property
    def title(self) -> str:
        """The title it had."""
        return self.spec.title


@dataclass(frozen=True)
class Gone:
    """A spec that the catalog before a change had and the one after it has not."""

    status: ClassVar[str] = "published"
    waivers: ClassVar[tuple[Waiver, ...]] = ()

    spec: Spec

    @property
    def title(self) -> str:
        """The title it had."""
        return self.spec.title
