"""a uid, which names the spec for good"""

from collections.abc import Iterator

from ..source import Source
from ..text import LINE_END, Span
from ._edit import Aids, Edit


def edits(source: Source, aids: Aids) -> Iterator[Edit]:
    """Yield a line with a fresh uid above all fields where there is none, or the uid in the place of TODO."""
    if source.yaml is None or not isinstance(source.yaml.data, dict):
        return
    if source.unwritten(("uid",)):
        yield Edit(source.span(("uid",)), aids.uid)
    elif "uid" not in source.yaml.data:
        fence = LINE_END.search(source.text.value)
        start = source.yaml.base
        yield Edit(Span(start, start), f"uid: {aids.uid}{fence[0] if fence else ''}")
