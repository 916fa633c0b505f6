"""The files below ``program/references/``, read as one bibliography."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..model.bibliography import ReferenceEntry
from ..reading.problem import Pointer, Problem
from ..reading.source import Source
from ._program_file import ParsedFile, collect_reading_problems, has_content
from ._shape import Choices, drop_nulls, fit, is_harmful

Works = tuple[tuple[Pointer, ReferenceEntry], ...]
"""The works of one file, each with its pointer."""


def parse_bibliography(sources: Sequence[Source], choices: Choices) -> list[ParsedFile[Works]]:
    """Return the works of each file. A work that repeats the id of an earlier work is a problem of its file."""
    files = [_parse_works(source, choices) for source in sources]
    first = {work.id: work for file in reversed(files) for _, work in reversed(file.value)}
    return [replace(file, problems=(*file.problems, *_duplicates(file.value, first))) for file in files]


def merge_works(files: Sequence[ParsedFile[Works]]) -> dict[str, ReferenceEntry] | None:
    """Return all works by id, or None if a file cannot be read."""
    if any(is_harmful(problem) for file in files for problem in file.problems):
        return None
    return {work.id: work for file in files for _, work in file.value}


def _parse_works(source: Source, choices: Choices) -> ParsedFile[Works]:
    """Return the works of a file: a list or, as Pandoc writes it, a list called ``references``."""
    at: Pointer = ("references",) if source.data else ()
    listed = source.value(at)
    if not isinstance(listed, list):
        return ParsedFile(source, (), (*collect_reading_problems(source), *_no_list(source)))
    shaped = [
        ((*at, i), fit(ReferenceEntry, drop_nulls(item), choices, (*at, i), source.typed_text))
        for i, item in enumerate(listed)
    ]
    works = tuple((pointer, each.node) for pointer, each in shaped if each.node is not None)
    problems = (problem for _, each in shaped for problem in each.problems)
    return ParsedFile(source, works, (*collect_reading_problems(source), *problems))


def _no_list(source: Source) -> Iterator[Problem]:
    if has_content(source) and not source.problems:
        yield Problem((), "This file should be a list of works.", "Begin each work with “- id: …”.", "FM-18")


def _duplicates(works: Works, first: Mapping[str, ReferenceEntry]) -> Iterator[Problem]:
    for pointer, work in works:
        if first[work.id] is not work:
            message = f"The reference “{work.id[:60]}” is in the bibliography twice."
            yield Problem((*pointer, "id"), message, "Keep one of the two.", "SC-06")
