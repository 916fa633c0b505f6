"""Check the scored examples that assessors practice with."""

from collections.abc import Iterator

from ...model.evidence import Rubric
from ...model.policy import Anchor
from ...model.wording import plural
from ...reading.problem import Problem

AT = ("assessment", "calibration", "anchors")


def check_anchors(examples: tuple[Anchor, ...], rubric: Rubric, least: int) -> Iterator[Problem]:
    """Yield a problem if there are fewer than *least* examples, or if all of them pass or all of them fail."""
    if len(examples) < least:
        count = f"{plural(len(examples), 'scored example')} for assessors" if examples else "no scored examples"
        message = f"There {'is' if len(examples) == 1 else 'are'} {count}; {least} or more are expected."
        advice = "Add submissions from the pilot, at least one that passes and one that does not."
        yield Problem(AT, message, advice)
        return
    levels = list(rubric.levels)
    if rubric.passing_level in levels and all(example.level in levels for example in examples):
        passing = levels.index(rubric.passing_level)
        sides = {levels.index(example.level) >= passing for example in examples}
        if len(sides) == 1:
            message = "Every scored example passes." if sides == {True} else "No scored example passes."
            yield Problem(AT, message, f"Add one that {'does not pass' if sides == {True} else 'passes'}.")
