"""Evidence is of more than one type, leaves a choice of formats, and is possible without a recording.

Educators work in different rooms, at different times of the year and with different bodies. Some have no students this
term, some are not allowed to record, and some speak better than they write. When the page says what is needed and
offers an alternative, educators can tell before they begin whether they can finish, and the camera shuts no one out.

Fails:

    evidence:
      artifacts:
        - {id: lesson-1, name: First lesson, type: classroom-video, description: A discussion., formats: [video]}
        - {id: lesson-2, name: Second lesson, type: classroom-video, description: Another one., formats: [video]}

Passes:

    requires_students: true
    requires_video: false
    effort: {best_window: any}
    evidence:
      artifacts:
        - {id: plan, name: Its plan, type: lesson-plan, description: The plan of that lesson., formats: [pdf]}
        - {id: lesson, name: A lesson, type: classroom-video, description: A discussion., formats: [video, audio],
           alternatives: [Notes and times taken by a colleague who sat in the room.]}
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.evidence import Artifact, Evidence, Prompt
from ...model.spec import Effort, MicroCredential
from ...model.wording import plural
from ...reading.problem import Pointer, Problem, Severity

_UNANSWERED = {"draft": Severity.WARNING, "pilot": Severity.ERROR}


@rule(
    "EV-03", "info warning error", derived_from=("DP", "BB", "NEA", "MPOS"), needs=("vocabulary",),
    settings={"min_artifact_types": 2, "min_formats": 2},
    reads=("requires_students", "requires_video", "effort.best_window", "evidence.artifacts", "evidence.reflection"),
)  # fmt: skip
def check(credential: MicroCredential, context: Context) -> Iterator[Problem]:
    for at, what, advice in _unanswered(credential):
        yield Problem(at, f"The spec does not say {what}.", advice, severity=_UNANSWERED.get(context.status))
    yield from _one_type(credential.evidence, context.settings["min_artifact_types"])
    yield from _one_format(credential.evidence, context.settings["min_formats"])
    yield from _only_recorded(credential.evidence, context)


def _unanswered(credential: MicroCredential) -> Iterator[tuple[Pointer, str, str]]:
    if credential.requires_students is None:
        yield ("requires_students",), "whether students are needed", "Write true or false."
    if credential.requires_video is None:
        yield ("requires_video",), "whether video is needed", "Write true, or false if there is an alternative."
    if credential.effort.best_window is None and credential.effort != Effort():  # else ID-06 reports it
        yield (
            ("effort", "best_window"),
            "which time of year is best",
            "Choose from the list “windows” in vocabulary.yml.",
        )


def _one_type(evidence: Evidence, least: int) -> Iterator[Problem]:
    types = [artifact.type for artifact in evidence.artifacts]
    if None not in types and len(set(types)) < least <= len(types):
        message = f"The artifacts are of {plural(len(set(types)), 'type')}; {least} or more are expected."
        advice = "Ask for a different kind of work that shows the competency, too."
        yield Problem(("evidence", "artifacts"), message, advice)


def _one_format(evidence: Evidence, least: int) -> Iterator[Problem]:
    parts: tuple[Artifact | Prompt, ...] = (*evidence.artifacts, *evidence.reflection)
    if 0 < max((len(part.formats) for part in parts), default=0) < least:
        message = f"No artifact or reflection question accepts {least} or more formats."
        advice = "Accept one more format that shows the same thing, such as audio instead of text."
        yield Problem(("evidence",), message, advice)


def _only_recorded(evidence: Evidence, context: Context) -> Iterator[Problem]:
    for i, artifact in enumerate(evidence.artifacts):
        term = context.program.term("artifact_types", artifact.type)
        if term and term.is_recording and not artifact.alternatives:
            message = f"The artifact “{artifact.name}” is a recording without an alternative."
            advice = "Add an alternative for educators who cannot record or be recorded, such as a timed transcript."
            yield Problem(("evidence", "artifacts", i, "alternatives"), message, advice)
