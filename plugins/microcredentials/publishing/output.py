"""The files of a site before they are written: pages and data files."""

import json
from dataclasses import dataclass
from datetime import date

from pydantic_core import to_json

from ..catalog.addresses import address_of


@dataclass(frozen=True, slots=True)
class ContentsItem:
    """An entry in the table of contents of a page, with the entries below it."""

    title: str
    anchor: str
    items: tuple["ContentsItem", ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site: safe HTML for its body, and the facts that its frame shows.

    ``path`` is the Markdown path that a host knows it by (``credentials/wait-time/index.md``). ``parent`` is the path
    of the page above it, for breadcrumbs and the active tab. ``source`` is the content file of the page, for “suggest a
    change”, and empty for generated pages. ``kind`` names the body template.
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
    """JSON-LD for the head of the page, without any character that could end its script element."""

    @property
    def address(self) -> str:
        """The address below the site's root: ``credentials/wait-time/``, or empty for the home page."""
        return address_of(self.path)


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file that is published as it is; ``path`` is below the site's root."""

    path: str
    content: bytes


OutputFile = Page | DataFile


def compact_json(data: object) -> bytes:
    """Return *data* as JSON without spaces, for files that only the browser reads."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def json_file(path: str, data: object) -> DataFile:
    """Return *data* as a JSON file; the same data always gives the same bytes."""
    return DataFile(path, to_json(data, indent=1) + b"\n")  # json.dumps is slow when it indents
