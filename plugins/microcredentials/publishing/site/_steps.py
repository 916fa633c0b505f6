"""What an educator does to earn a credential, step by step."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ...model.evidence import Artifact
from ...model.fields import Between
from ...model.spec import MicroCredential


@dataclass(frozen=True)
class Step:
    """One step.

    ``kind`` says what is done: answer the questions of a part of the evidence, use the method, or make an artifact,
    which is ``piece``; ``number`` counts the artifacts from 0. ``by`` names the week by which it is done, or is empty.
    """

    kind: Literal["overview", "method", "artifact", "reflection"]
    title: str
    by: str = ""
    piece: Artifact | None = None
    number: int = 0


def steps_of(credential: MicroCredential) -> tuple[Step, ...]:
    """Return the steps in order, spread evenly over the most weeks that *credential* takes, as in My plan."""
    steps = list(_steps(credential))
    return tuple(
        Step(step.kind, step.title, _by(n, len(steps), credential.effort.weeks), step.piece, step.number)
        for n, step in enumerate(steps, 1)
    )


def _steps(credential: MicroCredential) -> Iterator[Step]:
    evidence = credential.evidence
    if evidence.overview:
        yield Step("overview", "Describe where you start")
    if credential.key_method or credential.method_components:
        yield Step("method", "Use the method")
    for number, artifact in enumerate(evidence.artifacts):
        yield Step("artifact", artifact.name, piece=artifact, number=number)
    if evidence.reflection:
        yield Step("reflection", "Reflect")


def _by(step: int, steps: int, weeks: Between | None) -> str:
    if not weeks:
        return ""
    week = -(-weeks.max * step // steps)
    return f"by week {week:.0f} of {weeks.max:g}"
