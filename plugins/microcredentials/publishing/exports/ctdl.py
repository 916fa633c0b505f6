"""CTDL: credentials, stacks and who owns them, in the language of the Credential Registry.

https://credreg.net/ctdl/terms. A description stands beside its page, and its ``@id`` is the address it is fetched
from. ``ctdl.jsonld`` is one graph of what the Registry's publish action publishes; competencies and rubrics, which it
follows but cannot publish, are another, ``ctdlasn.jsonld``. The Registry demands a CTID made of a UUID of version 4 for
everything: a spec and an issuer bring theirs, and what has none of its own (a competency, a kept version) gets one that
is made of its owner's, so that it stays the same for ever.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ...catalog.catalog import Catalog, Entry
from ...model.fields import Between
from ...model.program import Issuer, ProgramFile
from ...model.spec import Cost, MicroCredential, Spec, Stack
from ...model.uids import derive_version_uuid
from ..output import DataFile, json_file
from ._ctdl_asn import PREFIX, Asn
from ._ctdl_ties import Ties, is_public
from ._identity import absolute, former, renamed
from ._narrative import members_as, requirements, scoring, statement
from ._sound import check_graph

CONTEXT = "https://credreg.net/ctdl/schema/context/json"
"""A plain string, because the publish action skips a document whose context is a list."""
_ASN_CONTEXT = "https://credreg.net/ctdlasn/schema/context/json"
_TYPE = "ceterms:MicroCredential"
_SAME = "ceterms:sameAs"
_TERMS = "https://credreg.net/ctdl/terms/"
_LIFE = {"published": "Active", "pilot": "Probationary", "retired": "Deprecated"}

MAPPING = {
    "uid": "ceterms:ctid", "title": "ceterms:name", "summary": "ceterms:description",
    "address of the page": "ceterms:subjectWebpage", "language": "ceterms:inLanguage",
    "status": "ceterms:credentialStatusType", "issuer": "ceterms:ownedBy, ceterms:offeredBy", "badge": "ceterms:image",
    "tags": "ceterms:keyword", "subjects": "ceterms:subject", "version": "ceterms:versionCode",
    "dates.published": "ceterms:dateEffective", "dates.retired_on": "ceterms:expirationDate",
    "effort.hours": "ceterms:estimatedDuration", "cost": "ceterms:estimatedCost",
    "stacks": "ceterms:isPartOf, ceterms:hasPart", "evidence": "ceterms:requires, ceterms:condition",
    "competency, outcome": "ceterms:targetCompetency", "prerequisites": "ceterms:requires",
    "replaced_by": "ceterms:supersededBy", "replaces": "ceterms:supersedes",
    "rubric": "ceterms:hasRubric", "aliases": "ceterms:sameAs",
    "kept versions": "ceterms:previousVersion, ceterms:latestVersion",
}  # fmt: skip
"""Our fields and the terms they are written as."""


def export(catalog: Catalog, site_url: str) -> Iterator[DataFile]:
    """Yield what describes each spec that is no draft, its competency, its rubric, and each issuer; all as two graphs.

    Nothing is yielded where the site's address is unknown, because every id is an address, or where the program's
    issuer has no uid, because the Registry takes no credential without an owner.
    """
    program = catalog.program.file
    owner = (
        next((each for each in program.issuers if each.id == program.issuer and each.uid), None) if program else None
    )
    if not site_url or not program or not owner:
        return
    maker = _Maker(catalog, program, site_url, Ties(catalog))
    graph, moved = [maker.organization(issuer) for issuer in program.issuers if issuer.uid], []
    for entry in (*catalog.credentials, *catalog.stacks):
        if is_public(entry):
            described = list(maker.described(entry))
            graph += described
            moved += [copy for node in described for copy in maker.moved(entry, node)]
    check_graph(graph)
    for node in (*graph, *moved):
        yield json_file(node["@id"].removeprefix(site_url), {"@context": CONTEXT, **node})
    parts = [node for node in graph if node["@type"].startswith(PREFIX)]
    rest = [node for node in graph if not node["@type"].startswith(PREFIX)]
    yield json_file("ctdl.jsonld", {"@context": CONTEXT, "@graph": rest})
    yield json_file("ctdlasn.jsonld", {"@context": _ASN_CONTEXT, "@graph": parts})


@dataclass(frozen=True)
class _Maker:
    """Makes the nodes of one catalog at one address."""

    catalog: Catalog
    program: ProgramFile
    site_url: str
    ties: Ties

    def organization(self, issuer: Issuer) -> dict[str, Any]:
        """Return *issuer*; the Registry itself replaces it by what the publisher's account says."""
        contact = {"ceterms:email": [issuer.contact]} if "@" in issuer.contact else {}
        return {
            "@id": self.home(issuer),
            "@type": "ceterms:CredentialOrganization",
            "ceterms:ctid": f"ce-{issuer.uid}",
            "ceterms:name": self.said(issuer.name),
            "ceterms:description": self.said(issuer.description),
            "ceterms:subjectWebpage": absolute(issuer.url, self.site_url),
            **contact,
            "ceterms:agentType": [self.term("OrganizationType", "orgType", issuer.organization_type)],
            "ceterms:agentSectorType": [self.term("AgentSector", "agentSector", issuer.sector)],
        }

    def home(self, issuer: Issuer) -> str:
        name = "organization" if issuer.id == self.program.issuer else f"organizations/{issuer.id}"
        return f"{self.site_url}ctdl/{name}.json"

    def described(self, entry: Entry[Spec]) -> Iterator[dict[str, Any]]:
        """Yield *entry*, its competency, and its superseded versions, each as a node of the graph."""
        way = f"{entry.folder}/{entry.slug}/"
        versions = [(kept.spec.spec, f"{way}v/{kept.slug}/") for kept in self.catalog.superseded_versions(entry)]
        earlier = {"ceterms:previousVersion": self.address(versions[0][1])} if versions else {}
        names = [self.address(address) for address in former(entry, way)]
        same = {_SAME: names} if names else {}
        ties = {term: self.those(others) for term, others in self.ties.of(entry).items() if others}
        yield {**self.node(entry.spec, entry.slug, way, str(entry.spec.uid)), **ties, **earlier, **same}
        yield from self.parts(entry.spec, str(entry.spec.uid), way, way)
        for spec, address in versions:
            uid = derive_version_uuid(str(entry.spec.uid), spec.version)
            latest = {"ceterms:latestVersion": self.address(way)}
            shared = way if statement(spec) == statement(entry.spec) else address
            yield {**self.node(spec, entry.slug, address, uid, way, shared), **latest}
            yield from self.parts(spec, uid, address, shared)

    def moved(self, entry: Entry[Spec], node: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """Yield *node* for each former name of *entry*, under the id of old: the same thing, as its CTID says."""
        for path in former(entry, node["@id"].removeprefix(self.site_url)):
            same = {_SAME: [node["@id"]]} if node["@type"] == _TYPE else {}
            plain = {term: value for term, value in node.items() if term != _SAME}
            yield {**renamed(plain, node["@id"], f"{self.site_url}{path}"), **same}

    def node(
        self, spec: Spec, slug: str, address: str, uid: str, home: str = "", competency: str = ""
    ) -> dict[str, Any]:
        """Return *spec* as a credential whose page is at *address*.

        For a kept version, *home* is the page of today, and its competency stands beside the page *competency*.
        """
        owner = [self.owner(spec)]
        facts = {
            "@id": self.address(address),
            "@type": _TYPE,
            "ceterms:ctid": f"ce-{uid}",
            "ceterms:name": self.said(spec.title),
            "ceterms:description": self.said(_described(spec)),
            "ceterms:subjectWebpage": f"{self.site_url}{address}",
            "ceterms:inLanguage": [spec.language or self.program.language],
            "ceterms:credentialStatusType": self.term("CredentialStatus", "credentialStat", self.life(spec, home)),
            "ceterms:ownedBy": owner,
            "ceterms:offeredBy": owner,
            "ceterms:image": f"{self.site_url}{home or address}badge.svg",
            "ceterms:keyword": self.said(list(spec.tags)) if spec.tags else None,
            "ceterms:versionCode": spec.version,
            "ceterms:dateEffective": str(spec.dates.published or ""),
            "ceterms:expirationDate": str(spec.dates.retired_on or ""),
            **self.details(spec, f"{self.site_url}{address}"),
            "ceterms:requires": list(self.conditions(spec, slug, competency or address)),
        }  # fmt: skip
        return {term: value for term, value in facts.items() if value}

    def life(self, spec: Spec, home: str) -> str:
        return "Deprecated" if home else _LIFE[spec.status]

    def details(self, spec: Spec, page: str) -> dict[str, Any]:
        """Return what only a credential says."""
        if not isinstance(spec, MicroCredential):
            return {}
        subjects = [self.catalog.program.label("subjects", each) for each in spec.subjects]
        return {
            "ceterms:subject": [self.named(subject) for subject in subjects],
            "ceterms:estimatedDuration": [_length(spec.effort.hours)] if spec.effort.hours else [],
            "ceterms:estimatedCost": [self.price(spec.cost, page)] if spec.cost else [],
            "ceterms:hasRubric": [f"{page}rubric.json"] if spec.rubric.criteria else [],
        }

    def conditions(self, spec: Spec, slug: str, home: str) -> Iterator[dict[str, Any]]:
        competency = {"ceterms:targetCompetency": [f"{self.site_url}{home}competency.json"]}
        if isinstance(spec, MicroCredential):
            asked = requirements(spec)
            words = {"ceterms:condition": self.said(asked)} if asked else {}
            yield self.condition(
                "Evidence", "Submit the evidence; assessors score it with the rubric.", words | competency
            )
            if needed := self.those(self.ties.named(spec.prerequisites)):
                yield self.condition("Before", "Earn these first.", {"ceterms:targetCredential": needed})
        elif isinstance(spec, Stack):
            rules = {"required": "Earn every one of these.", "elective": f"Earn {spec.electives_min} or more of these."}
            found = {role: self.those(members_as(role, slug, self.catalog)) for role in rules}
            for role, members in found.items():
                if members:
                    targets = {"ceterms:targetCredential": members} | competency
                    yield self.condition(role.capitalize(), rules[role], targets)
            if not any(found.values()):
                yield self.condition("Members", "Nothing in this stack can be earned today.", competency)

    def condition(self, name: str, description: str, more: dict[str, Any]) -> dict[str, Any]:
        said = {"ceterms:name": self.said(name), "ceterms:description": self.said(description)}
        return {"@type": "ceterms:ConditionProfile", **said, **more}

    def parts(self, spec: Spec, uid: str, address: str, home: str) -> Iterator[dict[str, Any]]:
        """Yield the competency and the rubric of *spec*; its competency stands beside the page *home*."""
        page, at_home, said = f"{self.site_url}{address}", f"{self.site_url}{home}", self.program.language
        rule = scoring(spec.rubric, self.catalog.program) if isinstance(spec, MicroCredential) else ""
        return Asn(spec, uid, page, at_home, said, self.owner(spec), rule).nodes()

    def owner(self, spec: Spec) -> str:
        known = {issuer.id: issuer for issuer in self.program.issuers if issuer.uid}
        return self.home(known.get(spec.issuer or "") or known[self.program.issuer])

    def address(self, way: str) -> str:
        return f"{self.site_url}{way}ctdl.json"

    def those(self, entries: Iterable[Entry[Spec]]) -> list[str]:
        return [self.address(f"{entry.folder}/{entry.slug}/") for entry in entries]

    def said(self, text: str | list[str]) -> dict[str, str | list[str]]:
        return {self.program.language: text}

    def named(self, name: str) -> dict[str, Any]:
        return {"@type": "ceterms:CredentialAlignmentObject", "ceterms:targetNodeName": self.said(name)}

    def term(self, scheme: str, prefix: str, concept: str) -> dict[str, Any]:
        known = {"ceterms:framework": f"{_TERMS}{scheme}", "ceterms:targetNode": f"{prefix}:{concept}"}
        return {**self.named(concept), **known}

    def price(self, cost: Cost, page: str) -> dict[str, Any]:
        return {
            "@type": "ceterms:CostProfile",
            "ceterms:description": self.said(cost.note or "What the assessment costs."),
            "ceterms:costDetails": page,
            "ceterms:price": cost.amount,
            "ceterms:currency": cost.currency,
        }


def _length(hours: Between) -> dict[str, Any]:
    least, most = (f"PT{round(each * 60)}M" for each in (hours.min, hours.max))
    return {"@type": "ceterms:DurationProfile", "ceterms:minimumDuration": least, "ceterms:maximumDuration": most}


def _described(spec: Spec) -> str:
    """Return the summary; the Registry refuses descriptions of fewer than 15 characters."""
    text = spec.summary or spec.title
    return text if len(text) >= 15 else f"The micro-credential {text}"
