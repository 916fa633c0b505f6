"""Permanent identifiers: new ones to write into a file, and derived ones for parts that have none of their own."""

import hashlib
from uuid import NAMESPACE_URL, UUID, uuid5

from ..reading.source import Source


def derive_uuid(owner: str, name: str) -> str:
    """Return the UUID of the part *name* of *owner*, always the same one, in the form of version 4.

    The Credential Registry requires this form. All exports use it, so that a rubric has one identifier everywhere.
    """
    digest = hashlib.sha256(f"{owner} {name}".encode()).digest()
    return str(UUID(bytes=digest[:16], version=4))


def derive_version_uuid(uid: str, version: str | None) -> str:
    """Return the UUID of a former *version* of the spec *uid*."""
    return derive_uuid(uid, f"version {version}")


def create_uid(source: Source) -> str:
    """Return a new uid for the file of *source*, in the form of UUID version 4 (RFC 9562).

    A check of the same files must always give the same report, so the random bits of version 4 are taken from a hash of
    the file's path and text. No two files have both in common.
    """
    digest = uuid5(NAMESPACE_URL, f"{source.path}\n{source.text.value}")
    return str(UUID(bytes=digest.bytes, version=4))
