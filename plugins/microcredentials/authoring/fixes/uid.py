"""a uid, which identifies the spec permanently"""

from collections.abc import Iterator

from ...reading.source import Source
from ...reading.text import LINE_END, Span
from ..fixing import Edit, FixInputs


def find_edits(source: Source, inputs: FixInputs) -> Iterator[Edit]:
    """Yield a line with a new uid above all fields, or the uid in place of an empty value or TODO.

    Form editors write the names of fields that were left empty.
    """
    if source.yaml is None or not isinstance(source.yaml.data, dict):
        return
    if source.is_unwritten(("uid",)) or source.value(("uid",), ...) in (None, ""):
        place = source.yaml.extent(("uid",)) or source.span(("uid",))
        yield Edit(place, inputs.uid if place.end > place.start else f" {inputs.uid}")
    elif "uid" not in source.yaml.data:
        fence = LINE_END.search(source.text.value)
        start = source.yaml.base
        yield Edit(Span(start, start), f"uid: {inputs.uid}{fence[0] if fence else ''}")
