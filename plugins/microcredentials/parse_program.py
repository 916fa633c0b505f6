"""From the files under ``program/`` to one ``Program``; a part that cannot be read is None, and says so."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel

from .bibliography import ReferenceEntry
from .catalog import Entry
from .fields import nearest
from .model import Spec
from .problem import Problem
from .program import Framework, Program, ProgramFile
from .quality import Crosswalk, Quality
from .shape import fit, without_nulls
from .source import Source
from .vocabulary import Vocabulary

M = TypeVar("M", bound=BaseModel)
Terms = dict[str, Any]

UNLIMITED = {"unlimited": ("unlimited",)}
"""The one word that may stand in place of a number of resubmissions."""


def parse_program(sources: Iterable[Source]) -> tuple[Program, tuple[Entry[Spec], ...], Terms]:
    """Return the program, an entry for each of its files, and the vocabularies as ``fit`` wants them."""
    files = {source.path.relative_to("program").as_posix(): source for source in sources}
    problems: dict[str, tuple[Problem, ...]] = {name: source.problems for name, source in files.items()}
    vocabulary = _one(Vocabulary, "vocabulary.yml", files, problems, UNLIMITED)
    terms: Terms = {**UNLIMITED, **_terms(vocabulary)}
    program = Program(
        file=_program_file(files, problems, terms),
        vocabulary=vocabulary,
        frameworks=_folder(Framework, "frameworks/", files, problems, terms),
        references=_references(files, problems, terms),
        quality=_one(Quality, "quality.yml", files, problems, terms, optional=Quality()),
        crosswalks=_folder(Crosswalk, "standards/", files, problems, terms),
    )
    entries = tuple(Entry[Spec](source, None, problems[name]) for name, source in sorted(files.items()))
    return program, entries, terms


def _terms(vocabulary: Vocabulary | None) -> Terms:
    if vocabulary is None:
        return {}
    return {name: tuple(term.id for term in vocabulary.terms(name)) for name in Vocabulary.model_fields}


def _one(
    model: type[M], name: str, files: Mapping[str, Source], problems: dict[str, tuple[Problem, ...]], terms: Terms,
    optional: M | None = None,
) -> M | None:  # fmt: skip
    source = files.get(name)
    if source is None or _serious(problems[name]):
        return optional if source is None else None
    if source.yaml is not None and source.yaml.data is None and optional is not None:
        return optional
    node, found = fit(model, without_nulls(source.yaml.data if source.yaml else None), terms)
    problems[name] += found
    return node


def _serious(problems: tuple[Problem, ...]) -> bool:
    return any(problem.rule not in ("FM-14", "FM-15", "FM-16") for problem in problems)


def _program_file(
    files: Mapping[str, Source], problems: dict[str, tuple[Problem, ...]], terms: Terms
) -> ProgramFile | None:
    program = _one(ProgramFile, "program.yml", files, problems, terms)
    known = [issuer.id for issuer in program.issuers] if program else []
    if program and program.issuer not in known:
        message = f"The issuer “{program.issuer}” is not in the list “issuers”."
        problems["program.yml"] += (Problem(("issuer",), message, nearest(program.issuer, known), "SC-04"),)
    return program


def _folder(
    model: type[M], folder: str, files: Mapping[str, Source], problems: dict[str, tuple[Problem, ...]], terms: Terms
) -> dict[str, M] | None:
    names = sorted(name for name in files if name.startswith(folder) and not name.startswith(f"{folder}_"))
    read = {name: _one(model, name, files, problems, terms) for name in names}
    if None in read.values():
        return None
    return {name.removeprefix(folder).rsplit(".", 1)[0]: node for name, node in read.items() if node is not None}


def _references(
    files: Mapping[str, Source], problems: dict[str, tuple[Problem, ...]], terms: Terms
) -> dict[str, ReferenceEntry] | None:
    references: dict[str, ReferenceEntry] = {}
    whole = True
    for name in sorted(name for name in files if name.startswith("references/")):
        for i, item in enumerate(_items(files[name])):
            node, found = fit(ReferenceEntry, without_nulls(item), terms, (i,))
            problems[name] += found or _twice(node, references, i)
            if node is not None:
                references.setdefault(node.id, node)
        problems[name] += _not_a_list(files[name])
        whole = whole and not _serious(problems[name])
    return references if whole else None


def _items(source: Source) -> list[Any]:
    data = source.yaml.data if source.yaml else None
    return data if isinstance(data, list) else []


def _not_a_list(source: Source) -> tuple[Problem, ...]:
    if source.problems or (source.yaml and isinstance(source.yaml.data, list | None)):
        return ()
    return (Problem((), "A bibliography file is a list of entries.", "Begin each entry with “- id: …”.", "FM-18"),)


def _twice(node: ReferenceEntry | None, seen: Mapping[str, ReferenceEntry], i: int) -> tuple[Problem, ...]:
    if node is None or node.id not in seen:
        return ()
    return (Problem((i, "id"), f"The reference “{node.id}” stands in the bibliography twice.", "Keep one.", "SC-06"),)
