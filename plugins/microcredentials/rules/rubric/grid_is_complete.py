"""Every criterion describes every level, and the passing level is above the lowest one.

The rubric is a grid that educators read before they begin: criteria down the side, levels across the top. An empty cell
hides what a result looks like, and without a passing level it is unclear what is enough. Levels run from low to high,
because pages and exports rank them by their order.

Fails:

    rubric:
      levels: [Not yet, Developing, Demonstrated]
      passing_level: Not yet
      criteria:
        - id: silence
          name: Silence after each question
          descriptors:
            Not yet: Most questions are followed by an answer or a hint at once.
            Demonstrated: Four of every five questions are followed by three seconds of silence.

Passes:

    rubric:
      levels: [Not yet, Developing, Demonstrated]
      passing_level: Demonstrated
      criteria:
        - id: silence
          name: Silence after each question
          descriptors:
            Not yet: Most questions are followed by an answer or a hint at once.
            Developing: Half of the questions are followed by three seconds of silence.
            Demonstrated: Four of every five questions are followed by three seconds of silence.
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.evidence import Rubric
from ...model.spec import MicroCredential
from ...reading.problem import Problem
from ._grid import check_descriptors, check_level_names, check_passing_level


@rule(
    "RU-02", "warning error error", derived_from=("OB3",), settings={"min_levels": 3, "max_levels": 5},
    reads=("rubric.levels", "rubric.passing_level", "rubric.criteria"),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    rubric = credential.rubric
    if rubric == Rubric():
        return  # RU-01 reports that all of it is missing
    low, high = context.settings["min_levels"], context.settings["max_levels"]
    yield from check_level_names(rubric.levels, low, high)
    yield from check_passing_level(rubric)
    if not any(criterion.descriptors for criterion in rubric.criteria):
        if rubric.criteria:
            advice = "Add “descriptors” to each criterion, with a text for each level."
            yield Problem(("rubric", "criteria"), "No criterion describes its levels.", advice)
    elif rubric.levels:
        for i, criterion in enumerate(rubric.criteria):
            yield from check_descriptors(criterion, ("rubric", "criteria", i, "descriptors"), rubric.levels)
