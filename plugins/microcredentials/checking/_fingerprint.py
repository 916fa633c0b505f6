"""Fingerprints identify findings over time: they stay the same when a file is renamed or a list is reordered.

A fingerprint is made from the rule, the spec's ``uid``, the pointer with ids in place of list indices, and the words
that the finding is about, without white space. So a new problem at the same field is never taken for the old one.
"""

import hashlib
from collections.abc import Iterator
from typing import Any

from ..reading.problem import Pointer

_NAMES = ("id", "reference", "stack", "url", "code", "rule", "standard", "version")
"""Fields that name an item of a list, the most specific first."""


def fingerprint(rule: str, identity: str, data: Any, pointer: Pointer, words: str) -> str:
    """Return 32 hexadecimal digits; *identity* is the spec's uid, or its path if it has no uid."""
    parts = (rule, identity, *_stable(data, pointer), "".join(words.split()))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]


def value_of(data: Any, pointer: Pointer, part: tuple[int, int] | None = None) -> str:
    """Return the text of the value at *pointer*, or of its range *part*, regardless of quotation marks and line breaks.

    It is empty for a block, a list and a missing field: their pointer identifies them.
    """
    for step in pointer:
        try:
            data = data[step]
        except (LookupError, TypeError):
            return ""
    text = "" if isinstance(data, dict | list) else str(data)
    return text[slice(*part)] if part else text


def _stable(data: Any, pointer: Pointer) -> Iterator[str]:
    """Yield the steps of *pointer* with the name of each list item, if it has one, in place of its index."""
    for step in pointer:
        try:
            data = data[step]
        except (LookupError, TypeError):
            data = None
        names = (str(data[name]) for name in _NAMES if name in data) if isinstance(data, dict) else iter(())
        yield next(names, str(step)) if isinstance(step, int) else step
