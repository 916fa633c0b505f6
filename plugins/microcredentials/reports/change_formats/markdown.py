"""Markdown for a comment on a pull request: a table per file, short enough for the host."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from ...catalog.changes.change import Change
from ...model.wording import plural
from .._markdown import escape, fit_sections, format_heading
from ._wording import collect_notes, describe_counts, describe_reach, trim_words

_TABLE = "| Significance | What changes | Before | After |\n|---|---|---|---|\n"


def render(changes: Sequence[Change]) -> str:
    """Return *changes* as GitHub-flavored Markdown, in which text of authors has no effect."""
    if not changes:
        return "## What changes\n\nNothing has changed in what the catalog says.\n"
    text, left = fit_sections(f"## What changes\n\n{describe_counts(changes)}", _sections(changes))
    return text + (f"\n{plural(left, 'more change')} did not fit here.\n" if left else "")


def _sections(changes: Sequence[Change]) -> Iterator[tuple[str, int]]:
    """Yield the section of each file, and how many changes it contains."""
    for path, group in groupby(changes, key=lambda change: change.path):
        found = list(group)
        notes = "".join(f"\n> **For earners:** {escape(note)}\n" for note in collect_notes(found))
        yield f"{format_heading(found[0].title, path)}\n{_TABLE}{''.join(map(_row, found))}{notes}", len(found)


def _row(change: Change) -> str:
    sentence = f"{change.sentence} {describe_reach(change)}".strip()
    cells = (change.significance, sentence, *trim_words(change))
    return f"| {' | '.join(map(escape, cells))} |\n"
