"""Find characters that readers cannot see or would mistake for others."""

import re
import unicodedata
from collections.abc import Iterator

from .problem import Problem, limit_problems
from .text import Span

# Allowed are the joiners that scripts and emoji need, the marks U+200E, U+200F and U+061C that Arabic and Hebrew
# typists use, and the tags after a black flag that make the flags of England, Scotland and Wales.
_FORBIDDEN = re.compile(
    "(?P<control>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]+)"
    "|(?P<line>[\x85\u2028\u2029]+)"
    "|(?P<direction>[\u202a-\u202e\u2066-\u2069]+)"
    "|(?P<hidden>[\u00ad\u200b\u2060-\u2064\ufeff]+"
    "|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]+)"
    "|(?P<stack>[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{5,})"
    "|(?P<lost>\ufffd+)"
    "|(?P<private>[\ue000-\uf8ff\U000f0000-\U0010ffff]+)"
)
_MESSAGES = {
    "control": ("There is an invisible control character here.", "Delete it."),
    "line": ("There is a line separator from a word processor here.", "Delete it and press Enter."),
    "direction": ("There is a character here that changes the direction of the text.", "Delete it."),
    "hidden": ("There is an invisible character here.", "Delete it."),
    "stack": ("Too many accents are stacked on one letter here.", "Write the letter without them."),
    "lost": ("A character was lost here when the text was copied or converted.", "Retype it."),
    "private": ("This character exists in only one font; often it is a bullet from a word processor.", "Delete it."),
}
_NOT_LETTERS = re.compile(r"[^\w\s!-~]{9,}")  # marks are not letters; nine on one letter are a stack in any script
_RUN = re.compile("x{9,}")
_MARKS = ("Mn", "Me")
_USUAL = re.compile("[\t\n\r -~]+")
_HARD_SPACE = r"[^\S \t\r\n]"
_MISPLACED = re.compile(rf"^[ \t-]*(?P<indent>{_HARD_SPACE}+)|^[ \t]*(?:- +)*[\w-]+:(?P<colon>{_HARD_SPACE}+)")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z]")
_LOOK_ALIKE = re.compile("[\u0370-\u03ff\u0400-\u04ff]")  # Greek and Cyrillic


def find_bad_characters(text: str, base: int = 0) -> Iterator[Problem]:
    """Yield the problems of invisible characters (FM-13, an error) and of words of mixed alphabets (FM-14) in *text*.

    ``base`` is the offset of *text* in its file.
    """
    unusual = set(_USUAL.sub("", text))  # a few characters; searching them first spares most texts the long search
    alphabet = " ".join(5 * character for character in unusual)
    if _FORBIDDEN.search(alphabet):
        yield from limit_problems(_invisible(text, base))
    if any(unicodedata.category(each) in _MARKS for each in unusual):
        yield from limit_problems(_stacks(text, base))
    if _LOOK_ALIKE.search(alphabet) and _LATIN.search(text):
        yield from limit_problems(_mixed_words(text, base))


def _invisible(text: str, base: int) -> Iterator[Problem]:
    for match in _FORBIDDEN.finditer(text):
        message, advice = _MESSAGES[match.lastgroup or "control"]
        yield Problem((), message, advice, "FM-13", Span(base + match.start(), base + match.end()))


def _stacks(text: str, base: int) -> Iterator[Problem]:
    """Yield a problem for each run of combining marks that no font can show; Latin ones are found earlier."""
    for found in _NOT_LETTERS.finditer(text):
        kinds = "".join("x" if unicodedata.category(each) in _MARKS else " " for each in found[0])
        run = _RUN.search(kinds)
        if run and not _FORBIDDEN.match(text, found.start() + run.start()):
            message, advice = _MESSAGES["stack"]
            start = base + found.start()
            yield Problem((), message, advice, "FM-13", Span(start + run.start(), start + run.end()))


def _mixed_words(text: str, base: int) -> Iterator[Problem]:
    for match in _WORD.finditer(text):
        foreign = _LOOK_ALIKE.search(match[0])
        if foreign and _LATIN.search(match[0]):
            name = unicodedata.name(foreign[0], "letter of a different alphabet").capitalize()
            message = f"“{match[0][:40]}” mixes alphabets: “{foreign[0]}” is the {name}."
            yield Problem((), message, "Retype the word.", "FM-14", Span(base + match.start(), base + match.end()))


def find_hard_space(line: str, base: int) -> Problem | None:
    """Return the problem of a non-breaking space that YAML would read as a letter, if *line* has one.

    ``base`` is the offset of *line* in its file.
    """
    match = _MISPLACED.match(line)
    if not match:
        return None
    start, end = match.span(match.lastgroup or 0)
    message = "There is a non-breaking space where YAML needs a normal one."
    return Problem((), message, "Delete it and type a space.", "FM-13", Span(base + start, base + end))
