"""Convert a CASE package to a framework of standards: codes and short names, never the whole text of a standard."""

from typing import Any

import yaml

from ..reading.todo import TODO
from .importers.case import find_package
from .untrusted import UnreadableError, objects, plain_text

_SHORT = 80  # characters of a name; the whole text belongs to its publisher


def convert_framework(data: bytes, today: str) -> str:
    """Return the items of the CASE package *data* that have a code, as a file of ``program/frameworks/``.

    Raises:
        UnreadableError: it is not a package, has no codes, or does not say where it is published.
    """
    package = find_package(data)
    document = package.get("CFDocument")
    document = document if isinstance(document, dict) else {}
    items = {code: name for item in objects(package.get("CFItems")) for code, name in _code_and_name(item)}
    if not items:
        raise UnreadableError(
            "No item in the package has a code (humanCodingScheme). Specs refer to standards by code, so ask the "
            "publisher for a package with codes."
        )
    address = plain_text(document.get("officialSourceURL")) or plain_text(document.get("uri"))
    if not address.startswith("https://"):
        raise UnreadableError(
            "The package does not say where the framework is published. Write an address that begins with https:// "
            "as its officialSourceURL."
        )
    version = plain_text(document.get("version"))
    framework = {
        "title": plain_text(document.get("title")) or TODO,
        "publisher": plain_text(document.get("publisher")) or plain_text(document.get("creator")) or TODO,
        **({"version": version} if version else {}),
        "url": address,
        "checked": today,
        "items": [{"code": code, "name": name} for code, name in items.items()],
    }
    return yaml.safe_dump(framework, sort_keys=False, allow_unicode=True, width=110)


def _code_and_name(item: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the code and the short name of *item*; nothing if it has no code."""
    code = plain_text(item.get("humanCodingScheme"))
    name = plain_text(item.get("abbreviatedStatement")) or plain_text(item.get("fullStatement"))
    short = name if len(name) <= _SHORT else f"{name[: _SHORT - 2].rsplit(' ', 1)[0]} …"
    return [(code, short)] if code else []
