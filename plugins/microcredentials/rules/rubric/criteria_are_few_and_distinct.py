"""A rubric has a few criteria, each with a name of its own.

Separate criteria show an earner which part of the practice is there and which is still to come; one overall mark
shows neither. Too many criteria break one practice into crumbs, and two of the same name leave her guessing which
of them the feedback means.

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
        advice = f"Add levels, a passing level and {low} to {high} criteria, so that earners see what is scored."
        yield Problem(("rubric",), "The rubric is missing.", advice)
    elif not low <= len(criteria) <= high:
        message = f"The rubric has {plural(len(criteria), 'criterion', 'criteria')}; {low} to {high} are expected."
        few = "Give each part of the competency that can fail alone a criterion."
        yield Problem(("rubric", "criteria"), message, few if len(criteria) < low else "Join criteria that overlap.")
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
