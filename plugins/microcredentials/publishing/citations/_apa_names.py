"""Names in APA Style, seventh edition: lists of people, their alphabetical order, and citations.

Section numbers refer to the Publication Manual of the American Psychological Association (7th ed.).
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from string import ascii_lowercase

from ...model.csl import Name, People

# Letters that Unicode does not decompose into a plain letter and a mark.
_UNMARKED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"})
_CAPITALS = re.compile(r"\b([A-Z])([A-Z])\b")


def invert_names(people: People) -> str:
    """Return people as at the start of an entry: "Stone, J. R., III, & Alfeld, C."; empty without names (9.8)."""
    names = [", ".join(filter(None, (name.family, _initials(name), name.suffix))) for name in people.names]
    return _series(names, people.complete, comma=any(map(_initials, people.names[:1])))


def list_names(people: People) -> str:
    """Return people with initials first: "E. Hygum & P. M. Pedersen"; empty without names (9.28)."""
    names = [" ".join(filter(None, (_initials(name), name.family, name.suffix))) for name in people.names]
    return _series(names, people.complete)


def _series(names: Sequence[str], complete: bool = True, comma: bool = False) -> str:
    """Join names: two have a comma only after initials, and dots replace the middle of more than 20 (9.8)."""
    if not names:
        return ""
    if not complete:
        return ", ".join(names[:19]) + (", et al." if comma or len(names) > 1 else " et al.")
    if len(names) > 20:
        return f"{', '.join(names[:19])}, . . . {names[-1]}"
    last = ", & " if comma or len(names) > 2 else " & "
    return last.join(filter(None, (", ".join(names[:-1]), names[-1])))


@lru_cache(maxsize=8192)
def _initials(name: Name) -> str:
    """Return "M. K." for Mary Kay, "J.-L." for Jean-Luc, "L. C." for L.C. and LC, and a particle that follows (9.8)."""
    given = _CAPITALS.sub(r"\1 \2", name.given.replace(".", ". ").replace(". -", ".-"))
    words = ([re.search(r"[^\W\d_]", part) for part in word.split("-")] for word in given.split())
    letters = ["-".join(f"{found[0]}." for found in word if found) for word in words]
    return " ".join(filter(None, (*letters, name.particle)))


@lru_cache(maxsize=8192)
def fold(words: str) -> str:
    """Return `words` for alphabetical order: without a leading article, only letters and digits (9.44)."""
    letters = unicodedata.normalize("NFKD", words.casefold().translate(_UNMARKED))
    return "".join(filter(str.isalnum, re.sub(r"^(the|an|a)\s+", "", letters)))


def sort_key(people: People) -> list[tuple[str, str, str]]:
    """Return the key that sorts people name by name; one person comes before the same one with others (9.44, 9.46)."""
    named = [(fold(name.family), fold(_initials(name)), fold(name.suffix)) for name in people.names]
    return [*named, *([] if people.complete else [("", "", "")])]


@dataclass(frozen=True)
class Source:
    """The parts of a citation: the people, or the `title` if there are none, and the year as it is printed."""

    people: People
    title: str
    year: str


def cite(sources: Sequence[Source]) -> list[tuple[str, str]]:
    """Return the names that cite each of the `sources` and its letter, in the order of the reference list.

    Citations that would be the same get initials if first authors share a family name, more names if the authors
    differ (8.18, 8.20), and otherwise letters, "a" for the first in the list (9.47). Other sources have no letter.
    """
    initials = defaultdict(set)
    for first in (source.people.names[0] for source in sources if source.people.names):
        initials[first.family].add(_initials(first))
    brief = [(_cited(source, 1, initials), source.year) for source in sources]
    alike = defaultdict(list)
    for source, short in zip(sources, brief, strict=True):
        alike[short].append(source.people.families())
    needed = [_needed(source, alike[short]) for source, short in zip(sources, brief, strict=True)]
    return _lettered([(_cited(source, n, initials), source.year) for source, n in zip(sources, needed, strict=True)])


def _cited(source: Source, shown: int, initials: Mapping[str, set[str]]) -> str:
    names = list(source.people.families())
    if not names:
        return source.title
    own = _initials(source.people.names[0])
    if not all(other.startswith(own) or own.startswith(other) for other in initials[names[0]]):
        names[0] = f"{own} {names[0]}"
    if source.people.complete and shown >= len(names) - 1:  # "et al." never replaces one person (8.18)
        return _series(names)
    return _series(names[:shown], complete=False)


def _needed(source: Source, rivals: Iterable[Sequence[str]]) -> int:
    own = source.people.families()
    pairs = (zip(own, other, strict=False) for other in rivals if other != own)
    alike = (sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], names)) for names in pairs)
    return 1 + max(alike, default=0)


def _lettered(cited: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    total, seen = Counter(cited), Counter[tuple[str, str]]()
    lettered = []
    for names, year in cited:
        lettered.append((names, _letter(seen[names, year]) if total[names, year] > 1 else ""))
        seen[names, year] += 1
    return lettered


def _letter(at: int) -> str:
    """Return the letter at index `at` of a, b … z, aa, ab …"""
    return (_letter(at // 26 - 1) if at > 25 else "") + ascii_lowercase[at % 26]
