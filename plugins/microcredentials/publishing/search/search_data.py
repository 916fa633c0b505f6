"""The files below ``assets/search/`` with which the browser searches and filters.

``manifest.json`` names the others, whose names change with their content: the index of cards and the index of whole
texts (``_compact.py``), the store and the cards (``store.py``). ``lunr-index.json`` is the same index of cards in the
form that lunr.js 2.3.9 loads, for other readers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby
from typing import Annotated, Final, Literal

from pydantic import Field
from typing_extensions import TypedDict

from ...catalog.catalog import Catalog, Entry
from ...model.data_format import Count, DataFormat, Number
from ...model.spec import MicroCredential, Stack
from ...reading.markdown.render import render_markdown
from .._selection import listed_credentials, listed_stacks
from ..output import DataFile, compact_json
from ._analyzer import terms
from ._compact import Compact, compact, named
from ._lunr_index import FIELDS, WEIGHTS, Document, index
from .store import CARDS_PER_FILE, FOLDER, cards, pages, store

FORMAT: Final = 2
SECTIONS = ("about", "method", "evidence", "rubric", "research", "resources")
"""The fields of the index of whole texts."""

_Blocks = Annotated[list[tuple[str, str]], Field(description="The first term and the name of each file.")]


class ManifestData(TypedDict):
    """The names of the files of search, and what the browser needs to read them."""

    format: Literal[2]
    fields: Annotated[dict[str, Number], Field(description="The fields of the index of cards, each with its boost.")]
    weights: Annotated[
        list[tuple[Count, Number]], Field(description="How many documents in a row have one weight, and that weight.")
    ]
    core: Annotated[str, Field(description="The index of cards.")]
    blocks: _Blocks
    synonyms: list[list[str]]
    sections: list[str]
    text: Annotated[str, Field(description="The index of whole texts, by section.")]
    text_blocks: _Blocks
    store: str
    cards: list[str]
    cards_per_file: Annotated[int, Field(ge=1)]


MANIFEST = DataFormat("search-manifest", FORMAT, "Names of the files of search", f"{FOLDER}manifest.json", ManifestData)


@dataclass(frozen=True, slots=True)
class _File:
    """A file whose name contains a hash of its content; ``first`` is the first term of a block."""

    name: str
    content: bytes
    first: str = ""


def search_data(catalog: Catalog) -> Iterator[DataFile]:
    """Yield every file; all number documents in the same order: credentials by title, then stacks, then pages."""
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
    core, *blocks = _index_files("core", "blocks", short)
    text, *text_blocks = _index_files("text", "text-blocks", whole)
    store_file = _File(named("store", stored, "json"), stored)
    named_cards = [_File(named(f"cards-{n}", content, "json"), content) for n, content in enumerate(card_files)]
    manifest: ManifestData = {
        "format": FORMAT,
        "fields": dict(FIELDS),
        "weights": _weights(documents),
        "core": core.name,
        "blocks": [(block.first, block.name) for block in blocks],
        "synonyms": [list(each) for each in synonyms],
        "sections": list(SECTIONS),
        "text": text.name,
        "text_blocks": [(block.first, block.name) for block in text_blocks],
        "store": store_file.name,
        "cards": [file.name for file in named_cards],
        "cards_per_file": CARDS_PER_FILE,
    }
    yield DataFile(f"{FOLDER}manifest.json", compact_json(manifest))
    for file in (core, *blocks, text, *text_blocks, store_file, *named_cards):
        yield DataFile(f"{FOLDER}{file.name}", file.content)


def _index_files(core: str, blocks: str, index: Compact) -> Iterator[_File]:
    """Yield the core of *index*, then its blocks; *core* and *blocks* are what their names begin with."""
    yield _File(named(core, index.core, "bin"), index.core)
    for n, part in enumerate(index.blocks):
        yield _File(named(f"{blocks}-{n}", part.content, "bin"), part.content, part.first)


def _weights(documents: Sequence[Document]) -> list[tuple[int, float]]:
    """Return the weights of the documents in order, each with the number of documents in a row that have it."""
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
    """Yield every answer to a facet in words, so that a search for it finds the same as the filter."""
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
    """Yield the text of each document by section; that of a guide is already in the index of cards."""
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
