"""Files that are only read back if they are complete and belong to what is asked."""

import tempfile
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

_MAX_FILES = 50


def read_sealed(path: Path, digest: bytes) -> str | None:
    """Return the text that was written to *path* under the same *digest*; None if there is none, or it is damaged."""
    try:
        seal, _, text = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    return text.decode() if seal == _seal(digest, text) else None


def write_sealed(path: Path, digest: bytes, text: str) -> None:
    """Write *text* to *path* in one step under *digest*, and delete the oldest files beside it if there are too many.

    An error of the disk is ignored: the text is only missing next time.
    """
    body = text.encode()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=path.stem, delete=False) as file:
            file.write(_seal(digest, body) + b"\n" + body)
        Path(file.name).replace(path)
        _delete_oldest(path.parent.glob("check-*.json"))
    except OSError:
        return


def _seal(digest: bytes, text: bytes) -> bytes:
    return sha256(digest + text).hexdigest().encode()


def _delete_oldest(files: Iterable[Path]) -> None:
    for path in sorted(files, key=lambda path: path.stat().st_mtime)[:-_MAX_FILES]:
        path.unlink(missing_ok=True)
