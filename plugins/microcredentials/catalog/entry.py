"""One content file and what was read from it."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Generic, TypeVar

from ..model.spec import Spec
from ..reading.problem import Pointer, Problem
from ..reading.source import Source
from ..reading.text import Span
from ..reading.todo import Unwritten, pointer_in_file
from .nodes import Node

INHERITED_FIELDS = (
    "assessment", "supports", "integrity", "privacy", "submission", "language", "license", "issuer",
)  # fmt: skip
"""The fields that a spec takes from ``program.yml`` where it does not state them."""

S = TypeVar("S", bound=Spec, covariant=True)
N = TypeVar("N", bound=Node, covariant=True)


@dataclass(frozen=True)
class Section:
    """A part of a body: its heading, its Markdown, and the offset of its heading in the file."""

    title: str
    markdown: str
    start: int


@dataclass(frozen=True)
class Entry(Generic[N]):
    """One content file and what was read from it. ``node`` is None if the file cannot be read."""

    source: Source
    node: N | None
    problems: tuple[Problem, ...] = ()
    sections: tuple[Section, ...] = ()
    program_source: Source | None = None
    """The file ``program.yml``, which states the values that a spec inherits."""
    unwritten: Unwritten = frozenset()
    """The fields that were left out of ``node`` because their value is TODO."""

    @cached_property
    def slug(self) -> str:
        """The name of the file without its extension, which is the last part of its address."""
        return self.source.path.stem

    @property
    def folder(self) -> str:
        """The top folder of the file, such as ``credentials`` or ``stacks``; empty for a file outside these folders."""
        return self.source.path.parts[0] if len(self.source.path.parts) > 1 else ""

    @property
    def spec(self: "Entry[S]") -> S:
        """The spec; only for entries of specs that can be read."""
        if self.node is None:
            raise LookupError(f"{self.source.path} could not be read")
        return self.node

    def section(self, title: str) -> str:
        """Return the Markdown under the heading *title*, or an empty string."""
        return next((section.markdown for section in self.sections if section.title == title), "")

    def with_file_pointers(self, problem: Problem) -> Problem:
        """Return *problem* with pointers that count items as the file does; ``node`` leaves unwritten items out."""
        if not self.unwritten:
            return problem
        related = (
            each if each.path else replace(each, at=pointer_in_file(each.at, self.unwritten))
            for each in problem.related
        )
        return replace(problem, at=pointer_in_file(problem.at, self.unwritten), related=tuple(related))

    def locate(self, problem: Problem) -> tuple[Source, Span]:
        """Return the file and the span of *problem*; that of an inherited value is in ``program.yml``."""
        if problem.span is not None:
            return self.source, problem.span
        source = self.source_of(problem.at)
        if problem.words:
            return source, source.words_span(problem.at, *problem.words)
        return source, source.name_span(problem.at) if problem.on_name else source.span(problem.at)

    def source_of(self, pointer: Pointer) -> Source:
        """Return the file that states the value at *pointer*: ``program.yml`` if the spec inherits it."""
        inherited = pointer[:1] and pointer[0] in INHERITED_FIELDS and not self.source.has(pointer)
        if inherited and self.program_source and self.program_source.has(pointer):
            return self.program_source
        return self.source
