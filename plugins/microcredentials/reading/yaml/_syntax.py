"""Explain a YAML syntax error to a writer who has never heard of YAML."""

import re

import yaml

from ..characters import find_bad_characters, find_hard_space
from ..problem import Problem
from ..text import LINE_END, Span
from ._guard import make_second_document_problem

_MAX_LINE = 2_000  # characters of a line; no line written by hand is longer

_QUOTE_ALL = "Put the whole text in quotes."
_NOT_CLOSED = (
    "A quoted text is not closed.",
    "Add the closing quotation mark. If the text begins with an apostrophe, put all of it in double quotes.",
)
_SPECIAL_START = ("The text starts with a character that has a special meaning in YAML.", _QUOTE_ALL)
_NO_COLON = "could not find expected ':'"
_VALUE = r"(?::|^[ \t]*-)[ \t]+"  # what comes before a value: a colon, or the dash of a list item

# (pattern of a line, what is wrong, what to do): the first that matches is reported, at the place of ``here``.
_CAUSES = tuple((re.compile(pattern), message, advice) for pattern, message, advice in (
    (r"^ *(?P<here>\t)", "The line is indented with a tab.", "Use spaces instead."),
    (_VALUE + r"(?P<here>[@`%*&!?,\]}])(?!\s*$)", *_SPECIAL_START),
    (_VALUE + r"(?P<here>(?:\[.*\]|\{.*\})[ \t]*[^\s#,\]}])",
     "The text starts with “[” or “{”, which begins a list or a block.", _QUOTE_ALL),
    (_VALUE + r"(?P<here>[“”‘’„«])", "Curly quotes do not work as quotation marks here.",
     'Put the whole text in straight quotes: ".'),
    (r"^[^#\"':]*:[ \t]+[^\"'|>\[{#\s][^#]*?(?P<here>:)(?:[ \t]|$)",
     "The text contains a colon followed by a space.", _QUOTE_ALL),
    (r"^[ \t]*[^\s#\"'].* (?P<here>#)", "The text is cut off at “#”, which begins a comment.", _QUOTE_ALL),
    (r"^(?:.*[\]}])?+[^\]}]*?:[ \t]+(?P<here>[\[{])", "A list or block that begins with “[” or “{” is not closed.",
     "Close it on the same line, or put the text in quotes."),
    (r"(?:^|[:,\[{-])[ \t]*(?P<here>\"(?:[^\"\\]|\\.)*|'(?:[^']|'')*)$",
     *_NOT_CLOSED),
    (_VALUE + r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')[ \t]*(?P<here>[^\s#,\]}])",
     "There is text after the closing quotation mark.",
     "Put the whole text in one pair of quotes; inside single quotes, write each apostrophe twice."),
    (r"^[ \t]*[\w-]+(?P<here>:)[^\s]", "A space is missing after the colon.", "Add a space."),
    (r":[ \t]+[|>][+-]?\d?[ \t]+(?P<here>\S)", "There is text after “|” or “>” on the same line.",
     "Begin the text on the next line, indented."),
    (r":[ \t]+(?P<here>-)[ \t]", "A list begins on the same line as the field.", "Begin the list on the next line."),
))  # fmt: skip

# (words of the parser, what is wrong, what to do): for a line that matches none of the patterns above.
_PARSER: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "YAML expects no colon here.",
     "Indent the line like the lines around it. If it belongs to the text above it, put that text in quotes."),
    (_NO_COLON, "This line is a field without a colon, or a text without its indentation.",
     "Write “name: value”, or indent the text under its field."),
    ("did not find expected key", "The line does not belong to the list or block above it.",
     "Indent it like the lines around it."),
    ("did not find expected '-' indicator", "The line does not belong to the list above it.",
     "Begin it with “- ” like the other items, or end the list."),
    ("cannot start any token", *_SPECIAL_START),
    ("did not find expected node content", *_SPECIAL_START),
    ("unexpected end of stream", "A quotation mark or a bracket is not closed.",
     "Find it, and add the closing one."),
    ("Unicode character", "This backslash code is for a character that does not exist.",
     "Type the character itself."),
    ("escape", "This backslash code does not exist in YAML.",
     "Type the character itself. For a plain backslash, use single quotes."),
)  # fmt: skip


