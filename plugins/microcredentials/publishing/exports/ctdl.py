"""CTDL: credentials, stacks and their owners, in the language of the Credential Registry.

https://credreg.net/ctdl/terms. A description is beside its page, and its ``@id`` is the address it is fetched from.
``ctdl.jsonld`` is one graph of everything that the Registry's publish action publishes. It follows references to
competencies and rubrics but cannot publish them, so these are in another graph, ``ctdlasn.jsonld``. The Registry
requires a CTID, made from a UUID of version 4, for each object. Specs and issuers have a uid for it; a competency or
kept version gets one made from the uid of its owner, so that it never changes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ...catalog.catalog import Catalog
from ...catalog.entry import Entry
from ...model.fields import Between
from ...model.program import Issuer, ProgramFile
from ...model.spec import Cost, MicroCredential, Spec, Stack
from ..output import DataFile, json_file
from ._addresses import absolute, former_addresses, page_address, replace_address
from ._consistency import check_graph
from ._ctdl_asn import PREFIX, Asn
from ._ctdl_ties import Ties
from ._narrative import members_with_role, requirements, scoring
from ._public import Version, is_identified, public_entries, versions

NAME = "CTDL"
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

Node = dict[str, Any]
Texts = dict[str, str | list[str]]


def export(catalog: Catalog, site_url: str) -> Iterator[DataFile]:
    """Yield a file for each object, and all objects as two graphs.

    Nothing is yielded if the site's address is unknown, because every id is an address, or if the program's issuer has
    no uid, because the Registry accepts no credential without an owner.
    """
    program = catalog.program.file
    if not site_url or not program:
        return
    if not any(issuer.id == program.issuer and issuer.uid for issuer in program.issuers):
        return
    graph = _Graph(catalog, program, site_url, Ties(catalog))
    nodes, copies = [graph.organization(issuer) for issuer in program.issuers if issuer.uid], []
    for entry in filter(is_identified, public_entries(catalog)):
        described = list(graph.nodes(entry))
        nodes += described
        copies += [copy for node in described for copy in graph.copies(entry, node)]
    check_graph(nodes)
    for node in (*nodes, *copies):
        yield json_file(node["@id"].removeprefix(site_url), {"@context": CONTEXT, **node})
    asn = [node for node in nodes if node["@type"].startswith(PREFIX)]
    rest = [node for node in nodes if not node["@type"].startswith(PREFIX)]
    yield json_file("ctdl.jsonld", {"@context": CONTEXT, "@graph": rest})
    yield json_file("ctdlasn.jsonld", {"@context": _ASN_CONTEXT, "@graph": asn})


@dataclass(frozen=True)
class _Graph:
    """Makes the nodes for one catalog at one address."""

    catalog: Catalog
    program: ProgramFile
    site_url: str
    ties: Ties

    def organization(self, issuer: Issuer) -> Node:
        """Return *issuer*; the Registry itself replaces it with the data of the publisher's account."""
        contact = {"ceterms:email": [issuer.contact]} if "@" in issuer.contact else {}
        return {
            "@id": self.organization_address(issuer),
            "@type": "ceterms:CredentialOrganization",
            "ceterms:ctid": f"ce-{issuer.uid}",
            "ceterms:name": self.text(issuer.name),
            "ceterms:description": self.text(issuer.description),
            "ceterms:subjectWebpage": absolute(issuer.url, self.site_url),
            **contact,
            "ceterms:agentType": [self.term("OrganizationType", "orgType", issuer.organization_type)],
            "ceterms:agentSectorType": [self.term("AgentSector", "agentSector", issuer.sector)],
        }

    def organization_address(self, issuer: Issuer) -> str:
        """Return the address of the description of *issuer*."""
        name = "organization" if issuer.id == self.program.issuer else f"organizations/{issuer.id}"
        return f"{self.site_url}ctdl/{name}.json"

    def nodes(self, entry: Entry[Spec]) -> Iterator[Node]:
        """Yield *entry* and then its superseded versions, each followed by its competency and rubric."""
        current, *kept = versions(entry, self.catalog)
        previous = {"ceterms:previousVersion": self.address(kept[0].page)} if kept else {}
        former = [self.address(each) for each in former_addresses(entry, current.page)]
        ties = {term: self.addresses(others) for term, others in self.ties.of(entry).items() if others}
        yield {**self.credential(current), **ties, **previous, **({_SAME: former} if former else {})}
        yield from self.parts(current)
        for version in kept:
            yield {**self.credential(version), "ceterms:latestVersion": self.address(current.page)}
            yield from self.parts(version)

    def copies(self, entry: Entry[Spec], node: Node) -> Iterator[Node]:
        """Yield *node* under each former address of *entry*, with that address as its id and the same CTID."""
        for path in former_addresses(entry, node["@id"].removeprefix(self.site_url)):
            same = {_SAME: [node["@id"]]} if node["@type"] == _TYPE else {}
            own = {term: value for term, value in node.items() if term != _SAME}
            yield {**replace_address(own, node["@id"], f"{self.site_url}{path}"), **same}

    def credential(self, version: Version) -> Node:
        """Return *version* as a credential."""
        spec, owner = version.spec, [self.owner(version.spec)]
        facts = {
            "@id": self.address(version.page),
            "@type": _TYPE,
            "ceterms:ctid": f"ce-{version.uid}",
            "ceterms:name": self.text(spec.title),
            "ceterms:description": self.text(_description(spec)),
            "ceterms:subjectWebpage": f"{self.site_url}{version.page}",
            "ceterms:inLanguage": [spec.language or self.program.language],
            "ceterms:credentialStatusType": self.term("CredentialStatus", "credentialStat", _life(version)),
            "ceterms:ownedBy": owner,
            "ceterms:offeredBy": owner,
            "ceterms:image": f"{self.site_url}{version.current}badge.svg",
            "ceterms:keyword": self.text(list(spec.tags)) if spec.tags else None,
            "ceterms:versionCode": spec.version,
            "ceterms:dateEffective": str(spec.dates.published or ""),
            "ceterms:expirationDate": str(spec.dates.retired_on or ""),
            **(self.details(spec, f"{self.site_url}{version.page}") if isinstance(spec, MicroCredential) else {}),
            "ceterms:requires": list(self.conditions(version)),
        }
        return {term: value for term, value in facts.items() if value}

    def details(self, spec: MicroCredential, page: str) -> Node:
        """Return the facts that only micro-credentials have; *page* is the absolute address of the page of *spec*."""
        subjects = [self.catalog.program.label("subjects", each) for each in spec.subjects]
        return {
            "ceterms:subject": [self.alignment(subject) for subject in subjects],
            "ceterms:estimatedDuration": [_duration(spec.effort.hours)] if spec.effort.hours else [],
            "ceterms:estimatedCost": [self.price(spec.cost, page)] if spec.cost else [],
            "ceterms:hasRubric": [f"{page}rubric.json"] if spec.rubric.criteria else [],
        }

    def conditions(self, version: Version) -> Iterator[Node]:
        """Yield the requirements of *version*: evidence and prerequisites, or the members of a stack."""
        spec, competency = version.spec, {"ceterms:targetCompetency": [f"{self.site_url}{version.home}competency.json"]}
        if isinstance(spec, MicroCredential):
            evidence = requirements(spec)
            texts = {"ceterms:condition": self.text(evidence)} if evidence else {}
            yield self.condition(
                "Evidence", "Submit the evidence; assessors score it with the rubric.", texts | competency
            )
            if before := self.addresses(self.ties.named(spec.prerequisites)):
                yield self.condition("Before", "Earn these first.", {"ceterms:targetCredential": before})
        elif isinstance(spec, Stack):
            rules = {"required": "Earn every one of these.", "elective": f"Earn {spec.electives_min} or more of these."}
            by_role = {role: self.addresses(members_with_role(role, version.slug, self.catalog)) for role in rules}
            for role, members in by_role.items():
                if members:
                    targets = {"ceterms:targetCredential": members} | competency
                    yield self.condition(role.capitalize(), rules[role], targets)
            if not any(by_role.values()):
                yield self.condition("Members", "Nothing in this stack can be earned today.", competency)

    def condition(self, name: str, description: str, more: Node) -> Node:
        """Return a requirement: its name, its description, and *more* properties."""
        texts = {"ceterms:name": self.text(name), "ceterms:description": self.text(description)}
        return {"@type": "ceterms:ConditionProfile", **texts, **more}

    def parts(self, version: Version) -> Iterator[Node]:
        """Yield the competency and the rubric of *version*."""
        spec, language = version.spec, self.program.language
        page, home = f"{self.site_url}{version.page}", f"{self.site_url}{version.home}"
        rule = scoring(spec.rubric, self.catalog.program) if isinstance(spec, MicroCredential) else ""
        return Asn(spec, version.uid, page, home, language, self.owner(spec), rule).nodes()

    def owner(self, spec: Spec) -> str:
        """Return the address of the issuer of *spec*, or of the program's issuer if the spec's own has no uid."""
        issuers = {issuer.id: issuer for issuer in self.program.issuers if issuer.uid}
        return self.organization_address(issuers.get(spec.issuer or "") or issuers[self.program.issuer])

    def address(self, page: str) -> str:
        """Return the address of the CTDL description that is published beside *page*."""
        return f"{self.site_url}{page}ctdl.json"

    def addresses(self, entries: Iterable[Entry[Spec]]) -> list[str]:
        """Return the addresses of the descriptions of *entries*."""
        return [self.address(page_address(entry)) for entry in entries]

    def text(self, text: str | list[str]) -> Texts:
        """Return *text* by its language."""
        return {self.program.language: text}

    def alignment(self, name: str) -> Node:
        """Return a reference that states only the *name* of a thing."""
        return {"@type": "ceterms:CredentialAlignmentObject", "ceterms:targetNodeName": self.text(name)}

    def term(self, scheme: str, prefix: str, concept: str) -> Node:
        """Return a reference to a *concept* of one of the Registry's own schemes."""
        terms = {"ceterms:framework": f"{_TERMS}{scheme}", "ceterms:targetNode": f"{prefix}:{concept}"}
        return {**self.alignment(concept), **terms}

    def price(self, cost: Cost, page: str) -> Node:
        """Return *cost* as a price with a link to *page*, which explains it."""
        return {
            "@type": "ceterms:CostProfile",
            "ceterms:description": self.text(cost.note or "What the assessment costs."),
            "ceterms:costDetails": page,
            "ceterms:price": cost.amount,
            "ceterms:currency": cost.currency,
        }


def _life(version: Version) -> str:
    return _LIFE[version.spec.status] if version.page == version.current else "Deprecated"


def _duration(hours: Between) -> Node:
    least, most = (f"PT{round(each * 60)}M" for each in (hours.min, hours.max))
    return {"@type": "ceterms:DurationProfile", "ceterms:minimumDuration": least, "ceterms:maximumDuration": most}


def _description(spec: Spec) -> str:
    """Return the summary; the Registry rejects descriptions of fewer than 15 characters."""
    text = spec.summary or spec.title
    return text if len(text) >= 15 else f"The micro-credential {text}"
