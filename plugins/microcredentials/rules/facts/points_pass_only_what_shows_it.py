"""With points, strong criteria do not make up for a competency that is not there.

A cut score adds apples and pears. Where it can be reached with two criteria below the passing level, the credential
says that an educator did something that no assessor saw. The worst result that passes shows whether this can happen.

Fails:

    rubric:
      decision_rule: points
      passing_level: Demonstrated
      levels: [Not yet, Developing, Demonstrated]
      points: {per_level: [0, 1, 2], cut_score: 4, criterion_floor: 1}
      criteria:
        - {id: a, name: Asking, descriptors: {Demonstrated: Five questions in the plan ask for reasons.}}
        - {id: b, name: Waiting, descriptors: {Demonstrated: Four of five questions are followed by silence.}}
        - {id: c, name: Listening, descriptors: {Demonstrated: Three answers are followed by silence.}}

Passes:

    rubric:
      decision_rule: points
      passing_level: Demonstrated
      levels: [Not yet, Developing, Demonstrated]
      points: {per_level: [0, 1, 2], cut_score: 5, criterion_floor: 1}
      criteria:
        - {id: a, name: Asking, descriptors: {Demonstrated: Five questions in the plan ask for reasons.}}
        - {id: b, name: Waiting, descriptors: {Demonstrated: Four of five questions are followed by silence.}}
        - {id: c, name: Listening, descriptors: {Demonstrated: Three answers are followed by silence.}}
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.evidence import Points, Rubric
from ...model.spec import MicroCredential
from ...model.wording import join_items
from ...reading.problem import Problem


@rule("FA-08", "info warning warning", derived_from=("RUB",), settings={"max_below": 1}, reads=("rubric",))
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    rubric, points = credential.rubric, credential.rubric.points
    if points is None or rubric.decision_rule != "points" or not _is_usable(rubric, points):
        return
    worst = _worst_pass(points, rubric.levels.index(rubric.passing_level or ""), len(rubric.criteria))
    below = [score for score in worst if score < points.per_level[rubric.levels.index(rubric.passing_level or "")]]
    if len(below) > context.settings["max_below"]:
        scores = " + ".join(map(str, worst))
        message = f"{scores} passes, although {len(below)} criteria are below “{rubric.passing_level}”."
        names = join_items([f"“{each.name}”" for each in rubric.criteria[:2]])
        advice = f"Raise the cut score or the floor, or choose all-criteria. Ask whether {names} may both be missing."
        yield Problem(("rubric", "points"), message, advice)


def _is_usable(rubric: Rubric, points: Points) -> bool:
    """Return whether the points fit the levels; RU-05 reports where they do not."""
    values = points.per_level
    known = rubric.passing_level in rubric.levels and len(values) == len(rubric.levels)
    return bool(known and rubric.criteria and sorted(set(values)) == list(values))


def _worst_pass(points: Points, passing: int, criteria: int) -> tuple[int, ...]:
    """Return the scores that reach the cut score with the most criteria below the level *passing*, highest first.

    Without any such result, it is empty.
    """
    low = [value for value in points.per_level[:passing] if value >= points.criterion_floor]
    for below in range(criteria, 0, -1):
        top = (criteria - below) * points.per_level[-1]
        for value in low:
            if top + below * value >= points.cut_score:
                return (points.per_level[-1],) * (criteria - below) + (value,) * below
    return ()
