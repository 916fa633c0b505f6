"""A rubric in the form of a spec, from criteria with their levels."""

import re
from typing import Any

Level = tuple[str, int, str]
"""Its name, its points, and what it looks like in one criterion."""


def rubric(
    criteria: list[tuple[str, list[Level]]], passing: str, rule: str, points: tuple[int, int] | None
) -> dict[str, Any]:
    """Return the rubric of *criteria*, whose levels run from low to high; empty where there are none.

    *points* are the sum to reach and the least for each criterion, where scores are added up.
    """
    if not criteria:
        return {}
    levels = list(dict.fromkeys(name for _, found in criteria for name, _, _ in found if name))
    made: dict[str, Any] = {"levels": levels}
    if passing in levels:
        made["passing_level"] = passing
    if rule:
        made["decision_rule"] = rule
    if points:
        per_level = [number for _, number, _ in criteria[0][1]]
        made["points"] = {"per_level": per_level, "cut_score": points[0], "criterion_floor": points[1]}
    made["criteria"] = [
        {"id": id, "name": name, "descriptors": {level: text for level, _, text in found if level and text}}
        for id, (name, found) in zip(_ids([name for name, _ in criteria]), criteria, strict=True)
    ]
    return made


def _ids(names: list[str]) -> list[str]:
    """Return a short name for each of *names*, all different."""
    made: list[str] = []
    for number, name in enumerate(names, 1):
        id = "-".join(re.findall(r"[a-z0-9]+", name.lower())[:6]) or f"criterion-{number}"
        made.append(id if id not in made else f"{id}-{number}")
    return made
