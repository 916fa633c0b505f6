"""What ``check --fix`` and ``check --diff`` do with files: read each spec, mend it in memory, write it or show it."""

import difflib
import os
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from .files import write_at_once
from .fixes import Aids, field_order, mended
from .folder import TEMPLATE, files_in
from .parse import KINDS
from .reports import plain

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Fixed:
    """A spec that can be mended: its file, its bytes before and after, and what was done, in words."""

    path: Path
    before: bytes
    after: bytes
    done: tuple[str, ...]

    @property
    def shown(self) -> str:
        """The path as messages give it."""
        return plain(PurePosixPath(os.path.relpath(self.path)).as_posix())

    def write(self) -> None:
        """Put the new text in the file's place."""
        write_at_once(self.path, self.after)

    def diff(self) -> str:
        """Return the change line by line, with nothing in it that a terminal would obey."""
        before, after = (text.decode().splitlines() for text in (self.before, self.after))
        lines = difflib.unified_diff(before, after, f"a/{self.shown}", f"b/{self.shown}", lineterm="")
        return "".join(f"{plain(line)}\n" for line in lines)


def fixable(content: Path, paths: Sequence[Path]) -> Iterator[Fixed]:
    """Yield the specs of the folder *content*, or those at or below *paths*, in which something can be mended."""
    asked = [path.resolve() for path in paths]
    orders = {kind: _order(content / kind / TEMPLATE) for kind in KINDS}
    for file in files_in(content):
        path = content / file.path
        if file.path.parts[0] not in KINDS or file.path.name == TEMPLATE or file.trouble:
            continue
        if asked and not any(path.resolve().is_relative_to(each) for each in asked):
            continue
        raw = file.read()
        fixed = mended(file.path, raw, Aids(str(uuid.uuid4()), orders[file.path.parts[0]]))
        if fixed.done:
            after = (_BOM if raw.startswith(_BOM) else b"") + fixed.text.encode()
            yield Fixed(path, raw, after, fixed.done)


def _order(template: Path) -> tuple[str, ...]:
    """Return the order of fields in the folder's template; none where there is no template."""
    return field_order(PurePosixPath(template.name), template.read_bytes()) if template.is_file() else ()
