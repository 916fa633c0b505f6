"""Turn a text into the terms of the search index.

``words`` does the same as the function of that name in ``theme/assets/search/words.js``, because a reader's query must
be split in the same way as an author's text. Keep the two alike; the suite compares them in a browser over all of
Unicode.
"""

import re
import unicodedata
from functools import cache
from itertools import accumulate

from lunr.stop_word_filter import WORDS

from ...reading.stemmer import stem

STOP_WORDS: frozenset[str] = frozenset(WORDS)  # the same as in lunr.js, including question words

_UNIFIED = str.maketrans(
    dict.fromkeys("\u00ad\u200c\u200d\u2060\ufeff", "")  # soft hyphen, joiners, byte-order mark
    | dict.fromkeys("`\u00b4\u02bb\u02bc\u2018\u2019\u201b\u2032\uff07", "'")  # quotes, primes, the Hawaiian okina
    | dict.fromkeys("\u2120\u2122", " ")  # service mark, trade mark: NFKD would glue SM or TM to the word
)
_MAYBE_MARK = re.compile("[^\x00-\u02ff]")  # the first combining mark is U+0300
_APOSTROPHE = re.compile(r"'s(?![^\W_])|'")
_DOTTED = re.compile(r"(?<![^\W_])(?<!\.)[^\W\d_](?:\.[^\W\d_])+(?![^\W_]|\.\d)")  # I.E.P.
# a code is 2026, 112.42(b)(1), 112.42b1 or 3.oa.a.1
_WORD = re.compile(
    r"[^\W_]*\d[^\W_]*(?:\.(?:[^\W_]{1,3}|\d[^\W_]{1,4})(?![^\W_]))*(?:\([^\W_]{1,4}\))*"
    r"|[^\W_]+"
)


def normalize(text: str) -> str:
    """Return *text* in lowercase, without accents, possessives, apostrophes, and dots in abbreviations."""
    return _DOTTED.sub(_without_dots, _APOSTROPHE.sub("", _without_accents(text).lower()))


def _without_accents(text: str) -> str:
    if text.isascii():  # nearly all texts are
        return text.replace("`", "'")
    plain = unicodedata.normalize("NFKD", text.translate(_UNIFIED))
    return _MAYBE_MARK.sub(_without_mark, plain)


def _without_dots(found: re.Match[str]) -> str:
    return found[0].replace(".", "")


def _without_mark(found: re.Match[str]) -> str:
    return "" if unicodedata.category(found[0]).startswith("M") else found[0]


def words(text: str) -> list[str]:
    """Return the words of *text* in order, as readers type them; the code ``112.42(b)`` becomes ``112.42b``.

    Every character that is not a letter or a digit separates words: spaces, hyphens, dashes, slashes and so on.
    """
    return [spellings(word)[-1] for word in _WORD.findall(normalize(text))]


def terms(text: str) -> list[str]:
    """Return the terms of *text* in the index: the stem of each spelling of each word, without stop words."""
    return [term for word in _WORD.findall(normalize(text)) for term in _terms_of_word(word)]


@cache
def _terms_of_word(word: str) -> tuple[str, ...]:
    """Return the terms of one word. They are cached, because texts repeat their words."""
    return () if word in STOP_WORDS else tuple(map(stem, spellings(word)))


def spellings(word: str) -> list[str]:
    """Return the spellings that find *word*, shortest first.

    The code of a standard is also found by the codes above it: ``112.42(b)(1)`` gives ``112.42``, ``112.42b`` and
    ``112.42b1``.
    """
    return list(accumulate(word.replace(")", "").split("(")))
