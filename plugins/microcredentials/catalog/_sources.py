"""From files to sources: read each file, and refuse those that cannot be part of a catalog."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from ..reading.problem import Problem
from ..reading.source import Source, read_data, read_spec, unreadable_source
from ._placement import find_path_problem
from .folder import ContentFile, make_unopened_file_problem
from .layout import PROGRAM, SPEC_FOLDERS, TEMPLATE


def read_sources(files: Iterable[ContentFile]) -> tuple[list[Source], list[Source]]:
    """Return two lists of sources: the files that belong to a catalog, and those that do not, each with its problem.

    Of two files with the same address on the site, the second is in both lists. Templates are in neither.
    """
    sources: list[Source] = []
    refused: list[Source] = []
    for file in files:
        if _is_template(file.path):
            continue
        if problem := file.problem or find_path_problem(file.path):
            refused.append(unreadable_source(file.path, problem))
        else:
            sources.append(_read(file))
    return sources, [*refused, *_same_addresses(sources)]


def read_templates(files: Iterable[ContentFile]) -> list[Source]:
    """Return the templates for new specs, including those that cannot be read, each of which has a problem."""
    templates = (file for file in files if _is_template(file.path))
    return [unreadable_source(each.path, each.problem) if each.problem else _read(each) for each in templates]


def _is_template(path: PurePosixPath) -> bool:
    return path.name == TEMPLATE and len(path.parts) == 2 and path.parts[0] in SPEC_FOLDERS


def _read(file: ContentFile) -> Source:
    reader = read_data if file.path.parts[0] == PROGRAM else read_spec
    try:
        return reader(file.path, file.read())
    except OSError as error:
        return unreadable_source(file.path, make_unopened_file_problem(error))


def _same_addresses(sources: Iterable[Source]) -> Iterator[Source]:
    """Yield each file that has the same address on the site as an earlier file: ``a.md`` beside ``a/index.md``."""
    seen: dict[str, PurePosixPath] = {}
    for source in sources:
        address = source.path.with_suffix("").as_posix().removesuffix("/index").casefold()
        if source.path.parts[0] != PROGRAM and seen.setdefault(address, source.path) is not source.path:
            message = f"This file and {seen[address]} have the same address on the site."
            yield unreadable_source(source.path, Problem((), message, "Rename one of the two.", "FM-22"))
