"""A YAML syntax error in words that help a writer who has never heard of YAML."""

import re

import yaml

from .problem import Problem
from .text import Span

# (what stands on the line, what is wrong, what to do); the first that matches speaks.
_CAUSES: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"^ *\t"), "The line is indented with a tab.", "Use spaces to indent."),
    (
        re.compile(r":[ \t]+[@`%]|^[ \t]*-[ \t]+[@`%]"),
        "The text starts with a character that has a special meaning.",
        "Put the whole text in quotes.",
    ),
    (
        re.compile(r"^[^#\"']*:[ \t]+[^\"'|>\[{#][^#]*:[ \t]"),
        "A colon followed by a space stands inside the text.",
        "Put the whole text in quotes.",
    ),
    (
        re.compile(r":[ \t]+[\[{][^\]}]*$"),
        "A list or block that was opened with “[” or “{” is not closed.",
        "Close it on the same line, or put the text in quotes.",
    ),
    (
        re.compile(r"(?:^|[:,\[{-])[ \t]*(\"(?:[^\"\\]|\\.)*|'(?:[^']|'')*)$"),
        "A text that was opened with a quotation mark is not closed.",
        "Close the quotation mark.",
    ),
    (
        re.compile(r":[ \t]+(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')[ \t]*[^\s#,\]}]"),
        "Text stands behind the closing quotation mark.",
        "Put the whole text in one pair of quotes; inside single quotes write an apostrophe twice.",
    ),
    (
        re.compile(r"^[ \t]*[\w-]+:[^\s]"),
        "A space is missing after the colon.",
        "Write a space after the colon.",
    ),
    (
        re.compile(r":[ \t]+[|>][+-]?\d?[ \t]+\S"),
        "Text follows “|” or “>” on the same line.",
        "Begin the text on the next line, indented.",
    ),
    (re.compile(r":[ \t]+-[ \t]"), "A list begins behind the colon.", "Begin the list on the next line."),
)

# Fallbacks by what the parser says, when the line itself shows nothing.
_PARSER: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "A colon stands where none is expected.", "Indent the line like its neighbors."),
    ("could not find expected ':'", "A field without a colon, or a text that lost its indentation.",
     "Write “name: value”, or indent the text under its field."),
    ("did not find expected key", "The line does not belong to the list or block above it.",
     "Indent it like its neighbors."),
    ("did not find expected '-' indicator", "The line does not belong to the list above it.",
     "Begin it with “- ” like its neighbors, or end the list."),
    ("unexpected end of stream", "Something is opened and never closed.", "Look for an open quotation mark or bracket."),
    ("escape", "A backslash in a double-quoted text is not followed by a known letter.",
     "Use single quotes, or write the backslash twice."),
    ("special characters are not allowed", "A character that cannot be seen stands here.", "Delete it and type it anew."),
)  # fmt: skip


def explain(error: yaml.YAMLError, block: str, base: int) -> Problem:
    """Return *error* as a finding at its place; ``base`` is the offset of *block* in the file."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    index = min(mark.index if mark else getattr(error, "position", 0) or 0, len(block))
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    for start in _suspects(error, block, index):
        message, advice = _by_line(_line(block, start))
        if message:
            return _problem(message, advice, base + start, block, base)
    message, advice = _by_parser(said)
    return _problem(message, advice, base + index, block, base)


def _suspects(error: yaml.YAMLError, block: str, index: int) -> list[int]:
    """Return the offsets of the lines to look at: where the parser stopped, and where it began to read."""
    context = getattr(error, "context_mark", None)
    before = block.rfind("\n", 0, _line_start(block, index) - 1) + 1 if _line_start(block, index) else 0
    return [index, *([context.index] if context else []), before]


def _problem(message: str, advice: str, offset: int, block: str, base: int) -> Problem:
    end = min(offset + 1, base + len(block))
    return Problem((), message, advice, "FM-06", Span(min(offset, end), end))


def _line_start(block: str, index: int) -> int:
    return max(block.rfind("\n", 0, index), block.rfind("\r", 0, index)) + 1


def _line(block: str, index: int) -> str:
    return re.split(r"[\r\n]", block[_line_start(block, index) :], maxsplit=1)[0]


def _by_line(line: str) -> tuple[str, str]:
    return next(((message, advice) for pattern, message, advice in _CAUSES if pattern.search(line)), ("", ""))


def _by_parser(said: str) -> tuple[str, str]:
    for words, message, advice in _PARSER:
        if words in said:
            return message, advice
    return f"This line cannot be read as YAML ({said}).", "Compare it with the lines around it."
