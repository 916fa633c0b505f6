"""Open Badges 3.0: each credential and stack as an Achievement, and who awards them as Profiles.

https://www.imsglobal.org/spec/ob/v3p0. An Achievement stands beside its page, and its ``id`` is the address it is
fetched from. A platform that puts it into a badge leaves the ``@context`` out, because the badge brings its own.
Every term is one that the published contexts define, because verifiers refuse others. Nothing here is a badge that
somebody holds: those are signed by the platform that awards them. A badge names its Achievement for ever, so an address
under a former name still answers with an Achievement of that very id, related to the one of today.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ...catalog.catalog import Catalog, Entry
from ...model.evidence import Criterion, Rubric
from ...model.fields import EMAIL
from ...model.program import Issuer
from ...model.spec import Alignment, MicroCredential, Spec
from ...model.uids import derive_version_uuid
from ..output import DataFile, json_file
from ._identity import absolute, anchor, former, renamed
from ._narrative import narrative
from ._sound import sound

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


def export(catalog: Catalog, site_url: str) -> Iterator[DataFile]:
    """Yield an Achievement for each spec that is no draft and for each version that is kept, all of them, and Profiles.

    Nothing is yielded where the site's address is unknown, because every id is an address.
    """
    if not site_url or not catalog.program.file:
        return
    maker = _Maker(catalog, site_url)
    listed = []
    for entry in (*catalog.credentials, *catalog.stacks):
        if entry.spec.status != "draft":
            each = list(maker.versions(entry))
            listed.append(each[0])
            for data in each:
                yield from maker.files(entry, data)
    yield json_file("achievements.json", listed)
    for issuer in catalog.program.file.issuers:
        yield json_file(maker.profile_path(issuer), {"@context": list(CONTEXT), **maker.profile(issuer)})


class _Maker:
    """Makes the objects of one catalog at one address."""

    def __init__(self, catalog: Catalog, site_url: str) -> None:
        self.catalog, self.site_url, self.program = catalog, site_url, catalog.program
        self.issuers = {issuer.id: issuer for issuer in self.program.file.issuers} if self.program.file else {}

    def achievement(
        self, spec: Spec, slug: str, address: str, related: list[dict[str, Any]], uid: str | None
    ) -> dict[str, Any]:
        """Return *spec*, known by *uid*, as an Achievement whose page has the *address* below the site's."""
        id = f"{self.site_url}{address}{ACHIEVEMENT}"
        credential = spec if isinstance(spec, MicroCredential) else None
        facts = {
            "@context": list(CONTEXT),
            "id": id,
            "type": ["Achievement"],
            "achievementType": "MicroCredential" if credential else "Achievement",
            "name": spec.title,
            "description": spec.summary or spec.title,
            "criteria": {"id": f"{self.site_url}{address}", "narrative": narrative(spec, self.catalog, slug)},
            "creator": self.creator(spec),
            "image": self.image(spec, slug),
            "inLanguage": spec.language,
            "version": spec.version,
            "tag": list(spec.tags),
            "otherIdentifier": [_ctid(uid)] if uid else [],
            "fieldOfStudy": ", ".join(self.program.label("subjects", each) for each in credential.subjects)
            if credential else "",
            "alignment": [*self.alignments(credential), *self.stacks(credential)] if credential else [],
            "resultDescription": list(_results(credential.rubric, id)) if credential else [],
            "related": related,
        }  # fmt: skip
        return {term: value for term, value in facts.items() if value}

    def versions(self, entry: Entry[Spec]) -> Iterator[dict[str, Any]]:
        """Yield the Achievement of today, then that of each kept version, the newest first; each knows the others."""
        page = f"{entry.folder}/{entry.slug}/"
        kept = [(each, f"{page}v/{each.slug}/") for each in self.catalog.superseded_versions(entry)]
        others = [_related(f"{self.site_url}{address}{ACHIEVEMENT}", each.spec.spec) for each, address in kept]
        others += [_related(f"{self.site_url}{each}{ACHIEVEMENT}", entry.spec) for each in former(entry, page)]
        path = self.catalog.path
        today = self.achievement(entry.spec, entry.slug, page, others, entry.spec.uid)
        yield sound(today, path(entry.source))
        for each, address in kept:
            uid = entry.spec.uid and derive_version_uuid(entry.spec.uid, each.spec.spec.version)
            then = self.achievement(each.spec.spec, entry.slug, address, [_related(today["id"], entry.spec)], uid)
            yield sound(then, path(each.source))

    def files(self, entry: Entry[Spec], data: dict[str, Any]) -> Iterator[DataFile]:
        """Yield *data* at its address, and under each former name of *entry* as the same by another id."""
        path = data["id"].removeprefix(self.site_url)
        yield json_file(path, data)
        same = {term: data[term] for term in ("id", "version") if term in data}
        for address in former(entry, path):
            here = renamed(data, data["id"], f"{self.site_url}{address}")
            yield json_file(address, {**here, "related": [{**same, "type": ["Related"]}]})

    def image(self, spec: Spec, slug: str) -> dict[str, str]:
        id = f"{self.site_url}{'credentials' if isinstance(spec, MicroCredential) else 'stacks'}/{slug}/badge.svg"
        return {"id": id, "type": "Image", "caption": f"Badge: {spec.title}"}

    def creator(self, spec: Spec) -> dict[str, Any]:
        issuer = self.issuers.get(spec.issuer or "") or self.issuers.get(self.default)
        return self.profile(issuer) if issuer else {}

    @property
    def default(self) -> str:
        """The issuer of whatever names no other."""
        return self.program.file.issuer if self.program.file else ""

    def profile_path(self, issuer: Issuer) -> str:
        return "issuer.json" if issuer.id == self.default else f"issuers/{issuer.id}.json"

    def profile(self, issuer: Issuer) -> dict[str, Any]:
        """Return *issuer* as a Profile."""
        way = {"email": issuer.contact} if _is_email(issuer.contact) else {}
        return {
            "id": f"{self.site_url}{self.profile_path(issuer)}",
            "type": ["Profile"],
            "name": issuer.name,
            "url": absolute(issuer.url, self.site_url),
            **way,
            "description": issuer.description,
        }

    def alignments(self, credential: MicroCredential) -> Iterator[dict[str, Any]]:
        for each in credential.alignment:
            if facts := self.standard(each):
                yield {"type": ["Alignment"], **facts}

    def standard(self, named: Alignment) -> Mapping[str, str]:
        framework = (self.program.frameworks or {}).get(named.framework)
        item = next((item for item in framework.items if item.code == named.code), None) if framework else None
        if framework is None or item is None:
            return {}
        return {
            "targetName": item.name,
            "targetUrl": absolute(item.url or framework.url, self.site_url),
            "targetCode": item.code,
            "targetFramework": framework.title,
        }

    def stacks(self, credential: MicroCredential) -> Iterator[dict[str, Any]]:
        for membership in credential.stacks:
            stack = self.catalog.by_slug.get(membership.stack)
            if stack and stack.node and stack.node.status != "draft":
                target = f"{self.site_url}{stack.folder}/{stack.slug}/{ACHIEVEMENT}"
                yield {
                    "type": ["Alignment"],
                    "targetName": stack.node.title,
                    "targetUrl": target,
                    "targetType": "ceterms:Credential",
                }


