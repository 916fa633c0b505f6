"""A rubric has a few criteria, each with its own name.

Separate criteria show educators which part of the practice is there and which part is still to come; a single overall
score shows neither. Too many criteria break one practice into crumbs, and two criteria with the same name leave
educators guessing which one the feedback is about.

Fails:

    rubric:
      criteria:
        - {id: pauses, name: Pauses}
        - {id: longer-pauses, name: Pauses}

Passes:

    rubric:
      criteria:
        - {id: questions, name: Questions that ask for reasoning}
        - {id: silence, name: Silence after each question}
        - {id: next-step, name: Use of what students say}
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.evidence import Criterion, Rubric
from ...model.spec import MicroCredential
from ...model.wording import plural
from ...reading.problem import Problem, Related


@rule(
    "RU-01", "warning error error", derived_from=("DP", "NA", "PSY"), settings={"min_criteria": 3, "max_criteria": 8},
    reads=("rubric.criteria",),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    low, high = context.settings["min_criteria"], context.settings["max_criteria"]
    criteria = credential.rubric.criteria
    if credential.rubric == Rubric():
        advice = f"Add levels, a passing level and {low} to {high} criteria, so that educators see what is scored."
        yield Problem(("rubric",), "The rubric is missing.", advice)
    elif not low <= len(criteria) <= high:
        message = f"The rubric has {plural(len(criteria), 'criterion', 'criteria')}; {low} to {high} are expected."
        few = "Add a criterion for each part of the competency that can fail on its own."
        yield Problem(("rubric", "criteria"), message, few if len(criteria) < low else "Combine criteria that overlap.")
    yield from _same_names(criteria)


def _same_names(criteria: tuple[Criterion, ...]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    advice = "Say in each name what the criterion looks at."
    for i, criterion in enumerate(criteria):
        j = first.setdefault(" ".join(criterion.name.casefold().split()), i)
        if j != i:
            related = (Related("first here", ("rubric", "criteria", j, "name")),)
            message = f"Two criteria are named “{criterion.name}”."
            yield Problem(("rubric", "criteria", i, "name"), message, advice, related=related)
