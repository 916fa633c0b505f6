"""What the browser needs to search and filter, as files below ``assets/search/``.

``manifest.json`` (format 2) names the others, whose names change with their content:

- ``core`` and ``blocks``: the index of what stands on cards (``compact.py``); ``text`` and ``text_blocks``: that of
  the whole text, by section; a block is named with its first term.
- ``store``: for every document what lists and filters need (``store.py``).
- ``cards``: what a list shows of documents, ``cards_per_file`` in each.

``lunr-index.json`` is the same index of cards in the form that lunr.js 2.3.9 loads, for whoever wants that.
"""

import json
from collections.abc import Iterator, Sequence
from itertools import count, groupby
from typing import Any

from ...catalog.catalog import Catalog, Entry
from ...model.spec import MicroCredential, Stack
from ...reading.markdown.render import render_markdown
from .._selection import listed_credentials, listed_stacks
from ..output import DataFile
from ._analyzer import terms
from ._compact import Compact, Part, compact, named
from ._lunr_index import FIELDS, WEIGHTS, Document, index
from .store import CARDS_PER_FILE, cards, pages, store

FORMAT = 2
FOLDER = "assets/search/"
SECTIONS = ("about", "method", "evidence", "rubric", "research", "resources")
"""The fields of the index of whole texts."""


def search_data(catalog: Catalog) -> Iterator[DataFile]:
    """Yield every file; all of them number documents alike: credentials by title, then stacks, then pages."""
    documents = list(_documents(catalog))
    yield DataFile(f"{FOLDER}lunr-index.json", index(documents))
    synonyms = catalog.program.vocabulary.synonyms if catalog.program.vocabulary else ()
    texts = list(_texts(catalog))
    yield from files(documents, texts, store(catalog), cards(catalog), synonyms)


def files(
    documents: Sequence[Document],
    texts: Sequence[Sequence[str]],
    stored: bytes,
    card_files: Sequence[bytes],
    synonyms: Sequence[Sequence[str]] = (),
) -> Iterator[DataFile]:
    """Yield the manifest and the files that it names; *texts* are those of the sections of each document."""
    short = compact(([terms(getattr(document, name)) for name in FIELDS] for document in documents), len(FIELDS))
    whole = compact(([terms(text) for text in sections] for sections in texts), len(SECTIONS), own_terms=True)
    named_files: dict[str, bytes] = {}

    def keep(name: str, content: bytes, ending: str = "bin") -> str:
        named_files[named(name, content, ending)] = content
        return named(name, content, ending)

    manifest = {
        "format": FORMAT,
        "fields": FIELDS,
        "weights": _weights(documents),
        **_parts("core", "blocks", short, keep),
        "synonyms": synonyms,
        "sections": SECTIONS,
        **_parts("text", "text_blocks", whole, keep),
        "store": keep("store", stored, "json"),
        "cards": [keep(f"cards-{n}", content, "json") for n, content in enumerate(card_files)],
        "cards_per_file": CARDS_PER_FILE,
    }
    yield DataFile(f"{FOLDER}manifest.json", json.dumps(manifest, ensure_ascii=False, separators=(",", ":")).encode())
    yield from (DataFile(f"{FOLDER}{name}", content) for name, content in named_files.items())


def _parts(core: str, blocks: str, index: Compact, keep: Any) -> dict[str, Any]:
    def block(n: int, part: Part) -> list[str]:
        return [part.first, keep(f"{blocks.replace('_', '-')}-{n}", part.content)]

    return {core: keep(core, index.core), blocks: [block(n, part) for n, part in enumerate(index.blocks)]}


def _weights(documents: Sequence[Document]) -> list[tuple[int, float]]:
    """Return how many documents in a row count how much, in their order."""
    runs = groupby(WEIGHTS[document.kind] for document in documents)
    return [(len(list(run)), weight) for weight, run in runs]


def _documents(catalog: Catalog) -> Iterator[Document]:
    number = count()
    titles = {stack.slug: stack.spec.title for stack in listed_stacks(catalog)}
    for entry in listed_credentials(catalog):
        yield _credential_document(next(number), entry.spec, catalog, titles)
    for stack in listed_stacks(catalog):
        yield _stack_document(next(number), stack.spec)
    for page in pages(catalog):
        text = render_markdown(page.markdown).striptags()
        yield Document(id=next(number), kind="guide", title=page.title, competency=page.description, text=text)


def _credential_document(number: int, spec: MicroCredential, catalog: Catalog, titles: dict[str, str]) -> Document:
    return Document(
        id=number,
        kind="credential",
        title=spec.title,
        competency=spec.competency,
        tags=" ".join(spec.tags),
        codes=" ".join(f"{each.framework} {each.code}" for each in spec.alignment),
        stack=" ".join(titles.get(each.stack, "") for each in spec.stacks),
        subjects=" ".join(_labels(spec, catalog)),
        text=spec.summary or "",
    )


def _labels(spec: MicroCredential, catalog: Catalog) -> Iterator[str]:
    """Every answer to a facet that has words of its own: whoever types one instead of ticking it finds the same."""
    label = catalog.program.label
    yield from (label("subjects", subject) for subject in spec.subjects)
    yield from (label("grade_bands", grade) for grade in spec.grade_bands)
    yield from (label("educator_roles", role) for role in spec.educator_roles)
    yield label("levels", spec.level)
    yield from (label("currency_types", currency.type) for currency in spec.currency)


def _stack_document(number: int, spec: Stack) -> Document:
    return Document(
        id=number,
        kind="stack",
        title=spec.title,
        competency=spec.outcome,
        tags=" ".join(spec.tags),
        text=spec.summary or "",
    )


def _texts(catalog: Catalog) -> Iterator[tuple[str, ...]]:
    """Yield the text of each document by section; what people wrote as a page is whole in the index of cards."""
    for entry in listed_credentials(catalog):
        yield _sections(entry)
    for stack in listed_stacks(catalog):
        yield (f"{stack.section('About this stack')} {stack.spec.rationale or ''}", *[""] * (len(SECTIONS) - 1))
    yield from (("",) * len(SECTIONS) for _ in pages(catalog))


def _sections(entry: Entry[MicroCredential]) -> tuple[str, ...]:
    spec, evidence = entry.spec, entry.spec.evidence
    prompts = [each.prompt for each in (*evidence.overview, *evidence.reflection)]
    artifacts = [
        text for each in evidence.artifacts for text in (each.name, each.description, *each.completion_indicators)
    ]
    criteria = [text for each in spec.rubric.criteria for text in (each.name, *each.descriptors.values())]
    components = [text for each in spec.method_components for text in (each.title, each.text)]
    return (
        f"{spec.summary or ''} {entry.section('About this micro-credential')}",
        " ".join([spec.key_method or "", *components, entry.section("Key method in practice")]),
        " ".join([*prompts, *artifacts]),
        " ".join(criteria),
        " ".join([*(each.relevance or "" for each in spec.research), entry.section("Supporting rationale")]),
        " ".join(text for each in spec.resources for text in (each.title, each.why or "")),
    )