def _related(id: str, spec: Spec) -> dict[str, Any]:
    return {"id": id, "type": ["Related"], **({"version": spec.version} if spec.version else {})}


def _ctid(uid: str) -> dict[str, str]:
    """Return the identifier of the Credential Registry (CTID) that belongs to *uid*."""
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
    """Return which level each criterion must reach: the passing one, or with points the first that gives the least."""
    if rubric.points:
        reached = (n for n, given in enumerate(rubric.points.per_level) if given >= rubric.points.criterion_floor)
        return next((n for n in reached if n < len(rubric.levels)), None)
    return rubric.levels.index(rubric.passing_level) if rubric.passing_level in rubric.levels else None


def _levels(criterion: Criterion, rubric: Rubric, id: str) -> Iterator[dict[str, Any]]:
    """Yield the levels of *criterion* from low to high; points say the order, which JSON-LD does not keep."""
    for level, points in rubric.scores:
        described = criterion.descriptors.get(level)
        yield {
            "id": f"{id}{anchor(criterion.id, level)}",
            "type": ["RubricCriterionLevel"],
            "name": level,
            "level": level,
            "points": str(points),
            **({"description": described} if described else {}),
        }


def _is_email(contact: str) -> bool:
    return re.fullmatch(EMAIL, contact) is not None
