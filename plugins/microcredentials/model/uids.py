"""Identifiers that stay: fresh ones to write down, and those of what has none of its own, made of its owner's."""

import hashlib
from uuid import NAMESPACE_URL, UUID, uuid5

from ..reading.source import Source


def derive_uuid(owner: str, name: str) -> str:
    """Return a UUID in the form of version 4 that *owner* and *name* always give, and nothing else.

    The form is that of the Credential Registry; one form for all vocabularies lets a rubric be known as one thing.
    """
    digest = hashlib.sha256(f"{owner} {name}".encode()).digest()
    return str(UUID(bytes=digest[:16], version=4))


def derive_version_uuid(uid: str, version: str | None) -> str:
    """Return the UUID of a *version* of the spec *uid* that another one has followed."""
    return derive_uuid(uid, f"version {version}")


def create_uid(source: Source) -> str:
    """Return a uid for the file of *source*, in the form of UUID version 4 (RFC 9562).

    A check must say the same whenever it is run on the same files, so the bits that version 4 leaves to chance are
    taken from a hash of the file's path and text. Two files never share both.
    """
    digest = uuid5(NAMESPACE_URL, f"{source.path}\n{source.text.value}")
    return str(UUID(bytes=digest.bytes, version=4))
