"""The disk: find a content folder, and list its files."""

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath

from ..reading.problem import Problem
from ..reading.source import MAX_DATA
from ._placement import printable
from .layout import PROGRAM
from .opening import read_start


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A file of a content folder, on the disk or in git: its path inside the folder, and how to read it.

    ``read`` returns at most one byte more than the largest size allowed, and raises OSError. ``problem`` is set
    where the path leads to something that is not a file, such as a symbolic link; it is then never read.
    """

    path: PurePosixPath
    read: Callable[[], bytes]
    problem: Problem | None = None


def find_content(start: Path) -> Path | None:
    """Return the nearest content folder (one that contains ``program/``) at or above *start*, or directly below it."""
    for folder in (start, *start.parents):
        if (folder / PROGRAM).is_dir():
            return folder
        if (folder / "content" / PROGRAM).is_dir():
            return folder / "content"
    return None


def path_for_messages(content: Path, working_directory: Path | None = None) -> PurePosixPath:
    """Return the path of the folder *content* from *working_directory* (default: the current one)."""
    return PurePosixPath(Path(os.path.relpath(content, working_directory or Path.cwd())).as_posix())


def list_files(content: Path) -> Iterator[ContentFile]:
    """Yield the files of the folder *content*, sorted by name. None of them is opened yet."""
    for path in _walk(content):
        relative = _relative(path, content)
        yield ContentFile(relative, partial(read_start, path, MAX_DATA), _find_file_problem(path, relative))


def snapshot(content: Path) -> tuple[ContentFile, ...]:
    """Return the files of the folder *content* with their present bytes, so that later reads give the same ones."""
    return tuple(map(_freeze, list_files(content)))


def _freeze(file: ContentFile) -> ContentFile:
    if file.problem:
        return file
    try:
        return replace(file, read=partial(bytes, file.read()))
    except OSError as error:
        return replace(file, read=partial(_raise, error))


def make_special_file_problem(path: PurePosixPath, is_link: bool) -> Problem:
    """Return the problem of a link, a pipe, a device or another repository in the place of a file."""
    if is_link:
        return Problem((), "This is a link, which may lead anywhere.", "Replace it with a copy of the file.", "FM-05")
    return _not_a_file(path, "a special file, not a text file")


def make_unopened_file_problem(error: OSError) -> Problem:
    """Return the problem of a file that the system does not open."""
    return Problem((), f"The file cannot be read: {error.strerror or error}.", "Check its permissions.", "FM-05")


def _walk(folder: Path) -> Iterator[Path]:
    """Yield every file below *folder* by name, with links instead of what they lead to.

    Hidden files are left out, but not hidden links and special files: the host of the site walks hidden folders, too,
    and follows links even in a circle.
    """
    found = [(folder, False)]
    while found:
        path, hidden = found.pop()
        mode = _mode(path)
        if stat.S_ISDIR(mode) and (children := _list_children(path)) is not None:
            found += [(each, hidden or each.name.startswith(".")) for each in reversed(children)]
        elif not hidden or not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            yield path


def _mode(path: Path) -> int:
    """Return type and permissions of *path* itself, not of what it leads to; 0 if they cannot be read."""
    try:
        return path.lstat().st_mode
    except OSError:
        return 0


def _list_children(folder: Path) -> list[Path] | None:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return None  # a folder that cannot be opened is reported like a file


def _relative(path: Path, content: Path) -> PurePosixPath:
    """Return *path* from the folder *content*, with U+FFFD for bytes that are not UTF-8 and cannot be printed."""
    return PurePosixPath(os.fsencode(path.relative_to(content).as_posix()).decode("utf-8", "replace"))


def _find_file_problem(path: Path, relative: PurePosixPath) -> Problem | None:
    try:
        mode = path.lstat().st_mode
    except OSError as error:
        return make_unopened_file_problem(error)
    if stat.S_ISDIR(mode):
        return _not_a_file(relative, "a folder that cannot be opened")
    return None if stat.S_ISREG(mode) else make_special_file_problem(relative, stat.S_ISLNK(mode))


def _not_a_file(path: PurePosixPath, what: str) -> Problem:
    return Problem((), f"“{printable(path.name)}” is {what}.", "Replace it with the text itself.", "FM-05")


def _raise(error: OSError) -> bytes:
    raise error
