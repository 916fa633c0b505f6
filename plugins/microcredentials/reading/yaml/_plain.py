"""The plain part of YAML, read in one pass: what nearly every spec is written in.

That is blocks of ``name: value``, lists with ``- ``, texts on one line, quoted texts without backslashes, folded and
literal texts, and short lists such as ``[a, b]`` and ``{name: value}`` on one line. Whatever this reads, PyYAML reads
as the same data, and ``yaml_builder`` has nothing to say about it; all else is left to those two. It takes half of
their time, because no node and no mark is made that nobody asks for.
"""

import re
from functools import cache, lru_cache
from typing import Any, NoReturn

from ._scalars import FIRST_OF_CURLY, FIRST_OF_SPECIAL, TYPED_WORDS, data, is_ambiguous, tag

_NAME = r"([A-Za-z_](?:[\w -]{0,60}[\w-])?):"
_SAYS_NOTHING = r"(?:\n| *#[^\n]*\n)*"
_LINE = re.compile(rf"{_SAYS_NOTHING}( *)(- )?(?:{_NAME}(?: |(?=\n)))?([^\n]*)\n", re.ASCII)
_USUAL = re.compile("[\n -~]*")
_INDENT = re.compile(r" *(?=[^ \n])")
_QUOTED = r"\"([^\"\\]*)\"|'([^']*)'"
_WHOLE_QUOTED = re.compile(_QUOTED)
_IN_FLOW_PLAIN = r"([^][{},:#\"'“”„«‘’‚?&*!|>%@` -][^][{},:#?]*)"
_IN_FLOW = re.compile(rf" *(?:{_NAME} )?(?:([\[{{])|(?:{_QUOTED}|{_IN_FLOW_PLAIN}) *([]}},]))", re.ASCII)
_NO_PLAIN_START = frozenset("-?:,[]{}#&*!|>'\"%@` ") | FIRST_OF_CURLY
_TEXTS = (">-", ">", "|-", "|")
_DEEPEST = 15


class _OtherYamlError(Exception):
    """Something else stands here; those who read all of YAML tell what."""


def read_plain(block: str, most: int) -> dict[str, Any] | None:
    """Return the fields of *block*, or None where it is not all plain, or might hold more than *most* values."""
    values = 2 * (block.count("\n") + sum(map(block.count, ",[{")))  # “- a: b”, the densest of lines, holds two
    plain = _USUAL.fullmatch(block) or block.replace("\n", " ").isprintable()  # the one is twice as fast
    if values > most or not plain or not block.endswith("\n") or " \n" in block:
        return None
    try:
        return _Reader(block).fields()
    except _OtherYamlError:
        return None


def _other() -> NoReturn:
    raise _OtherYamlError


