"""The content folder as it was at a revision, read from git's own store; the work tree is never touched.

Links, programs of other repositories and the like are not followed, exactly as on the disk.
"""

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from ..reading.source import MAX_DATA
from .catalog import Catalog
from .folder import ContentFile, path_for_messages, special_file_problem
from .loading import parse_catalog

_REGULAR = (b"100644", b"100755")
_TOO_LONG = bytes(MAX_DATA + 1)  # stands for a file that would be refused for its length, and so need not be read
_OURS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY")
"""What git sets for a hook; here the repository is the one that the content folder stands in."""


class HistoryError(Exception):
    """The history cannot be read; the message says why, and what to do."""


@dataclass(frozen=True)
class Revision:
    """A commit, and the name that somebody gave it."""

    name: str
    commit: str

    def __str__(self) -> str:
        return f"{self.name} ({self.commit[:10]})" if not self.commit.startswith(self.name) else self.commit[:10]


def revision(content: Path, name: str) -> Revision:
    """Return the commit that *name* stands for in the repository of the folder *content*.

    Raises:
        HistoryError: there is no git, no repository, or no such commit in it.
    """
    _git(content, "rev-parse", "--git-dir")
    try:
        if name.startswith("-"):
            raise HistoryError
        found = _git(content, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    except HistoryError:
        message = f"There is no revision “{name}” in this repository."
        raise HistoryError(message + (_SHALLOW if _is_shallow(content) else "")) from None
    return Revision(name, found.decode().strip())


_SHALLOW = (
    " The clone is shallow: it holds only the newest part of the history. Fetch the rest with “git fetch --unshallow”; "
    "for GitHub’s checkout action, set “fetch-depth: 0”."
)


def where_parted(content: Path, base: Revision, head: Revision) -> Revision:
    """Return the newest commit that *base* and *head* both come from: what a pull request compares with.

    Raises:
        HistoryError: a shallow clone does not reach back that far.
    """
    try:
        commit = _git(content, "merge-base", base.commit, head.commit).decode().strip()
    except HistoryError:
        if _is_shallow(content):
            raise HistoryError(f"It is not known where {base.name} and {head.name} parted.{_SHALLOW}") from None
        return base  # two histories that never met
    return Revision(base.name, commit)


def catalog_at(content: Path, at: Revision) -> Catalog:
    """Return the catalog of the folder *content* as it was *at* a revision; one without that folder is empty.

    Raises:
        HistoryError: git cannot give the files.
    """
    return parse_catalog(_files(content, at), path_for_messages(content))


def _files(content: Path, at: Revision) -> list[ContentFile]:
    prefix = _git(content, "rev-parse", "--show-prefix").rstrip(b"\n")
    listed = list(_listed(_git(content, "ls-tree", "-r", "-z", "-l", "--full-tree", at.commit, "--", prefix or b".")))
    inside = [each for each in listed if not any(part.startswith(".") for part in each.path(prefix).parts)]
    wanted = [each.object for each in inside if each.is_regular and each.size <= MAX_DATA]
    texts = dict(zip(wanted, _blobs(content, wanted), strict=True))
    files = (_file(each, each.path(prefix), texts.get(each.object, _TOO_LONG)) for each in inside)
    return sorted(files, key=lambda file: file.path.parts)


@dataclass(frozen=True, slots=True)
class _Listed:
    """A line of ``git ls-tree -l``: mode, object, size in bytes, and the path in the repository."""

    mode: bytes
    object: bytes
    size: int
    name: bytes

    @property
    def is_regular(self) -> bool:
        return self.mode in _REGULAR

    def path(self, prefix: bytes) -> PurePosixPath:
        return PurePosixPath(self.name.removeprefix(prefix).decode("utf-8", "replace"))


def _listed(output: bytes) -> Iterator[_Listed]:
    for line in filter(None, output.split(b"\0")):
        facts, _, name = line.partition(b"\t")
        mode, _kind, object_, size = facts.split()
        yield _Listed(mode, object_, int(size) if size.isdigit() else 0, name)


def _file(listed: _Listed, path: PurePosixPath, text: bytes) -> ContentFile:
    return ContentFile(path, partial(bytes, text), None if listed.is_regular else special_file_problem(path))


def _blobs(content: Path, objects: Sequence[bytes]) -> Iterator[bytes]:
    """Yield the bytes of each of *objects*; git answers with a line ``object type size``, the bytes and a newline."""
    output = _git(content, "cat-file", "--batch", given=b"".join(name + b"\n" for name in objects))
    start = 0
    for name in objects:
        end = output.index(b"\n", start)
        if not output[start:end].startswith(name + b" blob "):
            raise HistoryError(f"The repository lacks the object {name.decode()}. “git fetch” may bring it.")
        size = int(output[start:end].rsplit(b" ", 1)[1])
        yield output[end + 1 : end + 1 + size]
        start = end + 1 + size + 1


def _is_shallow(content: Path) -> bool:
    return _git(content, "rev-parse", "--is-shallow-repository").strip() == b"true"


def _git(content: Path, *arguments: str | bytes, given: bytes = b"") -> bytes:
    """Return what git answers in the folder *content*.

    Raises:
        HistoryError: there is no git, or it refuses.
    """
    here = {name: value for name, value in os.environ.items() if name not in _OURS}
    command = ("git", "--no-pager", "--literal-pathspecs", *arguments)
    quiet = {**here, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(command, cwd=content, env=quiet, input=given, capture_output=True, check=False)
    except FileNotFoundError as error:
        raise HistoryError("The program git, which knows the history, is not installed.") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip() or "git gives no reason."
        raise HistoryError(f"The history of {content} cannot be read. {said}")
    return done.stdout
