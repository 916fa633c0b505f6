"""Which pages and works of others a catalog refers to, and where it does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from ..catalog.catalog import Entry
from ..catalog.layout import VERSIONS
from ..catalog.nodes import Node
from ..model.csl import find_address
from ..reading.markdown.prose import find_links
from ..reading.problem import Pointer
from ..reading.source import Source
from ..reading.text import Span

_ADDRESS = re.compile(r"https?://\S+")
_WORK = {"id", "type"}
_NAMED_BY = ("DOI", "URL", "PMCID", "archive_location", "archive-location", "number")
_NOBODYS = (".example", ".invalid", ".localhost", ".test", "example.com", "example.net", "example.org")
"""Names that nobody may have, and that invented pages use (https://www.rfc-editor.org/rfc/rfc2606)."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """An address of somebody else's, and where it is written: at a field, or in a body at ``span``."""

    address: str
    at: Pointer = ()
    span: Span | None = None


def outgoing(entry: Entry[Node]) -> tuple[Outgoing, ...]:
    """Return the addresses of others that the file of *entry* holds.

    What is retired or kept for those who began with it stays as it was, so nobody is to mend a link there.
    """
    past = entry.source.path.parts[0] == VERSIONS or entry.source.data.get("status") == "retired"
    found = () if past else (*_fields(entry.source.yaml.data if entry.source.yaml else None), *_body(entry.source))
    return tuple(each for each in found if not _nobodys(each.address))


def _fields(value: Any, way: Pointer = ()) -> Iterator[Outgoing]:
    if isinstance(value, str) and _ADDRESS.fullmatch(value):
        yield Outgoing(value, way)
    elif isinstance(value, dict) and value.keys() >= _WORK and find_address(value):
        yield Outgoing(find_address(value), (*way, next((name for name in _NAMED_BY if value.get(name)), "id")))
    else:
        steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for step, inner in steps:
            yield from _fields(inner, (*way, step))


def _body(source: Source) -> Iterator[Outgoing]:
    for block in source.prose.blocks:
        for link in find_links(block.text, source.prose):
            if _ADDRESS.fullmatch(link.address):
                yield Outgoing(link.address, span=_written(link.address, source))


def _written(address: str, source: Source) -> Span:
    """Return where *address* is written in the body; the body's beginning where it is written in another way."""
    start = source.text.value.find(address, source.body_start)
    return Span(start, start + len(address)) if start >= 0 else Span(source.body_start, source.body_start)


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:  # brackets that hold no address
        return ""


def _nobodys(address: str) -> bool:
    host = f".{_host(address)}"
    return any(host.endswith(name if name[0] == "." else f".{name}") for name in _NOBODYS)
