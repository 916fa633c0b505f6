"""Tags that promise what the text does not speak of (rule LA-04)."""

import re
from collections.abc import Iterator, Sequence

from ...problem import Problem, Severity
from .._prose import Piece
from .._words import stem, words


def unused_tags(tags: object, pieces: Sequence[Piece]) -> Iterator[Problem]:
    """Yield the *tags* with a word that stands in none of *pieces*, in whatever grammatical form."""
    said = " ".join(piece.text for piece in pieces).casefold() if tags else ""
    for i, tag in enumerate(tags if isinstance(tags, list) else ()):
        if isinstance(tag, str) and not _says(said, {stem(word) for word in words(tag)}):
            message = f"The tag “{tag}” occurs nowhere in the text."
            yield Problem(("tags", i), message, "Use a word of the text, or delete the tag.", severity=Severity.WARNING)


def _says(said: str, stems: set[str]) -> bool:
    """Say whether words with all of *stems* are in a text; they are looked for as they stand first, for speed."""
    at_a_glance = all(re.search(rf"\b{re.escape(each)}", said) for each in stems)
    return at_a_glance or stems <= {stem(word) for word in words(said)}
