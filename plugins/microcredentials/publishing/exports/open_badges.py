"""Open Badges 3.0: each credential and stack as an Achievement, and its issuers as Profiles.

https://www.imsglobal.org/spec/ob/v3p0. An Achievement is beside its page, and its ``id`` is the address it is fetched
from. A platform that copies it into a badge omits the ``@context``, because the badge has its own. Every term is
defined by the published contexts, because verifiers reject others. Nothing here is the badge of an educator: the
platform that awards a badge signs it. A badge refers to its Achievement forever, so the address under a former slug
still returns an Achievement with that very id, related to the current one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...catalog.catalog import Catalog
from ...catalog.entry import Entry
from ...model.evidence import Criterion, Rubric
from ...model.fields import EMAIL
from ...model.program import Issuer, ProgramFile
from ...model.spec import Alignment, MicroCredential, Spec
from ..output import DataFile, json_file
from ._addresses import absolute, anchor, former_addresses, page_address, replace_address
from ._consistency import check_achievement
from ._narrative import narrative
from ._public import Version, public_entries, versions

NAME = "Open Badges 3.0"
CONTEXT = ("https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json")
ACHIEVEMENT = "achievement.json"

MAPPING = {
    "title": "name", "summary": "description", "competency, outcome": "criteria", "evidence": "criteria",
    "address of the page": "id, criteria", "uid": "otherIdentifier", "issuer": "creator", "language": "inLanguage",
    "version": "version", "tags": "tag", "subjects": "fieldOfStudy", "badge": "image",
    "alignment": "alignment", "stacks": "alignment", "rubric": "resultDescription", "kept versions": "related",
    "aliases": "related",
    "kind": "achievementType",
}  # fmt: skip
"""Our fields and the terms they are written as."""

Node = dict[str, Any]


def export(catalog: Catalog, site_url: str) -> Iterator[DataFile]:
    """Yield an Achievement for each spec that is not a draft and for each kept version, a list of them, and Profiles.

    Nothing is yielded if the site's address is unknown, because every id is an address.
    """
    program = catalog.program.file
    if not site_url or not program:
        return
    maker = _Maker(catalog, program, site_url)
    listed = []
    for entry in public_entries(catalog):
        current, *kept = maker.achievements(entry)
        listed.append(current)
        for achievement in (current, *kept):
            yield from maker.files(entry, achievement)
    yield json_file("achievements.json", listed)
    for issuer in program.issuers:
        yield json_file(maker.profile_path(issuer), {"@context": list(CONTEXT), **maker.profile(issuer)})


@dataclass(frozen=True)
class _Maker:
    """Makes the objects of one catalog at one address."""

    catalog: Catalog
    program: ProgramFile
    site_url: str

    def achievements(self, entry: Entry[Spec]) -> Iterator[Node]:
        """Yield the Achievement of the current version, then those of the kept ones, the newest first.

        The current one is related to all others, and each of them to the current one.
        """
        current, *kept = versions(entry, self.catalog)
        others = [(each.page, each.spec) for each in kept]
        others += [(address, entry.spec) for address in former_addresses(entry, current.page)]
        yield self.achievement(current, [self.related(*each) for each in others])
        for version in kept:
            yield self.achievement(version, [self.related(version.current, entry.spec)])

    def achievement(self, version: Version, related: list[Node]) -> Node:
        """Return *version* as an Achievement, after checking that it is consistent."""
        spec, id = version.spec, self.id(version.page)
        facts = {
            "@context": list(CONTEXT),
            "id": id,
            "type": ["Achievement"],
            "achievementType": "MicroCredential" if isinstance(spec, MicroCredential) else "Achievement",
            "name": spec.title,
            "description": spec.summary or spec.title,
            "criteria": {
                "id": f"{self.site_url}{version.page}", "narrative": narrative(spec, self.catalog, version.slug),
            },
            "creator": self.creator(spec),
            "image": self.image(version),
            "inLanguage": spec.language,
            "version": spec.version,
            "tag": list(spec.tags),
            "otherIdentifier": [_ctid(version.uid)] if version.uid else [],
            **(self.details(spec, id) if isinstance(spec, MicroCredential) else {}),
            "related": related,
        }  # fmt: skip
        achievement = {term: value for term, value in facts.items() if value}
        check_achievement(achievement, version.path)
        return achievement

    def details(self, spec: MicroCredential, id: str) -> Node:
        """Return the facts that only micro-credentials have; *id* is the id of the Achievement."""
        return {
            "fieldOfStudy": ", ".join(self.catalog.program.label("subjects", each) for each in spec.subjects),
            "alignment": [*self.alignments(spec), *self.stacks(spec)],
            "resultDescription": list(_results(spec.rubric, id)),
        }

    def id(self, page: str) -> str:
        """Return the id of the Achievement beside *page*."""
        return f"{self.site_url}{page}{ACHIEVEMENT}"

    def related(self, page: str, spec: Spec) -> Node:
        """Return a reference to the Achievement beside *page*, which describes *spec*."""
        version = {"version": spec.version} if spec.version else {}
        return {"id": self.id(page), "type": ["Related"], **version}

    def files(self, entry: Entry[Spec], achievement: Node) -> Iterator[DataFile]:
        """Yield *achievement* at its address, and a copy with its own id under each former slug of *entry*."""
        path = achievement["id"].removeprefix(self.site_url)
        yield json_file(path, achievement)
        original = {term: achievement[term] for term in ("id", "version") if term in achievement}
        for address in former_addresses(entry, path):
            copy = replace_address(achievement, achievement["id"], f"{self.site_url}{address}")
            yield json_file(address, {**copy, "related": [{**original, "type": ["Related"]}]})

    def image(self, version: Version) -> dict[str, str]:
        """Return the badge of the current version."""
        id = f"{self.site_url}{version.current}badge.svg"
        return {"id": id, "type": "Image", "caption": f"Badge: {version.spec.title}"}

    def creator(self, spec: Spec) -> Node:
        """Return the issuer of *spec*, or else that of the program, as a Profile; empty if it is unknown."""
        issuers = {issuer.id: issuer for issuer in self.program.issuers}
        issuer = issuers.get(spec.issuer or "") or issuers.get(self.program.issuer)
        return self.profile(issuer) if issuer else {}

    def profile_path(self, issuer: Issuer) -> str:
        """Return the path of the file of *issuer*."""
        return "issuer.json" if issuer.id == self.program.issuer else f"issuers/{issuer.id}.json"

    def profile(self, issuer: Issuer) -> Node:
        """Return *issuer* as a Profile."""
        contact = {"email": issuer.contact} if re.fullmatch(EMAIL, issuer.contact) else {}
        return {
            "id": f"{self.site_url}{self.profile_path(issuer)}",
            "type": ["Profile"],
            "name": issuer.name,
            "url": absolute(issuer.url, self.site_url),
            **contact,
            "description": issuer.description,
        }

    def alignments(self, credential: MicroCredential) -> Iterator[Node]:
        """Yield the framework items that *credential* names, where the program knows them."""
        for each in credential.alignment:
            if facts := self.framework_item(each):
                yield {"type": ["Alignment"], **facts}

    def framework_item(self, alignment: Alignment) -> Node:
        """Return the framework item that *alignment* names; empty if it is unknown."""
        framework = (self.catalog.program.frameworks or {}).get(alignment.framework)
        item = next((item for item in framework.items if item.code == alignment.code), None) if framework else None
        if framework is None or item is None:
            return {}
        return {
            "targetName": item.name,
            "targetUrl": absolute(item.url or framework.url, self.site_url),
            "targetCode": item.code,
            "targetFramework": framework.title,
        }

    def stacks(self, credential: MicroCredential) -> Iterator[Node]:
        """Yield the public stacks of *credential*."""
        for membership in credential.stacks:
            stack = self.catalog.by_slug.get(membership.stack)
            if stack and stack.node and stack.node.status != "draft":
                yield {
                    "type": ["Alignment"],
                    "targetName": stack.node.title,
                    "targetUrl": self.id(page_address(stack)),
                    "targetType": "ceterms:Credential",
                }


def _ctid(uid: str) -> dict[str, str]:
    """Return the identifier in the Credential Registry (CTID) for *uid*."""
    return {"type": "IdentifierEntry", "identifier": f"ce-{uid}", "identifierType": "ext:ctid"}


def _results(rubric: Rubric, id: str) -> Iterator[dict[str, Any]]:
    for criterion in rubric.criteria:
        levels = list(_levels(criterion, rubric, id))
        required = _required(rubric)
        result = {
            "id": f"{id}{anchor(criterion.id)}",
            "type": ["ResultDescription"],
            "name": criterion.name,
            "resultType": "RubricCriterionLevel",
            "rubricCriterionLevel": levels,
        }
        yield {**result, "requiredLevel": levels[required]["id"]} if required is not None and levels else result


def _required(rubric: Rubric) -> int | None:
    """Return the index of the level that each criterion must reach, or None if it is not stated.

    It is the passing level or, with points, the first level that reaches the minimum of a criterion.
    """
    if rubric.points:
        reached = (n for n, given in enumerate(rubric.points.per_level) if given >= rubric.points.criterion_floor)
        return next((n for n in reached if n < len(rubric.levels)), None)
    return rubric.levels.index(rubric.passing_level) if rubric.passing_level in rubric.levels else None


def _levels(criterion: Criterion, rubric: Rubric, id: str) -> Iterator[dict[str, Any]]:
    """Yield the levels of *criterion* from low to high; JSON-LD does not keep this order, but their points do."""
    for level, points in rubric.scores:
        descriptor = criterion.descriptors.get(level)
        yield {
            "id": f"{id}{anchor(criterion.id, level)}",
            "type": ["RubricCriterionLevel"],
            "name": level,
            "level": level,
            "points": str(points),
            **({"description": descriptor} if descriptor else {}),
        }
