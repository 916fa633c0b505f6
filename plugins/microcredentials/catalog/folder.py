"""The content folder: which files it holds, and which of them do not belong there."""

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath

from ..model.fields import SLUG, VERSION
from ..reading.problem import Problem
from ..reading.source import MAX_DATA, Source, read_data, read_spec, unreadable_source
from .layout import KINDS, TEMPLATE, VERSIONS

MAX_NAME = 80
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_TAKEN = {"index", "v"}  # what a spec may not be called: its folder on the site holds these names
_PAGES = re.compile(r"dashboard|coverage|[a-z]{2}-[0-9]{2}")  # nor a crosswalk: /standards/ has these pages
_DEPTHS = {**dict.fromkeys(KINDS, 2), VERSIONS: 3}  # credentials/wait-time.md, versions/wait-time/1.0.0.md


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A file of a content folder, on the disk or in its history: the path inside the folder, and how to read it.

    ``read`` gives at most one byte more than may be read, and raises OSError. ``trouble`` says why something that
    stands there is no file at all, such as a link; then it is never read.
    """

    path: PurePosixPath
    read: Callable[[], bytes]
    trouble: Problem | None = None


def files_in(content: Path) -> Iterator[ContentFile]:
    """Yield what stands in the folder *content* on the disk; nothing is opened yet."""
    for path in _walk(content):
        relative = _relative(path, content)
        yield ContentFile(relative, partial(_bytes, path), _no_file(path, relative))


def at_hand(file: ContentFile) -> ContentFile:
    """Return *file* with what it holds now, so that whoever reads it again reads the same."""
    if file.trouble:
        return file
    try:
        return replace(file, read=partial(bytes, file.read()))
    except OSError as error:
        return replace(file, read=partial(_refuse, error))


def read_files(files: Iterable[ContentFile]) -> tuple[list[Source], list[Source]]:
    """Return the sources of the *files* that belong to a content folder, and of those that do not, with the reason."""
    sources: list[Source] = []
    strays: list[Source] = []
    for file in files:
        if file.path.name == TEMPLATE:
            continue
        if problem := file.trouble or _misplaced(file.path) or _misnamed(file.path):
            strays.append(unreadable_source(file.path, problem))
        else:
            sources.append(_read(file))
    return sources, [*strays, *_same_addresses(sources)]


def _walk(folder: Path) -> Iterator[Path]:
    """Yield every file below *folder* by name; links are yielded, never followed; hidden files are left out."""
    try:
        children = sorted(folder.iterdir())
    except OSError:
        yield folder  # it is no file, so it will be reported
        return
    for path in children:
        if path.is_dir() and not path.is_symlink() and not path.name.startswith("."):
            yield from _walk(path)
        elif not path.name.startswith("."):
            yield path


def _relative(path: Path, content: Path) -> PurePosixPath:
    """Return the path inside *content*; bytes in it that are no UTF-8, which could not be printed, become signs."""
    return PurePosixPath(os.fsencode(path.relative_to(content).as_posix()).decode("utf-8", "replace"))


def _no_file(path: Path, relative: PurePosixPath) -> Problem | None:
    try:
        mode = path.lstat().st_mode
    except OSError as error:
        return _closed(error)
    if stat.S_ISREG(mode):
        return None
    return _strange(relative, "a folder that cannot be opened") if stat.S_ISDIR(mode) else no_file(relative)


def no_file(relative: PurePosixPath) -> Problem:
    """Return the problem of a link, a device or another repository where a file is expected."""
    return _strange(relative, "a link or special file, not a text file")


def _strange(relative: PurePosixPath, what: str) -> Problem:
    return Problem((), f"“{_shown(relative.name)}” is {what}.", "Put the text itself here.", "FM-05")


def _misplaced(relative: PurePosixPath) -> Problem | None:
    folder, expected = relative.parts[0], _expected(relative)
    if relative.suffix in expected and len(relative.parts) == _DEPTHS.get(folder, len(relative.parts)):
        return None
    where = f"directly in {folder}/" if folder in KINDS else "there"
    advice = f"Only {' or '.join(expected)} files belong {where}; move or delete it. It is not published."
    return Problem((), f"“{_shown(relative.name)}” does not belong here.", advice, "FM-20")


def _expected(relative: PurePosixPath) -> tuple[str, ...]:
    if relative.parts[0] != "program":
        return (".md",)
    return (".yml", ".json") if relative.parts[1:2] == ("references",) else (".yml",)


def _misnamed(relative: PurePosixPath) -> Problem | None:
    taken = _DEVICES | (_TAKEN if relative.parts[0] in KINDS else set())
    names = [*relative.parts[:-1], relative.stem]
    if relative.parts[0] == VERSIONS:
        return _misnumbered(relative)
    page = relative.parts[:2] == ("program", "standards") and _PAGES.fullmatch(relative.stem)
    fit = all(re.fullmatch(SLUG, name) and name not in taken and len(name) <= MAX_NAME for name in names)
    if fit and not page:
        return None
    if (
        relative.parts[:2] == ("program", "references")
        and relative.stem.isprintable()
        and "\ufffd" not in relative.stem
    ):
        return None  # it becomes no address
    advice = f"Use small letters, digits and single hyphens, at most {MAX_NAME}, as in wait-time.md."
    return Problem((), f"“{_shown(relative.as_posix())}” cannot become an address.", advice, "FM-21")


def _misnumbered(relative: PurePosixPath) -> Problem | None:
    slug, number = relative.parts[1], relative.stem
    if re.fullmatch(SLUG, slug) and re.fullmatch(VERSION, number) and max(len(slug), len(number)) <= MAX_NAME:
        return None
    advice = "A kept version is called by its spec and number, as in versions/wait-time/1.0.0.md."
    return Problem((), f"“{_shown(relative.as_posix())}” cannot become an address.", advice, "FM-21")


def _shown(name: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in name)[:60]


def _closed(error: OSError) -> Problem:
    return Problem((), f"The file cannot be read: {error.strerror}.", "Look at its permissions.", "FM-05")


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_DATA + 1)


def _refuse(error: OSError) -> bytes:
    raise error


def _read(file: ContentFile) -> Source:
    reader = read_data if file.path.parts[0] == "program" else read_spec
    try:
        return reader(file.path, file.read())
    except OSError as error:
        return unreadable_source(file.path, _closed(error))


def _same_addresses(sources: Iterable[Source]) -> Iterator[Source]:
    """Yield each file that would be published at the address of another: ``a.md`` beside ``a/index.md``."""
    seen: dict[str, PurePosixPath] = {}
    for source in sources:
        address = source.path.with_suffix("").as_posix().removesuffix("/index").casefold()
        if source.path.parts[0] != "program" and seen.setdefault(address, source.path) is not source.path:
            message = f"This file and {seen[address]} have the same address on the site."
            yield unreadable_source(source.path, Problem((), message, "Rename one of the two.", "FM-22"))
