"""Addresses that last: those of a spec, its former ones, and those of the parts of an object."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from ...catalog.entry import Entry
from ...model.spec import Spec
from .._selection import address
from ..output import DataFile


def anchor(*names: str) -> str:
    """Return the end of the address of a part: its *names*, and never its position.

    So adding a level to a rubric, or moving a criterion, does not change the address of any other part.
    """
    return "#" + "/".join(quote(name, safe="") for name in names)


def absolute(url: str, site_url: str) -> str:
    """Return *url*, below the site's address if it begins with a slash."""
    return f"{site_url}{url[1:]}" if url.startswith("/") else url


def page_address(entry: Entry[Spec]) -> str:
    """Return the address of the page of *entry* below the site's root."""
    return address(entry)[1:]


def former_addresses(entry: Entry[Spec], path: str) -> Iterator[str]:
    """Yield *path*, which begins with the address of *entry*, with each former slug in place of the current one."""
    rest = path.removeprefix(page_address(entry))
    yield from (f"{entry.folder}/{alias}/{rest}" for alias in entry.spec.aliases)


def beside_page(entry: Entry[Spec], name: str, content: bytes) -> Iterator[DataFile]:
    """Yield *content* as the file *name* beside the page of *entry*, and under each of its former slugs."""
    path = f"{page_address(entry)}{name}"
    yield from (DataFile(each, content) for each in (path, *former_addresses(entry, path)))


def replace_address(data: Any, old: str, new: str) -> Any:
    """Return *data* with the address *new* in place of *old*, alone or followed by the anchor of a part."""
    if isinstance(data, dict):
        return {name: replace_address(value, old, new) for name, value in data.items()}
    if isinstance(data, list):
        return [replace_address(each, old, new) for each in data]
    is_old = isinstance(data, str) and (data == old or data.startswith(f"{old}#"))
    return new + data[len(old) :] if is_old else data
