"""The store, which lists use to filter and sort documents, and the files of cards, which lists show."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from ...catalog.catalog import Catalog
from ...catalog.entry import Entry
from ...model.data_format import Count, Number
from ...model.slugs import MAX_SLUG, suggest_slug
from ...model.spec import MicroCredential
from .._selection import address, listed_credentials, listed_stacks
from ..output import compact_json
from ._passages import find_passages
from .card import Card, build_card
from .facets import FacetOptions, facet_options

CARDS_PER_FILE = 50
NO_FACT = -1

_IdAndLabel = tuple[str, str]
_FromRoot = Annotated[str, Field(description="From the site's root.")]
_Index = Annotated[int, Field(ge=NO_FACT, description="Index into the list of words; less than 0 if there is no fact.")]


FacetData = TypedDict(
    "FacetData",
    {
        "id": str,
        "label": str,
        "options": list[_IdAndLabel],
        "words": Annotated[
            list[list[str]],
            Field(description="For each option, other words for it; options at the end may be left out."),
        ],
    },
)
# One column per fact keeps the file small for a thousand credentials. Documents are numbered as in the index.
StoreData = TypedDict(
    "StoreData",
    {
        "schema": Literal[5],
        "facets": list[FacetData],
        "titles": list[str],
        "urls": Annotated[list[_FromRoot | Literal[0]], Field(description="0: derived from the letters of the title.")],
        "kinds": Annotated[
            list[tuple[Count, str]], Field(description="The first document of each other kind, and the kind.")
        ],
        "answers": Annotated[
            list[list[Count | list[Count]]],
            Field(description="For each facet, the answers of each credential: one index of the options, or a list."),
        ],
        "hours": Annotated[
            list[tuple[Number, Number] | Literal[0]], Field(description="Minimum and maximum; 0: not stated.")
        ],
        "days": Annotated[
            list[Count],
            Field(description="When it was published, else created; day 1 is January 1, year 1."),
        ],
    },
)
# Only credentials have facts, and a status unless it is “published”.
CardData = TypedDict(
    "CardData",
    {
        "text": str,
        "facts": NotRequired[list[_Index]],
        "status": NotRequired[_IdAndLabel],
        "look": NotRequired[Annotated[_Index, Field(description="The layers of the badge and its color, in words.")]],
    },
)
CardsData = TypedDict(
    "CardsData", {"schema": Literal[1], "facts": list[str], "words": list[str], "cards": list[CardData]}
)


def build_store(catalog: Catalog) -> bytes:
    """Return the store of *catalog*."""
    entries = listed_credentials(catalog)
    stacks, passages = listed_stacks(catalog), find_passages(catalog)
    facets = facet_options(catalog)
    answers = _answers(facets)
    hours = [entry.spec.effort.hours for entry in entries]
    days = [entry.spec.dates.published or entry.spec.dates.created for entry in entries]
    data: StoreData = {
        "schema": 5,
        "facets": [_facet(each) for each in facets],
        "titles": [*(each.spec.title for each in (*entries, *stacks)), *(each.heading for each in passages)],
        "urls": [*map(_url, entries), *(address(each)[1:] for each in stacks), *(each.address for each in passages)],
        "kinds": [(len(entries), "Stack"), (len(entries) + len(stacks), "Page")],
        "answers": [[_short(answers[entry.slug][at]) for entry in entries] for at in range(len(facets))],
        "hours": [(each.min, each.max) if each else 0 for each in hours],
        "days": [day.toordinal() if day else 0 for day in days],
    }
    return compact_json(data)


def _url(entry: Entry[MicroCredential]) -> str | Literal[0]:
    """Return the address of *entry*, or 0 where ``engine.js`` can derive it from the title, which halves the file."""
    follows = suggest_slug(entry.spec.title) == entry.slug and len(entry.slug) < MAX_SLUG
    return 0 if follows else address(entry)[1:]


def card_files(catalog: Catalog) -> list[bytes]:
    """Return the files of cards, each with the next ``CARDS_PER_FILE`` documents."""
    credentials = [build_card(entry, catalog) for entry in listed_credentials(catalog)]
    others = [stack.spec.outcome for stack in listed_stacks(catalog)]
    others += [each.sentence for each in find_passages(catalog)]
    every: list[Card | str] = [*credentials, *others]
    return [_card_file(every[n : n + CARDS_PER_FILE]) for n in range(0, len(every), CARDS_PER_FILE)]


def _card_file(documents: Sequence[Card | str]) -> bytes:
    cards = [each for each in documents if isinstance(each, Card)]
    texts = [text for each in cards for text in (*(fact.text for fact in each.facts), _look(each))]
    words = {text: index for index, text in enumerate(_distinct(texts))}
    data: CardsData = {
        "schema": 1,
        "facts": [fact.label for fact in cards[0].facts] if cards else [],
        "words": list(words),
        "cards": [_card(each, words) if isinstance(each, Card) else {"text": each} for each in documents],
    }
    return compact_json(data)


def _card(each: Card, words: Mapping[str, int]) -> CardData:
    facts = [words[fact.text] if fact.text else NO_FACT for fact in each.facts]
    data: CardData = {"text": each.sentence, "facts": facts, "look": words[_look(each)]}
    return {**data, "status": (each.status, each.badge or "")} if each.status else data


def _look(each: Card) -> str:
    return " ".join([*each.look.layers, each.look.color])


def _short(indexes: list[int]) -> list[int] | int:
    return indexes[0] if len(indexes) == 1 else indexes


def _distinct(texts: Iterable[str | None]) -> Iterator[str]:
    return iter(dict.fromkeys(text for text in texts if text))


def _facet(each: FacetOptions) -> FacetData:
    """Return a facet with all its options, so that the search knows those that no credential has, too."""
    words = [list(option.term.words) for option in each.every]
    while words and not words[-1]:
        words.pop()
    return {
        "id": each.facet.id,
        "label": each.facet.label,
        "options": [(option.id, option.label) for option in each.every],
        "words": words,
    }


def _answers(facets: tuple[FacetOptions, ...]) -> Mapping[str, list[list[int]]]:
    """Return for each credential, by slug, its answers to each facet as indexes of the facet's options."""
    answers: dict[str, list[list[int]]] = defaultdict(lambda: [[] for _ in facets])
    for at, each in enumerate(facets):
        for index, option in enumerate(each.every):
            for entry in option.entries:
                answers[entry.slug][at].append(index)
    return answers
