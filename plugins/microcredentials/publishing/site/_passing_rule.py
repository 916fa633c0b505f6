"""The rule by which scores become a result, in numbers and in words."""

from collections.abc import Callable
from dataclasses import dataclass

from ...model.evidence import Points, Rubric
from ...model.wording import plural


@dataclass(frozen=True)
class PassingRule:
    """The rule: ``short`` in numbers, then a ``sentence`` and a ``note``.

    ``column`` says beside a level that every criterion must reach it.
    """

    short: str = ""
    sentence: str = ""
    note: str = ""
    column: str = ""


def passing_rule(rubric: Rubric, label: Callable[[str, str | None], str]) -> PassingRule:
    """Return the rule of *rubric*, or an empty one; *label* returns the label of a rule that a state has added."""
    if rubric.decision_rule == "points" and rubric.points:
        return _by_points(rubric.points, rubric)
    if rubric.decision_rule == "all-criteria" and rubric.passing_level:
        return _by_level(rubric.passing_level, len(rubric.criteria))
    return PassingRule(sentence=f"{label('decision_rules', rubric.decision_rule)}." if rubric.decision_rule else "")


def _by_level(level: str, criteria: int) -> PassingRule:
    return PassingRule(
        f"{criteria} of {criteria} at {level}",
        f"You pass when every criterion reaches {level}.",
        "One criterion cannot make up for another.",
        "needed in every row",
    )


def _by_points(points: Points, rubric: Rubric) -> PassingRule:
    most = max(points.per_level, default=0) * len(rubric.criteria)
    floor = points.criterion_floor
    return PassingRule(
        f"{points.cut_score} of {plural(most, 'point')}",
        f"You pass with {plural(points.cut_score, 'point')} or more in all.",
        f"Each criterion needs at least {plural(floor, 'point')}." if floor else "",
    )
