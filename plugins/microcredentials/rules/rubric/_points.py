"""Check that the numbers of scoring by points fit the levels and criteria of the rubric."""

from collections.abc import Iterator
from itertools import pairwise

from ...model.evidence import Points, Rubric
from ...model.wording import join_items, plural
from ...reading.problem import Problem


def check_points(rubric: Rubric, points: Points) -> Iterator[Problem]:
    """Yield a problem for each number of *points* that leaves the result open, or decides it before any submission.

    The passing level on every criterion must be enough to pass, and the lowest level on every criterion must not be.
    """
    at, values, levels = ("rubric", "points", "per_level"), points.per_level, rubric.levels
    if not levels:
        return  # RU-02 reports that they are missing
    if len(values) != len(levels):
        message = f"Points are given for {plural(len(values), 'level')}, but the rubric has {len(levels)}."
        yield Problem(at, message, "Give one number for each level, from low to high.")
    elif any(low >= high for low, high in pairwise(values)):
        yield Problem(at, "The points do not rise from each level to the next.", "Order them from low to high.")
    else:
        passing = values[levels.index(rubric.passing_level)] if rubric.passing_level in levels else values[-1]
        yield from _floor(points, passing)
        yield from _cut_score(points, len(rubric.criteria), passing)


def _floor(points: Points, passing: int) -> Iterator[Problem]:
    allowed = [value for value in points.per_level[1:] if value <= passing]
    if allowed and points.criterion_floor not in allowed:
        floor = plural(points.criterion_floor, "point")
        message = f"The floor is {floor}; it should be the value of a level above the lowest, up to the passing level."
        advice = f"Write {join_items([str(value) for value in allowed], 'or')} for criterion_floor."
        yield Problem(("rubric", "points", "criterion_floor"), message, advice)


def _cut_score(points: Points, criteria: int, passing: int) -> Iterator[Problem]:
    at, cut = ("rubric", "points", "cut_score"), points.cut_score
    least, most = points.per_level[0] * criteria, passing * criteria
    if criteria and cut > most:
        message = f"The cut score is {cut}, but the passing level on every criterion adds up to {most}."
        yield Problem(at, message, f"Choose {most} or less.")
    elif criteria and cut <= least:
        message = f"The cut score is {cut}, but the lowest level on every criterion already adds up to {least}."
        yield Problem(at, message, f"Choose more than {least}.")
