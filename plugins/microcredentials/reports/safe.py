"""Keep an author's text from acting on a terminal or a CI runner."""

import re
import unicodedata

_COMMAND = re.compile(r"::|##\[")


def plain(text: str) -> str:
    """Return *text* on one line, with “·” for the control characters that a terminal would obey."""
    return "".join("·" if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") else c for c in text)


def without_commands(text: str) -> str:
    """Return *text* without anything that a CI runner would take for a command (``::name::``, ``##[name]``)."""
    return _COMMAND.sub(lambda match: "\u200b".join(match[0]), text)
