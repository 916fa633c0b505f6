"""The disk: read a content folder into a catalog, write output files into a folder."""

import os
import uuid
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from ..model.spec import Spec
from ..reading.source import Source
from ._parse_program import parse_program
from ._parse_spec import parse, parse_guide, parse_kept
from .catalog import Catalog, Entry
from .folder import ContentFile, at_hand, files_in, read_files
from .garbage import garbage_later
from .layout import FOLDER, KINDS, VERSIONS


def find_content(start: Path) -> Path | None:
    """Return the nearest folder at or above *start*, or directly below it, that holds ``program/``."""
    for folder in (start, *start.parents):
        if (folder / "program").is_dir():
            return folder
        if (folder / "content" / "program").is_dir():
            return folder / "content"
    return None


def load(content: Path, working_directory: Path | None = None) -> Catalog:
    """Return the catalog of the folder *content*; paths in messages are relative to *working_directory*."""
    return catalog_of(files_in(content), root_of(content, working_directory))


def read_once(content: Path) -> tuple[ContentFile, ...]:
    """Return the files of the folder *content* as they are now, whatever happens to them afterwards."""
    return tuple(map(at_hand, files_in(content)))


def root_of(content: Path, working_directory: Path | None = None) -> PurePosixPath:
    """Return the path of *content* from *working_directory*, as messages give it."""
    return PurePosixPath(Path(os.path.relpath(content, working_directory or Path.cwd())).as_posix())


def catalog_of(files: Iterable[ContentFile], root: PurePosixPath) -> Catalog:
    """Return the catalog that *files* make, wherever they come from; *root* is the folder's path for messages."""
    with garbage_later():
        return _catalog_of(files, root)


def _catalog_of(files: Iterable[ContentFile], root: PurePosixPath) -> Catalog:
    sources, strays = read_files(files)
    program, program_entries, terms = parse_program(_within(sources, "program"))
    home = next((entry.source for entry in program_entries if entry.source.path == FOLDER / "program.yml"), None)
    inherited = home.data if home and program.file else {}
    guides = (s for s in sources if s.path.parts[0] not in (*KINDS, VERSIONS, "program"))
    return Catalog(
        root=root,
        program=program,
        entries=tuple(parse(source, terms, inherited, home) for source in _within(sources, *KINDS)),
        others=(
            *program_entries,
            *(parse_guide(source) for source in guides),
            *(parse_kept(source, terms, inherited, home) for source in _within(sources, VERSIONS)),
            *(Entry[Spec](stray, None, stray.problems) for stray in strays),
        ),
    )


def _within(sources: Iterable[Source], *folders: str) -> list[Source]:
    return [source for source in sources if source.path.parts[0] in folders]


def write_at_once(path: Path, content: bytes) -> None:
    """Put *content* in the place of the file *path*, so that nobody ever finds half of it."""
    aside = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}")
    try:
        aside.write_bytes(content)
        if path.exists():
            aside.chmod(path.stat().st_mode)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
