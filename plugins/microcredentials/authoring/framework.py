"""A framework of standards from a CASE package: codes and short names, never a standard's whole text."""

import yaml

from .draft import UnreadableError, rows, text_of
from .importers.case import package_of

_SHORT = 80  # letters of a name made of a statement; the text itself is its publisher's


def framework(data: bytes, today: str) -> str:
    """Return the items of the CASE package *data* that have a code, as a file of ``program/frameworks/``.

    Raises:
        UnreadableError: it is no package, has no codes, or does not say where it is published.
    """
    package = package_of(data)
    document = package.get("CFDocument")
    document = document if isinstance(document, dict) else {}
    items = [{"code": code, "name": _name(item)} for item in rows(package.get("CFItems"))
             if (code := text_of(item.get("humanCodingScheme")))]  # fmt: skip
    if not items:
        raise UnreadableError(
            "No item of the package has a code (humanCodingScheme), and specs name standards by their code."
        )
    address = text_of(document.get("officialSourceURL")) or text_of(document.get("uri"))
    if not address.startswith("https://"):
        raise UnreadableError("The package does not say at which https address the framework is published.")
    facts = {
        "title": text_of(document.get("title")) or "TODO",
        "publisher": text_of(document.get("publisher")) or text_of(document.get("creator")) or "TODO",
        **({"version": version} if (version := text_of(document.get("version"))) else {}),
        "url": address,
        "checked": today,
        "items": list({item["code"]: item for item in items}.values()),
    }
    return yaml.safe_dump(facts, sort_keys=False, allow_unicode=True, width=110)


def _name(item: dict[str, object]) -> str:
    name = text_of(item.get("abbreviatedStatement")) or text_of(item.get("fullStatement"))
    return name if len(name) <= _SHORT else f"{name[: _SHORT - 2].rsplit(' ', 1)[0]} …"
