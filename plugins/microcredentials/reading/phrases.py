"""Words and phrases to look for in texts, written as people write them.

A phrase matches whole words, whatever their capitals, with spaces or hyphens between them::

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
"""What may stand before a word besides a space; an apostrophe may too, but most stand inside of words."""
_NUMBER_HYPHEN = re.compile(r"-(?<=[0-9]-)")  # “10-hour”, but not “age-appropriate”
_AFTER = r"(?![\w-])"


@dataclass(frozen=True, slots=True)
class PhraseMatch:
    """A phrase in a text: the words as they stand there, their place, the list's phrase and what it prefers to it."""

    words: str
    span: tuple[int, int]
    phrase: str
    prefer: str = ""


@dataclass(frozen=True)
class Phrases:
    """A list of phrases ready to be looked for; each maps to what to write instead, or to an empty text."""

    preferred: Mapping[str, str] = field(default_factory=dict)

    def find(self, text: str) -> Iterator[PhraseMatch]:
        """Yield the phrases in *text* from left to right; of two that begin at one word, the longer."""
        plain = _lowercase(text)
        if any(needle.lstrip() in plain for needle in self._needles):
            yield from (self.as_match(text, match) for match in self.matches(_spaced(plain)))

    def matches(self, ready: str) -> Iterator[re.Match[str]]:
        """Return where the phrases stand in a text that ``spaced`` has made *ready*."""
        pattern = self._pattern
        return pattern.finditer(ready) if pattern and any(map(ready.__contains__, self._needles)) else iter(())

    def match_start(self, text: str) -> PhraseMatch | None:
        """Return the phrase that *text* begins with, if there is one."""
        match = self._pattern.match(_spaced_out(text)) if self._pattern else None
        return self.as_match(text, match) if match else None

    def as_match(self, text: str, match: re.Match[str], before: int = 0) -> PhraseMatch:
        """Return what was matched in *text*, which stands behind so many characters of the one that was made ready."""
        start, end = match.start() - before, match.end() - 1 - before  # a space was put in front, and one is matched
        phrase = self._phrase(match[0][1:])
        return PhraseMatch(text[start:end], (start, end), phrase, self.preferred[phrase])

    def _phrase(self, words: str) -> str:
        """Return the phrase that *words* matched."""
        if words not in self._known:
            self._known[words] = next(phrase for each, phrase in self._expressions if re.fullmatch(each, words))
        return self._known[words]

    @cached_property
    def _known(self) -> dict[str, str]:
        return {}

    @cached_property
    def _expressions(self) -> list[tuple[str, str]]:
        """Each phrase as a regular expression; the longer ones first."""
        found = ((each, phrase) for phrase in self.preferred for each in _expressions(phrase))
        return sorted(found, key=lambda pair: (-len(pair[0]), pair))

    @cached_property
    def _needles(self) -> frozenset[str]:
        """Letters of which some stand in any text, made ready, with one of the phrases: to look for them is quicker."""
        return frozenset(_needle(phrase) for phrase in self.preferred)

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        """One expression for the list, by first letter behind a space: most of a text is then passed at a glance."""
        ordered = sorted((each for each, _ in self._expressions), key=lambda each: each[0])  # stable: longer ones first
        letters = [f"{first}(?:{'|'.join(e[1:] for e in each)})" for first, each in groupby(ordered, lambda e: e[0])]
        return re.compile(f" (?:{'|'.join(letters)}){_AFTER}") if letters else None


class JoinedTexts:
    """Several texts as one, so that each list of phrases is looked for once and not text by text."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = tuple(texts)
        self.whole = _SEPARATOR.join(self.texts)

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(len(text) + len(_SEPARATOR) for text in self.texts))

    @cached_property
    def _ready(self) -> str:
        return _spaced_out(self.whole)

    def locate(self, span: tuple[int, int]) -> tuple[int, tuple[int, int]]:
        """Return the number of the text that holds the characters *span* of the whole, and their place in it."""
        number, start = self._text_at(span[0])
        return number, (span[0] - start, span[1] - start)

    def _text_at(self, offset: int) -> tuple[int, int]:
        number = bisect_right(self._ends, offset)
        return number, self._ends[number - 1] if number else 0

    def find(self, listed: Phrases) -> Iterator[tuple[int, PhraseMatch]]:
        """Yield the phrases of a list, each with the number of the text that it stands in."""
        for match in listed.matches(self._ready):
            number, start = self._text_at(match.start())
            yield number, listed.as_match(self.texts[number], match, start)


_SEPARATOR = "\n\0\n"
"""What no phrase reaches across, and no text holds, because reading refuses it."""


def phrase_key(phrase: str) -> str:
    """Return *phrase* without what does not tell it from another one: capitals, hyphens, the sign for its forms."""
    return " ".join(re.split(_GAP, _lowercase(phrase).replace("*", "").strip()))


def _lowercase(text: str) -> str:
    """Return *text* in small letters with straight apostrophes, sign for sign."""
    small = text.lower()
    if len(small) != len(text):  # a few capitals, such as İ, become two small signs
        small = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    return small.replace("’", "'")


def _spaced_out(text: str) -> str:
    """Return *text* as ``_plain`` does, behind a space, and with spaces for all that may stand before a word."""
    return _spaced(_lowercase(text))


def _spaced(plain: str) -> str:
    ready = f" {plain}"
    for sign in _BEFORE:
        ready = ready.replace(sign, " ")
    return _NUMBER_HYPHEN.sub(" ", ready.replace(" '", "  "))


def _tokens(phrase: str) -> list[str]:
    """Return the words of *phrase*, and a sign for what may stand in between."""
    plain = _lowercase(phrase).replace("...", "…").replace("…", " … ").replace("-", " ")
    return plain.translate(dict.fromkeys(map(ord, _OPENING), " ")).split() or ["…"]


def _needle(phrase: str) -> str:
    """Return the longest letters that *phrase* has in all its forms; before its first word stands a space."""
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
    """Return the expressions for one place of a phrase."""
    words = [word for word in token.split("/") if word.strip("*")]
    return [_forms(word[:-1]) if word.endswith("*") else re.escape(word) for word in words]


def _forms(word: str) -> str:
    """Return the expression for *word* and what grammar adds to it: -s, -ed, -ing."""
    if word.endswith("e"):
        return rf"{re.escape(word[:-1])}(?:e[sd]?|ing)"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return rf"{re.escape(word[:-1])}(?:y|ies|ied|ying)"
    doubled = f"{re.escape(word[-1:])}?"
    return rf"{re.escape(word)}(?:e?s|{doubled}ed|{doubled}ing)?"
