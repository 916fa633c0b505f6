"""Keep an author's text from acting on a terminal or a CI runner."""

import re
import unicodedata

_COMMAND = re.compile(r"::|##\[")
_ACTIVE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]|\r(?!\n)")
"""Characters that act on a terminal, or that change the direction of a text so that it looks different."""


def plain(text: str) -> str:
    """Return *text* on one line, with “·” for the control characters that act on a terminal."""
    return "".join("·" if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") else c for c in text)


def without_commands(text: str) -> str:
    """Return *text* without anything that a CI runner would take for a command (``::name::``, ``##[name]``)."""
    return _COMMAND.sub(lambda match: "\u200b".join(match[0]), text)


def disarm(text: str, is_json: bool = False) -> str:
    """Return a whole output without characters that act: “·” stands for each, and in JSON its escape sequence."""
    return _ACTIVE.sub(lambda found: f"\\u{ord(found[0]):04x}" if is_json else "·", text)
