"""Slugs: the last part of a spec's address, which is also the name of its file."""

import re

from .fields import SLUG

MAX_SLUG = 80
"""The greatest length of a slug; the slug of a longer title is cut off."""


def suggest_slug(title: str) -> str:
    """Return a slug for *title*: ``Questioning & wait time`` → ``questioning-wait-time``."""
    return "-".join(re.findall(r"[a-z0-9]+", title.lower()))[:MAX_SLUG].strip("-")


def is_slug(text: str) -> bool:
    """Return whether *text* can be the name of a spec's file."""
    return re.fullmatch(SLUG, text) is not None and len(text) <= MAX_SLUG
