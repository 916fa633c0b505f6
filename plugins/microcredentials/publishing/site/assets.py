"""Scripts and style sheets as they are published: without the comments that are for those who change them."""

from collections.abc import Mapping

from ...reports.stylesheets import join

PARTS = "assets/stylesheets/site/"
"""The folder of the sheets that are published only as parts of ``site.css``."""


def published(sources: Mapping[str, str]) -> dict[str, str]:
    """Return the scripts and sheets of a theme as they are published, by path; *sources* are all of them as written."""
    return {path: _published(path, sources) for path in sources if not path.startswith(PARTS)}


def _published(path: str, sources: Mapping[str, str]) -> str:
    return join(path, sources) if path.endswith(".css") else without_comments(sources[path])


def without_comments(code: str) -> str:
    """Return the JavaScript *code* without comments that have lines to themselves; a text in backticks is kept."""
    kept, in_comment, in_text = list[str](), False, False
    for line in code.splitlines(keepends=True):
        stripped = line.strip()
        begins = not in_text and (
            stripped.startswith("//") or (stripped.startswith("/*") and _is_only_comment(stripped))
        )
        if in_comment or begins:
            in_comment = "*/" not in stripped and (in_comment or stripped.startswith("/*"))
            continue
        in_text ^= line.count("`") % 2 == 1
        kept.append(line)
    return "".join(kept)


def _is_only_comment(line: str) -> bool:
    """Return whether no code follows the comment that *line* begins with."""
    return line.endswith("*/") or "*/" not in line
