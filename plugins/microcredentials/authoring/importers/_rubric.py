"""Make the rubric of a spec from criteria with their levels."""

import re
from dataclasses import dataclass
from typing import Any

Level = tuple[str, int, str]
"""The name of a rubric level, its points, and its descriptor in one criterion."""


@dataclass(frozen=True)
class Criterion:
    """A criterion with its levels, from low to high."""

    name: str
    levels: list[Level]


@dataclass(frozen=True)
class PassingRule:
    """The rule for passing a rubric, as far as the source states it.

    ``points`` is set if scores are added up: the total to reach, and the lowest score allowed for each criterion.
    """

    level: str = ""
    decision_rule: str = ""
    points: tuple[int, int] | None = None


def make_rubric(criteria: list[Criterion], passing: PassingRule) -> dict[str, Any]:
    """Return the rubric of *criteria* in the form of a spec; empty if there are none."""
    if not criteria:
        return {}
    levels = list(dict.fromkeys(name for criterion in criteria for name, _, _ in criterion.levels if name))
    rubric: dict[str, Any] = {"levels": levels}
    if passing.level in levels:
        rubric["passing_level"] = passing.level
    if passing.decision_rule:
        rubric["decision_rule"] = passing.decision_rule
    if passing.points:
        per_level = [points for _, points, _ in criteria[0].levels]
        cut_score, floor = passing.points
        rubric["points"] = {"per_level": per_level, "cut_score": cut_score, "criterion_floor": floor}
    rubric["criteria"] = [
        {"id": id, "name": each.name, "descriptors": {name: text for name, _, text in each.levels if name and text}}
        for id, each in zip(_make_ids([each.name for each in criteria]), criteria, strict=True)
    ]
    return rubric


def _make_ids(names: list[str]) -> list[str]:
    """Return a short id for each of *names*, all different."""
    ids: list[str] = []
    for number, name in enumerate(names, 1):
        id = "-".join(re.findall(r"[a-z0-9]+", name.lower())[:6]) or f"criterion-{number}"
        ids.append(id if id not in ids else f"{id}-{number}")
    return ids
