"""CTDL-ASN: the competency of a credential or stack, and the rubric with the meaning of each level for each criterion.

https://credreg.net/ctdlasn/terms. The competency and the rubric are one object each, at the address by which other data
refer to it. A criterion has the address of its rubric, with its own name as the anchor. Only criteria whose points are
added up have a weight, all of them the same. Feedback is left out, because specs contain none.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...model.evidence import Criterion
from ...model.spec import MicroCredential, Spec
from ...model.uids import derive_uuid
from ._addresses import anchor
from ._narrative import statement

Node = dict[str, Any]
PREFIX = "ceasn:"


@dataclass(frozen=True)
class Asn:
    """Makes the nodes of ``spec``, whose UUID is ``uid`` and whose page has the absolute address ``page``.

    The competency is beside the page ``home``: that of the current version if both state the same, else ``page``.
    ``language`` is that of the texts, ``publisher`` the address of their publisher, ``scoring`` the sentences about how
    the rubric decides.
    """

    spec: Spec
    uid: str
    page: str
    home: str
    language: str
    publisher: str
    scoring: str

    @property
    def competency(self) -> str:
        """The address of the competency."""
        return f"{self.home}competency.json"

    def nodes(self) -> Iterator[Node]:
        """Yield the competency, unless it is that of the current version, and the rubric if the spec has one."""
        if self.page == self.home:
            yield self.competency_node()
        if isinstance(self.spec, MicroCredential) and self.spec.rubric.criteria:
            yield self.rubric_node(self.spec)

    def competency_node(self) -> Node:
        """Return the competency."""
        spec = self.spec
        return {
            "@id": self.competency,
            "@type": "ceasn:Competency",
            "ceterms:ctid": f"ce-{derive_uuid(self.uid, 'competency')}",
            "ceasn:competencyLabel": self.text(spec.title),
            "ceasn:competencyText": self.text(statement(spec)),
            "ceasn:inLanguage": [spec.language or self.language],
        }

    def rubric_node(self, spec: MicroCredential) -> Node:
        """Return the rubric of *spec*, with its criteria and levels."""
        uid, id = derive_uuid(self.uid, "rubric"), f"{self.page}rubric.json"
        levels = enumerate(spec.rubric.levels, 1)
        return {
            "@id": id,
            "@type": "ceasn:Rubric",
            "ceterms:ctid": f"ce-{uid}",
            "ceasn:name": self.text(spec.title),
            "ceasn:description": self.text(self.scoring),
            "ceasn:inLanguage": [spec.language or self.language],
            "ceasn:publisher": [self.publisher],
            "ceterms:subjectWebpage": f"{self.page}#rubric",
            "ceasn:hasRubricCriterion": list(self.criteria(spec, uid, id)),
            "ceasn:hasRubricLevel": [self.level(spec, number, level, id) for number, level in levels],
        }

    def criteria(self, spec: MicroCredential, uid: str, id: str) -> Iterator[Node]:
        """Yield the criteria of the rubric with the UUID *uid* and the address *id*."""
        rubric = spec.rubric
        weight = {"ceasn:weight": round(1 / len(rubric.criteria), 4)} if rubric.points else {}
        for number, criterion in enumerate(rubric.criteria, 1):
            why = {"ceasn:description": self.text(criterion.rationale)} if criterion.rationale else {}
            yield {
                "@id": f"{id}{anchor(criterion.id)}",
                "@type": "ceasn:RubricCriterion",
                "ceterms:ctid": f"ce-{derive_uuid(uid, criterion.id)}",
                "ceasn:name": self.text(criterion.name),
                **why,
                **weight,
                "ceasn:listID": str(number),
                "ceterms:targetCompetency": [self.competency],
                "ceasn:hasCriterionLevel": list(self.criterion_levels(spec, criterion, id)),
            }

    def criterion_levels(self, spec: MicroCredential, criterion: Criterion, id: str) -> Iterator[Node]:
        """Yield the meaning of each level for *criterion*, from low to high."""
        for number, (level, score) in enumerate(spec.rubric.scores, 1):
            descriptor = criterion.descriptors.get(level)
            yield {
                "@id": f"{id}{anchor(criterion.id, level)}",
                "@type": "ceasn:CriterionLevel",
                "ceasn:benchmarkLabel": self.text(level),
                **({"ceasn:benchmarkText": self.text(descriptor)} if descriptor else {}),
                "schema:value": float(score),
                "ceasn:listID": str(number),
            }

    def level(self, spec: MicroCredential, number: int, level: str, id: str) -> Node:
        """Return a *level* of the rubric; *number* counts from 1, the lowest."""
        return {
            "@type": "ceasn:RubricLevel",
            "ceasn:name": self.text(level),
            "ceasn:listID": str(number),
            "ceasn:hasCriterionLevel": [f"{id}{anchor(each.id, level)}" for each in spec.rubric.criteria],
        }

    def text(self, text: str) -> dict[str, str]:
        """Return *text* by its language."""
        return {self.language: text}
