"""A YAML syntax error in words that help a writer who has never heard of YAML."""

import re

import yaml

from .._characters import find_bad_characters, find_hard_space
from ..problem import Problem
from ..text import LINE_END, Span
from ._guard import second_document_problem

_LOOKED_AT = 2_000  # characters of a line; no honest line is longer

_QUOTE_ALL = "Put the whole text in quotes."
_NOT_CLOSED = (
    "A text that was opened with a quotation mark is not closed.",
    "Close the quotation mark. If the text begins with an apostrophe, put all of it in double quotes.",
)
_NO_COLON = "could not find expected ':'"
_VALUE = r"(?::|^[ \t]*-)[ \t]+"  # what stands before a value: a colon, or the dash of a list

# (what stands on the line, what is wrong, what to do); the first that matches speaks, and ``here`` is the place.
_CAUSES = tuple((re.compile(pattern), message, advice) for pattern, message, advice in (
    (r"^ *(?P<here>\t)", "The line is indented with a tab.", "Use spaces to indent."),
    (_VALUE + r"(?P<here>[@`%*&!?,\]}])(?!\s*$)", "The text starts with a character that has a special meaning.",
     _QUOTE_ALL),
    (_VALUE + r"(?P<here>(?:\[.*\]|\{.*\})[ \t]*[^\s#,\]}])",
     "The text starts with “[” or “{”, which begins a list or a block.", _QUOTE_ALL),
    (_VALUE + r"(?P<here>[“”‘’„«])", "Curly quotes do not work as quotation marks here.",
     'Put the whole text in straight quotes: ".'),
    (r"^[^#\"':]*:[ \t]+[^\"'|>\[{#\s][^#]*?(?P<here>:)(?:[ \t]|$)",
     "A colon followed by a space stands inside the text.", _QUOTE_ALL),
    (r"^[ \t]*[^\s#\"'].* (?P<here>#)", "The text is cut off at “#”, which begins a comment.", _QUOTE_ALL),
    (r":[ \t]+(?P<here>[\[{])[^\]}]*$", "A list or block that was opened with “[” or “{” is not closed.",
     "Close it on the same line, or put the text in quotes."),
    (r"(?:^|[:,\[{-])[ \t]*(?P<here>\"(?:[^\"\\]|\\.)*|'(?:[^']|'')*)$",
     *_NOT_CLOSED),
    (_VALUE + r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')[ \t]*(?P<here>[^\s#,\]}])",
     "Text stands behind the closing quotation mark.",
     "Put the whole text in one pair of quotes; inside single quotes write an apostrophe twice."),
    (r"^[ \t]*[\w-]+(?P<here>:)[^\s]", "A space is missing after the colon.", "Write a space after the colon."),
    (r":[ \t]+[|>][+-]?\d?[ \t]+(?P<here>\S)", "Text follows “|” or “>” on the same line.",
     "Begin the text on the next line, indented."),
    (r":[ \t]+(?P<here>-)[ \t]", "A list begins behind the colon.", "Begin the list on the next line."),
))  # fmt: skip

# Fallbacks by what the parser says, when the line itself shows nothing.
_PARSER: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "A colon stands where none is expected.",
     "Indent the line like its neighbors; if it belongs to the text above it, put that text in quotes."),
    (_NO_COLON, "A field without a colon, or a text that lost its indentation.",
     "Write “name: value”, or indent the text under its field."),
    ("did not find expected key", "The line does not belong to the list or block above it.",
     "Indent it like its neighbors."),
    ("did not find expected '-' indicator", "The line does not belong to the list above it.",
     "Begin it with “- ” like its neighbors, or end the list."),
    ("unexpected end of stream", "Something is opened and never closed.",
     "Look for an open quotation mark or bracket."),
    ("escape", "A backslash in double quotes begins an abbreviation that is not known here.",
     "Type the character itself; for a plain backslash use single quotes."),
    ("Unicode character", "A backslash in double quotes stands for a character that does not exist.",
     "Type the character itself."),
)  # fmt: skip


