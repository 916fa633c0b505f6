"""quotes around values that other programs read differently"""

import json
from collections.abc import Iterator

from ...reading.source import Source
from ..fixing import Edit, FixInputs


def find_edits(source: Source, _: FixInputs) -> Iterator[Edit]:
    """Yield an edit that puts quotes around each ambiguous value (FM-16)."""
    for problem in source.problems:
        if problem.rule == "FM-16" and problem.span:
            typed = source.text.value[problem.span.start : problem.span.end]
            yield Edit(problem.span, json.dumps(typed, ensure_ascii=False))
