"""What a content file can be made into: a spec, a guide, a kept version, or a spec that a change deletes."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import ClassVar

from ..model.record import Waiver
from ..model.spec import Spec


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


@dataclass(frozen=True)
class Guide:
    """A page that a person writes: title, description and Markdown. Whatever is there is published."""

    status: ClassVar[str] = "published"
    waivers: ClassVar[tuple[Waiver, ...]] = ()

    path: PurePosixPath
    title: str
    description: str
    markdown: str


Node = Spec | Guide | KeptVersion | Gone
"""What a content file can be made into, and what rules are about."""
