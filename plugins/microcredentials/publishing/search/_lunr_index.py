"""The search index in the format of lunr 2.3.9, for programs that use lunr.js.

The site itself searches with the packed index, which scores the same in a fraction of the bytes. lunr is a named
requirement of the project, so this index is published, too, and the suite proves our scores against it.
"""

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
"""The fields of the index, each with its boost."""

WEIGHTS: dict[Kind, float] = {"credential": 1, "stack": 1, "guide": 0.5}
"""The weight of each kind of document: readers search for credentials, and guides repeat the same words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One page that search can find.

    ``id`` is the number of the document, from 0. Every other field is plain text, with a space between values:
    ``codes`` are those of standards with or without their framework's short name, ``stack`` the titles of the stacks,
    ``subjects`` the labels that readers see, and ``text`` the summary and any other text.
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


def lunr_index(documents: Iterable[Document]) -> bytes:
    """Return the lunr 2.3.9 index of *documents* as UTF-8 JSON; their order makes no difference.

    Raises:
        ValueError: two documents have the same id.
    """
    ordered = sorted(documents, key=lambda document: document.id)
    if len({document.id for document in ordered}) < len(ordered):
        raise ValueError("Two documents of the search index have the same id.")
    serialized = _build(ordered).serialize()
    # lunr.js sorts terms by UTF-16 code units and refuses an index that Python sorted by code points
    serialized["invertedIndex"].sort(key=lambda posting: posting[0].encode("utf-16-be"))
    return compact_json(serialized)


def _build(documents: list[Document]) -> Index:
    builder = Builder()
    builder.search_pipeline.add(stemmer)  # only its name is written; lunr.js runs its own
    for name, boost in FIELDS.items():
        builder.field(name, boost)
    for document in documents:
        builder.add(_terms_by_field(document), {"boost": WEIGHTS[document.kind]})
    return builder.build() if documents else Index({}, {}, None, list(FIELDS), builder.search_pipeline)


def _terms_by_field(document: Document) -> dict[str, object]:
    """Return the terms of each field as lists, which lunr uses as they are, without its own tokenizer."""
    return {"id": document.id} | {name: terms(getattr(document, name)) for name in FIELDS}
