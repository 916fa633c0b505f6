"""What lists and filters need of every document, and what a card shows of it: two kinds of files, both JSON.

The store, schema 4, is written in columns, so that a thousand credentials stay small::

    facets   what readers filter by: id, label and options (id and label)
    titles   of every document, in the order of the index
    urls     from the site's root; 0 for a credential whose address is made of the letters and digits of its title
    kinds    what a document is called that is no credential: [from which place on, "Stack" or "Page"]
    answers  per facet, for each credential the places of its answers in the options; a single one without brackets
    hours    of each credential, least and most; 0 where nobody said
    days     of each credential, on which it was published or else begun, counted from January 1 of the year 1; or 0

A file of cards, schema 1, has the labels of its ``facts``, the ``words`` that facts say, and for each document its
``text`` and, for a credential, its facts (places in ``words``, -1 for nothing) and, unless it is simply published, its
status (id and label).
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ...catalog.addresses import address_of
from ...catalog.catalog import Catalog, Entry
from ...catalog.nodes import Guide
from ...model.slugs import MAX_SLUG, suggest_slug
from ...model.spec import MicroCredential
from .._selection import address, listed_credentials, listed_stacks
from .card import Card, build_card
from .facets import FacetOptions, facet_options

SCHEMA = 4
CARDS_SCHEMA = 1
CARDS_PER_FILE = 50
NOTHING = -1


def store(catalog: Catalog) -> bytes:
    """Return the store of *catalog*."""
    entries = listed_credentials(catalog)
    stacks, guides = listed_stacks(catalog), pages(catalog)
    facets = facet_options(catalog, entries)
    answers = _answers(facets)
    hours = [entry.spec.effort.hours for entry in entries]
    days = [entry.spec.dates.published or entry.spec.dates.created for entry in entries]
    guide_urls = [address_of(guide.path.as_posix()) for guide in guides]
    return _json({
        "schema": SCHEMA,
        "facets": [_facet(each) for each in facets],
        "titles": [*(each.spec.title for each in (*entries, *stacks)), *(guide.title for guide in guides)],
        "urls": [*map(_url, entries), *(address(each)[1:] for each in stacks), *guide_urls],
        "kinds": [[len(entries), "Stack"], [len(entries) + len(stacks), "Page"]],
        "answers": [[_short(answers[entry.slug][at]) for entry in entries] for at in range(len(facets))],
        "hours": [[each.min, each.max] if each else 0 for each in hours],
        "days": [day.toordinal() if day else 0 for day in days],
    })  # fmt: skip


def _url(entry: Entry[MicroCredential]) -> str | int:
    """Return the address of *entry*, or 0 where ``engine.js`` gets it from the title: of most, and half of the file."""
    follows = suggest_slug(entry.spec.title) == entry.slug and len(entry.slug) < MAX_SLUG
    return 0 if follows else address(entry)[1:]


def cards(catalog: Catalog) -> list[bytes]:
    """Return the files of cards, each with the next ``CARDS_PER_FILE`` documents."""
    shown = [build_card(entry, catalog) for entry in listed_credentials(catalog)]
    others = [stack.spec.outcome for stack in listed_stacks(catalog)]
    others += [guide.description for guide in pages(catalog)]
    every: list[Card | str] = [*shown, *others]
    return [_cards(every[n : n + CARDS_PER_FILE]) for n in range(0, len(every), CARDS_PER_FILE)]


def _cards(documents: Sequence[Card | str]) -> bytes:
    whole = [each for each in documents if isinstance(each, Card)]
    words = {text: place for place, text in enumerate(_distinct(fact.text for each in whole for fact in each.facts))}
    return _json({
        "schema": CARDS_SCHEMA,
        "facts": [fact.label for fact in whole[0].facts] if whole else [],
        "words": list(words),
        "cards": [_card(each, words) if isinstance(each, Card) else {"text": each} for each in documents],
    })  # fmt: skip


def _card(each: Card, words: Mapping[str, int]) -> dict[str, Any]:
    facts = [words[fact.text] if fact.text else NOTHING for fact in each.facts]
    status = {"status": [each.status, each.badge]} if each.status else {}
    return {"text": each.competency, "facts": facts, **status}


def pages(catalog: Catalog) -> tuple[Guide, ...]:
    """Return every page that a person wrote, except the home page, which introduces the others."""
    return tuple(guide for guide in catalog.guides if address_of(guide.path.as_posix()))


def _short(places: list[int]) -> list[int] | int:
    return places[0] if len(places) == 1 else places


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _distinct(texts: Iterable[str | None]) -> Iterator[str]:
    return iter(dict.fromkeys(text for text in texts if text))


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
