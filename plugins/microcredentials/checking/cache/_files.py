"""Write texts to files, and read them back only if they are complete and were written for the same request."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from ...catalog.opening import read_file
from ...catalog.writing import remove_file, write_file

_MAX_FILES = 50
_MOST = 200_000_000  # bytes; the results of a check take about 3,000 for each spec


def read_sealed(path: Path, digest: bytes) -> str | None:
    """Return the text that was written to *path* under the same *digest*; None if there is none, or it is damaged."""
    try:
        seal, _, text = read_file(path, path.parent, _MOST).partition(b"\n")
        return text.decode() if seal == _seal(digest, text) else None
    except (OSError, UnicodeDecodeError):
        return None


def write_sealed(path: Path, digest: bytes, text: str) -> None:
    """Write *text* to *path* in one step under *digest*, and delete the oldest files beside it if there are too many.

    A disk error is ignored, because the text will only be missing next time.
    """
    body = text.encode()
    try:
        write_file(path, _seal(digest, body) + b"\n" + body, path.parent)
        _delete_oldest(path.parent.glob("check-*.json"))
    except OSError:
        return


def _seal(digest: bytes, text: bytes) -> bytes:
    return sha256(digest + text).hexdigest().encode()


def _delete_oldest(files: Iterable[Path]) -> None:
    for path in sorted(files, key=lambda path: path.stat().st_mtime)[:-_MAX_FILES]:
        remove_file(path, path.parent)
