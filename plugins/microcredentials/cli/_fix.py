"""What ``check --fix`` and ``check --diff`` do with files: read each spec, mend it in memory, write it or show it."""

import difflib
import os
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..authoring.fixing import Aids, field_order, mended
from ..catalog.folder import ContentFile, list_files, write_atomically
from ..catalog.layout import SPEC_FOLDERS, TEMPLATE
from ..reports.safe import plain

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Fixed:
    """What fixes come to in a spec: its file, its bytes before and after; in words, what was done and what was not."""

    path: Path
    before: bytes
    after: bytes
    done: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The path as messages give it."""
        return plain(PurePosixPath(os.path.relpath(self.path)).as_posix())

    def write(self) -> None:
        """Put the new text in the file's place."""
        write_atomically(self.path, self.after)

    def diff(self) -> str:
        """Return the change line by line, with nothing in it that a terminal would obey."""
        before, after = (text.decode().splitlines() for text in (self.before, self.after))
        lines = difflib.unified_diff(before, after, f"a/{self.shown}", f"b/{self.shown}", lineterm="")
        return "".join(f"{plain(line)}\n" for line in lines)


def fixable(content: Path, paths: Sequence[Path]) -> Iterator[Fixed]:
    """Yield the specs of the folder *content*, or those at or below *paths*, that can be mended or have to be left."""
    asked = [path.resolve() for path in paths]
    orders = {kind: _order(content / kind / TEMPLATE) for kind in SPEC_FOLDERS}
    for file in list_files(content):
        path = content / file.path
        if file.path.parts[0] not in SPEC_FOLDERS or file.path.name == TEMPLATE or file.problem:
            continue
        if asked and not any(path.resolve().is_relative_to(each) for each in asked):
            continue
        fixed = _fixed(path, file, orders[file.path.parts[0]])
        if fixed.done or fixed.left:
            yield fixed


def _fixed(path: Path, file: ContentFile, order: tuple[str, ...]) -> Fixed:
    """Return what fixes come to in *file*, which stands at *path*."""
    try:
        raw = file.read()
    except OSError as error:
        return Fixed(path, b"", b"", left=(f"it cannot be opened ({error.strerror})",))
    fixed = mended(file.path, raw, Aids(str(uuid.uuid4()), order))
    after = (_BOM if raw.startswith(_BOM) else b"") + fixed.text.encode()
    return Fixed(path, raw, after if fixed.done else raw, fixed.done, fixed.left)


def _order(template: Path) -> tuple[str, ...]:
    """Return the order of fields in the folder's template; none where there is no template."""
    return field_order(PurePosixPath(template.name), template.read_bytes()) if template.is_file() else ()
