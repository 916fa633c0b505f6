"""What a build makes: pages and data files, not yet written anywhere."""

import json
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ContentsItem:
    """A line of a page's table of contents, with the lines below it."""

    title: str
    anchor: str
    items: tuple["ContentsItem", ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site: safe HTML for its body, and what its frame shows.

    ``path`` is the Markdown path a host knows it by (``credentials/wait-time/index.md``). ``parent`` is the path of
    the page above it, for breadcrumbs and the active tab. ``source`` is the content file behind it, for “suggest a
    change”; generated pages have none. ``kind`` names the body template.
    """

    path: str
    title: str
    description: str
    html: str
    kind: str
    contents: tuple[ContentsItem, ...] = ()
    parent: str = ""
    source: str = ""
    updated: date | None = None
    linked_data: str = ""
    """JSON-LD for the page's head, without a character that could end its script element."""

    @property
    def address(self) -> str:
        """The address below the site's root: ``credentials/wait-time/``; the home page's is empty."""
        return address_of(self.path)


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file published as it is."""

    path: str
    content: bytes


OutputFile = Page | DataFile


def json_file(path: str, data: object) -> DataFile:
    """Return *data* as a JSON file, two levels of it with a line for each part; the same data give the same bytes."""
    return DataFile(path, f"{_in_lines(data, 2)}\n".encode())


def _in_lines(data: object, levels: int, indent: str = "") -> str:
    """Return *data* as JSON; what is deeper than *levels* stays on a line, because only then it is encoded in C."""
    if not levels or not data or not isinstance(data, dict | list):
        return json.dumps(data, ensure_ascii=False)
    inner = f"{indent} "
    if isinstance(data, dict):
        parts = [f"{json.dumps(key)}: {_in_lines(value, levels - 1, inner)}" for key, value in data.items()]
    else:
        parts = [_in_lines(each, levels - 1, inner) for each in data]
    begin, end = "{}" if isinstance(data, dict) else "[]"
    lines = f",\n{inner}".join(parts)
    return f"{begin}\n{inner}{lines}\n{indent}{end}"


def address_of(path: str) -> str:
    """Return the address of the Markdown file *path*: ``a/b.md`` and ``a/b/index.md`` both give ``a/b/``."""
    stem = path.removesuffix(".md")
    if stem == "index" or stem.endswith("/index"):
        return stem[: -len("index")]
    return f"{stem}/"
