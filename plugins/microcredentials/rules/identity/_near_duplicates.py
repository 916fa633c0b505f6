"""Find micro-credentials that say nearly the same thing, without comparing each one with every other."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from math import ceil

from ...catalog.catalog import Catalog
from ...catalog.entry import Entry
from ...checking.finding import STATUSES
from ...model.spec import MicroCredential
from .._similarity import content_words, similarity
from .._tokens import split_words

_FEWEST_WORDS = 4
"""A title and competency with fewer content words say too little to be compared."""

_MOST_CANDIDATES = 100

Words = frozenset[str]


@dataclass(frozen=True)
class Index:
    """The content words of every active micro-credential by slug, and for each word the slugs that use it.

    ``ranks`` orders the slugs: a more advanced status first, then an earlier date of creation. Users are in this order.
    """

    entries: dict[str, Entry[MicroCredential]]
    ranks: dict[str, int]
    words: dict[str, Words]
    users: dict[str, list[str]]

    def find_most_similar(self, slug: str, most: float) -> tuple[float, Entry[MicroCredential]] | None:
        """Return the micro-credential most similar to *slug*, and their similarity.

        Only those that rank before *slug* and whose similarity is above *most* are considered.
        """
        own = self.words.get(slug, frozenset())
        rank = self.ranks.get(slug, 0)
        earlier = [other for other in self._candidates(own, most) if self.ranks[other] < rank]
        share, other = max([(similarity(own, self.words[other]), other) for other in earlier], default=(0.0, ""))
        return (share, self.entries[other]) if share > most else None

    def _candidates(self, own: Words, most: float) -> set[str]:
        """Return the slugs that may have a similarity above *most* with the words *own*.

        They must share so many words with *own* that at least one of its rarest words is among them (prefix filtering;
        Chaudhuri, Ganti and Kaushik, 2006). If many use a word, only the first of them are candidates: every copy of a
        file is recognized by comparing it with the first one, and comparing all of them would be quadratic.
        """
        needed = ceil(most / (2 - most) * len(own))
        rarest = sorted(own, key=lambda word: (len(self.users[word]), word))[: len(own) - needed + 1]
        return {user for word in rarest for user in self.users[word][:_MOST_CANDIDATES]}


def build_index(catalog: Catalog) -> Index:
    """Return the index of the active micro-credentials of *catalog*."""
    entries = {entry.slug: entry for entry in catalog.credentials if entry.spec.status != "retired"}
    texts = {slug: f"{entry.spec.title} {entry.spec.competency}" for slug, entry in entries.items()}
    words = {slug: content_words(split_words(text)) for slug, text in texts.items()}
    comparable = {slug: each for slug, each in words.items() if len(each) >= _FEWEST_WORDS}
    users: dict[str, list[str]] = defaultdict(list)
    ranks = {entry.slug: i for i, entry in enumerate(sorted(entries.values(), key=_order))}
    for slug in sorted(comparable, key=lambda slug: ranks[slug]):
        for word in comparable[slug]:
            users[word].append(slug)
    return Index(entries, ranks, comparable, users)


def _order(entry: Entry[MicroCredential]) -> tuple[int, date, str]:
    return -STATUSES.index(entry.spec.status), entry.spec.dates.created or date.max, entry.slug
