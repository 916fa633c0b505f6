"""Linked data in the head of each page, for programs: JSON-LD with the terms of schema.org (https://schema.org).

A credential and a stack are an EducationalOccupationalCredential; every page has its breadcrumbs. Crawlers, browser
tools and open-data projects read it; search engines may ignore it.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from ...catalog.catalog import Catalog
from ...model.program import ProgramFile
from ...model.spec import MicroCredential, Spec, Stack
from ...model.uids import derive_version_uuid
from .._selection import find_specs, listed_credentials
from ..output import Page

MAPPING = {
    "title": "name", "summary": "description", "address of the page": "@id, url", "uid": "identifier",
    "version": "version", "tags": "keywords", "language": "inLanguage", "license": "license",
    "status": "creativeWorkStatus", "dates.published": "datePublished", "issuer": "publisher", "badge": "image",
    "competency": "competencyRequired", "level": "educationalLevel", "effort.hours": "timeRequired",
    "educator_roles": "audience", "alignment": "educationalAlignment", "research": "citation",
    "stacks": "isPartOf, hasPart",
}  # fmt: skip
"""The fields of a spec, and the terms that they become."""


def with_linked_data(pages: Iterable[Page], catalog: Catalog, site_url: str) -> Iterator[Page]:
    """Yield *pages* with their linked data, or unchanged if the site has no address."""
    program = catalog.program.file
    if not program or not site_url:
        yield from pages
        return
    descriptions = _descriptions(catalog, program, site_url)
    known = {page.path: page for page in pages}
    for page in known.values():
        graph = [descriptions.get(page.address), _breadcrumbs(page, known, program, site_url)]
        yield replace(page, linked_data=_script([each for each in graph if each]))


def _script(graph: list[dict[str, Any]]) -> str:
    """Return *graph* as text without a character that a browser could read as markup."""
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _breadcrumbs(page: Page, known: dict[str, Page], program: ProgramFile, site_url: str) -> dict[str, Any]:
    """Return the breadcrumbs of *page*; for the home page, the site."""
    trail = [page]
    while (above := known.get(trail[-1].parent)) and above not in trail:
        trail.append(above)
    if not page.address:
        return {"@type": "WebSite", "@id": f"{site_url}#site", "url": site_url, "name": program.name,
                "inLanguage": program.language, "publisher": {"@id": f"{site_url}#publisher"}}  # fmt: skip
    steps = [{"@type": "ListItem", "position": 1, "name": program.name, "item": site_url}]
    for number, each in enumerate(reversed(trail), 2):
        steps.append({"@type": "ListItem", "position": number, "name": each.title, "item": f"{site_url}{each.address}"})
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def _descriptions(catalog: Catalog, program: ProgramFile, site_url: str) -> dict[str, dict[str, Any]]:
    """Return the descriptions of specs, their kept versions, the home page and the catalog, by address."""
    found = {"": _publisher(program, site_url), "catalog/": _list(catalog, site_url)}
    for entry in (*catalog.credentials, *catalog.stacks):
        address = f"{entry.folder}/{entry.slug}/"
        found[address] = _credential(entry.spec, entry.slug, address, catalog, site_url)
        for kept in catalog.superseded_versions(entry):
            below = f"{address}v/{kept.slug}/"
            former = _credential(kept.spec.spec, entry.slug, below, catalog, site_url)
            found[below] = former | _superseded(entry.spec, kept.spec.spec)
    return found


def _publisher(program: ProgramFile, site_url: str, id: str | None = None) -> dict[str, Any]:
    issuers = {issuer.id: issuer for issuer in program.issuers}
    issuer = issuers.get(id or "") or issuers.get(program.issuer)
    name = issuer.name if issuer else program.name
    at = "#publisher" if not issuer or issuer.id == program.issuer else f"#{issuer.id}"
    return {"@type": "Organization", "@id": f"{site_url}{at}", "name": name}


def _list(catalog: Catalog, site_url: str) -> dict[str, Any]:
    entries = listed_credentials(catalog)
    items = [{"@type": "ListItem", "position": n, "url": f"{site_url}{entry.folder}/{entry.slug}/"}
             for n, entry in enumerate(entries, 1)]  # fmt: skip
    return {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items}


def _credential(spec: Spec, slug: str, address: str, catalog: Catalog, site_url: str) -> dict[str, Any]:
    program = catalog.program
    assert program.file is not None
    terms = program.term("licenses", spec.license)
    facts = {
        "@type": "EducationalOccupationalCredential",
        "@id": f"{site_url}{address}#credential",
        "url": f"{site_url}{address}",
        "name": spec.title,
        "description": spec.summary,
        "credentialCategory": "micro-credential" if isinstance(spec, MicroCredential) else "stack of micro-credentials",
        "identifier": _ctid(spec.uid) if spec.uid else None,
        "version": spec.version,
        "keywords": list(spec.tags),
        "inLanguage": spec.language or program.file.language,
        "license": terms.url if terms else None,
        "creativeWorkStatus": program.label("statuses", spec.status),
        "datePublished": str(spec.dates.published or ""),
        "expires": str(spec.dates.retired_on or ""),
        "image": f"{site_url}{'/'.join(address.split('/')[:2])}/badge.svg",
        "publisher": _publisher(program.file, site_url, spec.issuer),
    }  # fmt: skip
    own = (
        _of_credential(spec, catalog, site_url)
        if isinstance(spec, MicroCredential)
        else _parts(slug, catalog, site_url)
    )
    facts |= own
    return {term: value for term, value in facts.items() if value}


def _ctid(uid: str) -> dict[str, Any]:
    return {"@type": "PropertyValue", "propertyID": "CTID", "value": f"ce-{uid}"}


def _superseded(today: Spec, then: Spec) -> dict[str, Any]:
    """Return the terms in which the kept version *then* differs from *today*."""
    own = {"identifier": _ctid(derive_version_uuid(today.uid, then.version))} if today.uid else {}
    return {"creativeWorkStatus": "Superseded", **own}


def _parts(stack: str, catalog: Catalog, site_url: str) -> dict[str, Any]:
    members = catalog.members(stack)
    return {"hasPart": [{"@id": f"{site_url}credentials/{member.slug}/#credential"} for member in members]}


def _of_credential(spec: MicroCredential, catalog: Catalog, site_url: str) -> dict[str, Any]:
    program = catalog.program
    stacks = find_specs(catalog, Stack, [each.stack for each in spec.stacks])
    references = [(program.references or {}).get(each.reference) for each in spec.research]
    return {
        "competencyRequired": spec.competency,
        "educationalLevel": program.label("levels", spec.level),
        "timeRequired": f"PT{round(spec.effort.hours.max * 60)}M" if spec.effort.hours else None,
        "audience": [{"@type": "EducationalAudience", "educationalRole": program.label("educator_roles", role)}
                     for role in spec.educator_roles],
        "educationalAlignment": list(_alignments(spec, catalog)),
        "citation": [str(each.csl["title"]) for each in references if each and each.csl.get("title")],
        "isPartOf": [{"@id": f"{site_url}stacks/{each.slug}/#credential"} for each in stacks],
    }  # fmt: skip


def _alignments(spec: MicroCredential, catalog: Catalog) -> Iterator[dict[str, str]]:
    frameworks = catalog.program.frameworks or {}
    for each in spec.alignment:
        framework = frameworks.get(each.framework)
        name = next((item.name for item in framework.items if item.code == each.code), "") if framework else ""
        if framework and name:
            yield {
                "@type": "AlignmentObject",
                "educationalFramework": framework.title,
                "targetName": f"{each.code} {name}",
            }
