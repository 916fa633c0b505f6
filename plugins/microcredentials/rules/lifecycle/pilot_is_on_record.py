"""Educators tried the micro-credential before it was published, and the spec records what they found.

Instructions that are clear to their writers may puzzle everyone else, and two assessors may read one criterion in two
ways. A pilot shows this on a small scale. When educators read how many people tried it, how closely assessors agreed
and what was changed, they know that they are not the first.

Fails:

    pilot:
      start: 2026-01-12
      end: 2026-05-01
      earners: 10
      submissions: 12
      pass_rate: 0.7
      double_scored: 3
      agreement: 0.55
      findings: The second criterion was read in two ways.

Passes:

    pilot:
      start: 2026-01-12
      end: 2026-05-01
      earners: 10
      submissions: 12
      pass_rate: 0.7
      double_scored: 12
      agreement: 0.9
      findings: The second criterion was read in two ways.
      changes: It now counts questions.
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.record import Pilot
from ...model.spec import MicroCredential
from ...model.wording import field_label, join_items
from ...reading.problem import Problem, Related

FIGURES = ("end", "earners", "submissions", "pass_rate", "double_scored", "agreement", "findings", "changes")


@rule("LC-02", "none warning error", derived_from=("UT",), settings={"min_double_scored": 5}, reads=("pilot",))
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    pilot = credential.pilot
    if pilot is None:
        advice = "Add the block “pilot” with the day it began, and the results when it has ended."
        yield Problem(("pilot",), "The record of a pilot is missing.", advice)
        return
    running = pilot.end is None and context.status == "pilot"
    missing = [field for field in FIGURES if getattr(pilot, field) is None]
    if missing and not running:
        names = join_items([f"“{field_label((field,)).lower()}”" for field in missing])
        yield Problem(("pilot",), f"The record of the pilot lacks {names}.", "Add what the pilot showed.")
    yield from _order(pilot)
    if not running:
        yield from _agreement(pilot, credential, context.settings["min_double_scored"])


def _order(pilot: Pilot) -> Iterator[Problem]:
    if pilot.end and pilot.end < pilot.start:
        yield Problem(("pilot", "end"), "The pilot ends before it begins.", "Correct one of the two dates.")
    if None not in (pilot.double_scored, pilot.submissions) and (pilot.double_scored or 0) > (pilot.submissions or 0):
        message = f"{pilot.double_scored} submissions were scored twice, but only {pilot.submissions} were made."
        yield Problem(("pilot", "double_scored"), message, "Correct one of the two numbers.")


def _agreement(pilot: Pilot, credential: MicroCredential, least: int) -> Iterator[Problem]:
    if pilot.double_scored is not None and pilot.double_scored < least:
        message = f"Only {pilot.double_scored} of the submissions had two assessors; {least} or more are expected."
        yield Problem(("pilot", "double_scored"), message, "Have more of them scored twice before publication.")
    target = credential.assessment.calibration.target
    if pilot.agreement is not None and target is not None and pilot.agreement < target:
        message = f"Agreement between assessors was {pilot.agreement:g} in the pilot; the target is {target:g}."
        related = (Related("the target", ("assessment", "calibration", "target")),)
        advice = "Clarify the criteria on which assessors disagreed, and have submissions scored again."
        yield Problem(("pilot", "agreement"), message, advice, related=related)
