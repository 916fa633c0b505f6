"""CASE 1.1: the competencies and their rubrics as one package, for competency-framework servers and learning platforms.

https://www.imsglobal.org/spec/case/v1p1. A competency has the ``uid`` of its credential or stack. A part without a uid
gets a UUID made from its name and the uid of its owner, so that it never changes. The owner of the package is the
issuer, so the package survives a new address of the site. It is published at the path that the standard prescribes, and
as ``case.json``. The address of each part is that of the package and, after “#”, the identifier of the part, so that it
leads to the description. Dates come from the content.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ...catalog.catalog import Catalog
from ...catalog.entry import Entry
from ...model.evidence import Criterion
from ...model.program import ProgramFile
from ...model.spec import MicroCredential, Spec
from ...model.uids import derive_uuid
from ..output import DataFile, json_file
from ._addresses import page_address
from ._narrative import statement
from ._public import is_identified

NAME = "CASE 1.1"
MAPPING = {
    "title": "abbreviatedStatement", "competency, outcome": "fullStatement", "uid": "identifier, uri",
    "address of the page": "notes", "tags": "conceptKeywords", "subjects": "subject", "language": "language",
    "dates.published": "statusStartDate", "dates.retired_on": "statusEndDate", "changelog": "lastChangeDateTime",
    "kind": "CFItemType", "rubric": "CFRubrics", "stacks": "CFAssociations", "issuer": "creator, publisher",
}  # fmt: skip
"""Our fields and the names they are written as, of an item, of the document (the issuer), or of another part."""
_FOLDER = "ims/case/v1p1/CFPackages/"


def export(catalog: Catalog, site_url: str) -> Iterator[DataFile]:
    """Yield the package at both paths, or nothing if the site's address is unknown: every uri contains it."""
    program = catalog.program.file
    if not site_url or not program:
        return
    issuer = next((each for each in program.issuers if each.id == program.issuer), None)
    own = derive_uuid(issuer.uid if issuer and issuer.uid else site_url, "competencies")
    file = json_file("case.json", _Package(catalog, program, site_url, own).data())
    yield DataFile(f"{_FOLDER}{own}", file.content)
    yield file


