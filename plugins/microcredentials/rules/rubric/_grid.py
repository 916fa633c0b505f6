"""Check the grid of a rubric: the names of its levels, its passing level, and the descriptors of each criterion."""

from collections.abc import Iterator

from ...model.evidence import Criterion, Rubric
from ...model.wording import join_items, plural
from ...reading.problem import Pointer, Problem, Related
from ...reading.suggest import find_closest, suggest


def check_level_names(levels: tuple[str, ...], low: int, high: int) -> Iterator[Problem]:
    """Yield a problem if there are not *low* to *high* levels, and one for each repeated name."""
    if not low <= len(levels) <= high:
        message = f"The rubric has {plural(len(levels), 'level')}; {low} to {high} are expected."
        advice = "List the levels from low to high, as in levels: [Not yet, Developing, Demonstrated]."
        yield Problem(("rubric", "levels"), message if levels else "The rubric does not name its levels.", advice)
    first: dict[str, int] = {}
    for i, level in enumerate(levels):
        j = first.setdefault(" ".join(level.casefold().split()), i)
        if j != i:
            related = (Related("first here", ("rubric", "levels", j)),)
            message = f"The level “{level}” is listed twice."
            yield Problem(("rubric", "levels", i), message, "Delete one of the two, or rename it.", related=related)


def check_passing_level(rubric: Rubric) -> Iterator[Problem]:
    """Yield the problem of a passing level that is missing, unknown, or the lowest."""
    at, passing = ("rubric", "passing_level"), rubric.passing_level
    if passing is None:
        yield Problem(at, "The rubric does not say which level passes.", "Name one of the levels above the lowest.")
    elif rubric.levels and passing not in rubric.levels:
        message = f"The passing level “{passing}” is not one of the rubric's levels."
        yield Problem(at, message, suggest(passing, rubric.levels))
    elif len(rubric.levels) > 1 and passing == rubric.levels[0]:
        advice = "Choose a higher level. If the list does not run from low to high, reverse it."
        yield Problem(at, f"The passing level “{passing}” is the lowest, so every submission would pass.", advice)


def check_descriptors(criterion: Criterion, at: Pointer, levels: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a problem for each descriptor at *at* that is not for one of *levels*, and each level without a descriptor.

    If an unknown name probably means one of the levels, that level is not reported as missing, too.
    """
    missing = [level for level in dict.fromkeys(levels) if level not in criterion.descriptors]
    meant: set[str | None] = set()
    for name in criterion.descriptors:
        if name not in levels:
            meant.add(find_closest(name, missing))
            message = f"The criterion “{criterion.name}” describes “{name}”, which is not one of the rubric's levels."
            yield Problem((*at, name), message, suggest(name, missing or levels))
    absent = [level for level in missing if level not in meant]
    if not criterion.descriptors:
        advice = f"Describe {join_items(absent)}."
        yield Problem(at, f"The criterion “{criterion.name}” does not describe its levels.", advice)
    else:
        for level in absent:
            message = f"The criterion “{criterion.name}” has no descriptor for “{level}”."
            yield Problem((*at, level), message, "Say what the evidence shows at this level.")
