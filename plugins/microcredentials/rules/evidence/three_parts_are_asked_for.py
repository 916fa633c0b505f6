"""The evidence has three parts: an overview, artifacts and a reflection.

The overview explains the setting to a stranger, the artifacts show what happened in it, and the reflection says what
resulted from it. If one part is missing, educators cannot make their case, and two assessors will fill the gap with two
different guesses.

Fails:

    evidence:
      overview:
        - {id: setting, prompt: Describe your class and what it was learning., max_words: 200}
      artifacts:
        - {id: plan, name: Lesson plan, description: The plan of the lesson you taught.}

Passes:

    evidence:
      overview:
        - {id: setting, prompt: Describe your class and what it was learning., max_words: 200}
      artifacts:
        - {id: plan, name: Lesson plan, description: The plan of the lesson you taught.}
        - {id: log, name: Log of pauses, description: Ten questions from that lesson with their pauses.}
      reflection:
        - {id: gain, prompt: Describe what students did with the time., perspective: educator, max_words: 300}
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.spec import MicroCredential
from ...model.wording import plural
from ...reading.problem import Problem

PARTS = {
    "overview": ("Part 1", "overview question", "Ask what an assessor must know about the setting."),
    "artifacts": ("Part 2", "artifact", "Ask for work from different moments, such as a plan and its results."),
    "reflection": ("Part 3", "reflection question", "Ask what changed for learners, and what comes next."),
}


@rule(
    "EV-01", "warning error error", derived_from=("DP", "NEA", "OBA"),
    settings={"min_overview": 1, "min_artifacts": 2, "min_reflection": 1},
    reads=("evidence.overview", "evidence.artifacts", "evidence.reflection"),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    if not credential.evidence.parts:
        advice = "Ask for three parts: overview questions, artifacts from practice, and a reflection."
        yield Problem(("evidence",), "The spec does not ask for evidence.", advice)
        return
    for field, (part, item, advice) in PARTS.items():
        count, least = len(getattr(credential.evidence, field)), context.settings[f"min_{field}"]
        if count < least:
            items = plural(count, item) if count else f"no {item}"
            yield Problem(("evidence", field), f"{part} asks for {items}; {least} or more are expected.", advice)
