"""How a text becomes the terms of the search index.

``words`` is mirrored by the function of the same name in ``overrides/assets/javascripts/search.js``: what a reader
types must fall into the same words as what an author wrote. Keep the two alike; the suite compares them in a browser
over all of Unicode.
"""

import re
import unicodedata
from itertools import accumulate

from lunr.stop_word_filter import WORDS

from .stemmer import stem

STOP_WORDS: frozenset[str] = frozenset(WORDS)  # lunr.js carries the same list, question words included

_UNIFIED = str.maketrans(
    dict.fromkeys("\u00ad\u200c\u200d\u2060\ufeff", "")  # soft hyphen, joiners, byte-order mark
    | dict.fromkeys("`\u00b4\u02bb\u02bc\u2018\u2019\u201b\u2032\uff07", "'")  # quotes, primes, the Hawaiian okina
    | dict.fromkeys("\u2120\u2122", " ")  # service mark, trade mark: NFKD would glue SM or TM to the word
)
_APOSTROPHE = re.compile(r"'s(?![^\W_])|'")
# a code is 2026, 112.42(b)(1), 112.42b1 or 3.oa.a.1
_WORD = re.compile(
    r"[^\W_]*\d[^\W_]*(?:\.(?:[^\W_]{1,3}|\d[^\W_]{1,4})(?![^\W_]))*(?:\([^\W_]{1,4}\))*"
    r"|[^\W_]+"
)


def normalise(text: str) -> str:
    """Return *text* in lower case, without accents, possessives and apostrophes."""
    plain = unicodedata.normalize("NFKD", text.translate(_UNIFIED))
    letters = "".join(character for character in plain if not unicodedata.category(character).startswith("M"))
    return _APOSTROPHE.sub("", letters.lower())


def words(text: str) -> list[str]:
    """Return the words of *text* in order, each as one would type it; the code ``112.42(b)`` is ``112.42b``.

    Spaces, hyphens, dashes, slashes and every other sign that is neither letter nor digit separate words.
    """
    return [spellings(word)[-1] for word in _WORD.findall(normalise(text))]


def terms(text: str) -> list[str]:
    """Return what the index holds of *text*: the stem of each spelling of each word that is no stop word."""
    found = _WORD.findall(normalise(text))
    return [stem(spelling) for word in found if word not in STOP_WORDS for spelling in spellings(word)]


def spellings(word: str) -> list[str]:
    """Return the spellings under which *word* is found, shortest first.

    A standards code is also found by the code it belongs to: ``112.42(b)(1)`` gives ``112.42``, ``112.42b`` and
    ``112.42b1``.
    """
    return list(accumulate(word.replace(")", "").split("(")))
