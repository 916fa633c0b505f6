"""Characters that a reader cannot see or would take for others."""

import re
import unicodedata
from collections.abc import Iterator

from .problem import Problem
from .text import Span, Text

_FORBIDDEN = re.compile(
    "(?P<control>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f])"
    "|(?P<line>[\x85\u2028\u2029])"
    "|(?P<direction>[\u202a-\u202e])"
    "|(?P<hidden>[\u200b\u2060\ufeff])"
    "|(?P<stack>[\u0300-\u036f]{5,})"
)
_SUSPECT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\xa0\u0300-\u036f\u0370-\u03ff\u0400-\u04ff\u2007\u200b\u2028-\u202f\u2060\u3000\ufeff]"
)  # every character that one of the patterns below could begin with; looked for in the set of a file's characters
_MESSAGES = {
    "control": ("An invisible control character stands here.", "Delete it."),
    "line": ("A line separator from a word processor stands here.", "Delete it and press Enter."),
    "direction": ("A character that changes the direction of the text stands here.", "Delete it."),
    "hidden": ("An invisible character stands here.", "Delete it."),
    "stack": ("Many accents are stacked on one letter here.", "Write the letter plainly."),
}
_HARD_SPACE = re.compile(r"(?m)^[ \t]*(?P<indent>[\u00a0\u2007\u202f\u3000]+)|^[ \t]*(?:- )?[\w-]+:(?P<colon>[\u00a0\u202f])")
_MIXED = re.compile(r"[^\W\d_]*(?:[A-Za-z][\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff][A-Za-z])[^\W\d_]*")


def bad_characters(text: Text, front_matter_end: int) -> Iterator[Problem]:
    """Yield what the eye cannot see (FM-13, an error) and letters of two alphabets in one word (FM-14)."""
    alphabet = "".join(sorted(set(text.value)))
    if not _SUSPECT.search(alphabet):
        return
    for match in _FORBIDDEN.finditer(text.value):
        message, advice = _MESSAGES[match.lastgroup or "control"]
        yield Problem((), message, advice, "FM-13", Span(match.start(), match.end()))
    for match in _HARD_SPACE.finditer(text.value, 0, front_matter_end):
        span = Span(*match.span(match.lastgroup or 0))
        yield Problem((), "A non-breaking space stands where YAML needs a plain one.", "Type a space.", "FM-13", span)
    for match in _MIXED.finditer(text.value):
        yield _look_alike(match)


def _look_alike(match: re.Match[str]) -> Problem:
    foreign = next(c for c in match[0] if "\u0370" <= c <= "\u04ff")
    name = unicodedata.name(foreign, "letter of another alphabet").lower()
    message = f"“{match[0]}” mixes alphabets: “{foreign}” is the {name}."
    return Problem((), message, "Type the word anew.", "FM-14", Span(match.start(), match.end()))