def explain_syntax_error(error: yaml.YAMLError, block: str, base: int) -> Problem:
    """Return *error* as a finding at its place; ``base`` is the offset of *block* in the file."""
    unseen = next(find_bad_characters(block, base), None)
    if unseen and isinstance(error, yaml.reader.ReaderError):  # its position counts bytes
        return unseen
    index = _index(error, block)
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    if "<document start>" in said:
        return second_document_problem(_one(index, block, base))
    if (opened := _unclosed(block)) is not None and opened < index:
        return Problem((), *_NOT_CLOSED, "FM-06", Span(base + opened, base + opened + 1))
    for start in _suspects(error, block, index):
        if found := _by_line(_line(block, start), base + _line_start(block, start)):
            return found
    message, advice = _by_parser(said)
    begun = getattr(error, "context_mark", None) if _NO_COLON in said else None  # where the line without a colon begins
    return Problem((), message, advice, "FM-06", _one(begun.index if begun else index, block, base))


_OPENED = re.compile(r"""( *)(?:- +)?[\w-]+: +(?:("(?:[^"\\]|\\.)*)|('(?:[^']|'')*))$""")
_FIELD = re.compile(r"( *)(?:- +)?[\w-]+:(?: |$)")
_FOLLOWING = 100  # lines in which a quoted text is looked for that may go on


def _unclosed(block: str) -> int | None:
    """Return where the first quoted text is opened that goes on into another field, whatever closes it further down."""
    lines, starts = LINE_END.split(block), (0, *(end.end() for end in LINE_END.finditer(block)))
    for number, (line, start) in enumerate(zip(lines, starts, strict=True)):
        opened = _OPENED.match(line[:_LOOKED_AT])
        if opened and _reaches_a_field(opened, lines[number + 1 : number + _FOLLOWING]):
            return start + opened.start(opened.lastindex or 0)
    return None


def _reaches_a_field(opened: re.Match[str], following: list[str]) -> bool:
    """Say whether a field, no deeper than the one that opens a quotation, comes before a line that may close it."""
    mark = '"' if opened[2] else "'"
    for line in following:
        field = _FIELD.match(line)
        if field and len(field[1]) <= len(opened[1]):
            return True
        if mark in line:
            return False
    return False


def _index(error: yaml.YAMLError, block: str) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return min(mark.index if mark else 0, len(block))


def _suspects(error: yaml.YAMLError, block: str, index: int) -> list[int]:
    """Return the offsets of the lines to look at: where the parser stopped, where it began to read, the line before."""
    context = getattr(error, "context_mark", None)
    before = _line_start(block, max(0, _line_start(block, index) - 2))
    return [index, *([min(context.index, len(block))] if context else []), before]


def _by_line(line: str, start: int) -> Problem | None:
    """Return what *line*, which begins at offset *start* of the file, shows to be wrong."""
    unseen = find_hard_space(line, start) or next(find_bad_characters(line, start), None)
    if unseen and unseen.rule == "FM-13":
        return unseen
    for pattern, message, advice in _CAUSES:
        if found := pattern.search(line):
            here = start + found.start("here")
            return Problem((), message, advice, "FM-06", Span(here, here + 1))
    return None


def _by_parser(said: str) -> tuple[str, str]:
    for words, message, advice in _PARSER:
        if words in said:
            return message, advice
    return f"This line cannot be read as YAML ({said}).", "Compare it with the lines around it."


def _one(index: int, block: str, base: int) -> Span:
    """Return the span of one character, or of none at the end of the block."""
    return Span(base + index, base + min(index + 1, len(block)))


def _line_start(block: str, index: int) -> int:
    return max(block.rfind("\n", 0, index), block.rfind("\r", 0, index)) + 1


def _line(block: str, index: int) -> str:
    start = _line_start(block, index)
    return LINE_END.split(block[start : start + _LOOKED_AT], maxsplit=1)[0]
