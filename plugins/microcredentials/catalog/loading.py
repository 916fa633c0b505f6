"""Load a content folder into a catalog: files, sources, the program, and then every spec and page."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from ..model.spec import Spec
from ..reading.source import Source
from ._parse_program import parse_program
from ._parse_spec import parse_guide, parse_kept_version, parse_spec
from ._shape import is_harmful
from ._sources import read_sources, read_templates
from .catalog import Catalog
from .entry import Entry
from .folder import ContentFile, list_files, path_for_messages
from .garbage import pause_gc
from .layout import PROGRAM, SPEC_FOLDERS, VERSIONS


def load(content: Path, working_directory: Path | None = None) -> Catalog:
    """Return the catalog of the folder *content*; paths in messages are relative to *working_directory*."""
    return parse_catalog(list_files(content), path_for_messages(content, working_directory))


def parse_catalog(files: Iterable[ContentFile], root: PurePosixPath) -> Catalog:
    """Return the catalog of *files*, from the disk or from git; *root* is the path of their folder for messages."""
    with pause_gc():
        listed = tuple(files)
        return _parse_sources(*read_sources(listed), read_templates(listed), root)


def load_templates(content: Path) -> dict[str, Source]:
    """Return the readable templates for new specs in the folder *content*, each by the name of its own folder."""
    return _readable(read_templates(list_files(content)))


def _readable(templates: Iterable[Source]) -> dict[str, Source]:
    return {source.path.parts[0]: source for source in templates if not _is_broken(source)}


def _is_broken(source: Source) -> bool:
    return any(map(is_harmful, source.problems))


def _parse_sources(
    sources: list[Source], refused: list[Source], templates: list[Source], root: PurePosixPath
) -> Catalog:
    parsed = parse_program(_within(sources, PROGRAM))
    pages = (source for source in sources if source.path.parts[0] not in (*SPEC_FOLDERS, VERSIONS, PROGRAM))
    return Catalog(
        root=root,
        program=parsed.program,
        entries=tuple(parse_spec(source, parsed.context) for source in _within(sources, *SPEC_FOLDERS)),
        other_entries=(
            *parsed.entries,
            *map(parse_guide, pages),
            *(parse_kept_version(source, parsed.context) for source in _within(sources, VERSIONS)),
            *(Entry[Spec](source, None, source.problems) for source in refused),
            *(Entry[Spec](source, None, source.problems) for source in templates if _is_broken(source)),
        ),
        templates=_readable(templates),
    )


def _within(sources: Iterable[Source], *folders: str) -> list[Source]:
    return [source for source in sources if source.path.parts[0] in folders]
