"""Reports of earlier runs: where nothing has changed that a report depends on, it is not worked out again.

They stand in a folder of the user's own, never beside the content: nobody's branch can bring the report on itself.
Whatever is wrong with that folder costs time, and nothing else.
"""

import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import markdown_it
import pydantic
import yaml

from ...catalog.folder import ContentFile
from ..finding import Rule
from ..report import Report
from ._reports import put_away, taken_out
from .verdicts import Verdicts, taken_out as read_verdicts

VARIABLE = "MICROCREDENTIALS_CACHE"
"""The variable of the environment that names the folder; if it is there and empty, nothing is kept."""

_MOST = 50
_READERS = (sys.version, pydantic.VERSION, yaml.__version__, markdown_it.__version__)


def cache_folder(environment: Mapping[str, str]) -> Path | None:
    """Return the folder to keep reports in, or None where there is none."""
    if VARIABLE in environment:
        return Path(environment[VARIABLE]) if environment[VARIABLE] else None
    caches = Path(environment.get("XDG_CACHE_HOME", ""))
    try:
        return (caches if caches.is_absolute() else Path.home() / ".cache") / "microcredentials"
    except RuntimeError:  # a user without a home
        return None


@dataclass(frozen=True)
class Question:
    """All that a report depends on.

    ``judged`` is what the verdict on a single file depends on besides the content, and ``asked`` what else somebody
    asks again and again; ``now`` is what may have changed since, the day first. Only the latest answer is kept.
    """

    judged: tuple[object, ...]
    asked: tuple[object, ...]
    now: tuple[object, ...]
    files: tuple[ContentFile, ...]

    def path(self, folder: Path, *asked: object) -> Path:
        """Return the file in *folder* for what is the same to everybody who *asked* this."""
        return folder / f"check-{sha256(repr((self.judged, asked)).encode()).hexdigest()[:16]}.json"

    def digest(self) -> bytes:
        """Return what tells this question from any other, our own code and every byte of the content included."""
        parts = (part for file in self.files for part in _parts(file))
        return _digest((self.judged, self.asked, self.now), *parts)

    def digest_of_rules(self) -> bytes:
        """Return what tells apart the verdicts on one and the same file."""
        return _digest((self.judged, self.now[:1]))


def recalled(
    folder: Path | None, question: Question, rules: Mapping[str, Rule], work: Callable[[Verdicts | None], Report]
) -> Report:
    """Return the answer to *question* that *folder* keeps, or else the one of *work*, which it keeps from now on.

    *work* is given what earlier runs have said of files that are still the same.
    """
    if folder is None:
        return work(None)
    path, digest = question.path(folder, *question.asked), question.digest()
    kept = _read(path, digest)
    return (taken_out(kept, rules, lambda: work(None)) if kept else None) or _kept(folder, question, work, path, digest)


def _kept(
    folder: Path, question: Question, work: Callable[[Verdicts | None], Report], path: Path, digest: bytes
) -> Report:
    """Return what *work* makes, and keep it with the verdicts it is made of."""
    beside, of_rules = question.path(folder), question.digest_of_rules()
    verdicts = read_verdicts(_read(beside, of_rules) or "")
    found = work(verdicts)
    _write(path, digest, put_away(found))
    _write(beside, of_rules, verdicts.put_away())
    return found


def _digest(facts: object, *parts: bytes) -> bytes:
    found = sha256(repr((facts, _READERS)).encode())
    for part in (_our_code(), *parts):
        found.update(b"%d:" % len(part))
        found.update(part)
    return found.digest()


@cache
def _our_code() -> bytes:
    return b"\0".join(path.read_bytes() for path in sorted(Path(__file__).parents[2].rglob("*.py")))


def _parts(file: ContentFile) -> Iterator[bytes]:
    yield repr((file.path.as_posix(), file.problem)).encode()
    if file.problem is None:
        try:
            yield file.read()
        except OSError as error:
            yield repr(error).encode()


def _read(path: Path, digest: bytes) -> str | None:
    """Return the text in the file *path* if it is whole and belongs to *digest*."""
    try:
        seal, _, text = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    return text.decode() if seal == _seal(digest, text) else None


def _seal(digest: bytes, text: bytes) -> bytes:
    return sha256(digest + text).hexdigest().encode()


def _write(path: Path, digest: bytes, text: str) -> None:
    """Write the file *path* all at once, and delete the oldest of too many."""
    body = text.encode()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=path.stem, delete=False) as file:
            file.write(_seal(digest, body) + b"\n" + body)
        Path(file.name).replace(path)
        _forget(path.parent.glob("check-*.json"))
    except OSError:
        return


def _forget(kept: Iterable[Path]) -> None:
    for path in sorted(kept, key=lambda path: path.stat().st_mtime)[:-_MOST]:
        path.unlink(missing_ok=True)
