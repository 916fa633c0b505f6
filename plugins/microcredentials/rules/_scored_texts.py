"""Collect the texts of a spec that ask for evidence or say how it is scored."""

from collections.abc import Iterator

from ..model.evidence import Evidence, Rubric
from ..model.spec import MicroCredential
from ..reading.problem import Pointer

FieldText = tuple[Pointer, str]
"""A field and its text."""


def collect_method_texts(credential: MicroCredential) -> Iterator[FieldText]:
    """Yield every text that says what educators do, and the names of the criteria with their reasons."""
    yield ("competency",), credential.competency
    yield ("key_method",), credential.key_method or ""
    for i, component in enumerate(credential.method_components):
        yield ("method_components", i, "title"), component.title
        yield ("method_components", i, "text"), component.text
    for i, criterion in enumerate(credential.rubric.criteria):
        yield ("rubric", "criteria", i, "name"), criterion.name
        yield ("rubric", "criteria", i, "rationale"), criterion.rationale or ""


def collect_evidence_texts(evidence: Evidence) -> Iterator[FieldText]:
    """Yield every text that says what educators submit."""
    for part in ("overview", "reflection"):
        for i, prompt in enumerate(getattr(evidence, part)):
            yield ("evidence", part, i, "prompt"), prompt.prompt
    for i, artifact in enumerate(evidence.artifacts):
        at: Pointer = ("evidence", "artifacts", i)
        yield (*at, "name"), artifact.name
        yield (*at, "description"), artifact.description
        for field in ("alternatives", "completion_indicators"):
            yield from (((*at, field, j), text) for j, text in enumerate(getattr(artifact, field)))


def collect_rubric_texts(rubric: Rubric) -> Iterator[FieldText]:
    """Yield every text that says what passes."""
    for field in ("overview_passing", "reflection_passing"):
        if text := getattr(rubric, field):
            yield ("rubric", field), text
    yield from collect_descriptors(rubric)


def collect_descriptors(rubric: Rubric) -> Iterator[FieldText]:
    """Yield the descriptor of every level of every criterion."""
    for i, criterion in enumerate(rubric.criteria):
        for level, text in criterion.descriptors.items():
            yield ("rubric", "criteria", i, "descriptors", level), text
