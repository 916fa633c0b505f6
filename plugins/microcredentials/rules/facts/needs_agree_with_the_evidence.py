"""Whether students and video are needed agrees with the evidence, and each alternative is something to submit.

Educators filter the catalog by these two facts before they read a page. “No students needed” above an artifact with
student work sends them to a task that they cannot finish, and “video needed” above an artifact that may be audio turns
away the people for whom the other format was made.

Fails:

    requires_students: false
    requires_video: true
    evidence:
      artifacts:
        - {id: work, name: Work, type: student-work, description: Work of four students., involves_students: true}
        - {id: lesson, name: A lesson, type: classroom-video, description: A lesson., involves_students: true,
           formats: [video, audio], alternatives: [None]}

Passes:

    requires_students: true
    requires_video: false
    evidence:
      artifacts:
        - {id: work, name: Work, type: student-work, description: Work of four students., involves_students: true}
        - {id: lesson, name: A lesson, type: classroom-video, description: A lesson., involves_students: true,
           formats: [video, audio], alternatives: [Timed notes by a colleague who was in the room.]}
"""

import re
from collections.abc import Iterator

from ...checking.rule import HEURISTIC, Context, rule
from ...model.evidence import Artifact
from ...model.spec import MicroCredential
from ...reading.problem import Problem, Related

_FILMED = re.compile(r"(?i)\b(?:video\w*|film\w*|camera\w*)\b")
_NOT_FILMED = re.compile(r"(?i)\b(?:no|not|never|without|instead of|rather than)\b")
_NO_STUDENTS = re.compile(
    r"(?i)\bwithout students\b|\brole[- ]?play\w*|\bplay(?:s|ed|ing)? (?:the )?students\b|\bsimulat\w+"
)
_NOTHING = re.compile(
    r"(?i)\W*(?:none|no|n/?a|not applicable|nothing|tb[ad]|-+|(?:none|no alternatives?|not|nothing)\b.{0,20}"
    r"\b(?:available|accepted|allowed|possible|needed|required|offered|exists?)|contact (?:us|the office)|ask us)\W*"
)


@rule(
    "FA-01", "info warning warning", any_language=True, rule_class=HEURISTIC,
    reads=("requires_students", "requires_video", "evidence.artifacts"),
)  # fmt: skip
def check(credential: MicroCredential, _: Context) -> Iterator[Problem]:
    yield from _students(credential)
    yield from _video(credential)
    for i, artifact in enumerate(credential.evidence.artifacts):
        for j, text in enumerate(artifact.alternatives):
            if _NOTHING.fullmatch(text):
                at, advice = (
                    ("evidence", "artifacts", i, "alternatives", j),
                    "Say what to submit instead, or delete it.",
                )
                yield Problem(at, f"“{text}” is not something that educators can submit.", advice)


def _students(credential: MicroCredential) -> Iterator[Problem]:
    artifacts = credential.evidence.artifacts
    involving = [i for i, artifact in enumerate(artifacts) if artifact.involves_students]
    if credential.requires_students is False and involving and not _have_alternatives(artifacts, involving):
        at = ("evidence", "artifacts", involving[0], "involves_students")
        message = f"No students are needed, but the artifact “{artifacts[involving[0]].name}” involves students."
        related = (Related("involves students", at),)
        yield Problem(("requires_students",), message, "Write requires_students: true, or correct it.", related=related)
    reflects = any(prompt.perspective == "student" for prompt in credential.evidence.reflection)
    known = artifacts and all(artifact.involves_students is False for artifact in artifacts)
    if credential.requires_students and known and not reflects:
        message = "Students are needed, but no artifact involves students."
        yield Problem(("requires_students",), message, "Write requires_students: false, or correct the artifacts.")


def _have_alternatives(artifacts: tuple[Artifact, ...], involving: list[int]) -> bool:
    """Return whether each artifact that involves students has an alternative that says how to do without them."""
    return all(any(map(_NO_STUDENTS.search, artifacts[i].alternatives)) for i in involving)


def _video(credential: MicroCredential) -> Iterator[Problem]:
    artifacts = credential.evidence.artifacts
    filmed = [artifact for artifact in artifacts if _only_video(artifact)]
    if credential.requires_video and artifacts and not filmed:
        message = "Video is needed, but every artifact can be submitted without video."
        yield Problem(
            ("requires_video",), message, "Write requires_video: false, so that the page does not deter anyone."
        )
    if credential.requires_video is False and filmed:
        message = f"No video is needed, but the artifact “{filmed[0].name}” can only be submitted as video."
        yield Problem(("requires_video",), message, "Add a format or an alternative without video, or write true.")


def _only_video(artifact: Artifact) -> bool:
    asked = artifact.formats == ("video",) or (not artifact.formats and "video" in (artifact.type or ""))
    return asked and all(_FILMED.search(text) and not _NOT_FILMED.search(text) for text in artifact.alternatives)
