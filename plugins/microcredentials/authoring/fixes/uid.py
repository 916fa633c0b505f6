"""a uid, which names the spec for good"""

from collections.abc import Iterator

from ...reading.source import Source
from ...reading.text import LINE_END, Span
from ..fixing import Aids, Edit


def edits(source: Source, aids: Aids) -> Iterator[Edit]:
    """Yield a line with a fresh uid above all fields where there is none, or the uid where nothing or TODO is written.

    Form editors write a field that was left empty.
    """
    if source.yaml is None or not isinstance(source.yaml.data, dict):
        return
    if source.is_unwritten(("uid",)) or source.value(("uid",), ...) in (None, ""):
        place = source.yaml.extent(("uid",)) or source.span(("uid",))
        yield Edit(place, aids.uid if place.end > place.start else f" {aids.uid}")
    elif "uid" not in source.yaml.data:
        fence = LINE_END.search(source.text.value)
        start = source.yaml.base
        yield Edit(Span(start, start), f"uid: {aids.uid}{fence[0] if fence else ''}")
