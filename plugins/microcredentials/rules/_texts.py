"""The texts in which a spec asks for evidence and judges it, each with its place."""

from collections.abc import Iterator

from ..model.evidence import Evidence, Rubric
from ..reading.problem import Pointer

Place = tuple[Pointer, str]


def asked(evidence: Evidence) -> Iterator[Place]:
    """Yield every text that tells an earner what to hand in."""
    for part in ("overview", "reflection"):
        for i, prompt in enumerate(getattr(evidence, part)):
            yield ("evidence", part, i, "prompt"), prompt.prompt
    for i, artifact in enumerate(evidence.artifacts):
        at: Pointer = ("evidence", "artifacts", i)
        yield (*at, "name"), artifact.name
        yield (*at, "description"), artifact.description
        for field in ("alternatives", "completion_indicators"):
            yield from (((*at, field, j), text) for j, text in enumerate(getattr(artifact, field)))


def judged(rubric: Rubric) -> Iterator[Place]:
    """Yield every text that tells an assessor what passes."""
    for field in ("overview_passing", "reflection_passing"):
        if text := getattr(rubric, field):
            yield ("rubric", field), text
    yield from described(rubric)


def described(rubric: Rubric) -> Iterator[Place]:
    """Yield the descriptor of every level of every criterion."""
    for i, criterion in enumerate(rubric.criteria):
        for level, text in criterion.descriptors.items():
            yield ("rubric", "criteria", i, "descriptors", level), text
