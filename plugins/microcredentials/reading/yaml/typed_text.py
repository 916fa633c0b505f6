"""Find a phrase of a YAML value in the characters its author typed."""

from ..text import Span


def locate_typed(written: str, style: str, value: str, start: int, end: int) -> Span | None:
    """Return where characters ``[start, end)`` of *value* stand in *written*, or None where that is uncertain.

    Folding, indentation and doubled quotes change only white space and quotation marks, so the other
    characters can be matched one by one. A double-quoted text with a backslash is not attempted.
    """
    if style == '"' and "\\" in written:
        return None
    places = _places(written, style, value)
    inside = [places[i] for i in range(start, min(end, len(value))) if not value[i].isspace()] if places else []
    return Span(inside[0], inside[-1] + 1) if inside else None


def _places(written: str, style: str, value: str) -> list[int] | None:
    """Return for each character of *value* its offset in *written*; white space gets the one before it."""
    at = _content_start(written, style)
    places = []
    for character in value:
        if not character.isspace():
            at = written.find(character, at)
            if at < 0:
                return None
            places.append(at)
            at += 2 if style == "'" and character == "'" else 1
        else:
            places.append(at)
    return places


def _content_start(written: str, style: str) -> int:
    if style in ("|", ">"):
        return len(written.splitlines(keepends=True)[0])
    return 1 if style in ("'", '"') else 0
