"""The files below ``assets/search/`` with which the browser searches and filters.

``manifest.json`` names the others, whose names change with their content: the index of cards and the index of whole
texts (``_packed_index.py``), the store and the cards (``store.py``). ``lunr-index.json`` is the same index of cards for
programs that use lunr.js (``_lunr_index.py``).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, groupby
from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from ...catalog.catalog import Catalog
from ...catalog.entry import Entry
from ...model.data_format import Count, Number
from ...model.spec import MicroCredential, Stack
from .._selection import listed_credentials, listed_stacks
from ..output import DataFile, compact_json
from ._analyzer import terms
from ._lunr_index import FIELDS, WEIGHTS, Document, lunr_index
from ._packed_index import PackedIndex, add_hash, pack_index
from ._passages import find_passages
from ._thesaurus import Thesaurus, load_thesaurus, thesaurus_files
from .store import CARDS_PER_FILE, build_store, card_files

FOLDER = "assets/search/"
SECTIONS = ("about", "method", "evidence", "rubric", "research", "resources")
"""The fields of the index of whole texts."""

_Blocks = Annotated[list[tuple[str, str]], Field(description="The first term and the name of each file.")]


ManifestData = TypedDict(
    "ManifestData",
    {
        "format": Literal[3],
        "fields": Annotated[dict[str, Number], Field(description="Fields of the index of cards, each with its boost.")],
        "weights": Annotated[
            list[tuple[Count, Number]],
            Field(description="How many documents in a row have a weight, and the weight."),
        ],
        "core": Annotated[str, Field(description="The index of cards.")],
        "blocks": _Blocks,
        "earner": Annotated[str, Field(description="The word for the earner, which the indexes leave out.")],
        "synonyms": list[list[str]],
        "thesaurus": _Blocks,
        "sections": list[str],
        "text": Annotated[str, Field(description="The index of whole texts, by section.")],
        "text_blocks": _Blocks,
        "store": str,
        "cards": list[str],
        "cards_per_file": Annotated[int, Field(ge=1)],
    },
)


@dataclass(frozen=True, slots=True)
class SearchWords:
    """What helps a query besides the indexes: synonyms of the state, the thesaurus, and the word for the earner."""

    synonyms: Sequence[Sequence[str]] = ()
    thesaurus: Thesaurus = field(default_factory=dict)
    earner: str = ""


@dataclass(frozen=True, slots=True)
class _File:
    """A file whose name contains a hash of its content; ``first`` is the first term of a block."""

    name: str
    content: bytes
    first: str = ""


def search_data(catalog: Catalog) -> Iterator[DataFile]:
    """Yield every file; all have documents in the same order: credentials by title, then stacks, then guides."""
    earner = catalog.program.file.terms.earner if catalog.program.file else ""
    documents = [replace(each, competency=_without(earner, each.competency)) for each in _documents(catalog)]
    yield DataFile(f"{FOLDER}lunr-index.json", lunr_index(documents))
    synonyms = catalog.program.vocabulary.synonyms if catalog.program.vocabulary else ()
    texts = [tuple(_without(earner, text) for text in sections) for sections in _texts(catalog)]
    words = SearchWords(synonyms, load_thesaurus(), earner)
    yield from search_files(documents, texts, build_store(catalog), card_files(catalog), words)


def search_files(
    documents: Sequence[Document],
    texts: Sequence[Sequence[str]],
    store: bytes,
    cards: Sequence[bytes],
    words: SearchWords,
) -> Iterator[DataFile]:
    """Yield the manifest and the files that it names; *texts* has, for each document, the text of each section."""
    short = pack_index(([terms(getattr(document, name)) for name in FIELDS] for document in documents), len(FIELDS))
    whole = pack_index(([terms(text) for text in sections] for sections in texts), len(SECTIONS), terms_in_blocks=True)
    core, *blocks = _index_files("core", "blocks", short)
    text, *text_blocks = _index_files("text", "text-blocks", whole)
    store_file = _File(add_hash("store", store, "json"), store)
    named_cards = [_File(add_hash(f"cards-{n}", content, "json"), content) for n, content in enumerate(cards)]
    thesaurus = [
        _File(add_hash(f"thesaurus-{n}", content, "json"), content, first)
        for n, (first, content) in enumerate(thesaurus_files(words.thesaurus, {*short.terms, *whole.terms}))
    ]
    manifest: ManifestData = {
        "format": 3,
        "fields": dict(FIELDS),
        "weights": _weights(documents),
        "core": core.name,
        "blocks": [(block.first, block.name) for block in blocks],
        "earner": words.earner,
        "synonyms": [list(each) for each in words.synonyms],
        "thesaurus": [(file.first, file.name) for file in thesaurus],
        "sections": list(SECTIONS),
        "text": text.name,
        "text_blocks": [(block.first, block.name) for block in text_blocks],
        "store": store_file.name,
        "cards": [file.name for file in named_cards],
        "cards_per_file": CARDS_PER_FILE,
    }
    yield DataFile(f"{FOLDER}manifest.json", compact_json(manifest))
    for file in (core, *blocks, text, *text_blocks, *thesaurus, store_file, *named_cards):
        yield DataFile(f"{FOLDER}{file.name}", file.content)


def _index_files(core: str, blocks: str, index: PackedIndex) -> Iterator[_File]:
    """Yield the core of *index*, then its blocks; their names begin with *core* and *blocks*."""
    yield _File(add_hash(core, index.core, "bin"), index.core)
    for n, block in enumerate(index.blocks):
        yield _File(add_hash(f"{blocks}-{n}", block.content, "bin"), block.content, block.first)


def _without(earner: str, text: str) -> str:
    """Return *text* without the word for the earner: in every spec, it tells nothing, and its stem is “education”."""
    return re.sub(rf"\b{re.escape(earner)}s?\b", "", text, flags=re.IGNORECASE) if earner else text


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
    for each in find_passages(catalog):
        yield Document(id=next(number), kind="guide", title=each.heading, competency=each.sentence, stack=each.page,
                       text=each.text)  # fmt: skip


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
    yield from (("",) * len(SECTIONS) for _ in find_passages(catalog))


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
