"""Find the characters of a YAML value in the text that its author typed."""

import re

from ..text import Span

_TYPED = re.compile(r"\\(?:\r\n|\r|\n)[ \t]*|(?P<code>\\(?:x..|u.{4}|U.{8}|.))|(?P<character>\S)", re.S)
"""A part of a text in double quotes: a line that goes on, a backslash code, or a character that is not white space."""
_CODES = dict(zip('0abt\tnvfre "/\\N_LP', '\0\a\b\t\t\n\v\f\r\x1b "/\\\x85\xa0\u2028\u2029', strict=True))
"""What a backslash and one letter mean (YAML 1.2.2, 5.7)."""


def locate_typed(typed: str, style: str, value: str, start: int, end: int) -> Span | None:
    """Return the span in *typed* of the characters ``[start, end)`` of *value*, or None where that is uncertain.

    *typed* is the scalar as it is in the file, and *style* its mark in PyYAML: ``'``, ``"``, ``|``, ``>`` or nothing.
    YAML changes only white space, quotation marks and backslash codes, so the other characters can be matched one by
    one.
    """
    with_codes = style == '"' and "\\" in typed
    offsets = _offsets_with_codes(typed, value) if with_codes else _offsets(typed, style, value)
    inside = [offsets[i] for i in range(start, min(end, len(value))) if not value[i].isspace()] if offsets else []
    if not inside:
        return None
    code = _TYPED.match(typed, inside[-1]) if with_codes else None
    return Span(inside[0], code.end() if code else inside[-1] + 1)


def _offsets_with_codes(typed: str, value: str) -> list[int] | None:
    """Return the same as ``_offsets`` for a text in double quotes with backslash codes."""
    parts = (found for found in _TYPED.finditer(typed, 1, len(typed) - 1) if found.lastgroup)
    offsets, part = list[int](), next(parts, None)
    for character in value:
        offsets.append(part.start() if part else len(typed) - 1)
        if part and _meaning(part) == character:
            part = next(parts, None)
        elif not character.isspace():
            return None
    return offsets


def _meaning(part: re.Match[str]) -> str:
    code = part["code"]
    if code is None:
        return part[0]
    return chr(int(code[2:], 16)) if code[1] in "xuU" else _CODES.get(code[1], "")


def _offsets(typed: str, style: str, value: str) -> list[int] | None:
    """Return the offset in *typed* of each character of *value*; white space gets the offset before it."""
    at = _content_start(typed, style)
    offsets = []
    for character in value:
        if not character.isspace():
            at = typed.find(character, at)
            if at < 0:
                return None
            offsets.append(at)
            at += 2 if style == "'" and character == "'" else 1
        else:
            offsets.append(at)
    return offsets


def _content_start(typed: str, style: str) -> int:
    if style in ("|", ">"):
        return len(typed.splitlines(keepends=True)[0])
    return 1 if style in ("'", '"') else 0
