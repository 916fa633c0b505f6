"""A fast reader for plain YAML, which nearly every spec is written in.

Plain YAML is: blocks of ``name: value``, lists with ``- ``, texts on one line, quoted texts without backslashes, folded
and literal texts, and short lists such as ``[a, b]`` and ``{name: value}`` on one line. In any other block this reader
gives up, and PyYAML with ``_builder`` reads the whole block. Where it does not give up, its data equal theirs, and they
would report no problem; the suite compares them.

It exists for speed. The front matter of 1,200 specs takes it 0.8 s; PyYAML and ``_builder`` need 2.0 s, because they
make a node and two marks for every value.
"""

import re
from functools import cache, lru_cache
from typing import Any

from ._scalars import FIRST_OF_CURLY, FIRST_OF_SPECIAL, TYPED_WORDS, convert, is_ambiguous, resolve_tag

_NAME = r"([A-Za-z_](?:[\w -]{0,60}[\w-])?):"
_BLANK_OR_COMMENT = r"(?:\n| *+#[^\n]*+\n)*+"
_DASH_NAME_REST = rf"( *+)(- )?(?:{_NAME}(?: |(?=\n)))?([^\n]*+)\n"
_LINE = re.compile(_BLANK_OR_COMMENT + _DASH_NAME_REST, re.ASCII)
_USUAL = re.compile("[\n -~]*")
_INDENT = re.compile(r" *(?=[^ \n])")
_QUOTED = r"\"([^\"\\]*)\"|'([^']*)'"
_WHOLE_QUOTED = re.compile(_QUOTED)
_UNQUOTED_ITEM = r"([^][{},:#\"'“”„«‘’‚?&*!|>%@` -][^][{},:#?]*+)"
_ITEM = re.compile(rf" *(?:{_NAME} )?(?:([\[{{])|(?:{_QUOTED}|{_UNQUOTED_ITEM}) *([]}},]))", re.ASCII)
_NO_PLAIN_START = frozenset("-?:,[]{}#&*!|>'\"%@` ") | FIRST_OF_CURLY
_BLOCK_TEXTS = (">-", ">", "|-", "|")
_DEEPEST = 15


class _NotPlainError(Exception):
    """The block is not plain, so PyYAML must read it."""


def read_plain(block: str, most: int) -> dict[str, Any] | None:
    """Return the fields of *block*, or None if it is not plain or may have more than *most* values."""
    values = 2 * (block.count("\n") + sum(map(block.count, ",[{")))  # “- a: b”, the densest kind of line, has two
    if values > most or not _may_be_plain(block):
        return None
    try:
        return _Reader(block).fields()
    except _NotPlainError:
        return None


def _may_be_plain(block: str) -> bool:
    printable = _USUAL.fullmatch(block) or block.replace("\n", " ").isprintable()  # the first test is twice as fast
    return bool(printable) and block.endswith("\n") and " \n" not in block


