"""Words and phrases to look for in texts, written as people write them.

A phrase matches whole words, whatever their capitals, with spaces or hyphens between them::

    seat time              seat time, Seat-time
    workshop*              the word in its regular forms: workshop, workshops; a verb also in -ed and -ing
    course/module          either word
    complete* … course     up to three other words in between
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

_GAP = r"[\s-]+"
_BETWEEN = rf"(?:{_GAP}[\w']+){{0,3}}{_GAP}"
_BEFORE = r"[\s\"'“‘(\[/—–-]"
_AFTER = r"(?![\w-])"


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in a text: the words as they stand there, their place, the list's phrase and what it prefers to it."""

    words: str
    span: tuple[int, int]
    phrase: str
    prefer: str = ""


@dataclass(frozen=True)
class Phrases:
    """A list of phrases ready to be looked for; each maps to what to write instead, or to an empty text."""

    preferred: Mapping[str, str] = field(default_factory=dict)

    def find(self, text: str) -> Iterator[Found]:
        """Yield the phrases in *text* from left to right; of two that begin at one word, the longer."""
        plain = _plain(text)
        if self._pattern and any(map(plain.__contains__, self._needles)):
            for match in self._pattern.finditer(f" {plain}"):
                if match[0][0] != "-" or match.string[match.start() - 1].isdigit():  # “10-hour”, not “age-appropriate”
                    yield self._found(text, match)

    def begins(self, text: str) -> Found | None:
        """Return the phrase that *text* begins with, if there is one."""
        match = self._pattern.match(f" {_plain(text)}") if self._pattern else None
        return self._found(text, match) if match else None

    def _found(self, text: str, match: re.Match[str]) -> Found:
        start, end = match.start(), match.end() - 1  # the sign before the word is matched too, and one was put in front
        phrase = self._phrase(match[0][1:])
        return Found(text[start:end], (start, end), phrase, self.preferred[phrase])

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
        """Letters of which some stand in any text with one of the phrases: looking for them is far quicker."""
        return frozenset(_needle(phrase) for phrase in self.preferred)

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        """One expression for the list, by first letter: that lets most words of a text be passed at a glance."""
        ordered = sorted((each for each, _ in self._expressions), key=lambda each: each[0])  # stable: longer ones first
        letters = [f"{first}(?:{'|'.join(e[1:] for e in each)})" for first, each in groupby(ordered, lambda e: e[0])]
        return re.compile(f"{_BEFORE}(?:{'|'.join(letters)}){_AFTER}") if letters else None


def same(phrase: str) -> str:
    """Return *phrase* without what does not tell it from another one: capitals, hyphens, the sign for its forms."""
    return " ".join(re.split(_GAP, _plain(phrase).replace("*", "").strip()))


def _plain(text: str) -> str:
    """Return *text* in small letters with straight apostrophes, sign for sign."""
    small = text.lower()
    if len(small) != len(text):  # a few capitals, such as İ, become two small signs
        small = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    return small.replace("’", "'")


def _tokens(phrase: str) -> list[str]:
    """Return the words of *phrase*, and a sign for what may stand in between."""
    return _plain(phrase).replace("...", "…").replace("…", " … ").replace("-", " ").split() or ["…"]


def _needle(phrase: str) -> str:
    """Return the longest letters that *phrase* has in all its forms."""
    sure = (token for token in _tokens(phrase) if "/" not in token and token != "…")
    return max((token[:-2] if token.endswith("*") else token for token in sure), key=len, default="")


def _expressions(phrase: str) -> Iterator[str]:
    """Yield *phrase* as regular expressions, one for each word it may begin with."""
    first, *rest = _tokens(phrase)
    tail, gap = "", _GAP
    for token in rest:
        tail += "" if token == "…" else f"{gap}(?:{'|'.join(_either(token))})"
        gap = _BETWEEN if token == "…" else _GAP
    yield from (each + tail for each in _either(first) if each[0].isalnum())


def _either(token: str) -> list[str]:
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
