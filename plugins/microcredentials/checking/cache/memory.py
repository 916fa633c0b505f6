"""The memory of one check: a digest covers everything that a result depends on, so no result is ever out of date.

The memory is in a folder of the user's own, never beside the content, so that no branch can bring its own report. A
damaged or unwritable folder only costs time.
"""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path, PurePosixPath

import markdown_it
import pydantic
import yaml

from ...catalog.folder import ContentFile
from ...catalog.git import Revision
from .._verdicts import Verdicts
from ..finding import Rule
from ..options import Options
from ..report import Report
from ..run import Run
from ._files import read_sealed, write_sealed
from ._reports import dump_report, load_report
from ._verdicts import dump_verdicts, load_verdicts

VARIABLE = "MICROCREDENTIALS_CACHE"
"""The environment variable that names the folder; if it is set and empty, nothing is remembered."""

_READERS = (sys.version, pydantic.VERSION, yaml.__version__, markdown_it.__version__)


def find_cache_folder(environment: Mapping[str, str]) -> Path | None:
    """Return the folder for remembered results, or None if nothing is remembered."""
    if VARIABLE in environment:
        return Path(environment[VARIABLE]) if environment[VARIABLE] else None
    caches = Path(environment.get("XDG_CACHE_HOME", ""))
    try:
        return (caches if caches.is_absolute() else Path.home() / ".cache") / "microcredentials"
    except RuntimeError:  # a user without a home folder
        return None


@dataclass(frozen=True)
class Inputs:
    """Everything that a report depends on, besides our own code.

    ``content`` is the content folder with its ``files``, and ``root`` its path as messages show it. ``since`` is the
    revision that the operator named, and ``base`` the revision that the content is compared with; None without them.
    """

    content: Path
    files: tuple[ContentFile, ...]
    root: PurePosixPath
    options: Options
    since: str | None = None
    base: Revision | None = None


@dataclass(frozen=True)
class Memory:
    """The results of earlier checks in ``folder``, for the same ``inputs`` or for files that have not changed.

    For the same content and the same options, only the last report is kept, whatever day it is for.
    """

    folder: Path
    inputs: Inputs

    def report(self, rules: Mapping[str, Rule]) -> Report | None:
        """Return the report on the same inputs, without the basis of scorecards; None if it is not remembered.

        ``rules`` are all rules by id, for the findings of the report.
        """
        text = read_sealed(self._report_file, self._report_digest)
        return load_report(text, rules) if text else None

    def verdicts(self) -> Verdicts:
        """Return the verdicts on single files for the same day, status and code; none if there are none."""
        return load_verdicts(read_sealed(self._verdicts_file, self._verdicts_digest) or "")

    def keep(self, run: Run) -> None:
        """Remember the report and the verdicts of *run*, which was made from the same inputs."""
        write_sealed(self._report_file, self._report_digest, dump_report(run.report))
        write_sealed(self._verdicts_file, self._verdicts_digest, dump_verdicts(run.verdicts))

    @property
    def _report_file(self) -> Path:
        inputs, options = self.inputs, self.inputs.options
        return self._file(*self._place, str(inputs.root), options.dates, options.selection, inputs.since)

    @property
    def _verdicts_file(self) -> Path:
        return self._file(*self._place)

    @property
    def _place(self) -> tuple[object, ...]:
        return str(self.inputs.content), self.inputs.options.as_status

    def _file(self, *facts: object) -> Path:
        return self.folder / f"check-{sha256(repr(facts).encode()).hexdigest()[:16]}.json"

    @cached_property
    def _report_digest(self) -> bytes:
        inputs = self.inputs
        facts = (str(inputs.content), str(inputs.root), inputs.options, inputs.since, inputs.base)
        return _digest(facts, *(part for file in inputs.files for part in _parts(file)))

    @property
    def _verdicts_digest(self) -> bytes:
        return _digest((*self._place, self.inputs.options.today))


def _digest(facts: object, *parts: bytes) -> bytes:
    """Return the digest of *facts*, of *parts*, of our code, and of the versions of the libraries that read files."""
    found = sha256(repr((facts, _READERS)).encode())
    for part in (_our_code(), *parts):
        found.update(b"%d:" % len(part))
        found.update(part)
    return found.digest()


@cache
def _our_code() -> bytes:
    return b"\0".join(path.read_bytes() for path in sorted(Path(__file__).parents[2].rglob("*.py")))


def _parts(file: ContentFile) -> Iterator[bytes]:
    """Yield the path of *file*, and its bytes or the error that reading it raises."""
    yield repr((file.path.as_posix(), file.problem)).encode()
    if file.problem is None:
        try:
            yield file.read()
        except OSError as error:
            yield repr(error).encode()
