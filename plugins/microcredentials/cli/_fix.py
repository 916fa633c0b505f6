"""Fix the files of specs: read each, fix its text in memory, write the text or show the difference."""

import difflib
import os
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..authoring.fixing import FixInputs, fix
from ..catalog.folder import ContentFile, list_files
from ..catalog.layout import SPEC_FOLDERS, TEMPLATE
from ..catalog.loading import load_templates
from ..catalog.writing import write_file
from ..reports.safe import plain

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Fixed:
    """The file of a spec with its bytes before and after fixing, and sentences on what was fixed and what was not."""

    path: Path
    before: bytes
    after: bytes
    applied: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The path as messages show it."""
        return plain(PurePosixPath(os.path.relpath(self.path)).as_posix())

    def write(self, content: Path) -> None:
        """Replace the file, which is in the folder *content*, with the fixed text."""
        write_file(self.path, self.after, content.parent)

    def diff(self) -> str:
        """Return the difference as a unified diff, without characters that act on a terminal."""
        before, after = (text.decode().splitlines() for text in (self.before, self.after))
        lines = difflib.unified_diff(before, after, f"a/{self.shown}", f"b/{self.shown}", lineterm="")
        return "".join(f"{plain(line)}\n" for line in lines)


def find_fixes(content: Path, paths: Sequence[Path]) -> Iterator[Fixed]:
    """Yield each spec in the folder *content* that has something to fix, or something that cannot be fixed.

    If there are *paths*, only specs at or below one of them are read.
    """
    within = [path.resolve() for path in paths]
    orders = {folder: tuple(template.data) for folder, template in load_templates(content).items()}
    for file in list_files(content):
        path = content / file.path
        if file.path.parts[0] not in SPEC_FOLDERS or file.path.name == TEMPLATE or file.problem:
            continue
        if within and not any(path.resolve().is_relative_to(each) for each in within):
            continue
        fixed = _fix(path, file, orders.get(file.path.parts[0], ()))
        if fixed.applied or fixed.declined:
            yield fixed


def _fix(path: Path, file: ContentFile, order: tuple[str, ...]) -> Fixed:
    """Return *file*, which is at *path*, before and after fixing."""
    try:
        raw = file.read()
    except OSError as error:
        return Fixed(path, b"", b"", declined=(f"it cannot be opened ({error.strerror})",))
    result = fix(file.path, raw, FixInputs(str(uuid.uuid4()), order))
    after = (_BOM if raw.startswith(_BOM) else b"") + result.text.encode()
    return Fixed(path, raw, after if result.applied else raw, result.applied, result.declined)
