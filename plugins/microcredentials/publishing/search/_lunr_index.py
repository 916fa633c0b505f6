"""The search index of the catalog: a lunr 2.3.9 index, built here, searched in the browser by ``assets/search/``."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from lunr.builder import Builder
from lunr.index import Index
from lunr.stemmer import stemmer

from ..output import compact_json
from ._analyzer import terms

Kind = Literal["credential", "stack", "guide"]

FIELDS = {"title": 6, "competency": 2, "tags": 3, "codes": 3, "stack": 2, "subjects": 2, "text": 1}
"""The fields of the index and how much a match in each counts."""

WEIGHTS: dict[Kind, float] = {"credential": 1, "stack": 1, "guide": 0.5}
"""How much a match counts by kind of page: readers search for credentials, and guides repeat the same words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One page that can be found.

    ``id`` is the page's number in the site's own list of pages. Every other field is plain text, several values with
    a space between: ``codes`` of standards with or without their framework's short name, ``stack`` the titles of the
    stacks it belongs to, ``subjects`` the labels readers see, ``text`` the summary and whatever else is to be found.
    """

    id: int
    title: str
    competency: str = ""
    tags: str = ""
    codes: str = ""
    stack: str = ""
    subjects: str = ""
    text: str = ""
    kind: Kind


def index(documents: Iterable[Document]) -> bytes:
    """Return the lunr 2.3.9 index of *documents* as UTF-8 JSON; their order makes no difference.

    Raises ValueError when two documents have the same id.
    """
    ordered = sorted(documents, key=lambda document: document.id)
    if len({document.id for document in ordered}) < len(ordered):
        raise ValueError("Two documents of the search index have the same id.")
    serialized = _build(ordered).serialize()
    # lunr.js compares words by UTF-16 code units and refuses an index that Python sorted by code points
    serialized["invertedIndex"].sort(key=lambda posting: posting[0].encode("utf-16-be"))
    return compact_json(serialized)


def _build(documents: list[Document]) -> Index:
    builder = Builder()
    builder.search_pipeline.add(stemmer)  # only its name is written: lunr.js runs its own
    for name, boost in FIELDS.items():
        builder.field(name, boost)
    for document in documents:
        builder.add(_analyzed(document), {"boost": WEIGHTS[document.kind]})
    return builder.build() if documents else Index({}, {}, None, list(FIELDS), builder.search_pipeline)


def _analyzed(document: Document) -> dict[str, object]:
    """Return the terms of each field; lunr takes a list as it is, so its own tokenizer never cuts our words."""
    return {"id": document.id} | {name: terms(getattr(document, name)) for name in FIELDS}
