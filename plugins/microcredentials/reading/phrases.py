"""Find the words and phrases of a list in texts.

A phrase matches whole words, in uppercase or lowercase, with spaces or hyphens between them::

    seat time              seat time, Seat-time
    workshop*              the word in its regular forms: workshop, workshops; a verb also in -ed and -ing
    course/module          either word
    complete* … course     up to three other words in between
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, groupby

_GAP = r"[\s-]+"
_BETWEEN = rf"(?:{_GAP}[\w']+){{0,3}}{_GAP}"
_OPENING = '(["“‘'
_BEFORE = "\t\r\n\u00a0\u2009\u202f/—–" + _OPENING
"""Characters that may come before a word, besides a space. An apostrophe may too, but most are inside words."""
_NUMBER_HYPHEN = re.compile(r"-(?<=[0-9]-)")  # “10-hour”, but not “age-appropriate”
_AFTER = r"(?![\w-])"
_SEPARATOR = "\n\0\n"
"""Between joined texts: no phrase matches across it, and no text contains it, because reading refuses it."""


@dataclass(frozen=True, slots=True)
class PhraseMatch:
    """A phrase found in a text: the words there, their place, the phrase of the list, and what to write instead."""

    words: str
    span: tuple[int, int]
    phrase: str
    prefer: str = ""


@dataclass(frozen=True)
class Phrases:
    """A list of phrases, ready for searching; each maps to what to write instead, or to an empty text."""

    preferred: Mapping[str, str] = field(default_factory=dict)

    def find(self, text: str) -> Iterator[PhraseMatch]:
        """Yield the phrases in *text* from left to right; where two begin at the same word, only the longer one."""
        plain = _lowercase(text)
        if any(needle.lstrip() in plain for needle in self._needles):
            yield from (self.as_match(text, match) for match in self.matches(_spaced(plain)))

    def matches(self, spaced: str) -> Iterator[re.Match[str]]:
        """Return the matches in *spaced*, a text that ``_spaced`` has returned."""
        pattern = self._pattern
        return pattern.finditer(spaced) if pattern and any(map(spaced.__contains__, self._needles)) else iter(())

    def match_start(self, text: str) -> PhraseMatch | None:
        """Return the phrase that *text* begins with, if there is one."""
        match = self._pattern.match(_spaced(_lowercase(text))) if self._pattern else None
        return self.as_match(text, match) if match else None

    def as_match(self, text: str, match: re.Match[str], before: int = 0) -> PhraseMatch:
        """Return *match* as a phrase in *text*; *before* counts the characters before *text* where it was matched."""
        start, end = match.start() - before, match.end() - 1 - before  # ``_spaced`` adds a space, and one is matched
        phrase = self._phrase(match[0][1:])
        return PhraseMatch(text[start:end], (start, end), phrase, self.preferred[phrase])

    def _phrase(self, words: str) -> str:
        """Return the phrase that *words* match. Groups in ``_pattern`` would also give it, but halve the speed."""
        return next(phrase for each, phrase in self._by_letter[words[0]] if re.fullmatch(each, words))

    @cached_property
    def _by_letter(self) -> dict[str, list[tuple[str, str]]]:
        """The phrases by first letter, each as a regular expression; longer ones first."""
        found = ((each, phrase) for phrase in self.preferred for each in _expressions(phrase))
        ordered = sorted(found, key=lambda pair: (pair[0][0], -len(pair[0]), pair))
        groups = groupby(ordered, lambda pair: pair[0][0])
        return {letter: list(pairs) for letter, pairs in groups}

    @cached_property
    def _needles(self) -> frozenset[str]:
        """One piece of each phrase. A text that contains none of these pieces is not searched further."""
        return frozenset(_needle(phrase) for phrase in self.preferred)

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        """One expression for the whole list, by first letter, so that most words of a text are skipped quickly."""
        letters = [
            f"{letter}(?:{'|'.join(each[1:] for each, _ in pairs)})" for letter, pairs in self._by_letter.items()
        ]
        return re.compile(f" (?:{'|'.join(letters)}){_AFTER}") if letters else None


class JoinedTexts:
    """Several texts as one, so that each list of phrases is searched for once and not text by text."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = tuple(texts)
        self.whole = _SEPARATOR.join(self.texts)

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(len(text) + len(_SEPARATOR) for text in self.texts))

    @cached_property
    def _spaced(self) -> str:
        return _spaced(_lowercase(self.whole))

    def locate(self, span: tuple[int, int]) -> tuple[int, tuple[int, int]]:
        """Return the index of the text that contains *span* of the joined text, and the span in that text."""
        number, start = self._text_at(span[0])
        return number, (span[0] - start, span[1] - start)

    def _text_at(self, offset: int) -> tuple[int, int]:
        number = bisect_right(self._ends, offset)
        return number, self._ends[number - 1] if number else 0

    def find(self, phrases: Phrases) -> Iterator[tuple[int, PhraseMatch]]:
        """Yield the matches of *phrases*, each with the index of its text."""
        for match in phrases.matches(self._spaced):
            number, start = self._text_at(match.start())
            yield number, phrases.as_match(self.texts[number], match, start)


