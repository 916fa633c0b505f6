"""Split a text into words and sentences."""

import re
from collections.abc import Iterator
from functools import lru_cache


def word_set(text: str) -> frozenset[str]:
    """Return the words that *text* lists, separated by spaces or line breaks."""
    return frozenset(text.split())


_CORE = re.compile(r"\w(?:.*\w)?")
_END = re.compile(
    r"[.!?…\n](?:(?<!\n)[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])"  # one class for all signs, because that is fastest
    r"|(?<=\n)(?:[ \t]*\n|(?=[ \t]*(?:[-*•]|\d+[.)])[ \t])))"  # the end of a paragraph, or the start of a list item
)
_ABBREVIATIONS = word_set("e.g i.e etc vs cf al dr mr mrs ms prof st u.s ed eds min max approx")
_BEFORE_NUMBERS = word_set("no nos p pp fig vol")


def split_words(text: str) -> list[str]:
    """Return the words of *text* in lowercase, without the punctuation around them.

    The characters between two spaces are one word (``open-ended``, ``3.5``) if they contain a letter or digit.
    """
    return [word for part in text.casefold().split() if (word := part if part.isalnum() else _strip(part))]


@lru_cache(maxsize=50_000)
def _strip(part: str) -> str:
    core = _CORE.search(part)
    return core[0] if core else ""


def split_sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield each sentence of *text* with its offset. An abbreviation such as ``e.g.`` does not end a sentence."""
    start = 0
    for end in _END.finditer(text):
        if end[0].startswith("\n") or not _is_abbreviation(text[start : end.start()], text[end.end()]):
            yield start, text[start : end.end()].rstrip()
            start = end.end()
    if text[start:].strip():
        yield start, text[start:].rstrip()


def _is_abbreviation(sentence: str, following: str) -> bool:
    """Return whether the period after *sentence* only ends an abbreviation, an initial or the number of an item."""
    *before, last = sentence.rsplit(None, 2)[-2:] or [""]
    is_initial = len(last) == 1 and last.isupper() and last != "I" and (not before or before[0][:1].isupper())
    short = last.lower().lstrip('(“"')
    is_short_form = short in _ABBREVIATIONS or (short in _BEFORE_NUMBERS and following.isdigit())
    return is_initial or is_short_form or (not before and last.isdigit())
