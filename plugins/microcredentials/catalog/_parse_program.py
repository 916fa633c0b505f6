"""From the files under ``program/`` to one ``Program``; a part that cannot be read is None, and says so."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any, TypeVar

from pydantic import BaseModel

from ..model.bibliography import ReferenceEntry
from ..model.program import Framework, Program, ProgramFile
from ..model.quality import Crosswalk, Quality
from ..model.spec import Spec
from ..model.uids import create_uid
from ..model.vocabulary import Vocabulary
from ..reading.problem import Pointer, Problem, Related
from ..reading.source import Source, unreadable_source
from ..reading.suggest import suggest
from ._shape import ONLY_WARN, fit, without_nulls
from .catalog import Entry
from .layout import FOLDER

M = TypeVar("M", bound=BaseModel)
Terms = dict[str, Any]

UNLIMITED = {"unlimited": ("unlimited",)}
"""The one word that may stand in place of a number of resubmissions."""
_NEEDED = ("program.yml", "vocabulary.yml")
_KNOWN = (*_NEEDED, "quality.yml", "frameworks/", "references/", "standards/")


def parse_program(sources: Iterable[Source]) -> tuple[Program, tuple[Entry[Spec], ...], Terms]:
    """Return the program, an entry for each of its files, and the vocabularies as ``fit`` wants them."""
    files = _Files(sources)
    vocabulary = files.one(Vocabulary, "vocabulary.yml")
    if vocabulary is not None:
        files.terms |= {name: tuple(term.id for term in vocabulary.terms(name)) for name in Vocabulary.lists()}
    program = Program(
        file=files.program(),
        vocabulary=vocabulary,
        frameworks=files.folder(Framework, "frameworks/"),
        references=files.references(),
        quality=files.one(Quality, "quality.yml") if files.holds("quality.yml") else Quality(),
        crosswalks=files.folder(Crosswalk, "standards/"),
    )
    return program, tuple(files.entries()), files.terms


class _Files:
    """The program's files by name, with the problems found in each so far."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self.sources = {source.path.relative_to(FOLDER).as_posix(): source for source in sources}
        self.problems = {name: list(source.problems) for name, source in self.sources.items()}
        self.terms: Terms = dict(UNLIMITED)
        for name in self.sources:
            self.problems[name] += _stray(name)

    def entries(self) -> Iterator[Entry[Spec]]:
        for name, source in sorted(self.sources.items()):
            yield Entry(source, None, tuple(self.problems[name]))
        for name in _NEEDED:
            if name not in self.sources:
                problem = Problem((), f"The file {FOLDER / name} is missing.", "Copy it from an earlier one.", "SC-08")
                yield Entry(unreadable_source(FOLDER / name, problem), None, (problem,))

    def holds(self, name: str) -> bool:
        """Say whether something is written in the file *name*."""
        source = self.sources.get(name)
        return source is not None and not (source.yaml and source.yaml.empty)

    def broken(self, name: str) -> bool:
        return any(problem.rule not in ONLY_WARN for problem in self.problems[name])

    def one(self, model: type[M], name: str) -> M | None:
        source = self.sources.get(name)
        if source is None or source.yaml is None or self.broken(name):
            return None
        shaped = fit(model, without_nulls(source.yaml.data), self.terms, written=source.typed_text)
        self.problems[name] += (*shaped.problems, *_repeated(source.data))
        return shaped.node

    def program(self) -> ProgramFile | None:
        program = self.one(ProgramFile, "program.yml")
        known = [issuer.id for issuer in program.issuers] if program else []
        if program and program.issuer not in known:
            message = f"The issuer “{program.issuer}” is not in the list “issuers”."
            self.problems["program.yml"].append(Problem(("issuer",), message, suggest(program.issuer, known), "SC-04"))
        elif program:
            self.problems["program.yml"] += self.anonymous(program, known.index(program.issuer))
        return program

    def anonymous(self, program: ProgramFile, issuer: int) -> Iterator[Problem]:
        """Yield that the program's *issuer* has no uid: without an owner, no credential is known anywhere else."""
        if program.issuers[issuer].uid is None:
            advice = f"Add this line, which was made for this file: uid: {create_uid(self.sources['program.yml'])}"
            message = f"The issuer “{program.issuer}” has no uid, so no registry could tell whose the credentials are."
            yield Problem(("issuers", issuer), message, advice, "SC-03")

    def folder(self, model: type[M], folder: str) -> dict[str, M] | None:
        names = sorted(name for name in self.sources if name.startswith(folder))
        read = {PurePosixPath(name).stem: self.one(model, name) for name in names}
        whole = {name: node for name, node in read.items() if node is not None}
        return whole if len(whole) == len(read) else None

    def references(self) -> dict[str, ReferenceEntry] | None:
        names = sorted(name for name in self.sources if name.startswith("references/"))
        found: dict[str, ReferenceEntry] = {}
        for name in names:
            for pointer, item in self.works(name):
                shaped = fit(ReferenceEntry, without_nulls(item), self.terms, pointer, self.sources[name].typed_text)
                self.problems[name] += shaped.problems
                if shaped.node is not None and found.setdefault(shaped.node.id, shaped.node) is not shaped.node:
                    message = f"The reference “{shaped.node.id[:60]}” stands in the bibliography twice."
                    self.problems[name].append(Problem((*pointer, "id"), message, "Keep one of the two.", "SC-06"))
        return None if any(self.broken(name) for name in names) else found

    def works(self, name: str) -> Iterator[tuple[Pointer, Any]]:
        """Yield the entries of a bibliography file: a list, or as Pandoc writes it, a list called ``references``."""
        source = self.sources[name]
        listed = source.data.get("references") if source.data else source.yaml and source.yaml.data
        at: Pointer = ("references",) if source.data else ()
        if isinstance(listed, list):
            yield from (((*at, i), item) for i, item in enumerate(listed))
        elif not source.problems and self.holds(name):
            message = "A bibliography file is a list of works."
            self.problems[name].append(Problem((), message, "Begin each work with “- id: …”.", "FM-18"))


def _stray(name: str) -> Iterator[Problem]:
    """Yield the problem of a file that nothing reads."""
    depth = name.count("/")
    if name not in _KNOWN and not (depth == 1 and name.startswith(_KNOWN)):
        message = f"“{name[:60]}” is no file of the program."
        yield Problem((), message, suggest(name, [known for known in _KNOWN if known.endswith(".yml")]), "FM-20")


def _repeated(data: dict[str, Any]) -> Iterator[Problem]:
    """Yield the entries of one list that have the same id or code."""
    for key, items in data.items():
        first: dict[str, Pointer] = {}
        for i, item in enumerate(items if isinstance(items, list) else ()):
            for name in ("id", "code"):
                value = item.get(name) if isinstance(item, dict) else None
                place: Pointer = (key, i, name)
                if isinstance(value, str) and first.setdefault(value, place) != place:
                    message = f"“{value[:60]}” stands in the list “{key}” twice."
                    yield Problem(
                        place, message, "Keep one of the two.", "SC-06", related=(Related("first here", first[value]),)
                    )
