"""Identifiers and addresses that stay: of what has no name of its own, and of what has got another name."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from ...catalog.catalog import Entry
from ...model.spec import Spec


def anchor(*names: str) -> str:
    """Return the end of an address that leads to a part by its *names*; no place among others is in it.

    A level that is added to a rubric, or a criterion that moves, leaves the address of every other one as it was.
    """
    return "#" + "/".join(quote(name, safe="") for name in names)


def absolute(url: str, site_url: str) -> str:
    """Return *url* as it is, or below the site's address where it begins with a slash."""
    return f"{site_url}{url[1:]}" if url.startswith("/") else url


def former(entry: Entry[Spec], path: str) -> Iterator[str]:
    """Yield *path*, which begins with the address of *entry*, as it was under each of its former names."""
    rest = path.removeprefix(f"{entry.folder}/{entry.slug}/")
    yield from (f"{entry.folder}/{alias}/{rest}" for alias in entry.spec.aliases)


def renamed(data: Any, old: str, new: str) -> Any:
    """Return *data* with the address *new* where it says *old*, alone or with the name of a part behind it."""
    if isinstance(data, dict):
        return {name: renamed(value, old, new) for name, value in data.items()}
    if isinstance(data, list):
        return [renamed(each, old, new) for each in data]
    says = isinstance(data, str) and (data == old or data.startswith(f"{old}#"))
    return new + data[len(old) :] if says else data
