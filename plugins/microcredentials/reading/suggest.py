"""Suggest the name that a mistyped name was meant to be."""

from collections.abc import Iterable
from difflib import get_close_matches

_LISTED = 12  # names in a suggestion; more would bury the message


def find_closest(value: str, known: Iterable[str]) -> str | None:
    """Return the name in *known* that is most like *value*, ignoring capitals, or None if no name is close."""
    names = {name.casefold(): name for name in known}
    close = get_close_matches(value.casefold(), names, n=1, cutoff=0.6)
    return names[close[0]] if close else None


def suggest(value: str, known: Iterable[str]) -> str:
    """Return advice that names the closest of *known*, or else the first few of them."""
    names = list(known)
    if meant := find_closest(value, names):
        return f"Did you mean “{meant}”?"
    return f"Choose one of: {', '.join(names[:_LISTED])}{' …' if len(names) > _LISTED else '.'}"
