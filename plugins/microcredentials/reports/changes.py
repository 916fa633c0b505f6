"""What changed, for people and for programs: as text, as Markdown, as JSON."""

import json
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import asdict
from itertools import groupby

from ..catalog.changes.change import Change
from ..catalog.changes.formatting import trim_to_difference
from ..model.wording import join_items, plural
from ._data import json_pointer
from .formats.markdown import code, escaped
from .safe import plain, without_commands

ChangeRender = Callable[[Sequence[Change]], str]

SCHEMA = 1
WIDTH = 100
LONG = 400  # characters of a text that are shown to people; programs get all of it
LIMIT = 900_000  # bytes, as for a report in Markdown
_FEW = 8  # how many specs a sentence names that a change reaches


def as_text(changes: Sequence[Change]) -> str:
    """Return *changes* file by file, with the words before and after."""
    if not changes:
        return "Nothing changed in the catalog's terms.\n"
    parts = [_text_of(path, list(group)) for path, group in groupby(changes, key=lambda change: change.path)]
    return without_commands("\n".join([*parts, _counted(changes)]))


def _text_of(path: str, changes: list[Change]) -> str:
    title = changes[0].title
    lines = [plain(path) + (f"  “{plain(title)}”" if title else ""), ""]
    for change in changes:
        lines += _wrapped(f"{change.significance:<13}{plain(change.sentence)}", " " * 13)
        before, after = _words(change)
        lines += _wrapped(f"{'':<13}- {plain(before)}", " " * 15) if before else []
        lines += _wrapped(f"{'':<13}+ {plain(after)}", " " * 15) if after else []
        lines += _wrapped(f"{'':<13}Reaches {plain(_reached(change))}.", " " * 13) if change.reaches else []
    lines += _wrapped(f"For earners: {' '.join(_for_earners(changes))}", " " * 13) if _for_earners(changes) else []
    return "\n".join([*lines, ""])


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, subsequent_indent=indent, break_on_hyphens=False) or [text]


def _words(change: Change) -> tuple[str, str]:
    """Return the words before and after, cut to where they differ."""
    before, after = ("; ".join(text.splitlines()) for text in (change.before, change.after))
    return trim_to_difference(before, after, LONG)


def _for_earners(changes: Sequence[Change]) -> list[str]:
    return list(dict.fromkeys(plain(change.for_earners) for change in changes if change.for_earners))


def _reached(change: Change) -> str:
    more = len(change.reaches) - _FEW
    return join_items([*change.reaches[:_FEW], *([f"{more} more"] if more > 0 else [])])


def _counted(changes: Sequence[Change]) -> str:
    counts = [f"{sum(c.significance == weight for c in changes)} {weight}" for weight in type(changes[0].significance)]
    return f"{plural(len(changes), 'change')}: {join_items(counts)}.\n"


def as_markdown(changes: Sequence[Change]) -> str:
    """Return *changes* as GitHub-flavored Markdown, short enough for a host to keep; author text has no effect."""
    if not changes:
        return "## What changes\n\nNothing in the catalog's terms.\n"
    text, left = f"## What changes\n\n{_counted(changes)}", 0
    for path, group in groupby(changes, key=lambda change: change.path):
        found = list(group)
        section = _markdown_of(path, found)
        if len((text + section).encode()) > LIMIT:
            left += len(found)
        else:
            text += section
    return text + (f"\n{plural(left, 'more change')} did not fit here.\n" if left else "")


def _markdown_of(path: str, changes: list[Change]) -> str:
    rows = "".join(_row(change) for change in changes)
    earners = "".join(f"\n> **For earners:** {escaped(said)}\n" for said in _for_earners(changes))
    table = "| Weight | What changes | Before | After |\n|---|---|---|---|\n"
    title = f"{escaped(changes[0].title)} ({code(path)})" if changes[0].title else code(path)
    return f"\n### {title}\n\n{table}{rows}{earners}"


def _row(change: Change) -> str:
    reached = f" Reaches {_reached(change)}." if change.reaches else ""
    cells = (change.significance, change.sentence + reached, *_words(change))
    return f"| {' | '.join(escaped(cell) for cell in cells)} |\n"


def as_json(changes: Sequence[Change]) -> str:
    """Return *changes* as data, schema version 1: fields are only ever added to it."""
    data = {"schema": SCHEMA, "changes": [_data(change) for change in changes]}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _data(change: Change) -> dict[str, object]:
    return {**asdict(change), "at": json_pointer(change.at)}


CHANGE_FORMATS: dict[str, ChangeRender] = {"text": as_text, "markdown": as_markdown, "json": as_json}
"""How changes can be written, by the value of ``--format``."""
