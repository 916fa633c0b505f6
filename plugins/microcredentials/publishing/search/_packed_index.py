"""The packed search index, format 1, which ``assets/search/index.js`` reads; docs/SEARCH.md describes it.

A lunr index as JSON contains a rounded score for each word in each field. The scores follow from how often the word
occurs there and from the length of the field, so this form contains only those, in columns of small numbers, and the
browser calculates the scores. Numbers are unsigned LEB128: seven bits to a byte, the least significant first.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

BLOCK_BYTES = 49_152
"""The size at which a file of postings is closed and the next one started: a cold query fetches one or two."""
_BITS = 20  # for the count of a term in a field: no field has a million words
_MANY = 0x80  # in a mask: some field has the term more than once

_Postings = list[tuple[int, int]]
"""The documents that have a term, in order, each with the counts of the term in its fields (``_count_terms``)."""


@dataclass(frozen=True, slots=True)
class Block:
    """A file of postings: its bytes and the first of its terms."""

    first: str
    content: bytes


@dataclass(frozen=True, slots=True)
class PackedIndex:
    """An index: its ``core``, with the lengths of fields, its terms, and the postings in blocks, by range of terms."""

    core: bytes
    terms: tuple[str, ...]
    blocks: tuple[Block, ...]


def pack_index(documents: Iterable[Sequence[list[str]]], fields: int, terms_in_blocks: bool = False) -> PackedIndex:
    """Return the index of *documents*, each of which has a list of terms for each of at most seven *fields*.

    The terms are part of the core or, with *terms_in_blocks*, of their blocks, so that the core stays small.
    """
    lengths: list[list[int]] = [[] for _ in range(fields)]
    postings: defaultdict[str, _Postings] = defaultdict(list)
    for number, document in enumerate(documents):
        for term, counts in _count_terms(document).items():
            postings[term].append((number, counts))
        for field, terms in enumerate(document):
            lengths[field].append(len(terms))
    ordered = sorted(postings, key=lambda term: term.encode("utf-16-be"))
    columns = b"".join(encode_numbers(column) for column in lengths)
    core = encode_numbers([len(lengths[0]), fields]) + columns + (b"" if terms_in_blocks else _encode_terms(ordered))
    return PackedIndex(core, tuple(ordered), tuple(_blocks(ordered, postings, terms_in_blocks)))


def _count_terms(document: Sequence[list[str]]) -> dict[str, int]:
    """Return the counts of each term in one number: the lowest ``_BITS`` bits for the first field, and so on."""
    counts: dict[str, int] = {}
    for field, terms in enumerate(document):
        one = 1 << _BITS * field
        for term in terms:
            counts[term] = counts.get(term, 0) + one
    return counts


def _blocks(ordered: list[str], postings: Mapping[str, _Postings], terms_in_blocks: bool) -> Iterable[Block]:
    start, size = 0, 0
    for end, term in enumerate(ordered, 1):
        size += 2 * len(postings[term]) + (len(term) if terms_in_blocks else 0)
        if size >= BLOCK_BYTES or end == len(ordered):
            terms = ordered[start:end]
            lexicon = _encode_terms(terms) if terms_in_blocks else b""
            yield Block(terms[0], lexicon + _encode_postings([postings[each] for each in terms]))
            start, size = end, 0


def _encode_terms(terms: list[str]) -> bytes:
    """Return *terms* as a lexicon: their number, what each shares with the one before, and the rests in UTF-8."""
    heads, tails = bytearray(), bytearray()
    for before, term in pairwise(["", *terms]):
        shared = next(
            (n for n, (a, b) in enumerate(zip(before, term, strict=False)) if a != b), min(len(before), len(term))
        )
        tail = term[min(shared, 15) :].encode()
        heads.append(min(shared, 15) << 4 | min(len(tail), 15))
        if len(tail) >= 15:
            heads += encode_number(len(tail) - 15)
        tails += tail
    return encode_numbers([len(terms), len(heads), len(tails)]) + heads + tails


def _encode_postings(terms: list[_Postings]) -> bytes:
    """Return the columns of *terms*: the number of documents, the gaps between them, the fields, and counts above 1."""
    numbers, gaps, masks, counts_above_one = bytearray(), bytearray(), bytearray(), bytearray()
    for postings in terms:
        numbers += encode_number(len(postings) - 1)
        before = -1
        for document, counts in postings:
            gaps += encode_number(document - before - 1)
            before = document
            mask, more = _encode_counts(counts)
            masks.append(mask)
            counts_above_one += more
    sizes = encode_numbers(map(len, (numbers, gaps, masks)))
    return bytes(sizes + numbers + gaps + masks + counts_above_one)


@cache
def _encode_counts(packed: int) -> tuple[int, bytes]:
    """Return the mask of the fields that have a term and its counts, each less 1, if any is above 1.

    The result is cached, because the same few counts occur again and again.
    """
    counts = [packed >> shift & (1 << _BITS) - 1 for shift in range(0, packed.bit_length(), _BITS)]
    mask = sum(1 << field for field, count in enumerate(counts) if count)
    return (mask | _MANY, encode_numbers(count - 1 for count in counts if count)) if max(counts) > 1 else (mask, b"")


def encode_numbers(values: Iterable[int]) -> bytes:
    """Return *values* one after the other."""
    return b"".join(map(encode_number, values))


@cache
def encode_number(value: int) -> bytes:
    """Return *value*, which is not negative, with seven bits to a byte."""
    encoded = bytearray()
    while value > 0x7F:
        encoded.append(value & 0x7F | 0x80)
        value >>= 7
    encoded.append(value)
    return bytes(encoded)


def add_hash(name: str, content: bytes, ending: str) -> str:
    """Return a file name that changes with its *content*, so that browsers may keep the file forever."""
    return f"{name}-{hashlib.sha256(content).hexdigest()[:10]}.{ending}"
