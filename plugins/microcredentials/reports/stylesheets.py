"""Style sheets as they travel: with the sheets that they import, and without comments and indentation."""

import posixpath
import re
from collections.abc import Mapping

_IMPORT = re.compile(r'(?m)^@import "([^"]+)";$')
_TEXT_OR_SPACE = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(?:[ \t]*(?:/\*.*?\*/|\n\s*))+""", re.DOTALL)


def join(path: str, sheets: Mapping[str, str]) -> str:
    """Return the sheet at *path* of *sheets*, with each imported sheet in the place of its import.

    An import is relative to the sheet that contains it. One that leads to none of *sheets* stays as it is.
    """

    def imported(found: re.Match[str]) -> str:
        other = posixpath.normpath(posixpath.join(posixpath.dirname(path), found[1]))
        return join(other, sheets) if other in sheets else found[0]

    return _IMPORT.sub(imported, _compact(sheets[path]))


def _compact(sheet: str) -> str:
    """Return *sheet* without comments and indentation; quoted text stays as it is."""
    return _TEXT_OR_SPACE.sub(lambda found: found[1] or ("\n" if "\n" in found[0] else " "), sheet).strip()
