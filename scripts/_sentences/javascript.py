"""Sentences of a script: its strings, with a name in braces for each value of a template literal."""

import re
from collections.abc import Iterator

from .words import is_sentence, one_line

_TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)|'(?P<one>(?:\\.|[^'\\\n])*)'|"(?P<two>(?:\\.|[^"\\\n])*)"|`(?P<many>(?:\\.|[^`\\])*)`""",
    re.DOTALL,
)


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of the script *text*."""
    for found in _TOKEN.finditer(text):
        if found["comment"] is None:
            yield from _sentences_of(found["one"] or found["two"] or found["many"] or "")


def _sentences_of(literal: str) -> Iterator[str]:
    inner = re.findall(r"\$\{([^{}]*)\}", literal)
    plain = re.sub(r"\$\{([\w.]+)\}", r"{\1}", literal)
    plain = re.sub(r"\$\{[^{}]*\}", "{…}", plain)
    if is_sentence(plain):
        yield one_line(plain)
    for code in inner:
        yield from sentences(code)