class _Reader:
    """A cursor at one line of *block*: the column of its first character, its dash, its name, and the rest of it."""

    def __init__(self, block: str) -> None:
        self.block, self.end, self.depth = block, 0, 0
        self.column, self.dash, self.name, self.rest = 0, "", "", ""
        self.advance()

    def advance(self) -> None:
        """Go to the next line that is not blank and not a comment; after the last one the column is -1."""
        line = _LINE.match(self.block, self.end)
        if line is None:
            self.column = -1
            return
        indent, self.dash, self.name, self.rest = line.groups()
        self.column, self.end = len(indent), line.end()

    def fields(self) -> dict[str, Any]:
        """Return the fields of the whole block."""
        if self.column != 0:
            raise _NotPlainError
        return self.mapping(0)

    def mapping(self, column: int) -> dict[str, Any]:
        """Return the fields whose names begin at *column*."""
        found: dict[str, Any] = {}
        self.enter()
        while self.column == column and self.name and not self.dash:
            name = self.name
            if name in found or name in TYPED_WORDS:
                raise _NotPlainError
            found[name] = self.value(column)
        self.leave(column - 1)
        return found

    def sequence(self, column: int) -> list[Any]:
        """Return the items whose dashes are at *column*."""
        found: list[Any] = []
        self.enter()
        while self.column == column and self.dash:
            if self.name:
                self.column, self.dash = column + 2, ""
                found.append(self.mapping(column + 2))
            elif self.rest:
                found.append(self.value(column))
            else:
                raise _NotPlainError
        self.leave(column)
        return found

    def enter(self) -> None:
        """Begin a mapping or a sequence."""
        self.depth += 1
        if self.depth > _DEEPEST:
            raise _NotPlainError

    def leave(self, furthest: int) -> None:
        """End a mapping or a sequence; the line after it may begin at the column *furthest* or to the left of it."""
        self.depth -= 1
        if self.column > furthest:
            raise _NotPlainError

    def value(self, column: int) -> Any:
        """Return the value of the name or the dash at *column*."""
        rest = self.rest
        if rest in _BLOCK_TEXTS:
            return self.text(column)
        self.advance()
        if rest:
            return _on_line(rest, self.depth)
        if self.dash and self.column >= column:
            return self.sequence(self.column)
        return self.mapping(self.column) if self.column > column else None

    def text(self, column: int) -> str:
        """Return a folded or literal text below *column*; all its lines have the same indentation."""
        first = _INDENT.match(self.block, self.end)
        indent = len(first[0]) if first else 0
        written = _lines(indent).match(self.block, self.end) if indent > column else None
        if written is None or self.block.startswith(" " * indent, written.end()):
            raise _NotPlainError
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
    """Return the value *written* on the rest of a line; *depth* is the number of blocks around it."""
    if written[0] not in _NO_PLAIN_START:
        if ": " in written or " #" in written or written[-1] == ":":
            raise _NotPlainError
        return _scalar(written)
    if quoted := _WHOLE_QUOTED.fullmatch(written):
        return quoted[1] or quoted[2] or ""
    if written[0] in "[{":
        value, end = _flow(written, 0, depth)
        if end == len(written):
            return value
    raise _NotPlainError


def _scalar(written: str) -> Any:
    return written if written[0] not in FIRST_OF_SPECIAL else _special(written)


@lru_cache(4096)
def _special(written: str) -> Any:
    """Return the value of a text that may be a number or a boolean; cached, because specs repeat such values."""
    if is_ambiguous(written):
        raise _NotPlainError
    return convert(resolve_tag(written), written)


def _flow(line: str, start: int, depth: int) -> tuple[Any, int]:
    """Return the list or block in brackets that opens at *start* of *line*, and the offset after it."""
    if line[start] == "[":
        return _flow_list(line, start + 1, depth)
    return _flow_block(line, start + 1, depth)


def _flow_list(line: str, at: int, depth: int) -> tuple[list[Any], int]:
    items: list[Any] = []
    while not line.startswith("]", at):
        name, value, at = _item(line, at, "]", depth)
        if name:
            raise _NotPlainError
        items.append(value)
    return items, at + 1


def _flow_block(line: str, at: int, depth: int) -> tuple[dict[str, Any], int]:
    fields: dict[str, Any] = {}
    while not line.startswith("}", at):
        name, value, at = _item(line, at, "}", depth)
        if not name or name in fields or name in TYPED_WORDS:
            raise _NotPlainError
        fields[name] = value
    return fields, at + 1


def _item(line: str, start: int, closing: str, depth: int) -> tuple[str | None, Any, int]:
    """Return the name (if any) and the value of the item at *start*, and the offset of the next item or *closing*."""
    found = _ITEM.match(line, start)
    if found is None:
        raise _NotPlainError
    name, opening, double, single, plain, following = found.groups()
    at = found.end()
    if opening:
        if depth >= _DEEPEST:
            raise _NotPlainError
        value, at = _flow(line, at - 1, depth + 1)
        following, at = line[at : at + 1], at + 1
    else:
        value = _scalar(plain.rstrip()) if plain else double or single or ""
    if following == closing:
        return name, value, at - 1
    if following != ",":
        raise _NotPlainError
    return name, value, at
