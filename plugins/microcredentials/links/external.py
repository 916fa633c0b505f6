"""Find the external links of a content file: the pages and works of other publishers that it refers to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..catalog.entry import Entry
from ..catalog.layout import VERSIONS
from ..catalog.nodes import Node
from ..model.csl import find_address
from ..reading.markdown.prose import find_links
from ..reading.problem import Pointer
from ..reading.source import Source
from ..reading.text import Span
from ..reading.web_address import find_host

_ADDRESS = re.compile(r"https?://\S+")
_WORK_FIELDS = {"id", "type"}
_ADDRESS_FIELDS = ("DOI", "URL", "PMCID", "archive_location", "archive-location", "number")
_RESERVED = (".example", ".invalid", ".localhost", ".test", "example.com", "example.net", "example.org")
"""Names that are reserved for examples, so invented pages use them (https://www.rfc-editor.org/rfc/rfc2606)."""


@dataclass(frozen=True, slots=True)
class ExternalLink:
    """An external address, and where it is written: at the field ``at``, or in the body at ``span``."""

    address: str
    at: Pointer = ()
    span: Span | None = None


def find_external_links(entry: Entry[Node]) -> tuple[ExternalLink, ...]:
    """Return the external links in the file of *entry*.

    Retired specs and kept versions are left out: they stay as they were, so their links are never corrected.
    """
    is_past = entry.source.path.parts[0] == VERSIONS or entry.source.data.get("status") == "retired"
    if is_past:
        return ()
    found = (*_links_of_fields(entry.source.yaml.data if entry.source.yaml else None), *_links_of_body(entry.source))
    return tuple(link for link in found if not _is_reserved(link.address))


def _links_of_fields(value: Any, at: Pointer = ()) -> Iterator[ExternalLink]:
    if isinstance(value, str) and _ADDRESS.fullmatch(value):
        yield ExternalLink(value, at)
    elif isinstance(value, dict) and value.keys() >= _WORK_FIELDS and find_address(value):
        field = next((name for name in _ADDRESS_FIELDS if value.get(name)), "id")
        yield ExternalLink(find_address(value), (*at, field))
    else:
        steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for step, inner in steps:
            yield from _links_of_fields(inner, (*at, step))


def _links_of_body(source: Source) -> Iterator[ExternalLink]:
    for block in source.prose.blocks:
        for link in find_links(block.text, source.prose):
            if _ADDRESS.fullmatch(link.address):
                yield ExternalLink(link.address, span=_find_in_body(link.address, source))


def _find_in_body(address: str, source: Source) -> Span:
    """Return the span of *address* in the body, or the beginning of the body if it is spelled differently there."""
    start = source.text.value.find(address, source.body_start)
    return Span(start, start + len(address)) if start >= 0 else Span(source.body_start, source.body_start)


def _is_reserved(address: str) -> bool:
    host = f".{find_host(address)}"
    return any(host.endswith(name if name[0] == "." else f".{name}") for name in _RESERVED)
