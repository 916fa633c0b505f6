"""The disk: read files. Only plain files are opened, and never more than a limit is read.

A link may lead anywhere, a pipe may never end, and some devices act when they are opened.
"""

import os
import stat
from functools import partial
from pathlib import Path

from .writing import refuse_links

_NEVER_WAIT = getattr(os, "O_NONBLOCK", 0)  # Windows has neither of the two
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


class UnreadableFileError(OSError):
    """A file is not read; the message says which one, why, and what to do."""


def read_file(path: Path, root: Path, most: int) -> bytes:
    """Return the bytes of the file at *path*. ``root`` is a folder above it; *most* is the largest size in bytes.

    Raises:
        LinkError: *path*, or a folder between *root* and *path*, is a link.
        UnreadableFileError: it is not a plain file, or it is too large.
        ValueError: *path* is outside of *root*.
        OSError: the file cannot be read.
    """
    refuse_links(path, root)
    return _require_size(path, read_start(path, most), most)


def read_named(path: Path, most: int) -> bytes:
    """Return the bytes of the file at *path*, which the operator named. It may be anywhere, and may be a link.

    *most* is the largest size in bytes.

    Raises:
        UnreadableFileError: it is not a plain file, or it is too large.
        OSError: the file cannot be read.
    """
    return _require_size(path, read_start(path, most, follow=True), most)


def read_start(path: Path, most: int, follow: bool = False) -> bytes:
    """Return the first bytes of the file at *path*, at most one more than *most*; *follow* allows it to be a link.

    Raises:
        UnreadableFileError: it is not a plain file.
        OSError: the file cannot be read.
    """
    _require_plain(path, path.stat(follow_symlinks=follow))
    with open(path, "rb", opener=partial(_open, _NEVER_WAIT | (0 if follow else _NO_LINK))) as file:
        _require_plain(path, os.fstat(file.fileno()))  # the file may have been replaced in the meantime
        return file.read(most + 1)


def decode(data: bytes, path: Path) -> str:
    r"""Return *data*, the bytes of the file at *path*, as text with “\n” at each line end.

    Raises:
        UnreadableFileError: it is not UTF-8.
    """
    try:
        return data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(f"{path} is not UTF-8 text. Save it as UTF-8.") from error


def _open(more_flags: int, path: str, flags: int) -> int:
    return os.open(path, flags | more_flags)


def _require_plain(path: Path, found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        what = "link" if stat.S_ISLNK(found.st_mode) else "folder, a pipe or a device"
        raise UnreadableFileError(f"{path} is a {what}. Use a plain file instead.")


def _require_size(path: Path, data: bytes, most: int) -> bytes:
    if len(data) > most:
        raise UnreadableFileError(f"{path} is larger than {most // 1_000_000} MB, so it is not read.")
    return data
