"""quotes around values that other programs read differently"""

import json
from collections.abc import Iterator

from ...reading.source import Source
from ..fixing import Aids, Edit


def edits(source: Source, _: Aids) -> Iterator[Edit]:
    """Yield for each ambiguous value (FM-16) the same characters in quotes."""
    for problem in source.problems:
        if problem.rule == "FM-16" and problem.span:
            written = source.text.value[problem.span.start : problem.span.end]
            yield Edit(problem.span, json.dumps(written, ensure_ascii=False))
