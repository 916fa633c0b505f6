"""Read data from other systems safely: bounded in size and depth, and plain text only."""

import json
import re
from typing import Any

from ..model.fields import MARKUP

MAX_BYTES = 20_000_000  # a state's whole catalog is a few megabytes
_MAX_TEXT = 4_000  # characters; the longest fields of a spec are far shorter
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


class UnreadableError(Exception):
    """A file cannot be imported; the message says why and what to do."""


def check_size(data: bytes) -> None:
    """Refuse a file that is too large.

    Raises:
        UnreadableError: *data* is longer than ``MAX_BYTES``.
    """
    if len(data) > MAX_BYTES:
        size = MAX_BYTES // 1_000_000
        raise UnreadableError(f"The file is larger than {size} MB. Split it, and import one part at a time.")


def parse_json(data: bytes) -> Any:
    """Return *data* as JSON.

    Raises:
        UnreadableError: it is not JSON, is too large, or is nested too deeply.
    """
    check_size(data)
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"The file is not JSON: {error}. Export it again, or ask for a new copy.") from error


def objects(value: object) -> list[dict[str, Any]]:
    """Return the objects of a list, without its other items; an empty list if *value* is not a list."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def plain_text(value: object) -> str:
    """Return *value* on one line without markup and control characters, cut to ``_MAX_TEXT`` characters."""
    text = value if isinstance(value, str) else ""
    text = re.sub(r"\\([\\`*_\[\]<>#|&])", r"\1", _CONTROL.sub("", text[: 4 * _MAX_TEXT]))
    return " ".join(MARKUP.sub(_link_words, text).split())[:_MAX_TEXT].strip()


def plain_texts(value: object) -> list[str]:
    """Return the plain texts of a list, or of a single text."""
    items = value if isinstance(value, list) else [value]
    return [text for text in map(plain_text, items) if text]


def _link_words(found: re.Match[str]) -> str:
    link = re.fullmatch(r"!?\[([^\[\]]*)\]\(.*", found[0])
    return link[1] if link else " "
