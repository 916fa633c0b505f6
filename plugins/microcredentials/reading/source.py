"""One file as its author typed it: its text, front matter and body, and the place of every value."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

import frontmatter
import yaml

from .characters import find_bad_characters
from .markdown.prose import Prose, parse_prose
from .problem import Pointer, Problem
from .text import SourceText, Span
from .todo import TODO, UnwrittenBlock, unwritten_blocks
from .yaml.reader import Yaml, read_yaml
from .yaml.typed_text import locate_typed

MAX_FRONT_MATTER = 64 * 1024
MAX_BODY = 256 * 1024
MAX_DATA = 1024 * 1024
_DATA_VALUES = 100_000  # a bibliography of two thousand works

_OPEN = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
# The line break before the hyphens is checked after them: a search that begins with fixed characters is ten times as
# fast as one that begins with a choice of two.
_CLOSE = re.compile(r"---(?<=[\r\n]---)[ \t]*(?:\r\n|\n|\r|\Z)")
_BLANK_THEN_OPEN = re.compile(r"\s+---[ \t]*(?:\r|\n)")


@dataclass(frozen=True)
class Source:
    """One file: its data, its body, and the problems found while reading it.

    ``data`` is empty if the front matter could not be read; ``is_readable`` says whether it could. ``body_start`` is
    the offset of the body in ``text``.
    """

    path: PurePosixPath
    text: SourceText
    data: dict[str, Any] = field(default_factory=dict)
    body: str = ""
    body_start: int = 0
    problems: tuple[Problem, ...] = ()
    yaml: Yaml | None = field(default=None, repr=False)

    @cached_property
    def prose(self) -> Prose:
        """The body as blocks."""
        return parse_prose(self.body)

    @cached_property
    def _body(self) -> SourceText:
        return SourceText(self.body)

    def body_offset(self, line: int) -> int:
        """Return the offset in the file at which *line* of the body (from 0) begins."""
        return self.body_start + self._body.line_start(line + 1)

    @cached_property
    def is_readable(self) -> bool:
        """Whether there are data to check. Front matter without fields counts: every field is missing."""
        return self.yaml is not None and (isinstance(self.yaml.data, dict) or self.yaml.empty)

    def has(self, pointer: Pointer) -> bool:
        """Return whether the field at *pointer* is written in this file."""
        return self.yaml is not None and self.value(pointer, ...) is not ...

    def value(self, pointer: Pointer, default: Any = None) -> Any:
        """Return the data at *pointer*, or *default* if nothing is written there."""
        found: Any = self.yaml.data if self.yaml else None
        for step in pointer:
            steps: Any = found if isinstance(found, dict) else range(len(found)) if isinstance(found, list) else ()
            if step not in steps:
                return default
            found = found[step]
        return found

    def is_unwritten(self, pointer: Pointer) -> bool:
        """Return whether the value at *pointer* is just TODO, or belongs to a block in which nothing is written yet."""
        value = self.value(pointer)
        alone = isinstance(value, str) and value.strip() == TODO
        return alone or any(pointer[: len(block.at)] == block.at for block in self.unwritten_blocks)

    @cached_property
    def unwritten_blocks(self) -> tuple[UnwrittenBlock, ...]:
        """The blocks in which nothing is written yet."""
        return tuple(unwritten_blocks(self.data)) if TODO in self.text.value else ()

    def span(self, pointer: Pointer) -> Span:
        """Return the span of the value at *pointer*, or of its nearest written parent."""
        return self._trimmed(self.yaml.span(pointer)) if self.yaml else Span(0, 0)

    def extents(self, pointers: Iterable[Pointer], keep: bool = False) -> dict[Pointer, Span]:
        """Return the whole extent of each value in the file that one of *pointers* leads to.

        This requires a tree of nodes. It is kept only if *keep* is true, because the trees of all specs would take ten
        times the memory of the catalog.
        """
        tree = replace(self.yaml) if self.yaml and not keep else self.yaml
        found = {pointer: tree.extent(pointer) for pointer in pointers if tree and self.has(pointer)}
        return {pointer: self._trimmed(span) for pointer, span in found.items() if span}

    def name_span(self, pointer: Pointer) -> Span:
        """Return the span of the name of the field at *pointer*."""
        return self.yaml.name_span(pointer) if self.yaml else Span(0, 0)

    def typed_text(self, pointer: Pointer) -> str | None:
        """Return the value at *pointer* as its author typed it, or None if it is not written in this file."""
        if self.yaml is None or not self.has(pointer):
            return None
        span = self.span(pointer)
        return self.text.value[span.start : span.end]

    def _trimmed(self, span: Span) -> Span:
        """Return *span* without the blank lines that YAML includes at the end of a text of several lines."""
        return Span(span.start, span.start + len(self.text.value[span.start : span.end].rstrip()))

    def words_span(self, pointer: Pointer, start: int, end: int) -> Span:
        """Return the span of the characters ``[start, end)`` of the text at *pointer*."""
        whole = self.span(pointer)
        node = self.yaml.find(pointer)[1] if self.yaml and self.has(pointer) else None
        if not isinstance(node, yaml.ScalarNode):
            return whole
        piece = locate_typed(self.text.value[whole.start : whole.end], node.style or "", node.value, start, end)
        return Span(whole.start + piece.start, whole.start + piece.end) if piece else whole


def read_spec(path: PurePosixPath, raw: bytes) -> Source:
    """Return the source of a Markdown file with front matter; its errors become problems of the source."""
    return _decode(path, raw, MAX_FRONT_MATTER + MAX_BODY, _read_spec)


def read_data(path: PurePosixPath, raw: bytes) -> Source:
    """Return the source of a YAML or JSON file; its errors become problems of the source."""
    return _decode(path, raw, MAX_DATA, _read_data)


def unreadable_source(path: PurePosixPath, problem: Problem) -> Source:
    """Return the source of a file that cannot be read at all."""
    return Source(path, SourceText(""), problems=(problem,))


def _decode(path: PurePosixPath, raw: bytes, limit: int, read: Callable[[PurePosixPath, SourceText], Source]) -> Source:
    if len(raw) > limit:
        return unreadable_source(path, _too_long("The file", limit, Span(0, 0)))
    if raw.count(0) > len(raw) // 8:
        return Source(path, SourceText(""), problems=(_not_utf8(Span(0, 0)),))
    try:
        return read(path, SourceText(raw.decode("utf-8").removeprefix("\ufeff")))
    except UnicodeDecodeError as error:
        good = SourceText(raw[: error.start].decode("utf-8").removeprefix("\ufeff"))
        place = Span(len(good.value), len(good.value) + 1)
        return Source(path, good, problems=(_not_utf8(place),))


def _not_utf8(place: Span) -> Problem:
    advice = "Save the file as UTF-8; most editors offer this under “Save as”."
    return Problem((), "The file is not UTF-8 text from here on.", advice, "FM-03", place)


def _too_long(name: str, limit: int, place: Span) -> Problem:
    """Return the problem that the part *name* of a file is longer than *limit* bytes."""
    advice = "Remove what does not belong here, or split the file in two."
    return Problem((), f"{name} is longer than {limit // 1024} KB.", advice, "FM-04", place)


def _read_spec(path: PurePosixPath, text: SourceText) -> Source:
    opened = _OPEN.match(text.value)
    closed = _CLOSE.search(text.value, opened.end()) if opened else None
    if opened and closed and closed.start() - opened.end() <= MAX_FRONT_MATTER:
        return _split(path, text, opened.end(), closed)
    if not opened:
        problem = _no_front_matter(text)
    elif not closed:
        advice = "Write “---” on a line of its own after the last field."
        problem = Problem((), "The front matter is not closed.", advice, "FM-02", Span(0, 3))
    else:
        problem = _too_long("The front matter", MAX_FRONT_MATTER, Span(0, 3))
    return Source(path, text, problems=(problem, *find_bad_characters(text.value)))


def _split(path: PurePosixPath, text: SourceText, base: int, closed: re.Match[str]) -> Source:
    handler = _Handler(text.value[base : closed.start()], base)
    data, _ = frontmatter.parse("", handler=handler)  # the handler has the text, unchanged
    read, body = handler.read, text.value[closed.end() :]
    problems = [*find_bad_characters(text.value), *read.problems, *_not_fields(read)]
    if len(body) > MAX_BODY:  # it is not parsed, because that could take long
        problems.append(_too_long("The text below the front matter", MAX_BODY, Span(closed.end(), closed.end() + 1)))
        body = ""
    return Source(path, text, data, body, closed.end(), tuple(dict.fromkeys(problems)), read)


class _Handler(frontmatter.default_handlers.BaseHandler):
    """Gives python-frontmatter the block that we cut out, and keeps the positions of its values.

    ``frontmatter.parse`` itself strips the text and rewrites its line ends, which would shift every position.
    """

    def __init__(self, block: str, base: int) -> None:
        self.block = block
        self.read = read_yaml(block, base)

    def split(self, _: str) -> tuple[str, str]:
        return self.block, ""

    def load(self, _: str) -> Any:
        return self.read.data


def _read_data(path: PurePosixPath, text: SourceText) -> Source:
    read = read_yaml(text.value, most=_DATA_VALUES)
    data = read.data if isinstance(read.data, dict) else {}
    problems = dict.fromkeys((*find_bad_characters(text.value), *read.problems))
    return Source(path, text, data, problems=tuple(problems), yaml=read)


def _not_fields(read: Yaml) -> Iterator[Problem]:
    if not read.problems and not read.empty and not isinstance(read.data, dict):
        found = "a list" if isinstance(read.data, list) else "a single text"
        message = f"The front matter is {found}, not a set of fields."
        yield Problem((), message, "Write each field as “name: value” on its own line.", "FM-18", read.span(()))


def _no_front_matter(text: SourceText) -> Problem:
    first = Span(0, min(1, len(text.value)))
    if _BLANK_THEN_OPEN.match(text.value):
        return Problem((), "The file does not begin with “---”.", "Delete the blank lines above it.", "FM-01", first)
    advice = "Begin the file with “---”, the fields, and “---” again; “microcredentials new” writes this for you."
    return Problem((), "The file has no front matter.", advice, "FM-01", first)
