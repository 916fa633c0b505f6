"""Hours, weeks and cost are stated, and so is who pays.

Before she begins, an educator weighs the hours against her evenings, the weeks against her school year, and the
price against her pay. A range is honest where people differ. Time is told to help her plan; it never counts as
evidence.

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

from ...check import Context, rule
from ...model import MicroCredential
from ...problem import Problem

LEAST_HOURS = 1
"""The smallest volume of learning in Australia's National Microcredentials Framework."""


@rule("ID-06", "warning error error", derived_from=("EU", "AU", "CTDL"))
def check(credential: MicroCredential, _: Context) -> Iterator[Problem]:
    yield from _effort(credential)
    yield from _cost(credential)


def _effort(credential: MicroCredential) -> Iterator[Problem]:
    effort = credential.effort
    if effort.hours is None and effort.weeks is None:
        yield Problem(("effort",), "Hours and weeks of effort are missing.", "Give the least and the most of each.")
        return
    for unit, span in (("hours", effort.hours), ("weeks", effort.weeks)):
        if span is None:
            advice = f"Give the least and the most, as in {unit}: {{min: 4, max: 8}}."
            yield Problem(("effort", unit), f"The {unit} of effort are missing.", advice)
    if effort.hours and effort.hours.min < LEAST_HOURS:
        message = f"The effort begins at {effort.hours.min:g} hours; the least is {LEAST_HOURS}."
        advice = "Count the time for planning, trying it out, gathering evidence and writing."
        yield Problem(("effort", "hours", "min"), message, advice)


def _cost(credential: MicroCredential) -> Iterator[Problem]:
    if credential.cost is None:
        advice = "Say what an educator pays and who bears it, as in cost: {amount: 0, who_pays: state}."
        yield Problem(("cost",), "The cost is missing.", advice)
    elif credential.cost.who_pays is None:
        advice = "Choose from the list “payers” in vocabulary.yml."
        yield Problem(("cost", "who_pays"), "It is not said who pays.", advice)
