"""CASE 1.1: the competencies and their rubrics as one package, for competency-framework servers and learning platforms.

https://www.imsglobal.org/spec/case/v1p1. A competency has the ``uid`` of its credential, a stack that of the stack.
Whatever has no uid of its own gets a UUID made of its name and the uid it belongs to, so that it stays the same: the
package belongs to the issuer, and outlasts a change of the site's address. It is published at the path of the standard,
and as ``case.json``; everything in it has the address of the package with its identifier behind “#”, so that each leads
to where it is described. Days come from the content.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ...catalog.catalog import Catalog, Entry
from ...model.evidence import Criterion
from ...model.program import ProgramFile
from ...model.spec import MicroCredential, Spec
from ...model.uids import derive_uuid
from ..output import DataFile, json_file
from ._narrative import statement

MAPPING = {
    "title": "abbreviatedStatement", "competency, outcome": "fullStatement", "uid": "identifier, uri",
    "address of the page": "notes", "tags": "conceptKeywords", "subjects": "subject", "language": "language",
    "dates.published": "statusStartDate", "dates.retired_on": "statusEndDate", "changelog": "lastChangeDateTime",
    "kind": "CFItemType", "rubric": "CFRubrics", "stacks": "CFAssociations", "issuer": "creator, publisher",
}  # fmt: skip
"""Our fields and the names they get: those of an item, of the document (the issuer's), or of a part of the package."""
_FOLDER = "ims/case/v1p1/CFPackages/"


def export(catalog: Catalog, site_url: str) -> Iterator[DataFile]:
    """Yield the package twice; nothing where the site's address is unknown, because every uri is an address."""
    program = catalog.program.file
    if not site_url or not program:
        return
    issuer = next((each for each in program.issuers if each.id == program.issuer), None)
    own = derive_uuid(issuer.uid if issuer and issuer.uid else site_url, "competencies")
    package = _Package(catalog, program, site_url, own).data()
    written = json_file("case.json", package)
    yield DataFile(f"{_FOLDER}{own}", written.content)
    yield written


@dataclass(frozen=True)
class _Package:
    """Makes the package with the identifier ``own``."""

    catalog: Catalog
    program: ProgramFile
    site_url: str
    own: str

    def data(self) -> dict[str, Any]:
        credentials = [entry for entry in self.catalog.credentials if _is_public(entry)]
        stacks = [entry for entry in self.catalog.stacks if _is_public(entry)]
        rubrics = [self.rubric(entry) for entry in credentials if entry.spec.rubric.criteria]
        return {
            "CFDocument": self.document(),
            "CFItems": [*map(self.item, stacks), *map(self.item, credentials)],
            "CFAssociations": [*self.top([*stacks, *credentials]), *self.members(credentials)],
            **({"CFRubrics": rubrics} if rubrics else {}),
        }

    def named(self, identifier: str, changed: date) -> dict[str, Any]:
        uri = f"{self.site_url}{_FOLDER}{self.own}#{identifier}"
        return {"identifier": identifier, "uri": uri, "lastChangeDateTime": f"{changed.isoformat()}T00:00:00Z"}

    def document(self) -> dict[str, Any]:
        issuer = next((each.name for each in self.program.issuers if each.id == self.program.issuer), self.program.name)
        return {
            **self.named(self.own, self.catalog.newest_day),
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
            **self.named(_uid(spec), _changed(spec)),
            "fullStatement": statement(spec),
            "abbreviatedStatement": spec.title,
            "CFItemType": "Competency" if isinstance(spec, MicroCredential) else "Stack",
            "notes": f"{self.site_url}{entry.folder}/{entry.slug}/",
            "conceptKeywords": list(spec.tags),
            "subject": [self.catalog.program.label("subjects", each) for each in getattr(spec, "subjects", ())],
            "language": spec.language or self.program.language,
            **{name: str(day) for name, day in dates.items() if day},
        }
        return {name: value for name, value in facts.items() if value}

    def top(self, entries: list[Entry[Spec]]) -> Iterator[dict[str, Any]]:
        """Yield the ties of all items to the document."""
        document = {"title": self.program.name, "identifier": self.own}
        for number, entry in enumerate(entries, 1):
            yield self.tie(entry.spec, "isChildOf", document, number)

    def members(self, credentials: list[Entry[MicroCredential]]) -> Iterator[dict[str, Any]]:
        """Yield the ties of credentials to their stacks."""
        for entry in credentials:
            for membership in entry.spec.stacks:
                stack = self.catalog.by_slug.get(membership.stack)
                if stack and stack.node and _is_public(stack):
                    target = {"title": stack.node.title, "identifier": _uid(stack.node)}
                    yield self.tie(entry.spec, "isPartOf", target, membership.order)

    def tie(self, spec: Spec, kind: str, target: dict[str, str], number: int) -> dict[str, Any]:
        origin = {"title": spec.title, "identifier": _uid(spec)}
        return {
            **self.named(derive_uuid(_uid(spec), f"{kind} {target['identifier']}"), _changed(spec)),
            "associationType": kind,
            "sequenceNumber": number,
            "originNodeURI": self.node(origin),
            "destinationNodeURI": self.node(target),
        }

    def node(self, named: dict[str, str]) -> dict[str, str]:
        return {**named, "uri": f"{self.site_url}{_FOLDER}{self.own}#{named['identifier']}", "targetType": "CASE"}

    def rubric(self, entry: Entry[MicroCredential]) -> dict[str, Any]:
        spec = entry.spec
        own = self.named(derive_uuid(_uid(spec), "rubric"), _changed(spec))
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
        own = self.named(derive_uuid(rubric, criterion.id), _changed(spec))
        item = self.node({"title": spec.title, "identifier": _uid(spec)})
        return {
            **own,
            "category": criterion.name,
            **({"description": criterion.rationale} if criterion.rationale else {}),
            "CFItemURI": {name: value for name, value in item.items() if name != "targetType"},
            "position": number,
            "rubricId": rubric,
            "CFRubricCriterionLevels": list(self.levels(criterion, spec, own["identifier"])),
        }

    def levels(self, criterion: Criterion, spec: MicroCredential, own: str) -> Iterator[dict[str, Any]]:
        """Yield the levels from low to high."""
        for number, (level, score) in enumerate(spec.rubric.scores, 1):
            described = criterion.descriptors.get(level)
            yield {
                **self.named(derive_uuid(own, level), _changed(spec)),
                "quality": level,
                **({"description": described} if described else {}),
                "score": float(score),
                "position": number,
                "rubricCriterionId": own,
            }


def _is_public(entry: Entry[Spec]) -> bool:
    return entry.spec.status != "draft" and entry.spec.uid is not None


def _uid(spec: Spec) -> str:
    return spec.uid or ""


def _changed(spec: Spec) -> date:
    """Return the last day on which the history of *spec* says that something changed."""
    days = [each.date for each in spec.changelog]
    known = (spec.dates.created, spec.dates.published, spec.dates.retired_on)
    return max([*days, *(day for day in known if day)], default=date(2000, 1, 1))