@dataclass(frozen=True)
class _Package:
    """Makes the package of a catalog; ``own`` is its identifier."""

    catalog: Catalog
    program: ProgramFile
    site_url: str
    own: str

    def data(self) -> dict[str, Any]:
        credentials = [entry for entry in self.catalog.credentials if is_identified(entry)]
        stacks = [entry for entry in self.catalog.stacks if is_identified(entry)]
        rubrics = [self.rubric(entry) for entry in credentials if entry.spec.rubric.criteria]
        return {
            "CFDocument": self.document(),
            "CFItems": [*map(self.item, stacks), *map(self.item, credentials)],
            "CFAssociations": [*self.top_associations([*stacks, *credentials]), *self.memberships(credentials)],
            **({"CFRubrics": rubrics} if rubrics else {}),
        }

    def uri(self, identifier: str) -> str:
        """Return the address of the part with this *identifier*."""
        return f"{self.site_url}{_FOLDER}{self.own}#{identifier}"

    def head(self, identifier: str, changed: date) -> dict[str, Any]:
        """Return the fields that every part has."""
        time = f"{changed.isoformat()}T00:00:00Z"
        return {"identifier": identifier, "uri": self.uri(identifier), "lastChangeDateTime": time}

    def document(self) -> dict[str, Any]:
        issuer = next((each.name for each in self.program.issuers if each.id == self.program.issuer), self.program.name)
        return {
            **self.head(self.own, self.catalog.newest_day),
            "caseVersion": "1.1",
            "creator": issuer,
            "publisher": issuer,
            "title": self.program.name,
            "description": f"The competencies of {self.program.name}, with their rubrics.",
            "officialSourceURL": self.site_url,
            "language": self.program.language,
            "adoptionStatus": "Implemented",
        }

    def item(self, entry: Entry[Spec]) -> dict[str, Any]:
        spec = entry.spec
        dates = {"statusStartDate": spec.dates.published, "statusEndDate": spec.dates.retired_on}
        facts = {
            **self.head(_uid(spec), _changed(spec)),
            "fullStatement": statement(spec),
            "abbreviatedStatement": spec.title,
            "CFItemType": "Competency" if isinstance(spec, MicroCredential) else "Stack",
            "notes": f"{self.site_url}{page_address(entry)}",
            "conceptKeywords": list(spec.tags),
            "subject": [self.catalog.program.label("subjects", each) for each in getattr(spec, "subjects", ())],
            "language": spec.language or self.program.language,
            **{name: str(day) for name, day in dates.items() if day},
        }
        return {name: value for name, value in facts.items() if value}

    def top_associations(self, entries: list[Entry[Spec]]) -> Iterator[dict[str, Any]]:
        """Yield the associations of all items with the document."""
        document = {"title": self.program.name, "identifier": self.own}
        for number, entry in enumerate(entries, 1):
            yield self.association(entry.spec, "isChildOf", document, number)

    def memberships(self, credentials: list[Entry[MicroCredential]]) -> Iterator[dict[str, Any]]:
        """Yield the associations of credentials with their stacks."""
        for entry in credentials:
            for membership in entry.spec.stacks:
                stack = self.catalog.by_slug.get(membership.stack)
                if stack and stack.node and is_identified(stack):
                    target = {"title": stack.node.title, "identifier": _uid(stack.node)}
                    yield self.association(entry.spec, "isPartOf", target, membership.order)

    def association(self, spec: Spec, kind: str, target: dict[str, str], number: int) -> dict[str, Any]:
        origin = {"title": spec.title, "identifier": _uid(spec)}
        return {
            **self.head(derive_uuid(_uid(spec), f"{kind} {target['identifier']}"), _changed(spec)),
            "associationType": kind,
            "sequenceNumber": number,
            "originNodeURI": self.node(origin),
            "destinationNodeURI": self.node(target),
        }

    def node(self, end: dict[str, str]) -> dict[str, str]:
        """Return one *end* of an association, which has a title and an identifier, with its address."""
        return {**end, "uri": self.uri(end["identifier"]), "targetType": "CASE"}

    def rubric(self, entry: Entry[MicroCredential]) -> dict[str, Any]:
        spec = entry.spec
        own = self.head(derive_uuid(_uid(spec), "rubric"), _changed(spec))
        passing = spec.rubric.passing_level
        return {
            **own,
            "title": spec.title,
            **({"description": f"The passing level is “{passing}”."} if passing else {}),
            "CFRubricCriteria": [
                self.criterion(each, number, spec, own["identifier"])
                for number, each in enumerate(spec.rubric.criteria, 1)
            ],
        }

    def criterion(self, criterion: Criterion, number: int, spec: MicroCredential, rubric: str) -> dict[str, Any]:
        own = self.head(derive_uuid(rubric, criterion.id), _changed(spec))
        return {
            **own,
            "category": criterion.name,
            **({"description": criterion.rationale} if criterion.rationale else {}),
            "CFItemURI": {"title": spec.title, "identifier": _uid(spec), "uri": self.uri(_uid(spec))},
            "position": number,
            "rubricId": rubric,
            "CFRubricCriterionLevels": list(self.levels(criterion, spec, own["identifier"])),
        }

    def levels(self, criterion: Criterion, spec: MicroCredential, own: str) -> Iterator[dict[str, Any]]:
        """Yield the levels of *criterion*, whose identifier is *own*, from low to high."""
        for number, (level, score) in enumerate(spec.rubric.scores, 1):
            descriptor = criterion.descriptors.get(level)
            yield {
                **self.head(derive_uuid(own, level), _changed(spec)),
                "quality": level,
                **({"description": descriptor} if descriptor else {}),
                "score": float(score),
                "position": number,
                "rubricCriterionId": own,
            }


def _uid(spec: Spec) -> str:
    return spec.uid or ""


def _changed(spec: Spec) -> date:
    """Return the last day on which *spec* changed, as its changelog and its dates state."""
    days = [each.date for each in spec.changelog]
    others = (spec.dates.created, spec.dates.published, spec.dates.retired_on)
    return max([*days, *(day for day in others if day)], default=date(2000, 1, 1))
