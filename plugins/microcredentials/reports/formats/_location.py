"""A place as editors, terminals and grep write it."""

from ...reading.place import Place
from ..safe import plain


def format_location(place: Place) -> str:
    """Return ``path:line:column`` of where *place* begins."""
    return f"{plain(place.path)}:{place.start.line}:{place.start.column}"
