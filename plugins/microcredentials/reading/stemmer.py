"""Porter's stemmer, exactly as lunr.js 2.3.9 applies it.

The search index is written here and searched by lunr.js in the reader's browser, so a word must have the same stem on
both sides or it is never found. The stemmer of lunr.py differs in words such as *pathway*, *survey* and *try*. The
rules use it too, to count the forms of a word as one.

The measure *m* of a word is the number of its vowel-consonant groups (M. F. Porter, "An algorithm for suffix
stripping", Program 14(3), 1980).
"""

import re
import struct
from collections.abc import Iterable
from functools import cache

_CONSONANTS = "[^aeiou][^aeiouy]*"
_VOWELS = "[aeiouy][aeiou]*"
_M_ABOVE_0 = re.compile(f"(?:{_CONSONANTS})?{_VOWELS}{_CONSONANTS}")
_M_ABOVE_1 = re.compile(f"(?:{_CONSONANTS})?{_VOWELS}{_CONSONANTS}{_VOWELS}{_CONSONANTS}")
_M_IS_1 = re.compile(f"(?:{_CONSONANTS})?{_VOWELS}{_CONSONANTS}(?:{_VOWELS})?")
_HAS_VOWEL = re.compile(f"(?:{_CONSONANTS})?[aeiouy]")
_SHORT = re.compile(f"{_CONSONANTS}[aeiouy][^aeiouwxy]")  # hop, but not snow or box: the word once ended in e
_DOUBLE = re.compile(r"([^aeiouylsz])\1$")

_STEP_2 = {
    "ational": "ate", "ization": "ize", "iveness": "ive", "fulness": "ful", "ousness": "ous", "tional": "tion",
    "biliti": "ble", "entli": "ent", "ousli": "ous", "ation": "ate", "alism": "al", "aliti": "al", "iviti": "ive",
    "enci": "ence", "anci": "ance", "izer": "ize", "alli": "al", "ator": "ate", "logi": "log", "bli": "ble", "eli": "e",
}  # fmt: skip
_STEP_3 = {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ness": "", "ful": ""}
_STEP_4 = (
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion",
    "al", "er", "ic", "ou",
)  # fmt: skip


@cache
def stem(word: str) -> str:
    """Return the stem of *word*, which is in lowercase; a word of fewer than three UTF-16 units is its own stem."""
    units = _code_units(word)
    if len(units) < 3:
        return word
    initial_y = units.startswith("y")
    units = "Y" + units[1:] if initial_y else units  # an initial y counts as a consonant
    for step in (_plural, _past, _final_y, _step_2, _step_3, _step_4, _final_e, _final_ll):
        units = step(units)
    return _characters("y" + units[1:] if initial_y else units)


def _suffix(word: str, suffixes: Iterable[str]) -> str:
    """Return the first of *suffixes* (longest first) that leaves at least one letter of *word*, or nothing."""
    return next((suffix for suffix in suffixes if word[1:].endswith(suffix)), "")


def _plural(word: str) -> str:
    if word[1:].endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _past(word: str) -> str:
    if word[1:].endswith("eed"):
        return word[:-1] if _M_ABOVE_0.match(word[:-3]) else word
    rest = word.removesuffix(_suffix(word, ("ing", "ed")))
    if rest == word or not _HAS_VOWEL.match(rest):
        return word
    if _DOUBLE.search(rest):
        return rest[:-1]
    return rest + "e" if rest.endswith(("at", "bl", "iz")) or _SHORT.fullmatch(rest) else rest


def _final_y(word: str) -> str:
    return word[:-1] + "i" if len(word) > 2 and word.endswith("y") and word[-2] not in "aeiou" else word


def _step_2(word: str) -> str:
    return _replace(word, _STEP_2)


def _step_3(word: str) -> str:
    return _replace(word, _STEP_3)


def _replace(word: str, endings: dict[str, str]) -> str:
    suffix = _suffix(word, endings)
    rest = word.removesuffix(suffix)
    return rest + endings[suffix] if suffix and _M_ABOVE_0.match(rest) else word


def _step_4(word: str) -> str:
    suffix = _suffix(word, _STEP_4)
    rest = word.removesuffix(suffix)
    if suffix == "ion" and not rest.endswith(("s", "t")):
        return word
    return rest if _M_ABOVE_1.match(rest) else word


def _final_e(word: str) -> str:
    rest = word.removesuffix("e")
    if _M_ABOVE_1.match(rest) or (_M_IS_1.fullmatch(rest) and not _SHORT.fullmatch(rest)):
        return rest
    return word


def _final_ll(word: str) -> str:
    return word[:-1] if word.endswith("ll") and _M_ABOVE_1.match(word) else word


def _code_units(word: str) -> str:
    """Return *word* as JavaScript counts it, where a character beyond U+FFFF is two surrogates."""
    if word.isascii():
        return word
    data = word.encode("utf-16-le", "surrogatepass")
    return "".join(map(chr, struct.unpack(f"<{len(data) // 2}H", data)))


def _characters(units: str) -> str:
    return units if units.isascii() else units.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
