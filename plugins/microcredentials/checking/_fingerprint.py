"""Tell a finding apart for good: the same problem keeps its fingerprint when a file is renamed or its lists reordered.

It is made of the rule, the spec's ``uid``, the way to the field with ids in place of list indices, and the words it is
about without their white space. A violation put in the place of another one therefore never passes for the old one.
"""

import hashlib
from collections.abc import Iterator
from typing import Any

from ..reading.problem import Pointer

_NAMES = ("id", "reference", "stack", "url", "code", "rule", "standard", "version")
"""Fields that name an item of a list, the most telling first."""


def fingerprint(rule: str, identity: str, data: Any, pointer: Pointer, words: str) -> str:
    """Return 32 hexadecimal digits; ``identity`` is the spec's uid, or its path where it has none."""
    parts = (rule, identity, *_stable(data, pointer), "".join(words.split()))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]


def value_of(data: Any, pointer: Pointer, part: tuple[int, int] | None = None) -> str:
    """Return the text of the value at *pointer*, or its *part*, however its author quoted it or broke its lines.

    A block or a field that is not there gives an empty text: the way to it says which it is.
    """
    for step in pointer:
        try:
            data = data[step]
        except (LookupError, TypeError):
            return ""
    text = "" if isinstance(data, dict | list) else str(data)
    return text[slice(*part)] if part else text


def _stable(data: Any, pointer: Pointer) -> Iterator[str]:
    """Yield the steps of *pointer*, with the name of each item in place of its number."""
    for step in pointer:
        try:
            data = data[step]
        except (LookupError, TypeError):
            data = None
        names = (str(data[name]) for name in _NAMES if name in data) if isinstance(data, dict) else iter(())
        yield next(names, str(step)) if isinstance(step, int) else step
