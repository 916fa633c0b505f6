"""The files of ``check --fix`` and ``check --diff``: read each spec, fix it in memory, and write or show it."""

import difflib
import os
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..authoring.fixing import FixInputs, field_order, fix
from ..catalog.folder import ContentFile, list_files, write_atomically
from ..catalog.layout import SPEC_FOLDERS, TEMPLATE
from ..reports.safe import plain

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Fixed:
    """A spec's file, its bytes before and after, the fixes that were applied, and the reasons why others were not."""

    path: Path
    before: bytes
    after: bytes
    applied: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The path as messages give it."""
        return plain(PurePosixPath(os.path.relpath(self.path)).as_posix())

    def write(self) -> None:
        """Replace the file by the new text."""
        write_atomically(self.path, self.after)

    def diff(self) -> str:
        """Return the change line by line, without control characters that a terminal would act on."""
        before, after = (text.decode().splitlines() for text in (self.before, self.after))
        lines = difflib.unified_diff(before, after, f"a/{self.shown}", f"b/{self.shown}", lineterm="")
        return "".join(f"{plain(line)}\n" for line in lines)


def fixable(content: Path, paths: Sequence[Path]) -> Iterator[Fixed]:
    """Yield the specs of the folder *content*, or those at or below *paths*, that have a fix."""
    asked = [path.resolve() for path in paths]
    orders = {kind: _order(content / kind / TEMPLATE) for kind in SPEC_FOLDERS}
    for file in list_files(content):
        path = content / file.path
        if file.path.parts[0] not in SPEC_FOLDERS or file.path.name == TEMPLATE or file.problem:
            continue
        if asked and not any(path.resolve().is_relative_to(each) for each in asked):
            continue
        fixed = _fixed(path, file, orders[file.path.parts[0]])
        if fixed.applied or fixed.declined:
            yield fixed


def _fixed(path: Path, file: ContentFile, order: tuple[str, ...]) -> Fixed:
    """Return *file*, which is at *path*, after the fixes."""
    try:
        raw = file.read()
    except OSError as error:
        return Fixed(path, b"", b"", declined=(f"it cannot be opened ({error.strerror})",))
    result = fix(file.path, raw, FixInputs(str(uuid.uuid4()), order))
    after = (_BOM if raw.startswith(_BOM) else b"") + result.text.encode()
    return Fixed(path, raw, after if result.applied else raw, result.applied, result.declined)


def _order(template: Path) -> tuple[str, ...]:
    """Return the order of fields in the folder's template; it is empty if there is no template."""
    return field_order(PurePosixPath(template.name), template.read_bytes()) if template.is_file() else ()
