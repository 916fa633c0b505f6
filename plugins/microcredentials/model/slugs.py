"""The last part of a spec's address, which is its file's name, and how a title suggests it."""

import re

from .fields import SLUG

MAX_SLUG = 80
"""How long it may be; that of a longer title is cut off."""


def suggest_slug(title: str) -> str:
    """Return the address a title suggests: ``Questioning & wait time`` → ``questioning-wait-time``."""
    return "-".join(re.findall(r"[a-z0-9]+", title.lower()))[:MAX_SLUG].strip("-")


def is_slug(text: str) -> bool:
    """Say whether *text* can be the name of a spec's file."""
    return re.fullmatch(SLUG, text) is not None and len(text) <= MAX_SLUG
