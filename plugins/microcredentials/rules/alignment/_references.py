"""Collect the places where one part of a spec refers to another by name."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ...model.evidence import Criterion
from ...model.spec import MicroCredential
from ...reading.problem import Pointer


@dataclass(frozen=True, slots=True)
class Reference:
    """A use of the ``name`` of evidence, a component or a level; ``owner`` describes the part that uses it."""

    at: Pointer
    owner: str
    kind: Literal["evidence", "component", "level"]
    name: str


def collect_references(credential: MicroCredential) -> Iterator[Reference]:
    """Yield every name in *credential* that refers to a part of it."""
    for i, criterion in enumerate(credential.rubric.criteria):
        yield from _of_criterion(criterion, ("rubric", "criteria", i))
    for i, research in enumerate(credential.research):
        for j, name in enumerate(research.supports):
            yield Reference(("research", i, "supports", j), f"The work “{research.reference}”", "component", name)
    for i, resource in enumerate(credential.resources):
        for j, name in enumerate(resource.components):
            yield Reference(("resources", i, "components", j), f"The resource “{resource.title}”", "component", name)
    for i, anchor in enumerate(credential.assessment.calibration.anchors):
        at = ("assessment", "calibration", "anchors", i, "level")
        yield Reference(at, f"Scored example {i + 1}", "level", anchor.level)


def _of_criterion(criterion: Criterion, at: Pointer) -> Iterator[Reference]:
    owner = f"The criterion “{criterion.name}”"
    for j, name in enumerate(criterion.evidence):
        yield Reference((*at, "evidence", j), owner, "evidence", name)
    for j, name in enumerate(criterion.components):
        yield Reference((*at, "components", j), owner, "component", name)
    for j, excerpt in enumerate(criterion.excerpts):
        yield Reference((*at, "excerpts", j, "level"), f"An excerpt under “{criterion.name}”", "level", excerpt.level)
