"""The disk: write and remove files. Nothing is written through a link, and no reader ever finds half a file.

A proposal may contain links. A command that follows one would write to a place that its operator did not name.
"""

import os
from pathlib import Path
from secrets import token_hex


class LinkError(OSError):
    """A link is in the place of a file or folder; the message says which, and what to do."""


def write_file(path: Path, content: bytes, root: Path) -> None:
    """Replace the file at *path* by *content* in one step; folders are made as needed, and a file keeps its mode.

    ``root`` is a folder above *path*. It may itself be a link or be below one, because the operator chose it.

    Raises:
        LinkError: *path*, or a folder between *root* and *path*, is a link.
        ValueError: *path* is outside of *root*.
        OSError: the file cannot be written. An existing file at *path* has not changed.
    """
    refuse_links(path, root)
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".new-{token_hex(4)}")
    try:
        _write_through(aside, content)
        if path.exists():
            aside.chmod(path.stat().st_mode & 0o7777)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def write_aside(path: Path, content: bytes, root: Path) -> None:
    """Write the file at *path* in the new folder *root*, without waiting until the file is on the disk.

    The caller waits once for all files before the folder replaces the old one. An existing file at *path* is unlinked
    first, and never changed, because the old folder may have the same file under a second name.

    Raises:
        LinkError: *path*, or a folder between *root* and *path*, is a link.
        ValueError: *path* is outside of *root*.
        OSError: the file cannot be written.
    """
    refuse_links(path, root)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    with path.open("xb") as file:
        file.write(content)


def write_named(path: Path, content: bytes) -> None:
    """Replace the file at *path*, which the operator named, by *content*. It may be anywhere.

    In the working directory, links are refused. Elsewhere, a link or a device such as ``/dev/stdout`` is written to.

    Raises:
        LinkError: *path*, or a folder between the working directory and *path*, is a link.
        OSError: the file cannot be written.
    """
    path, here = path.absolute(), Path.cwd()
    if path.is_relative_to(here) and ".." not in path.parts:
        write_file(path, content, here)
    elif path.is_symlink() or (path.exists() and not path.is_file()):
        path.write_bytes(content)
    else:
        write_file(path, content, path.parent)


def remove_file(path: Path, root: Path) -> None:
    """Remove the file at *path*, if there is one. A link in its place is removed, and what it leads to stays.

    Raises:
        LinkError: a folder between *root* and *path* is a link.
        ValueError: *path* is outside of *root*.
        OSError: the file cannot be removed.
    """
    refuse_links(path.parent, root)
    path.unlink(missing_ok=True)


def refuse_links(path: Path, root: Path) -> None:
    """Check that neither *path* nor any folder between it and *root* is a link.

    Raises:
        LinkError: one of them is.
        ValueError: *path* is outside of *root*.
    """
    if not path.is_relative_to(root) or ".." in path.relative_to(root).parts:
        raise ValueError(f"{path} is outside of {root}")
    for part in (path, *path.parents):
        if part == root:
            return
        if part.is_symlink():
            raise LinkError(f"{part} is a link, and links are not followed. Replace it with what it leads to.")


def _write_through(path: Path, content: bytes) -> None:
    """Write a new file, and wait until it is on the disk, so that a power cut after it is renamed cannot damage it."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
