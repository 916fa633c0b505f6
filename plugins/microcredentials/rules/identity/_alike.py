"""Which micro-credentials speak of nearly the same thing, without comparing each with each."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from math import ceil

from ...catalog.catalog import Catalog, Entry
from ...checking.finding import STATUSES
from ...model.spec import MicroCredential
from .._words import content_words, likeness, words

_FEWEST_WORDS = 4
"""A title and a competency of fewer words say too little to be alike."""

Words = frozenset[str]


@dataclass(frozen=True)
class Index:
    """The words of every active micro-credential: by slug, and for each word who uses it.

    ``places`` says who goes before whom: what has come farther, then what was begun earlier.
    """

    entries: dict[str, Entry[MicroCredential]]
    places: dict[str, int]
    words: dict[str, Words]
    users: dict[str, list[str]]

    def most_alike(self, slug: str, most: float) -> tuple[float, Entry[MicroCredential]] | None:
        """Return the micro-credential most like *slug* above the share *most*, if it goes before it."""
        own = self.words.get(slug, frozenset())
        place = self.places.get(slug, 0)
        elders = [other for other in self._candidates(own, most) if self.places[other] < place]
        share, other = max([(likeness(own, self.words[other]), other) for other in elders], default=(0.0, ""))
        return (share, self.entries[other]) if share > most else None

    def _candidates(self, own: Words, most: float) -> set[str]:
        """Return everybody who may share more than *most* with *own*.

        Whoever shares so much must share so many words that at least one of the rarest is among them
        (prefix filtering; Chaudhuri, Ganti and Kaushik, 2006).
        """
        needed = ceil(most / (2 - most) * len(own))
        rarest = sorted(own, key=lambda word: (len(self.users[word]), word))[: len(own) - needed + 1]
        return {user for word in rarest for user in self.users[word]}


def index(catalog: Catalog) -> Index:
    """Return the index of the active micro-credentials of *catalog*."""
    entries = {entry.slug: entry for entry in catalog.credentials if entry.spec.status != "retired"}
    said = {
        slug: content_words(words(f"{entry.spec.title} {entry.spec.competency}")) for slug, entry in entries.items()
    }
    told = {slug: each for slug, each in said.items() if len(each) >= _FEWEST_WORDS}
    users: dict[str, list[str]] = defaultdict(list)
    for slug, each in told.items():
        for word in each:
            users[word].append(slug)
    places = {entry.slug: i for i, entry in enumerate(sorted(entries.values(), key=_order))}
    return Index(entries, places, told, users)


def _order(entry: Entry[MicroCredential]) -> tuple[int, date, str]:
    return -STATUSES.index(entry.spec.status), entry.spec.dates.created or date.max, entry.slug
