"""The compact search index, format 1: what ``assets/search/index.js`` reads. Its manual is docs/SEARCH.md.

A lunr index as JSON holds a rounded score for each word in each field. Those scores follow from how often a word stands
there and from how long the field is, so this form holds only that, in columns of small numbers, and the browser works
the scores out again. Numbers are unsigned LEB128 (seven bits a byte, the least first).
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

BLOCK_BYTES = 49_152
"""How large a file of postings may become before the next one is begun: a cold query fetches one or two."""
_BITS = 20  # no file is long enough for a million words
_MANY = 0x80  # in a mask: some field has the word more than once


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the index: its bytes and the first of its terms."""

    first: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Compact:
    """An index in parts: the lengths of fields with all terms, and the postings by range of terms."""

    core: bytes
    blocks: tuple[Part, ...]


@dataclass(slots=True)
class _Term:
    """Where a term stands: documents in order, and for each how often it stands in each field, packed in a number."""

    documents: list[int] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)


def compact(documents: Iterable[Sequence[list[str]]], fields: int, own_terms: bool = False) -> Compact:
    """Return the index of *documents*, each the terms of each of its *fields* (at most seven), in their order.

    With *own_terms* each block brings its own terms, so that the core grows with the documents only.
    """
    lengths: list[list[int]] = [[] for _ in range(fields)]
    found: defaultdict[str, _Term] = defaultdict(_Term)
    for number, document in enumerate(documents):
        for term, counts in _counted(document).items():
            here = found[term]
            here.documents.append(number)
            here.counts.append(counts)
        for at, terms in enumerate(document):
            lengths[at].append(len(terms))
    ordered = sorted(found, key=lambda term: term.encode("utf-16-be"))
    columns = b"".join(numbers(column) for column in lengths)
    core = numbers([len(lengths[0]), fields]) + columns + (b"" if own_terms else _lexicon(ordered))
    return Compact(core, tuple(_blocks(ordered, found, own_terms)))


def _counted(document: Sequence[list[str]]) -> dict[str, int]:
    """Return how often each term stands in each field: ``_BITS`` bits for the first field, as many for the next."""
    counts: dict[str, int] = {}
    for at, terms in enumerate(document):
        one = 1 << _BITS * at
        for term in terms:
            counts[term] = counts.get(term, 0) + one
    return counts


def _blocks(ordered: list[str], found: Mapping[str, _Term], own_terms: bool) -> Iterable[Part]:
    begin, size = 0, 0
    for end, term in enumerate(ordered, 1):
        size += 2 * len(found[term].documents) + (len(term) if own_terms else 0)
        if size >= BLOCK_BYTES or end == len(ordered):
            terms = ordered[begin:end]
            lexicon = _lexicon(terms) if own_terms else b""
            yield Part(terms[0], lexicon + _postings([found[each] for each in terms]))
            begin, size = end, 0


def _lexicon(terms: list[str]) -> bytes:
    """Return *terms* as: how many; what each shares with the one before and adds to it; all that is added, in UTF-8."""
    heads, tails = bytearray(), bytearray()
    for before, term in pairwise(["", *terms]):
        shared = next(
            (n for n, (a, b) in enumerate(zip(before, term, strict=False)) if a != b), min(len(before), len(term))
        )
        tail = term[min(shared, 15) :].encode()
        heads.append(min(shared, 15) << 4 | min(len(tail), 15))
        if len(tail) >= 15:
            heads += number(len(tail) - 15)
        tails += tail
    return numbers([len(terms), len(heads), len(tails)]) + heads + tails


def _postings(terms: list[_Term]) -> bytes:
    """Return the columns of *terms*: documents of each, steps between them, fields, and counts above one."""
    counts, steps, masks, more = bytearray(), bytearray(), bytearray(), bytearray()
    for term in terms:
        counts += number(len(term.documents) - 1)
        before = -1
        for here in term.documents:
            steps += number(here - before - 1)
            before = here
        for packed in term.counts:
            mask, rest = _unpacked(packed)
            masks.append(mask)
            more += rest
    sizes = numbers(map(len, (counts, steps, masks)))
    return bytes(sizes + counts + steps + masks + more)


@cache
def _unpacked(packed: int) -> tuple[int, bytes]:
    """Return the mask of the fields that have a term, and how often, less one; few pairs occur, again and again."""
    counts = [packed >> at & (1 << _BITS) - 1 for at in range(0, packed.bit_length(), _BITS)]
    mask = sum(1 << at for at, count in enumerate(counts) if count)
    return (mask | _MANY, numbers(count - 1 for count in counts if count)) if max(counts) > 1 else (mask, b"")


def numbers(values: Iterable[int]) -> bytes:
    """Return *values* one behind the other."""
    return b"".join(map(number, values))


@cache
def number(value: int) -> bytes:
    """Return *value*, which is not negative, in seven bits a byte."""
    made = bytearray()
    while value > 0x7F:
        made.append(value & 0x7F | 0x80)
        value >>= 7
    made.append(value)
    return bytes(made)


def named(name: str, content: bytes, ending: str) -> str:
    """Return a file's name that changes with its *content*, so that browsers may keep it for ever."""
    return f"{name}-{hashlib.sha256(content).hexdigest()[:10]}.{ending}"
