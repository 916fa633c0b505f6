"""One file as its author wrote it: text, front matter, body, and where every value stands."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

import frontmatter
import yaml

from .align import align
from .characters import bad_characters
from .problem import Pointer, Problem
from .text import Span, Text
from .yaml_reader import Yaml, read_yaml

TODO = "TODO"
"""What a writer puts where something is still to be written; templates and new drafts are full of it."""

MAX_FRONT_MATTER = 64 * 1024
MAX_BODY = 256 * 1024

_OPEN = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSE = re.compile(r"[\r\n](---)[ \t]*(?:\r\n|\n|\r|\Z)")
_BLANK_THEN_OPEN = re.compile(r"\s+---[ \t]*(?:\r|\n)")


@dataclass(frozen=True)
class Source:
    """One file: its data, its body, and the problems found while reading it.

    ``data`` is empty where the front matter could not be read; ``readable`` says whether it could.
    ``body_start`` is the offset of the body in ``text``.
    """

    path: PurePosixPath
    text: Text
    data: dict[str, Any] = field(default_factory=dict)
    body: str = ""
    body_start: int = 0
    problems: tuple[Problem, ...] = ()
    yaml: Yaml | None = field(default=None, repr=False)

    @cached_property
    def readable(self) -> bool:
        """Whether there is data that can be judged."""
        return self.yaml is not None and isinstance(self.yaml.data, dict)

    def has(self, pointer: Pointer) -> bool:
        """Say whether *pointer* is written in this file."""
        return self.yaml is not None and self.yaml.find(pointer)[2] == len(pointer)

    def unwritten(self, pointer: Pointer) -> bool:
        """Say whether the value at *pointer* is the word TODO and nothing else."""
        node = self.yaml.find(pointer)[1] if self.yaml and self.has(pointer) else None
        return isinstance(node, yaml.ScalarNode) and node.value.strip() == TODO

    def span(self, pointer: Pointer) -> Span:
        """Return the place of *pointer*, or of its nearest written parent."""
        return self.yaml.span(pointer) if self.yaml else Span(0, 0)

    def words(self, pointer: Pointer, start: int, end: int) -> Span:
        """Return the place of the characters ``[start, end)`` of the text at *pointer*."""
        whole = self.span(pointer)
        node = self.yaml.find(pointer)[1] if self.yaml else None
        if not isinstance(node, yaml.ScalarNode):
            return whole
        piece = align(self.text.value[whole.start : whole.end], node.style or "", node.value, start, end)
        return Span(whole.start + piece.start, whole.start + piece.end) if piece else whole


def read_spec(path: PurePosixPath, raw: bytes) -> Source:
    """Read a Markdown file with front matter; trouble becomes the source's problems."""
    return _decoded(path, raw, MAX_FRONT_MATTER + MAX_BODY, _read_spec)


def read_data(path: PurePosixPath, raw: bytes) -> Source:
    """Read a file that is YAML (or JSON) from end to end; trouble becomes the source's problems."""
    return _decoded(path, raw, MAX_BODY, _read_data)


def unreadable(path: PurePosixPath, problem: Problem) -> Source:
    """Return the source of a file that cannot be read at all."""
    return Source(path, Text(""), problems=(problem,))


def _decoded(path: PurePosixPath, raw: bytes, limit: int, read: Callable[[PurePosixPath, Text], Source]) -> Source:
    if len(raw) > limit:
        message = f"The file has {len(raw) // 1024} KB; at most {limit // 1024} KB can be read."
        return unreadable(path, Problem((), message, "Move what does not belong to the spec out of it.", "FM-04"))
    try:
        return read(path, Text(raw.decode("utf-8").removeprefix("\ufeff")))
    except UnicodeDecodeError as error:
        return _undecodable(path, raw, error)


def _undecodable(path: PurePosixPath, raw: bytes, error: UnicodeDecodeError) -> Source:
    good = Text(raw[: error.start].decode("utf-8").removeprefix("\ufeff"))
    place = Span(len(good.value), len(good.value) + 1)
    advice = "Save the file as UTF-8; in most editors this is an option of “Save as”."
    return Source(path, good, problems=(Problem((), "The file is not UTF-8 text from here on.", advice, "FM-03", place),))


def _read_spec(path: PurePosixPath, text: Text) -> Source:
    opened = _OPEN.match(text.value)
    if not opened:
        return Source(path, text, problems=(_no_front_matter(text), *bad_characters(text, 0)))
    closed = _CLOSE.search(text.value, opened.end() - 1)
    if not closed:
        problem = Problem(
            (), "The front matter is never closed.", "Write “---” on its own line below it.", "FM-02", Span(0, 3)
        )
        return Source(path, text, problems=(problem, *bad_characters(text, 0)))
    if closed.start(1) - opened.end() > MAX_FRONT_MATTER:
        message = f"The front matter is longer than {MAX_FRONT_MATTER // 1024} KB."
        return Source(path, text, problems=(Problem((), message, "Shorten it.", "FM-04", Span(0, 3)),))
    return _split(path, text, opened.end(), closed)


def _split(path: PurePosixPath, text: Text, base: int, closed: re.Match[str]) -> Source:
    handler = _Handler(text.value[base : closed.start(1)], base)
    data, _ = frontmatter.parse(text.value, handler=handler)
    read = handler.read
    problems = (*bad_characters(text, closed.start(1)), *read.problems, *_not_fields(read, base))
    return Source(path, text, data, text.value[closed.end() :], closed.end(), problems, read)


class _Handler(frontmatter.default_handlers.BaseHandler):  # type: ignore[misc]
    """Lets python-frontmatter work on our own block, and keeps what only a parser with positions knows.

    ``frontmatter.parse`` strips the text and rewrites its line ends, which would shift every position.
    """

    def __init__(self, block: str, base: int) -> None:
        self.block = block
        self.read = read_yaml(block, base)

    def split(self, _: str) -> tuple[str, str]:
        return self.block, ""

    def load(self, _: str) -> Any:
        return self.read.data


def _read_data(path: PurePosixPath, text: Text) -> Source:
    read = read_yaml(text.value, 0)
    data = read.data if isinstance(read.data, dict) else {}
    return Source(path, text, data, problems=(*bad_characters(text, len(text.value)), *read.problems), yaml=read)


def _not_fields(read: Yaml, base: int) -> Iterator[Problem]:
    if not read.problems and not isinstance(read.data, dict):
        found = {list: "a list", type(None): "nothing"}.get(type(read.data), "a single text")
        message = f"The front matter holds {found}, not fields."
        yield Problem((), message, "Write each field as “name: value” on its own line.", "FM-18", Span(base, base + 1))


def _no_front_matter(text: Text) -> Problem:
    if _BLANK_THEN_OPEN.match(text.value):
        return Problem((), "The file does not begin with “---”.", "Delete the empty lines above it.", "FM-01", Span(0, 1))
    advice = "Begin the file with “---”, then the fields, then “---” again. “microcredentials new” writes it for you."
    return Problem((), "The file has no front matter.", advice, "FM-01", Span(0, min(1, len(text.value))))
