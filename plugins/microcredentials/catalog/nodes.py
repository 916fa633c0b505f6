"""The nodes of a catalog: a content file is a spec, a guide, a kept version, or a spec that a change deletes."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import ClassVar

from ..model.record import Waiver
from ..model.spec import Spec


@dataclass(frozen=True)
class KeptVersion:
    """A former version of the spec *slug*, as it was published.

    It is history: rules treat it like a retired spec, and no list shows it.
    """

    status: ClassVar[str] = "retired"
    waivers: ClassVar[tuple[Waiver, ...]] = ()

    slug: str
    spec: Spec

    @property
    def title(self) -> str:
        """The title of the former version."""
        return self.spec.title


@dataclass(frozen=True)
class DeletedSpec:
    """A spec of the catalog before a change that is missing from the catalog after it."""

    status: ClassVar[str] = "published"
    waivers: ClassVar[tuple[Waiver, ...]] = ()

    spec: Spec

    @property
    def title(self) -> str:
        """The title before the deletion."""
        return self.spec.title


@dataclass(frozen=True)
class Guide:
    """A page written by a person: title, description and Markdown. Every guide is published."""

    status: ClassVar[str] = "published"
    waivers: ClassVar[tuple[Waiver, ...]] = ()

    path: PurePosixPath
    title: str
    description: str
    markdown: str


Node = Spec | Guide | KeptVersion | DeletedSpec
"""The node of an entry, which rules judge."""
