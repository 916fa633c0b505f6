"""Identifiers of what has none of its own, made so that they stay the same for ever."""

import hashlib
from urllib.parse import quote
from uuid import UUID


def made(owner: str, name: str) -> str:
    """Return a UUID in the form of version 4 that *owner* and *name* always give, and nothing else.

    The form is that of the Credential Registry; one form for all vocabularies lets a rubric be known as one thing.
    """
    digest = hashlib.sha256(f"{owner} {name}".encode()).digest()
    return str(UUID(bytes=digest[:16], version=4))


def anchor(*names: str) -> str:
    """Return the end of an address that leads to a part by its *names*; no place among others is in it.

    A level that is added to a rubric, or a criterion that moves, leaves the address of every other one as it was.
    """
    return "#" + "/".join(quote(name, safe="") for name in names)