class _Reader:
    """Stands at one line of *block*: a dash, a name and the rest of it; ``column`` is that of its first sign."""

    def __init__(self, block: str) -> None:
        self.block, self.end, self.depth = block, 0, 0
        self.column, self.dash, self.name, self.rest = 0, "", "", ""
        self.advance()

    def advance(self) -> None:
        """Go to the next line that says something; below the last one the column is -1."""
        line = _LINE.match(self.block, self.end)
        if line is None:
            self.column = -1
            return
        indent, self.dash, self.name, self.rest = line.groups()
        self.column, self.end = len(indent), line.end()

    def fields(self) -> dict[str, Any]:
        return self.mapping(0) if self.column == 0 else _other()

    def mapping(self, column: int) -> dict[str, Any]:
        """Return the fields whose names begin at *column*."""
        found: dict[str, Any] = {}
        self.enter()
        while self.column == column and self.name and not self.dash:
            name = self.name
            if name in found or name in TYPED_WORDS:
                _other()
            found[name] = self.value(column)
        return found if self.leave() < column else _other()

    def sequence(self, column: int) -> list[Any]:
        """Return the items whose dashes stand at *column*."""
        found: list[Any] = []
        self.enter()
        while self.column == column and self.dash:
            if self.name:
                self.column, self.dash = column + 2, ""
                found.append(self.mapping(column + 2))
            else:
                found.append(self.value(column) if self.rest else _other())
        return found if self.leave() <= column else _other()

    def enter(self) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            _other()

    def leave(self) -> int:
        """Return the column of the line that ends a block."""
        self.depth -= 1
        return self.column

    def value(self, column: int) -> Any:
        """Return what follows the name or the dash at *column*."""
        rest = self.rest
        if rest in _TEXTS:
            return self.text(column)
        self.advance()
        if rest:
            return _on_line(rest, self.depth)
        if self.dash and self.column >= column:
            return self.sequence(self.column)
        return self.mapping(self.column) if self.column > column else None

    def text(self, column: int) -> str:
        """Return a folded or literal text below *column*; all its lines are indented alike."""
        first = _INDENT.match(self.block, self.end)
        indent = len(first[0]) if first else 0
        written = _lines(indent).match(self.block, self.end) if indent > column else None
        if written is None or self.block.startswith(" " * indent, written.end()):
            _other()
        text, ending = written[0].strip(), "" if self.rest[1:] == "-" else "\n"
        folded = self.rest[0] == ">"
        self.end = written.end()
        self.advance()
        if folded and "\n\n" in text:
            return re.sub(r"\n(\n*) *", lambda ends: ends[1] or " ", text) + ending
        return text.replace("\n" + " " * indent, " " if folded else "\n") + ending


@cache
def _lines(indent: int) -> re.Pattern[str]:
    return re.compile(rf"(?: {{{indent}}}[^ \n][^\n]*\n|\n)+")


def _on_line(written: str, depth: int) -> Any:
    """Return the value that takes the rest of a line, in so many blocks."""
    if written[0] not in _NO_PLAIN_START:
        return _other() if ": " in written or " #" in written or written[-1] == ":" else _scalar(written)
    if quoted := _WHOLE_QUOTED.fullmatch(written):
        return quoted[1] or quoted[2] or ""
    if written[0] in "[{":
        value, end = _flow(written, 0, depth)
        if end == len(written):
            return value
    return _other()


def _scalar(written: str) -> Any:
    return written if written[0] not in FIRST_OF_SPECIAL else _special(written)


@lru_cache(4096)
def _special(written: str) -> Any:
    """Return the value of a text that may be a number, a date or the like: specs repeat a few of them all the time."""
    return _other() if is_ambiguous(written) else data(tag(written), written)


def _flow(line: str, start: int, depth: int) -> tuple[Any, int]:
    """Return the list or block that opens at *start* of *line*, and where it ends."""
    if line[start] == "[":
        return _flow_list(line, start + 1, depth)
    return _flow_block(line, start + 1, depth)


def _flow_list(line: str, at: int, depth: int) -> tuple[list[Any], int]:
    items: list[Any] = []
    while not line.startswith("]", at):
        name, value, at = _item(line, at, "]", depth)
        items.append(_other() if name else value)
    return items, at + 1


def _flow_block(line: str, at: int, depth: int) -> tuple[dict[str, Any], int]:
    fields: dict[str, Any] = {}
    while not line.startswith("}", at):
        name, value, at = _item(line, at, "}", depth)
        fields[_other() if not name or name in fields or name in TYPED_WORDS else name] = value
    return fields, at + 1


def _item(line: str, start: int, closing: str, depth: int) -> tuple[str | None, Any, int]:
    """Return the name, if there is one, and the value at *start*, and where the next one or *closing* stands."""
    found = _IN_FLOW.match(line, start)
    if found is None:
        _other()
    name, opening, double, single, plain, following = found.groups()
    at = found.end()
    if opening:
        value, at = _flow(line, at - 1, depth + 1) if depth < _DEEPEST else _other()
        following, at = line[at : at + 1], at + 1
    else:
        value = _scalar(plain.rstrip()) if plain else double or single or ""
    if following == closing:
        return name, value, at - 1
    return (name, value, at) if following == "," else _other()
