"""The content folder at a revision, read from git's own store; the work tree is never touched.

Links, submodules and other special files are not followed, exactly as on the disk.
"""

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from ..reading.source import MAX_DATA
from .catalog import Catalog
from .folder import ContentFile, make_special_file_problem, path_for_messages
from .loading import parse_catalog

_REGULAR, _LINK = (b"100644", b"100755"), b"120000"
_TOO_LONG = bytes(MAX_DATA + 1)  # in place of a file that would be refused for its length, which is not read at all
_HOOK_VARIABLES = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY")
"""Variables that git sets for its hooks. They are removed, because the content folder decides."""
_SHALLOW = (
    " This clone is shallow: it contains only the newest part of the history. Fetch the rest with “git fetch "
    "--unshallow”. In GitHub’s checkout action, set “fetch-depth: 0”."
)


class HistoryError(Exception):
    """The history cannot be read; the message says why, and what to do."""


@dataclass(frozen=True)
class Revision:
    """A commit, and the name by which the operator asked for it."""

    name: str
    commit: str

    def __str__(self) -> str:
        return f"{self.name} ({self.commit[:10]})" if not self.commit.startswith(self.name) else self.commit[:10]


def find_revision(content: Path, name: str) -> Revision:
    """Return the commit called *name* in the repository of the folder *content*.

    Raises:
        HistoryError: git is not installed, there is no repository, or it has no such commit.
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


def find_merge_base(content: Path, base: Revision, head: Revision) -> Revision:
    """Return the newest common ancestor of *base* and *head*, which a pull request is compared with.

    Two histories without a common ancestor give *base*.

    Raises:
        HistoryError: a shallow clone does not reach back that far.
    """
    try:
        commit = _git(content, "merge-base", base.commit, head.commit).decode().strip()
    except HistoryError:
        if _is_shallow(content):
            message = f"{base.name} and {head.name} have no common ancestor in this clone.{_SHALLOW}"
            raise HistoryError(message) from None
        return base
    return Revision(base.name, commit)


def load_at(content: Path, revision: Revision) -> Catalog:
    """Return the catalog of the folder *content* at *revision*; it is empty if the folder did not exist then.

    Raises:
        HistoryError: git cannot provide the files.
    """
    return parse_catalog(_list_files(content, revision.commit), path_for_messages(content))


def _list_files(content: Path, commit: str) -> list[ContentFile]:
    prefix = _git(content, "rev-parse", "--show-prefix").rstrip(b"\n")
    lines = _tree_lines(_git(content, "ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", prefix or b"."))
    inside = [each for each in lines if not (each.is_regular and _is_hidden(each.path(prefix)))]
    wanted = [each.object for each in inside if each.is_regular and each.size <= MAX_DATA]
    texts = dict(zip(wanted, _read_blobs(content, wanted), strict=True))
    files = (_file(each, each.path(prefix), texts.get(each.object, _TOO_LONG)) for each in inside)
    return sorted(files, key=lambda file: file.path.parts)


def _is_hidden(path: PurePosixPath) -> bool:
    return any(part.startswith(".") for part in path.parts)


@dataclass(frozen=True, slots=True)
class _TreeLine:
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


def _tree_lines(output: bytes) -> Iterator[_TreeLine]:
    for line in filter(None, output.split(b"\0")):
        facts, _, name = line.partition(b"\t")
        mode, _kind, object_, size = facts.split()
        yield _TreeLine(mode, object_, int(size) if size.isdigit() else 0, name)


def _file(line: _TreeLine, path: PurePosixPath, text: bytes) -> ContentFile:
    problem = None if line.is_regular else make_special_file_problem(path, line.mode == _LINK)
    return ContentFile(path, partial(bytes, text), problem)


def _read_blobs(content: Path, objects: Sequence[bytes]) -> Iterator[bytes]:
    """Yield the bytes of each of *objects*. Git prints a line ``object type size``, the bytes and a newline."""
    output = _git(content, "cat-file", "--batch", given=b"".join(name + b"\n" for name in objects))
    start = 0
    for name in objects:
        end = output.index(b"\n", start)
        if not output[start:end].startswith(name + b" blob "):
            raise HistoryError(f"The object {name.decode()} is missing from the repository. Try “git fetch”.")
        size = int(output[start:end].rsplit(b" ", 1)[1])
        yield output[end + 1 : end + 1 + size]
        start = end + 1 + size + 1


def _is_shallow(content: Path) -> bool:
    return _git(content, "rev-parse", "--is-shallow-repository").strip() == b"true"


def _git(content: Path, *arguments: str | bytes, given: bytes = b"") -> bytes:
    """Run git in the folder *content* with *given* as its input, and return its output.

    Raises:
        HistoryError: git is not installed, or it fails.
    """
    inherited = {name: value for name, value in os.environ.items() if name not in _HOOK_VARIABLES}
    quiet = {**inherited, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    command = ("git", "--no-pager", "--literal-pathspecs", *arguments)
    try:
        done = subprocess.run(command, cwd=content, env=quiet, input=given, capture_output=True, check=False)
    except FileNotFoundError as error:
        raise HistoryError("The program “git” is not installed. It is needed to read the history.") from error
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip() or "Git gave no reason."
        raise HistoryError(f"The history of {content} cannot be read. {reason}")
    return done.stdout
