"""Put a finished build in the place of the old one as a whole: readers find the old site or the new one, never a mix.

A build is made in a hidden folder beside the site. When it is complete and on the disk, the two names are exchanged in
one step, where the system can do that (Linux: ``renameat2``, macOS: ``renamex_np``). Elsewhere two renames follow each
other; if the process dies between them, the next build puts the old site back before it starts. Builds of one site wait
for each other. What an interrupted build left behind is removed by the next one.
"""

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

from filelock import FileLock, Timeout

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # linux/fcntl.h, linux/fs.h
_RENAME_SWAP = 2  # sys/stdio.h of macOS
_NOT_SUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}


@contextmanager
def replacing(site: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[Path]:
    """Yield an empty folder; if the block ends without an exception, its content replaces that of *site*.

    ``waiting`` is called once if another build of the same site has to finish first.

    Raises:
        OSError: a folder cannot be written or replaced; *site* is as it was.
    """
    site = site.resolve()  # a link stays a link, and the folder it leads to is replaced
    site.parent.mkdir(parents=True, exist_ok=True)
    with _locked(site, waiting):
        _recover(site)
        new = _aside(site, f"new-{token_hex(4)}")  # its own name: a host that outlives its build writes into no other's
        new.mkdir()
        try:
            yield new
            _sync()
            _replace(site, new)
        finally:
            _recover(site)


@contextmanager
def _locked(site: Path, waiting: Callable[[], None]) -> Iterator[None]:
    lock = FileLock(_aside(site, "lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        waiting()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _aside(site: Path, name: str) -> Path:
    return site.with_name(f".{site.name}.{name}")


def _recover(site: Path) -> None:
    """Bring back the old site if a build died between two renames, and remove what builds left behind."""
    old = _aside(site, "old")
    if old.is_dir() and not site.exists():
        old.rename(site)
    for left in site.parent.glob(f".{site.name}.*"):
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left)


def _sync() -> None:
    """Have everything written to the disk, so that a power cut after the exchange finds whole files."""
    if hasattr(os, "sync"):
        os.sync()


def _replace(site: Path, new: Path) -> None:
    if not site.exists():
        new.rename(site)
    elif not _exchange(site, new):
        site.rename(_aside(site, "old"))
        new.rename(site)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; return False if the system or the disk's format cannot do that."""
    call = _exchange_call()
    if call is None:
        return False
    if call(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    number = ctypes.get_errno()
    if number in _NOT_SUPPORTED:
        return False
    raise OSError(number, os.strerror(number), str(one))


def _exchange_call() -> Callable[[bytes, bytes], int] | None:
    if os.name != "posix":
        return None
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        return lambda one, other: int(library.renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE))
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return lambda one, other: int(library.renamex_np(one, other, _RENAME_SWAP))
    return None
