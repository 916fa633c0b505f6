"""What the browser needs to search and filter: the lunr index, and a record for each result."""

import json
from collections.abc import Iterator

from ..catalog import Catalog, Entry
from ..model import MicroCredential
from ..output import DataFile, address_of
from .facets import FACETS, facet_options
from .search import Document, index
from .selection import address, listed_credentials, listed_stacks


def search_data(catalog: Catalog, preview: bool) -> Iterator[DataFile]:
    """Yield ``assets/search/index.json`` (lunr) and ``assets/search/records.json``; both number results alike."""
    credentials = listed_credentials(catalog, preview)
    documents = tuple(_documents(catalog, credentials, preview))
    yield DataFile("assets/search/index.json", index(document for document, _ in documents))
    options = {each.facet.id: each for each in facet_options(catalog, credentials)}
    facets = [{"id": f.id, "label": f.label, "options": [[o.id, o.label] for o in options[f.id].options]} for f in FACETS]
    data = {"schema": 1, "facets": facets, "records": [record for _, record in documents]}
    yield DataFile("assets/search/records.json", json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())


def _documents(
    catalog: Catalog, credentials: tuple[Entry[MicroCredential], ...], preview: bool
) -> Iterator[tuple[Document, dict[str, object]]]:
    number = 0
    label = catalog.program.label
    titles = {stack.slug: stack.spec.title for stack in catalog.stacks}
    for entry in credentials:
        spec = entry.spec
        yield (
            Document(
                id=number, kind="credential", title=spec.title, competency=spec.competency, tags=" ".join(spec.tags),
                codes=" ".join(f"{a.framework} {a.code}" for a in spec.alignment),
                stack=" ".join(titles.get(m.stack, "") for m in spec.stacks),
                subjects=" ".join(label("subjects", subject) for subject in spec.subjects), text=spec.summary or "",
            ),
            _record(entry, catalog),
        )  # fmt: skip
        number += 1
    for stack in listed_stacks(catalog, preview):
        yield (
            Document(id=number, kind="stack", title=stack.spec.title, competency=stack.spec.outcome,
                     tags=" ".join(stack.spec.tags), text=stack.spec.summary or ""),
            {"kind": "stack", "url": address(stack)[1:], "title": stack.spec.title, "text": stack.spec.outcome},
        )  # fmt: skip
        number += 1
    for guide in catalog.guides:
        yield (
            Document(id=number, kind="guide", title=guide.title, competency=guide.description),
            {"kind": "guide", "url": address_of(guide.path.as_posix()), "title": guide.title, "text": guide.description},
        )
        number += 1


def _record(entry: Entry[MicroCredential], catalog: Catalog) -> dict[str, object]:
    spec = entry.spec
    return {
        "kind": "credential",
        "url": address(entry)[1:],
        "title": spec.title,
        "text": spec.competency,
        "status": spec.status,
        "level": catalog.program.label("levels", spec.level),
        "hours": spec.effort.hours.words if spec.effort.hours else "",
        "cost": spec.cost.amount if spec.cost else None,
        "facets": {facet.id: sorted(facet.values(entry, catalog)) for facet in FACETS},
    }
