"""The rubric says what is enough to pass: on each criterion, in points, and in the written parts.

Educators who know the rule can judge before they submit whether their work will pass. Unless a rubric uses points,
every criterion must reach the passing level. Points need a value for each level, a cut score, and a floor for each
criterion, so that strength on one criterion cannot hide that another is missing.

Fails:

    rubric:
      levels: [Not yet, Developing, Demonstrated]
      passing_level: Demonstrated
      decision_rule: points
      points: {per_level: [0, 1, 2], cut_score: 9, criterion_floor: 1}
      criteria:
        - {id: questions, name: Questions that ask for reasoning}
        - {id: silence, name: Silence after each question}

Passes:

    rubric:
      levels: [Not yet, Developing, Demonstrated]
      passing_level: Demonstrated
      decision_rule: points
      points: {per_level: [0, 1, 2], cut_score: 3, criterion_floor: 1}
      overview_passing: The class is described, and ten pauses are timed.
      reflection_passing: Both questions are answered, and three student replies are reported.
      criteria:
        - {id: questions, name: Questions that ask for reasoning}
        - {id: silence, name: Silence after each question}
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.evidence import Rubric
from ...model.spec import MicroCredential
from ...reading.problem import Problem
from ._points import check_points

_PARTS = {"overview_passing": "Part 1, the overview,", "reflection_passing": "Part 3, the reflection,"}


@rule(
    "RU-05", "warning error error", derived_from=("BB", "OB3"),
    reads=("rubric.decision_rule", "rubric.points", "rubric.overview_passing", "rubric.reflection_passing"),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:  # noqa: ARG001
    rubric = credential.rubric
    if rubric == Rubric():
        return  # RU-01 reports that all of it is missing
    yield from _decision(rubric)
    for key, part in _PARTS.items():
        if getattr(rubric, key) is None:
            message = f"The rubric does not say when {part} passes."
            yield Problem(("rubric", key), message, "Name what it must contain, so that the answer is yes or no.")


def _decision(rubric: Rubric) -> Iterator[Problem]:
    at = ("rubric", "points")
    if rubric.decision_rule is None:
        advice = "Write all-criteria if each criterion must reach the passing level, or points if a sum decides."
        message = "The rubric does not say how the criteria lead to a decision."
        yield Problem(("rubric", "decision_rule"), message, advice)
    elif rubric.decision_rule != "points" and rubric.points is not None:
        message = f"Points are given, but the decision rule is {rubric.decision_rule}, which does not use them."
        yield Problem(at, message, "Delete the points, or write decision_rule: points.")
    elif rubric.decision_rule == "points" and rubric.points is None:
        advice = "Add points with per_level, cut_score and criterion_floor, or write decision_rule: all-criteria."
        yield Problem(at, "The decision rule is points, but no points are given.", advice)
    elif rubric.points is not None:
        yield from check_points(rubric, rubric.points)
