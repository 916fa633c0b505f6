"""The thesaurus: what readers type, and the words of specs that mean the same or nearly the same.

``thesaurus.yml`` is common to all catalogs; a state adds its own words as synonyms in ``vocabulary.yml``. A catalog is
published with those entries only that lead to words of its own texts, in files by the first word of what is typed.
"""

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import cast

import yaml

from ...reading.stemmer import stem
from ..output import compact_json
from ._analyzer import terms, words

_MOST_BYTES = 12_000  # of a file; small, because a query needs the files of all its words
Entry = tuple[list[str], list[list[str]]]
"""The other terms of what is typed, and the terms of each meaning."""
Thesaurus = Mapping[str, list[str]]
"""What readers type, each with the words of specs, the nearest meaning first."""


@cache
def load_thesaurus() -> Thesaurus:
    """Return the thesaurus that is common to all catalogs."""
    text = files(__package__).joinpath("thesaurus.yml").read_text("utf-8")
    return cast(Thesaurus, yaml.safe_load(text))


def thesaurus_files(thesaurus: Thesaurus, known: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """Yield each file with its first term; *known* are the terms of the catalog.

    A file maps the first term of what is typed to its entries (``Entry``).
    """
    group: dict[str, list[Entry]] = {}
    size = 0
    for first, entries in _entries_by_first(thesaurus, known).items():
        own = len(compact_json({first: entries}))
        if group and size + own > _MOST_BYTES:
            yield next(iter(group)), compact_json(group)
            group, size = {}, 0
        group[first] = entries
        size += own
    if group:
        yield next(iter(group)), compact_json(group)


def _entries_by_first(thesaurus: Thesaurus, known: Collection[str]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for typed, meanings in thesaurus.items():
        leading = [meaning for meaning in map(terms, meanings) if meaning and all(term in known for term in meaning)]
        # Common words count here: “turn in” is not “turn”.
        first, *rest = map(stem, words(typed))
        if leading:
            found.setdefault(first, []).append((rest, leading))
    return dict(sorted(found.items(), key=lambda each: each[0].encode("utf-16-be")))
