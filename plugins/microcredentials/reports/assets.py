"""Prepare style sheets and scripts for publication: put imports in place, and remove comments."""

import posixpath
import re
from collections.abc import Mapping

_IMPORT = re.compile(r'(?m)^@import "([^"]+)";$')
_TEXT_OR_SPACE = re.compile(
    r"""("(?:\\.|[^"\\])*+(?:"|\Z)|'(?:\\.|[^'\\])*+(?:'|\Z))|(?<![ \t])(?:[ \t]*+(?:/\*.*?(?:\*/|\Z)|\n\s*+))+""",
    re.DOTALL,
)


def join_sheets(path: str, sheets: Mapping[str, str]) -> str:
    """Return the sheet at *path* of *sheets*, with each imported sheet in the place of its import.

    An import is relative to the sheet that contains it. An import of a sheet that is not in *sheets* stays as it is.
    """

    def imported(found: re.Match[str]) -> str:
        other = posixpath.normpath(posixpath.join(posixpath.dirname(path), found[1]))
        return join_sheets(other, sheets) if other in sheets else found[0]

    return _IMPORT.sub(imported, _compact(sheets[path]))


def _compact(sheet: str) -> str:
    """Return *sheet* without comments and indentation; quoted text stays as it is."""
    return _TEXT_OR_SPACE.sub(lambda found: found[1] or ("\n" if "\n" in found[0] else " "), sheet).strip()


def remove_comments(code: str) -> str:
    """Return the JavaScript *code* without comments that have lines to themselves; text in backticks stays as it is."""
    kept, in_comment, in_text = list[str](), False, False
    for line in code.splitlines(keepends=True):
        stripped = line.strip()
        starts = not in_text and (stripped.startswith("//") or _starts_with_comment(stripped))
        if in_comment or starts:
            in_comment = "*/" not in stripped and (in_comment or stripped.startswith("/*"))
            continue
        in_text ^= line.count("`") % 2 == 1
        kept.append(line)
    return "".join(kept)


def _starts_with_comment(line: str) -> bool:
    """Return whether *line* starts with a block comment that no code follows."""
    return line.startswith("/*") and (line.endswith("*/") or "*/" not in line)
