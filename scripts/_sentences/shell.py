"""Sentences of a shell script: what it prints."""

import re
from collections.abc import Iterator

from .words import is_sentence, one_line

_ECHO = re.compile(r'\becho "((?:\\.|[^"\\])*)"')


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences that the script *text* prints."""
    for found in _ECHO.findall(text):
        plain = re.sub(r"\$\{?(\w+)[^}\s”]*\}?", r"{\1}", found)
        if is_sentence(plain):
            yield one_line(plain)
