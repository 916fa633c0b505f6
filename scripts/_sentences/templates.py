"""Sentences of a template: its text between tags, the attributes that are read aloud, and strings in expressions."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from .words import is_sentence, one_line

_READ_ALOUD = {"aria-label", "title", "alt", "placeholder", "content", "data-label"}
_INLINE = {
    "a",
    "abbr",
    "b",
    "bdi",
    "cite",
    "code",
    "em",
    "i",
    "kbd",
    "mark",
    "q",
    "s",
    "small",
    "span",
    "strong",
    "sub",
}
_STRING = re.compile(r'"([^"]*)"')


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of the template *text*."""
    text = re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL)
    for code in re.findall(r"\{[{%].*?[%}]\}", text, flags=re.DOTALL):
        yield from (one_line(each) for each in _STRING.findall(code) if is_sentence(each))
    text = re.sub(r"\{\{-?(.*?)-?\}\}", _name, text, flags=re.DOTALL)
    reader = _Reader()
    reader.feed(re.sub(r"\{%.*?%\}", " / ", text, flags=re.DOTALL))
    reader.close()
    yield from (each for each in map(_trimmed, reader.found) if is_sentence(each))


def _name(found: re.Match[str]) -> str:
    """Return the name of a value, without quotation marks, which could end an attribute."""
    name = re.match(r"[\w.]+", found[1].strip())
    return f"{{{name[0] if name else '…'}}}"


def _trimmed(text: str) -> str:
    return re.sub(r"^[ /]+|[ /]+$|/(?: *\/)+", lambda found: "/" if found[0].strip(" ") not in ("", "/") else "",
                  one_line(text))  # fmt: skip


class _Reader(HTMLParser):
    """Collects passages of text; an inline element does not end a passage."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self.found.append("")
        aloud = [value for name, value in attrs if name in _READ_ALOUD and value]
        self.found[-1:-1] = aloud

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.found.append("")

    def handle_data(self, data: str) -> None:
        self.found[-1] += data
