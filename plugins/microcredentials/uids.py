"""Identifiers that stay: of what has no uid of its own, made of its owner's."""

import hashlib
from uuid import UUID


def made(owner: str, name: str) -> str:
    """Return a UUID in the form of version 4 that *owner* and *name* always give, and nothing else.

    The form is that of the Credential Registry; one form for all vocabularies lets a rubric be known as one thing.
    """
    digest = hashlib.sha256(f"{owner} {name}".encode()).digest()
    return str(UUID(bytes=digest[:16], version=4))


def of_version(uid: str, version: str | None) -> str:
    """Return the UUID of a *version* of the spec *uid* that another one has followed."""
    return made(uid, f"version {version}")