def explain_syntax_error(error: yaml.YAMLError, block: str, base: int) -> Problem:
    """Return *error* as a problem at its place; ``base`` is the offset of *block* in the file."""
    invisible = next(find_bad_characters(block, base), None)
    if invisible and isinstance(error, yaml.reader.ReaderError):  # its position counts bytes
        return invisible
    index = _index(error, block)
    reason = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    if "<document start>" in reason:
        return make_second_document_problem(_character(index, block, base))
    if (opened := _unclosed(block)) is not None and opened < index:
        return Problem((), *_NOT_CLOSED, "FM-06", Span(base + opened, base + opened + 1))
    for start in _suspects(error, block, index):
        if found := _by_line(_line(block, start), base + _line_start(block, start)):
            return found
    message, advice = _by_parser(reason)
    begun = getattr(error, "context_mark", None) if _NO_COLON in reason else None  # the line without a colon
    return Problem((), message, advice, "FM-06", _character(begun.index if begun else index, block, base))


_OPENED = re.compile(r"""( *)(?:- +)?[\w-]+: +(?:("(?:[^"\\]|\\.)*)|('(?:[^']|'')*))$""")
_FIELD = re.compile(r"( *)(?:- +)?[\w-]+:(?: |$)")
_FOLLOWING = 100  # lines that a quoted text may continue over


def _unclosed(block: str) -> int | None:
    """Return the offset of the first quoted text that runs into another field, even if it is closed further down."""
    lines, starts = LINE_END.split(block), (0, *(end.end() for end in LINE_END.finditer(block)))
    for number, (line, start) in enumerate(zip(lines, starts, strict=True)):
        opened = _OPENED.match(line[:_MAX_LINE])
        if opened and _reaches_a_field(opened, lines[number + 1 : number + _FOLLOWING]):
            return start + opened.start(opened.lastindex or 0)
    return None


def _reaches_a_field(opened: re.Match[str], following: list[str]) -> bool:
    """Return whether a field that is not nested deeper comes before a line that may close the quotation."""
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
    """Return offsets in the lines to examine: where the parser stopped, where it began, and the line before."""
    context = getattr(error, "context_mark", None)
    before = _line_start(block, max(0, _line_start(block, index) - 2))
    return [index, *([min(context.index, len(block))] if context else []), before]


def _by_line(line: str, start: int) -> Problem | None:
    """Return the problem in *line*, if it is a known one; *line* begins at offset *start* of the file."""
    invisible = find_hard_space(line, start) or next(find_bad_characters(line, start), None)
    if invisible and invisible.rule == "FM-13":
        return invisible
    for pattern, message, advice in _CAUSES:
        if found := pattern.search(line):
            here = start + found.start("here")
            return Problem((), message, advice, "FM-06", Span(here, here + 1))
    return None


def _by_parser(reason: str) -> tuple[str, str]:
    for words, message, advice in _PARSER:
        if words in reason:
            return message, advice
    return f"This line cannot be read as YAML ({reason}).", "Compare it with the lines around it."


def _character(index: int, block: str, base: int) -> Span:
    """Return the span of the character at *index*; at the end of the block it is empty."""
    return Span(base + index, base + min(index + 1, len(block)))


def _line_start(block: str, index: int) -> int:
    return max(block.rfind("\n", 0, index), block.rfind("\r", 0, index)) + 1


def _line(block: str, index: int) -> str:
    start = _line_start(block, index)
    return LINE_END.split(block[start : start + _MAX_LINE], maxsplit=1)[0]
