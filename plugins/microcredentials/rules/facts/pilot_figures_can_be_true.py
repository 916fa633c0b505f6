"""The figures of the pilot can be true together.

A pilot is the only proof that real people could do the work. If more educators earned it than submitted, or the
pass rate is not that of any number of submissions, every reader who can divide stops believing the rest.

Fails:

    pilot:
      start: 2026-01-12
      end: 2026-05-01
      earners: 99
      submissions: 22
      pass_rate: 0.7
      double_scored: 12
      agreement: 0.9
      findings: The second criterion was read in two ways.
      changes: It now counts questions.

Passes:

    pilot:
      start: 2026-01-12
      end: 2026-05-01
      earners: 20
      submissions: 22
      pass_rate: 0.73
      double_scored: 12
      agreement: 0.9
      findings: The second criterion was read in two ways.
      changes: It now counts questions.
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.record import Pilot
from ...model.spec import MicroCredential
from ...model.wording import plural
from ...reading.problem import Problem


@rule("FA-10", "info warning warning", settings={"min_days": 21}, reads=("pilot",))
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    pilot = credential.pilot
    if pilot is None:
        return
    yield from _people(pilot)
    yield from _pass_rate(pilot)
    least = context.settings["min_days"]
    if pilot.end and 0 <= (days := (pilot.end - pilot.start).days) < least:
        message = f"The pilot lasted {plural(days, 'day')}; {least} or more are expected, so that work can be scored."
        yield Problem(("pilot", "end"), message, "Correct the dates, or let the pilot go on.")


def _people(pilot: Pilot) -> Iterator[Problem]:
    earners, submissions = pilot.earners, pilot.submissions
    if pilot.end and submissions == 0:
        yield Problem(("pilot", "submissions"), "The pilot ended without a submission.", "Let the pilot go on.")
    elif pilot.end and earners == 0:
        yield Problem(("pilot", "earners"), "The pilot ended without educators.", "Let the pilot go on.")
    elif earners and submissions is not None and earners > submissions:
        message = f"{earners} educators took part, but only {plural(submissions, 'submission')} were made."
        yield Problem(("pilot", "earners"), message, "Count those who submitted, and say under findings who gave up.")


def _pass_rate(pilot: Pilot) -> Iterator[Problem]:
    rate, submissions = pilot.pass_rate, pilot.submissions
    if rate is None or not submissions:
        return
    if rate == 0:
        message = "No submission passed, so the pilot does not show that the task can be done."
        yield Problem(("pilot", "pass_rate"), message, "Change what stopped educators, and try again.")
    elif abs(rate - (nearest := round(rate * submissions)) / submissions) > _rounding(rate):
        message = f"A pass rate of {rate:g} is not possible with {plural(submissions, 'submission')}."
        advice = f"{nearest} of {submissions} are {nearest / submissions:.2f}. Correct one of the two."
        yield Problem(("pilot", "pass_rate"), message, advice)


def _rounding(rate: float) -> float:
    """Return by how much *rate* may differ from the exact share, given the number of its decimals."""
    return 0.5 * 0.1 ** max(1, len(f"{rate:g}".partition(".")[2])) + 1e-9
