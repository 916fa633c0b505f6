"""Decide which paths belong in a content folder, and which names can become an address."""

import re
from pathlib import PurePosixPath

from ..model.fields import SLUG, VERSION
from ..reading.problem import Problem
from .layout import PROGRAM, SPEC_FOLDERS, VERSIONS

MAX_NAME = 80
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_RESERVED = {"index", "v"}  # the folder of a spec on the site has these names already
_PAGES = re.compile(r"dashboard|coverage|[a-z]{2}-[0-9]{2}")  # /standards/ on the site has these pages already
_DEPTHS = {**dict.fromkeys(SPEC_FOLDERS, 2), VERSIONS: 3}  # credentials/wait-time.md, versions/wait-time/1.0.0.md


def find_path_problem(path: PurePosixPath) -> Problem | None:
    """Return the problem that keeps the file at *path* (in the content folder) out of the catalog, or None."""
    return _misplaced(path) or (_bad_version_name(path) if path.parts[0] == VERSIONS else _bad_name(path))


def printable(name: str) -> str:
    """Return *name* for a message: cut to 60 characters, with “?” for each character that cannot be printed."""
    return "".join(c if c.isprintable() else "?" for c in name)[:60]


def _misplaced(path: PurePosixPath) -> Problem | None:
    folder, expected = path.parts[0], _expected_endings(path)
    if path.suffix in expected and len(path.parts) == _DEPTHS.get(folder, len(path.parts)):
        return None
    where = f"directly in {folder}/" if folder in SPEC_FOLDERS else "there"
    advice = f"Only {' or '.join(expected)} files belong {where}. Move this file or delete it; it is not published."
    return Problem((), f"“{printable(path.name)}” does not belong here.", advice, "FM-20")


def _expected_endings(path: PurePosixPath) -> tuple[str, ...]:
    if path.parts[0] != PROGRAM:
        return (".md",)
    return (".yml", ".json") if path.parts[1:2] == ("references",) else (".yml",)


def _bad_name(path: PurePosixPath) -> Problem | None:
    if _is_safe(path) and not (path.parts[:2] == (PROGRAM, "standards") and _PAGES.fullmatch(path.stem)):
        return None
    if path.parts[:2] == (PROGRAM, "references") and path.stem.isprintable() and "\ufffd" not in path.stem:
        return None  # a bibliography file is not published under its own name
    return _no_address(
        path, f"Use at most {MAX_NAME} lowercase letters, digits and single hyphens, as in wait-time.md."
    )


def _is_safe(path: PurePosixPath) -> bool:
    """Return whether the folders and the file of *path* have names that every system and the site can use."""
    refused = _DEVICES | (_RESERVED if path.parts[0] in SPEC_FOLDERS else set())
    names = (*path.parts[:-1], path.stem)
    return all(re.fullmatch(SLUG, name) and name not in refused and len(name) <= MAX_NAME for name in names)


def _bad_version_name(path: PurePosixPath) -> Problem | None:
    slug, number = path.parts[1], path.stem
    if re.fullmatch(SLUG, slug) and re.fullmatch(VERSION, number) and max(len(slug), len(number)) <= MAX_NAME:
        return None
    return _no_address(path, "Name a kept version after its spec and number, as in versions/wait-time/1.0.0.md.")


def _no_address(path: PurePosixPath, advice: str) -> Problem:
    return Problem((), f"“{printable(path.as_posix())}” cannot become an address.", advice, "FM-21")
