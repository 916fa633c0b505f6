"""For people at a terminal: file by file, each change with the words before and after."""

import textwrap
from collections.abc import Sequence
from itertools import groupby

from ...catalog.changes.change import Change
from ..safe import plain, without_commands
from ._wording import collect_notes, describe_counts, describe_reach, trim_words

_WIDTH = 100
_INDENT = 13  # the longest significance and a space


def render(changes: Sequence[Change]) -> str:
    """Return *changes* as text."""
    if not changes:
        return "Nothing has changed in what the catalog says.\n"
    parts = [_file(path, list(group)) for path, group in groupby(changes, key=lambda change: change.path)]
    return without_commands("\n".join([*parts, describe_counts(changes)]))


def _file(path: str, changes: list[Change]) -> str:
    title = changes[0].title
    lines = [plain(path) + (f"  “{plain(title)}”" if title else ""), ""]
    for change in changes:
        lines += _change(change)
    if notes := collect_notes(changes):
        lines += _wrap("", f"For earners: {' '.join(notes)}")
    return "\n".join([*lines, ""])


def _change(change: Change) -> list[str]:
    lines = _wrap(change.significance, plain(change.sentence))
    for sign, text in zip("-+", trim_words(change), strict=True):
        lines += _wrap("", f"{sign} {plain(text)}", hanging=2) if text else []
    return lines + (_wrap("", plain(describe_reach(change))) if change.reaches else [])


def _wrap(label: str, text: str, hanging: int = 0) -> list[str]:
    """Return *text* in lines beside *label*; lines after the first are indented by *hanging* more columns."""
    indent = " " * (_INDENT + hanging)
    whole = f"{label:<{_INDENT}}{text}"
    return textwrap.wrap(whole, _WIDTH, subsequent_indent=indent, break_on_hyphens=False) or [whole]
