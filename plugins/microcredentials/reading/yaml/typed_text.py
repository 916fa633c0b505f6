"""Find the characters of a YAML value in the text that its author typed."""

from ..text import Span


def locate_typed(typed: str, style: str, value: str, start: int, end: int) -> Span | None:
    """Return the span in *typed* of the characters ``[start, end)`` of *value*, or None where that is uncertain.

    *typed* is the scalar as it is in the file, and *style* its mark in PyYAML: ``'``, ``"``, ``|``, ``>`` or nothing.
    YAML changes only white space and quotation marks, so the other characters can be matched one by one. A
    double-quoted text with a backslash is not attempted.
    """
    if style == '"' and "\\" in typed:
        return None
    offsets = _offsets(typed, style, value)
    inside = [offsets[i] for i in range(start, min(end, len(value))) if not value[i].isspace()] if offsets else []
    return Span(inside[0], inside[-1] + 1) if inside else None


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
