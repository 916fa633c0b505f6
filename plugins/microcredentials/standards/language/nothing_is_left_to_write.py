"""Nothing is left to write: no placeholder stands where readers expect words.

A draft may say TODO; it tells its author what is missing. An earner who meets one on a published page cannot
know whether something is asked of her that nobody wrote down.

Fails:

    key_method: TODO

Passes:

    key_method: >-
      The educator writes a small set of open questions before the lesson, asks each one once, and keeps
      silent for three seconds or more before calling on anyone. What students say then decides the next step.
"""

import re
from collections.abc import Iterator
from typing import Any

from ...check import Context, rule
from ...model import Spec
from ...problem import Pointer, Problem
from ...text import Span
from ...wording import field_label

PLACEHOLDER = re.compile(r"\b(?:TODO|TBD|FIXME|XXX)\b|(?i:\blorem ipsum\b)|\[(?:…|\.\.\.)\]")


@rule("LA-04", "warning error error")
def check(_: Spec, context: Context) -> Iterator[Problem]:
    source = context.entry.source
    if not PLACEHOLDER.search(source.text.value):
        return
    for pointer, value in _texts(source.data):
        for found in PLACEHOLDER.finditer(value):
            message = f"{field_label(pointer)} is still to be written: it says “{found[0]}”."
            yield Problem(pointer, message, "Write it, or delete the line.", words=found.span())
    for found in PLACEHOLDER.finditer(source.body):
        span = Span(source.body_start + found.start(), source.body_start + found.end())
        message = f"“{found[0]}” still stands in the text."
        yield Problem((), message, "Write the text, or delete the section.", span=span)


def _texts(data: Any, way: Pointer = ()) -> Iterator[tuple[Pointer, str]]:
    if isinstance(data, str):
        yield way, data
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in pairs:
        yield from _texts(value, (*way, key))
