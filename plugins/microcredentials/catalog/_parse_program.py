"""From the files below ``program/`` to one ``Program``: each file is parsed on its own, the vocabulary first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any, TypeVar

from pydantic import BaseModel

from ..model.program import Framework, Program, ProgramFile
from ..model.quality import Crosswalk, Quality
from ..model.spec import Spec
from ..model.uids import create_uid
from ..model.vocabulary import Vocabulary
from ..reading.problem import Problem
from ..reading.source import Source, unreadable_source
from ..reading.suggest import suggest
from ._bibliography import merge_works, parse_bibliography
from ._program_file import ParsedFile, collect_reading_problems, has_content, name_in_program, parse_file
from ._shape import Choices
from .entry import Entry
from .layout import PROGRAM

M = TypeVar("M", bound=BaseModel)
Files = Mapping[str, Source]
"""The sources of the program's files, by their path below ``program/``."""

_UNLIMITED: Choices = {"unlimited": ("unlimited",)}
"""The one word that may replace the number of resubmissions."""

_REQUIRED = ("program.yml", "vocabulary.yml")


@dataclass(frozen=True)
class SpecContext:
    """The parts of the program that are needed to read a spec.

    ``inherited`` are the values that ``program.yml`` states for every spec, and ``source`` is the text of that file.
    """

    choices: Choices
    inherited: Mapping[str, Any]
    source: Source | None


@dataclass(frozen=True)
class ParsedProgram:
    """The program, an entry for each of its files, and the context of specs."""

    program: Program
    entries: tuple[Entry[Spec], ...]
    context: SpecContext


def parse_program(sources: Iterable[Source]) -> ParsedProgram:
    """Return the program of *sources*. A part of it is None if one of its files cannot be used."""
    files = _with_required_files({name_in_program(source): source for source in sources})
    vocabulary = parse_file(Vocabulary, files["vocabulary.yml"], _UNLIMITED)
    choices = _choices(vocabulary.value)
    main = _with_issuer_problems(parse_file(ProgramFile, files["program.yml"], choices))
    quality = [parse_file(Quality, source, choices) for source in _inside("quality.yml", files) if has_content(source)]
    frameworks = [parse_file(Framework, source, choices) for source in _inside("frameworks/", files)]
    crosswalks = [parse_file(Crosswalk, source, choices) for source in _inside("standards/", files)]
    bibliography = parse_bibliography(_inside("references/", files), choices)
    program = Program(
        file=main.value,
        vocabulary=vocabulary.value,
        frameworks=_by_stem(frameworks),
        references=merge_works(bibliography),
        quality=quality[0].value if quality else Quality(),
        crosswalks=_by_stem(crosswalks),
    )
    parsed = (vocabulary, main, *quality, *frameworks, *crosswalks, *bibliography)
    context = SpecContext(choices, main.source.data if main.value else {}, main.source)
    return ParsedProgram(program, tuple(_entries(files, parsed)), context)


def _with_required_files(files: Files) -> Files:
    """Return *files*, with an unreadable source in place of each required file that is missing."""
    return {**files, **{name: _missing_file(PurePosixPath(PROGRAM, name)) for name in _REQUIRED if name not in files}}


def _missing_file(path: PurePosixPath) -> Source:
    return unreadable_source(path, Problem((), f"The file {path} is missing.", "Restore an earlier version.", "SC-08"))


def _inside(beginning: str, files: Files) -> list[Source]:
    return [files[name] for name in sorted(files) if name.startswith(beginning)]


def _choices(vocabulary: Vocabulary | None) -> Choices:
    if vocabulary is None:
        return _UNLIMITED
    return {**_UNLIMITED, **{name: tuple(term.id for term in vocabulary.terms(name)) for name in vocabulary.lists()}}


def _with_issuer_problems(file: ParsedFile[ProgramFile | None]) -> ParsedFile[ProgramFile | None]:
    found = _issuer_problems(file.value, file.source) if file.value else ()
    return replace(file, problems=(*file.problems, *found))


def _issuer_problems(program: ProgramFile, source: Source) -> Iterator[Problem]:
    """Yield a problem if the program's issuer is not in its list, or has no uid to identify it to other systems."""
    known = [issuer.id for issuer in program.issuers]
    if program.issuer not in known:
        message = f"The issuer “{program.issuer}” is not in the list “issuers”."
        yield Problem(("issuer",), message, suggest(program.issuer, known), "SC-04")
    elif program.issuers[known.index(program.issuer)].uid is None:
        message = f"The issuer “{program.issuer}” has no uid, so registries cannot tell whose credentials these are."
        advice = f"Add this line, which was made for this file: uid: {create_uid(source)}"
        yield Problem(("issuers", known.index(program.issuer)), message, advice, "SC-03")


def _by_stem(files: Iterable[ParsedFile[M | None]]) -> dict[str, M] | None:
    """Return the values by the names of their files, or None if one of them cannot be used."""
    found = {file.source.path.stem: file.value for file in files}
    whole = {name: value for name, value in found.items() if value is not None}
    return whole if len(whole) == len(found) else None


def _entries(files: Files, parsed: Iterable[ParsedFile[object]]) -> Iterator[Entry[Spec]]:
    """Yield an entry for each of *files* by name, including those that no part of the program uses."""
    problems = {each.source.path: each.problems for each in parsed}
    for _, source in sorted(files.items()):
        yield Entry(source, None, problems.get(source.path, collect_reading_problems(source)))
