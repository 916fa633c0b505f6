"""CTDL-ASN: the competency of a credential or stack, and the rubric with what each level means for each criterion.

https://credreg.net/ctdlasn/terms. Each is one object, because a reader that follows a tie expects what it fetches to
be named by the address; a criterion has the address of its rubric with its own name behind it. A criterion has a
weight only where points are added up, and the same as all others. Feedback is left out, because specs hold none.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...model.evidence import Criterion
from ...model.spec import MicroCredential, Spec
from ...model.uids import derive_uuid
from ._identity import anchor
from ._narrative import statement

Node = dict[str, Any]
PREFIX = "ceasn:"


@dataclass(frozen=True)
class Asn:
    """Makes the nodes of ``spec``, whose UUID is ``uid`` and whose page has the address ``page``.

    ``home`` is the page beside which its competency stands: that of the version of today, where both say the same, else
    its own. ``language`` is that of the texts, ``publisher`` the address of who publishes them, ``scoring`` what the
    rubric takes for enough.
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
        """Yield the competency, unless that of today stands for it, and the rubric where there is one."""
        if self.page == self.home:
            yield self.competency_node()
        if isinstance(self.spec, MicroCredential) and self.spec.rubric.criteria:
            yield self.rubric_node(self.spec)

    def competency_node(self) -> Node:
        spec = self.spec
        return {
            "@id": self.competency,
            "@type": "ceasn:Competency",
            "ceterms:ctid": f"ce-{derive_uuid(self.uid, 'competency')}",
            "ceasn:competencyLabel": self.said(spec.title),
            "ceasn:competencyText": self.said(statement(spec)),
            "ceasn:inLanguage": [spec.language or self.language],
        }

    def rubric_node(self, spec: MicroCredential) -> Node:
        uid, id = derive_uuid(self.uid, "rubric"), f"{self.page}rubric.json"
        levels = enumerate(spec.rubric.levels, 1)
        return {
            "@id": id,
            "@type": "ceasn:Rubric",
            "ceterms:ctid": f"ce-{uid}",
            "ceasn:name": self.said(spec.title),
            "ceasn:description": self.said(self.scoring),
            "ceasn:inLanguage": [spec.language or self.language],
            "ceasn:publisher": [self.publisher],
            "ceterms:subjectWebpage": f"{self.page}#rubric",
            "ceasn:hasRubricCriterion": list(self.criteria(spec, uid, id)),
            "ceasn:hasRubricLevel": [self.level(spec, number, level, id) for number, level in levels],
        }

    def criteria(self, spec: MicroCredential, uid: str, id: str) -> Iterator[Node]:
        """Yield the criteria of the rubric with the identifier *uid* and the address *id*."""
        rubric = spec.rubric
        weight = {"ceasn:weight": round(1 / len(rubric.criteria), 4)} if rubric.points else {}
        for number, criterion in enumerate(rubric.criteria, 1):
            why = {"ceasn:description": self.said(criterion.rationale)} if criterion.rationale else {}
            yield {
                "@id": f"{id}{anchor(criterion.id)}",
                "@type": "ceasn:RubricCriterion",
                "ceterms:ctid": f"ce-{derive_uuid(uid, criterion.id)}",
                "ceasn:name": self.said(criterion.name),
                **why,
                **weight,
                "ceasn:listID": str(number),
                "ceterms:targetCompetency": [self.competency],
                "ceasn:hasCriterionLevel": list(self.benchmarks(spec, criterion, id)),
            }

    def benchmarks(self, spec: MicroCredential, criterion: Criterion, id: str) -> Iterator[Node]:
        """Yield what each level means for *criterion*, from low to high."""
        for number, (level, score) in enumerate(spec.rubric.scores, 1):
            described = criterion.descriptors.get(level)
            yield {
                "@id": f"{id}{anchor(criterion.id, level)}",
                "@type": "ceasn:CriterionLevel",
                "ceasn:benchmarkLabel": self.said(level),
                **({"ceasn:benchmarkText": self.said(described)} if described else {}),
                "schema:value": float(score),
                "ceasn:listID": str(number),
            }

    def level(self, spec: MicroCredential, number: int, level: str, id: str) -> Node:
        return {
            "@type": "ceasn:RubricLevel",
            "ceasn:name": self.said(level),
            "ceasn:listID": str(number),
            "ceasn:hasCriterionLevel": [f"{id}{anchor(each.id, level)}" for each in spec.rubric.criteria],
        }

    def said(self, text: str) -> dict[str, str]:
        return {self.language: text}
