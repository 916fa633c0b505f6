"""The spec states the hours, the weeks, the cost, and who pays.

Before they begin, educators weigh the hours against their evenings, the weeks against their school year, and the price
against their pay. A range is honest, because people differ. The time helps educators plan; it never counts as evidence.
Very few hours are hardly enough to show a practice, and very many may hide more than one.

Fails:

    effort:
      weeks: {min: 3, max: 6}
    cost: {amount: 20, currency: USD}

Passes:

    effort:
      hours: {min: 8, max: 12}
      weeks: {min: 3, max: 6}
    cost: {amount: 20, currency: USD, who_pays: district}
"""

from collections.abc import Iterator

from ...checking.rule import HEURISTIC, Context, rule
from ...model.spec import MicroCredential
from ...reading.problem import Problem, Severity

LEAST_HOURS = 1
"""The smallest volume of learning in Australia's National Microcredentials Framework."""


@rule(
    "ID-06", "warning error error", derived_from=("EU", "AU", "CTDL"), settings={"hours_min": 3, "hours_max": 60},
    any_language=True,
    reads=("effort", "cost"),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    yield from _effort(credential)
    if credential.status != "retired":
        yield from _unusual(credential, context.settings["hours_min"], context.settings["hours_max"])
    yield from _cost(credential)


def _effort(credential: MicroCredential) -> Iterator[Problem]:
    effort = credential.effort
    if effort.hours is None and effort.weeks is None:
        advice = "Give the minimum and the maximum of each."
        yield Problem(("effort",), "Hours and weeks of effort are missing.", advice)
        return
    for unit, span in (("hours", effort.hours), ("weeks", effort.weeks)):
        if span is None:
            advice = f"Give the minimum and the maximum, as in {unit}: {{min: 4, max: 8}}."
            yield Problem(("effort", unit), f"The {unit} of effort are missing.", advice)
    if effort.hours and effort.hours.min < LEAST_HOURS:
        message = f"The minimum effort is {effort.hours.min:g} hours; {LEAST_HOURS} or more is expected."
        advice = "Include the time for planning, trying it out, gathering evidence and writing."
        yield Problem(("effort", "hours", "min"), message, advice)


def _unusual(credential: MicroCredential, low: float, high: float) -> Iterator[Problem]:
    hours = credential.effort.hours
    if hours and LEAST_HOURS <= hours.min < low:
        message = (
            f"{hours.min:g} hours is little time to plan a practice, try it and show it; {low:g} or more is usual."
        )
        yield _hint(
            "min",
            message,
            "Include the time for gathering evidence and writing, or combine this with a related practice.",
        )
    if hours and hours.max > high:
        message = f"{hours.max:g} hours is a lot for one competency; {high:g} or fewer is usual."
        yield _hint("max", message, "Check whether it is more than one competency. If so, turn it into a stack.")


def _hint(end: str, message: str, advice: str) -> Problem:
    at = ("effort", "hours", end)
    return Problem(at, message, advice, severity=Severity.WARNING, rule_class=HEURISTIC)


def _cost(credential: MicroCredential) -> Iterator[Problem]:
    if credential.cost is None:
        advice = "Say what it costs and who pays, as in cost: {amount: 0, who_pays: state}."
        yield Problem(("cost",), "The cost is missing.", advice)
    elif credential.cost.who_pays is None:
        advice = "Choose from the list “payers” in vocabulary.yml."
        yield Problem(("cost", "who_pays"), "The spec does not say who pays.", advice)
