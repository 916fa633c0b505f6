"""What the browser needs to search and filter: the lunr index, and a record for each thing that can be found.

``records.json``, schema 1, is written so that a thousand records stay small: what many records say stands once in a
list, and records hold places in it (from 0; -1 for nothing)::

    facets   what readers filter by: id, label and options (id and label)
    facts    the labels of a card's facts
    words    what facts say
    records  credentials by title, then stacks, then pages; a record's place is its document's id in the index

A record has ``url`` (from the site's root), ``title`` and ``text``. A credential also has ``facts`` (places in
``words``), ``answers`` (per facet, places in its options), ``hours`` (least and most, where known) and, unless it is
simply published, ``status`` (id and label). Every other record has its ``kind`` in the reader's words.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Any

from ..catalog import Catalog, Entry, Guide
from ..markdown import render
from ..model import MicroCredential, Stack
from ..output import DataFile, address_of
from .card import Card, card
from .facets import FacetOptions, facet_options
from .search import Document, index
from .selection import address, listed_credentials, listed_stacks

SCHEMA = 1
NOTHING = -1
Record = dict[str, Any]


def search_data(catalog: Catalog, preview: bool) -> Iterator[DataFile]:
    """Yield ``assets/search/index.json`` (lunr) and ``assets/search/records.json``; both number results alike."""
    yield DataFile("assets/search/index.json", index(_documents(catalog, preview)))
    data = _records(catalog, preview)
    yield DataFile("assets/search/records.json", json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())


def _pages(catalog: Catalog) -> tuple[Guide, ...]:
    """Every page that a person wrote, except the home page, which introduces the others."""
    return tuple(guide for guide in catalog.guides if address_of(guide.path.as_posix()))


def _documents(catalog: Catalog, preview: bool) -> Iterator[Document]:
    number = count()
    titles = {stack.slug: stack.spec.title for stack in listed_stacks(catalog, preview)}
    for entry in listed_credentials(catalog, preview):
        yield _credential_document(next(number), entry.spec, catalog, titles)
    for stack in listed_stacks(catalog, preview):
        yield _stack_document(next(number), stack.spec)
    for page in _pages(catalog):
        text = render(page.markdown).striptags()
        yield Document(id=next(number), kind="guide", title=page.title, competency=page.description, text=text)


def _credential_document(number: int, spec: MicroCredential, catalog: Catalog, titles: Mapping[str, str]) -> Document:
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


def _records(catalog: Catalog, preview: bool) -> dict[str, Any]:
    entries = listed_credentials(catalog, preview)
    cards = [card(entry, catalog, preview) for entry in entries]
    facets = facet_options(catalog, entries, preview)
    words = {text: place for place, text in enumerate(_distinct(fact.text for each in cards for fact in each.facts))}
    answers = _answers(facets)
    return {
        "schema": SCHEMA,
        "facets": [_facet(each) for each in facets],
        "facts": [fact.label for fact in cards[0].facts] if cards else [],
        "words": list(words),
        "records": [
            *(_record(entry, each, words, answers[entry.slug]) for entry, each in zip(entries, cards, strict=True)),
            *(_stack_record(stack) for stack in listed_stacks(catalog, preview)),
            *(_page_record(page) for page in _pages(catalog)),
        ],
    }


def _distinct(texts: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))


def _facet(each: FacetOptions) -> dict[str, Any]:
    return {"id": each.facet.id, "label": each.facet.label, "options": [[o.id, o.label] for o in each.options]}


def _answers(facets: tuple[FacetOptions, ...]) -> Mapping[str, list[list[int]]]:
    """Return for each credential, by slug, its answers to each facet as places among the facet's options."""
    answers: dict[str, list[list[int]]] = defaultdict(lambda: [[] for _ in facets])
    for at, each in enumerate(facets):
        for place, option in enumerate(each.options):
            for entry in option.entries:
                answers[entry.slug][at].append(place)
    return answers


def _record(entry: Entry[MicroCredential], each: Card, words: Mapping[str, int], answers: list[list[int]]) -> Record:
    record = {
        "url": each.address[1:],
        "title": each.title,
        "text": each.competency,
        "facts": [words[fact.text] if fact.text else NOTHING for fact in each.facts],
        "answers": answers,
    }
    if hours := entry.spec.effort.hours:
        record["hours"] = [hours.min, hours.max]
    if each.status:
        record["status"] = [each.status, each.badge]
    return record


def _stack_record(stack: Entry[Stack]) -> Record:
    return {"kind": "Stack", "url": address(stack)[1:], "title": stack.spec.title, "text": stack.spec.outcome}


def _page_record(page: Guide) -> Record:
    url = address_of(page.path.as_posix())
    return {"kind": "Page", "url": url, "title": page.title, "text": page.description}
