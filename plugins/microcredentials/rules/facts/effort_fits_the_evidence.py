"""The hours, the weeks and the amount of evidence can all be true.

Hours are what educators plan their month by, and a page budget is what assessors plan their evening by. Forty hours in
one week, or a hundred plans of three pages in ten hours, tell both of them that it was never tried.

Fails:

    effort: {hours: {min: 40, max: 60}, weeks: {min: 1, max: 1}, best_window: any}

Passes:

    effort: {hours: {min: 20, max: 30}, weeks: {min: 5, max: 10}, best_window: any}
"""

import re
from collections.abc import Iterator

from ...checking.rule import HEURISTIC, Context, rule
from ...model.evidence import Artifact
from ...model.spec import Effort, MicroCredential
from ...reading.problem import Pointer, Problem

_WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_AT_MOST = re.compile(
    r"(?i)\b(?:(?:at most|up to|no more than|maximum of)\s+(?P<a>\d+|[a-z]+)\s+(?P<x>pages?|minutes?)"
    r"|(?P<b>\d+|[a-z]+)\s+(?P<y>pages?|minutes?)\s+(?:at most|or (?:fewer|less)|maximum))\b"
)


@rule(
    "FA-03", "info warning warning", any_language=True, rule_class=HEURISTIC, reads=("effort", "evidence.artifacts"),
    settings={
        "max_hours_per_week": 15, "max_weeks_per_hour": 2, "max_hours_ratio": 4, "max_quantity": 20,
        "budget": {"pages": 40, "minutes": 60, "slides": 60},
    },
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    yield from _pace(credential.effort, context)
    for i, artifact in enumerate(credential.evidence.artifacts):
        at = ("evidence", "artifacts", i)
        yield from _budget(artifact, at, context)
        yield from _limit_in_text(artifact, at)


def _pace(effort: Effort, context: Context) -> Iterator[Problem]:
    hours, weeks, settings = effort.hours, effort.weeks, context.settings
    if hours and hours.min and hours.max > hours.min * settings["max_hours_ratio"]:
        message = f"{hours.min:g} to {hours.max:g} hours is too wide a range to plan by."
        yield Problem(("effort", "hours"), message, "Ask educators of the pilot, and give the range of most of them.")
    if hours and weeks and weeks.max and hours.min > weeks.max * settings["max_hours_per_week"]:
        message = f"{hours.min:g} hours in {weeks.max:g} weeks leave no time for a full-time job."
        yield Problem(("effort", "weeks"), message, "Give more weeks, or fewer hours.")
    if hours and weeks and weeks.min > hours.max * settings["max_weeks_per_hour"]:
        message = f"{hours.max:g} hours are spread over {weeks.min:g} weeks or more."
        yield Problem(("effort", "weeks"), message, "Correct one of the two.")


def _budget(artifact: Artifact, at: Pointer, context: Context) -> Iterator[Problem]:
    quantity, limit = artifact.quantity or 1, artifact.max_length
    most = context.settings["budget"].get(limit.unit) if limit else None
    if quantity > context.settings["max_quantity"]:
        message = f"“{artifact.name}” is asked for {quantity} times; {context.settings['max_quantity']} is the most."
        yield Problem((*at, "quantity"), message, "Ask for a sample that an assessor can read in one sitting.")
    elif limit and most and quantity * limit.amount > most:
        total = f"{quantity * limit.amount:g} {limit.unit}"
        message = (
            f"“{artifact.name}” may have {total} in all; {most:g} are the most that an assessor can judge with care."
        )
        yield Problem((*at, "max_length"), message, "Lower the limit or the quantity.")


def _limit_in_text(artifact: Artifact, at: Pointer) -> Iterator[Problem]:
    limit = artifact.max_length
    if limit is None or limit.unit.rstrip("s") not in artifact.description:
        return
    found = _AT_MOST.search(artifact.description)
    if found is None:
        return
    word, unit = (found["a"] or found["b"]).lower(), (found["x"] or found["y"]).lower()
    number = float(word) if word.isdigit() else _WORDS.index(word) if word in _WORDS else None
    if number and unit.rstrip("s") == limit.unit.rstrip("s") and number > limit.amount:
        message = f"“{found[0]}” contradicts the limit of {limit.amount:g} {limit.unit}."
        yield Problem((*at, "description"), message, "Correct one of the two.", words=found.span())
