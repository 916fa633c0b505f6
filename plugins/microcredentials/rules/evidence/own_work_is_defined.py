"""The page says whose work the evidence is: individual or shared, with or without artificial intelligence.

Teachers plan together and use software every day, and both can be good practice. Educators must know beforehand which
artifacts have to be their own, what a team may share and what software may write. Otherwise, an honest submission may
later look dishonest.

Fails:

    evidence:
      artifacts:
        - {id: plan, name: Team plan, description: The plan your team wrote.}

Passes:

    evidence:
      artifacts:
        - {id: plan, name: Team plan, description: The plan your team wrote., collaboration: shared-allowed}
    integrity:
      statement: Hand in work from your own practice, and name everyone who had a part in it.
      ai_use: You may have software check your spelling. It may not write an answer for you.
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.policy import Integrity
from ...model.spec import MicroCredential
from ...reading.problem import Problem

NEEDED = {
    "statement": (
        "The spec does not say whose work the evidence must be.",
        "Say that it must be the educator's own work.",
    ),
    "ai_use": (
        "The spec does not say what artificial intelligence may be used for.",
        "Say what it may and may not be used for.",
    ),
}


@rule(
    "EV-08", "warning error error", derived_from=("BB", "OBA"), needs=("file",),
    reads=("integrity.statement", "integrity.ai_use", "evidence.artifacts"),
)  # fmt: skip
def check(credential: MicroCredential, _: Context) -> Iterator[Problem]:
    for i, artifact in enumerate(credential.evidence.artifacts):
        if artifact.collaboration is None:
            message = f"The spec does not say whether colleagues may work on the artifact “{artifact.name}” together."
            yield Problem(("evidence", "artifacts", i, "collaboration"), message, "Write individual or shared-allowed.")
    yield from _integrity(credential.integrity)


def _integrity(integrity: Integrity) -> Iterator[Problem]:
    if integrity == Integrity():
        advice = "Add the block “integrity” with statement and ai_use, preferably in program.yml."
        yield Problem(("integrity",), "The spec says nothing about honest work.", advice)
        return
    for field, (message, advice) in NEEDED.items():
        if getattr(integrity, field) is None:
            yield Problem(("integrity", field), message, advice)
