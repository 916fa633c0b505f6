"""Every question has a word limit, and all of the work together can be done alongside a job.

Without a limit, educators write too much for fear of writing too little, and assessors get tired. Limits also show at a
glance how long the work takes. Evidence that the score does not need is busy work, so the numbers of words and
artifacts are kept small.

Fails:

    evidence:
      overview:
        - {id: setting, prompt: Describe your class., min_words: 200, max_words: 150}
      reflection:
        - {id: gain, prompt: Describe what students gained.}

Passes:

    evidence:
      overview:
        - {id: setting, prompt: Describe your class., min_words: 50, max_words: 150}
      reflection:
        - {id: gain, prompt: Describe what students gained., max_words: 300}
"""

from collections.abc import Iterator

from ...checking.rule import HEURISTIC, Context, rule
from ...model.evidence import Prompt
from ...model.spec import MicroCredential
from ...model.wording import singular
from ...reading.problem import Pointer, Problem, Related


@rule(
    "EV-05", "warning warning error", any_language=True, derived_from=("DP", "NEA", "BB"),
    settings={"max_total_words": 2500, "max_artifacts": 6, "max_words_per_hour": 400},
    reads=("evidence.overview", "evidence.artifacts", "evidence.reflection"),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    for part in ("overview", "reflection"):
        for i, prompt in enumerate(getattr(credential.evidence, part)):
            yield from _limit(prompt, ("evidence", part, i), f"{singular(part)} “{prompt.id}”")
    total = sum(prompt.max_words or 0 for prompt in (*credential.evidence.overview, *credential.evidence.reflection))
    yield from _total(total, context.settings["max_total_words"])
    yield from _pace(credential, total, context.settings["max_words_per_hour"])
    yield from _artifacts(len(credential.evidence.artifacts), context.settings["max_artifacts"])


def _limit(prompt: Prompt, at: Pointer, name: str) -> Iterator[Problem]:
    at = (*at, "max_words")
    if prompt.max_words is None:
        advice = "Write how many words an answer may have, as in max_words: 250."
        yield Problem(at, f"The {name} has no word limit.", advice)
    elif prompt.max_words <= (prompt.min_words or 0):
        message = f"The {name} asks for at least {prompt.min_words or 0} words and at most {prompt.max_words}."
        yield Problem(at, message, "Make max_words greater than min_words, or delete min_words.")


def _total(total: int, most: int) -> Iterator[Problem]:
    if total > most:
        message = f"All answers together may have {total:,} words; {most:,} or fewer are expected."
        yield Problem(("evidence",), message, "Lower the limits, or ask only for what the rubric scores.")


def _pace(credential: MicroCredential, total: int, most: int) -> Iterator[Problem]:
    hours = credential.effort.hours
    if hours and hours.max and total > most * hours.max:
        message = f"{total:,} words in {hours.max:g} hours leave no time for the practice itself."
        related = (Related("the word limits", ("evidence",)),)
        advice = f"Raise the hours to what the work takes, or lower the limits to {most} words an hour or less."
        yield Problem(("effort", "hours"), message, advice, related=related, rule_class=HEURISTIC)


def _artifacts(count: int, most: int) -> Iterator[Problem]:
    if count > most:
        message = f"The spec asks for {count} artifacts; {most} or fewer are expected."
        advice = "Remove artifacts that no criterion needs, and combine those that belong together."
        yield Problem(("evidence", "artifacts"), message, advice)
