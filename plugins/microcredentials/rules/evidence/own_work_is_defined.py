"""The page says whose work the evidence is: alone or shared, with or without artificial intelligence.

Teachers plan together and use software every day, and both can be good practice. An educator must know beforehand
which artifact has to be hers alone, what a team may share and what a machine may write, or an honest submission
may later look dishonest.

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
    "statement": ("It is not said that the work must be one's own.", "Say whose work the evidence has to be."),
    "ai_use": ("It is not said what artificial intelligence may do.", "Say what it may do, and what it may not."),
}


@rule(
    "EV-08", "warning error error", derived_from=("BB", "OBA"), needs=("file",),
    reads=("integrity.statement", "integrity.ai_use", "evidence.artifacts"),
)  # fmt: skip
def check(credential: MicroCredential, _: Context) -> Iterator[Problem]:
    for i, artifact in enumerate(credential.evidence.artifacts):
        if artifact.collaboration is None:
            message = f"It is not said whether the artifact “{artifact.name}” may be shared with colleagues."
            yield Problem(("evidence", "artifacts", i, "collaboration"), message, "Write individual or shared-allowed.")
    yield from _integrity(credential.integrity)


def _integrity(integrity: Integrity) -> Iterator[Problem]:
    if integrity == Integrity():
        advice = "Add integrity with statement and ai_use, best of all in program.yml."
        yield Problem(("integrity",), "Nothing is said about honest work.", advice)
        return
    for field, (message, advice) in NEEDED.items():
        if getattr(integrity, field) is None:
            yield Problem(("integrity", field), message, advice)
