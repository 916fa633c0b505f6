"""Replace a folder as a whole: readers find its old content or its new content, never a mix and never nothing.

The new content is written to a hidden folder beside the old one. When all of it is on the disk, the two names are
exchanged in one step, where the system and the disk can do that (Linux: ``renameat2``, macOS: ``renamex_np``).

Elsewhere two renames follow each other, and signals wait until both are done. Only a kill that cannot be delayed, or a
power cut, can hit the moment between them. Then the folder is missing, and its old content, complete, is in
``.<name>.old-…`` beside it; the next replacement puts it back before it starts.

Replacements of the same folder wait for each other. Each removes what interrupted ones left behind.
"""

import os
import re
import shutil
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

from filelock import FileLock, Timeout

from ._exchange import exchange

_ENDINGS = (signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else []))


class NotAFolderError(OSError):
    """The name of the folder to replace leads to something else; the message says what to do."""


@contextmanager
def replacing(folder: Path, waiting: Callable[[], None], start_with_old: bool = False) -> Iterator[Path]:
    """Yield a new folder; when the block ends without an exception, its content replaces that of *folder*.

    The new folder is empty, or with ``start_with_old`` it has the same files as *folder*, under a second name. So files
    in it may be replaced, but never changed in place. Links are copied as links.
    ``waiting`` is called once if another process is replacing *folder* and has to finish first.

    Raises:
        NotAFolderError: *folder* is a link, a file, or the root of a disk.
        OSError: something cannot be written or renamed. *folder* has not changed.
    """
    _require_folder(folder)
    folder = folder.resolve()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _lock(folder, waiting):
        _recover(folder)
        new = _name_beside(folder, "new")
        try:
            _make(new, folder, start_with_old)
            yield new
            _flush(new)
            _replace(folder, new)
        finally:
            _recover(folder)


def _require_folder(folder: Path) -> None:
    if folder.is_symlink():
        raise NotAFolderError(f"{folder} is a link. Name the folder that it leads to.")
    if folder.exists() and not folder.is_dir():
        raise NotAFolderError(f"{folder} is a file. Name a folder.")
    if folder.is_mount():
        raise NotAFolderError(f"{folder} is the root of a disk, which cannot be replaced. Name a folder inside it.")


@contextmanager
def _lock(folder: Path, waiting: Callable[[], None]) -> Iterator[None]:
    lock = FileLock(folder.with_name(f".{folder.name}.lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        waiting()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _name_beside(folder: Path, role: str) -> Path:
    """Return a new hidden name, so that a process that outlives its parent never writes to a later run's folder."""
    return folder.with_name(f".{folder.name}.{role}-{token_hex(4)}")


def _find_beside(folder: Path, role: str) -> list[Path]:
    names = re.compile(rf"\.{re.escape(folder.name)}\.{role}-[0-9a-f]{{8}}")
    return [path for path in folder.parent.iterdir() if names.fullmatch(path.name) and not path.is_symlink()]


def _recover(folder: Path) -> None:
    """Put the old content back if a replacement ended between two renames, and remove what is left of others."""
    for old in _find_beside(folder, "old"):
        if not folder.exists():
            old.rename(folder)
    for left in (*_find_beside(folder, "new"), *_find_beside(folder, "old")):
        shutil.rmtree(left, ignore_errors=True)  # a process that outlived its parent may still write to it


def _make(new: Path, folder: Path, start_with_old: bool) -> None:
    new.mkdir()
    if folder.exists():
        new.chmod(folder.stat().st_mode & 0o7777)  # everyone who could read the old site can read the new one
        if start_with_old:
            shutil.copytree(folder, new, symlinks=True, dirs_exist_ok=True, copy_function=_link_or_copy)


def _link_or_copy(source: str, copy: str) -> None:
    """Give a file a second name, which costs nothing, or copy it where the disk has no second names."""
    try:
        os.link(source, copy, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, copy, follow_symlinks=False)


def _flush(new: Path) -> None:
    """Wait until everything in the folder *new* is on the disk, so that a power cut never leaves half a file in it."""
    if sys.platform == "linux":  # here it waits for all disks (sync(2)), and takes a third of the time of many fsync
        os.sync()
        return
    for parent, _, names in os.walk(new):
        for name in names:
            _flush_one(Path(parent, name), os.O_RDWR if os.name == "nt" else os.O_RDONLY)
        _flush_folder(Path(parent))


def _flush_folder(folder: Path) -> None:
    if os.name != "nt":  # Windows cannot open a folder, and writes its names by itself
        _flush_one(folder, os.O_RDONLY)


def _flush_one(path: Path, mode: int) -> None:
    if path.is_symlink():
        return
    descriptor = os.open(path, mode)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _replace(folder: Path, new: Path) -> None:
    if not folder.exists():
        new.rename(folder)
    elif not exchange(folder, new):
        with _signals_delayed():
            folder.rename(_name_beside(folder, "old"))
            new.rename(folder)
    _flush_folder(folder.parent)


@contextmanager
def _signals_delayed() -> Iterator[None]:
    """Keep Ctrl-C and requests to end waiting until the block is done.

    Blocking them is not enough, because the system may deliver a signal to a thread that does not block it.
    """
    if threading.current_thread() is not threading.main_thread():  # no other thread gets signals in Python
        yield
        return
    waiting = list[int]()
    before = {each: signal.signal(each, lambda number, _: waiting.append(number)) for each in _ENDINGS}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler or signal.SIG_DFL)
        for number in waiting:
            signal.raise_signal(number)