def phrase_key(phrase: str) -> str:
    """Return *phrase* without capitals, hyphens and ``*``: phrases with the same key are equal."""
    return " ".join(re.split(_GAP, _lowercase(phrase).replace("*", "").strip()))


def _lowercase(text: str) -> str:
    """Return *text* in lowercase with straight apostrophes, character for character."""
    small = text.lower()
    if len(small) != len(text):  # a few capitals, such as İ, become two lowercase letters
        small = "".join(each.lower() if len(each.lower()) == 1 else each for each in text)
    return small.replace("’", "'")


def _spaced(lowercase: str) -> str:
    """Return *lowercase* with a space in front and in place of each character that may come before a word."""
    spaced = f" {lowercase}"
    for sign in _BEFORE:
        spaced = spaced.replace(sign, " ")
    return _NUMBER_HYPHEN.sub(" ", spaced.replace(" '", "  "))


def _tokens(phrase: str) -> list[str]:
    """Return the words of *phrase*, and “…” where other words may come in between."""
    plain = _lowercase(phrase).replace("...", "…").replace("…", " … ").replace("-", " ")
    return plain.translate(dict.fromkeys(map(ord, _OPENING), " ")).split() or ["…"]


def _needle(phrase: str) -> str:
    """Return the longest piece that *phrase* has in all its forms; its first word begins with a space."""
    tokens = ((" " if n == 0 else "") + token for n, token in enumerate(_tokens(phrase)))
    sure = (token for token in tokens if "/" not in token and "…" not in token)
    return max((token[:-2] if token.endswith("*") else token for token in sure), key=len, default="")


def _expressions(phrase: str) -> Iterator[str]:
    """Yield *phrase* as regular expressions, one for each word it may begin with."""
    first, *rest = _tokens(phrase)
    tail, gap = "", _GAP
    for token in rest:
        tail += "" if token == "…" else f"{gap}(?:{'|'.join(_alternatives(token))})"
        gap = _BETWEEN if token == "…" else _GAP
    yield from (each + tail for each in _alternatives(first) if each[0].isalnum())


def _alternatives(token: str) -> list[str]:
    """Return an expression for each word of *token*, such as ``course/module``."""
    words = [word for word in token.split("/") if word.strip("*")]
    return [_forms(word[:-1]) if word.endswith("*") else re.escape(word) for word in words]


def _forms(word: str) -> str:
    """Return an expression for *word* and its regular forms in -s, -ed and -ing."""
    if word.endswith("e"):
        return rf"{re.escape(word[:-1])}(?:e[sd]?|ing)"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return rf"{re.escape(word[:-1])}(?:y|ies|ied|ying)"
    doubled = f"{re.escape(word[-1:])}?"
    return rf"{re.escape(word)}(?:e?s|{doubled}ed|{doubled}ing)?"
