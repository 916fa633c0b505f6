"""What a build makes: pages and data files, not yet written anywhere."""

from dataclasses import dataclass
from datetime import date

from pydantic_core import to_json

from ..catalog.addresses import address_of


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
    """Return *data* as a JSON file; the same data always give the same bytes."""
    return DataFile(path, to_json(data, indent=1) + b"\n")  # Python's own writer is slow when it indents
