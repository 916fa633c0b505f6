"""The spec says how agreement between assessors is measured, how high it must be, and what happens if it is too low.

Whether educators pass should not depend on who happens to read their work. This can be measured as the share of scores
on which two assessors agree, or as kappa, which takes chance into account. Scored examples, one that passes and one
that does not, show every assessor where the line is.

Fails:

    assessment:
      calibration:
        statistic: percent-agreement
        target: 0.5
        cadence_months: 24
        anchors: [{level: Demonstrated, access: assessors-only}]

Passes:

    assessment:
      calibration:
        statistic: percent-agreement
        target: 0.8
        cadence_months: 6
        retraining: Assessors below the target score five more known submissions with a lead assessor.
        anchors: [{level: Demonstrated, access: assessors-only}, {level: Developing, access: assessors-only}]
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.policy import Assessment, Calibration
from ...model.spec import MicroCredential
from ...reading.problem import Problem
from ._anchors import check_anchors

AT = ("assessment", "calibration")

NEEDED = {
    "statistic": (
        "how agreement between assessors is measured",
        "Choose from the list “statistics” in vocabulary.yml.",
    ),
    "target": ("how closely assessors must agree", "Write a share from 0 to 1, as in target: 0.8."),
    "cadence_months": ("how often agreement is checked", "Write a number of months, as in cadence_months: 6."),
    "retraining": ("what happens when agreement is too low", "Say what assessors must do before they score again."),
}


@rule(
    "AS-03", "warning warning error", derived_from=("BB", "PSY"), needs=("file",),
    settings={
        "min_target": {"percent-agreement": 0.80, "cohens-kappa": 0.60, "weighted-kappa": 0.60},
        "max_cadence_months": 12, "min_anchors": 2,
    },
    reads=("assessment.calibration.statistic", "assessment.calibration.target",
           "assessment.calibration.cadence_months", "assessment.calibration.retraining",
           "assessment.calibration.anchors"),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    if credential.assessment == Assessment():
        return  # AS-01 reports that all of it is missing
    calibration = credential.assessment.calibration
    yield from _calibration(calibration, context)
    if context.status == "published":
        yield from check_anchors(calibration.anchors, credential.rubric, context.settings["min_anchors"])


def _calibration(calibration: Calibration, context: Context) -> Iterator[Problem]:
    for field, (what, advice) in NEEDED.items():
        if getattr(calibration, field) is None:
            yield Problem((*AT, field), f"The spec does not say {what}.", advice)
    least, most = context.settings["min_target"].get(calibration.statistic, 0), context.settings["max_cadence_months"]
    if calibration.target is not None and calibration.target < least:
        label = context.program.label("statistics", calibration.statistic).lower()
        message = f"The target of {calibration.target:g} is low for {label}; {least:g} or more is expected."
        yield Problem((*AT, "target"), message, "Raise the target, and train assessors until they reach it.")
    if calibration.cadence_months is not None and not 0 < calibration.cadence_months <= most:
        message = f"Agreement is checked every {calibration.cadence_months} months; 1 to {most} months are expected."
        yield Problem((*AT, "cadence_months"), message, f"Write a number from 1 to {most}.")
