"""A made-up corpus: specs with words as frequent as in real ones, and searches with their answers.

Titles are put together from ``corpus.yml``. Texts mix the words of this repository's own specs, as often as they occur
there, with rare words made from syllables, a few of which occur in only one spec.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

import specimens
import yaml

from microcredentials.publishing.search._lunr_index import Document

WORDS_OF_A_TEXT = 600
SECTIONS = 6
_RARE = 30_000  # different rare words
_OWN_WORDS = 3  # rare words that occur in one spec only
_SMALL = {"in", "for", "with", "the", "and", "of", "through", "across", "new"}


@dataclass(frozen=True)
class Made:
    """One spec: the texts of its card and of its sections; ``own`` are words that occur in no other spec."""

    card: Document
    sections: tuple[str, ...]
    own: tuple[str, ...]


@dataclass(frozen=True)
class Query:
    """A search with the ids of all specs that answer it; ``kind`` names its difficulty."""

    kind: str
    text: str
    answers: tuple[int, ...]


def corpus(count: int, seed: int) -> list[Made]:
    """Return *count* specs; the same *count* and *seed* give the same specs."""
    chance = Random(f"{seed}/{count}")
    titles = _titles(chance, count)
    return [_made(number, title, chance) for number, title in enumerate(sorted(titles))]


def queries(made: Sequence[Made], seed: int, each: int = 40) -> list[Query]:
    """Return searches of every kind, *each* of them."""
    chance = Random(f"queries {seed}")
    found = [query for _ in range(each) for query in _some(made, chance)]
    return [query for query in found if query.answers]


@cache
def _lists() -> dict[str, list[str]]:
    read = yaml.safe_load((Path(__file__).parent / "corpus.yml").read_text("utf-8"))
    return {name: re.split(r",\s*" if "," in text else r"\s+", text.strip()) for name, text in read.items()}


@cache
def _frequent() -> tuple[list[str], list[int]]:
    """Return the words of this repository's own specs, and how often each occurs there."""
    texts = (path.read_text("utf-8") for path in sorted(specimens.DEMONSTRATION.glob("content/credentials/[!_]*.md")))
    counts = Counter(word for text in texts for word in re.findall(r"[a-z]{2,}", text.lower()))
    return list(counts), list(counts.values())


def _titles(chance: Random, count: int) -> set[str]:
    lists, titles = _lists(), set[str]()
    while len(titles) < count:
        parts = [chance.choice(lists[name]) for name in ("verbs", "methods", "practices")]
        titles.add(" ".join([*parts, *([chance.choice(lists["places"])] if chance.random() < 0.7 else [])]))
    return titles


def _made(number: int, title: str, chance: Random) -> Made:
    lists = _lists()
    own = tuple("".join(chance.choices(lists["syllables"], k=4)) for _ in range(_OWN_WORDS))
    subject = chance.choice(lists["subjects"])
    code = f"{chance.choice(lists['codes'])} {chance.randint(100, 140)}.{chance.randint(1, 60)}"
    gain = " ".join((*chance.sample(_frequent()[0], 2), "through", own[0], _seldom(chance)))
    card = Document(
        id=number, kind="credential", title=title, subjects=subject, codes=code, stack=f"{subject} in practice",
        competency=f"The educator shows {title.lower()} so that learners can explain {gain}.",
        tags=" ".join(chance.sample(title.lower().split(), 2)),
    )  # fmt: skip
    return Made(card, tuple(_text(chance, title, own) for _ in range(SECTIONS)), own)


def _text(chance: Random, title: str, own: Sequence[str]) -> str:
    """Return a text of frequent words; one in ten belongs to the topic, and one in ten is rare."""
    words, weights = _frequent()
    said = chance.choices(words, weights, k=WORDS_OF_A_TEXT // SECTIONS)
    for at in range(0, len(said), 10):
        said[at] = chance.choice([*title.lower().split(), *own])
        said[at + 5 : at + 6] = [_seldom(chance)]
    return " ".join(said)


def _seldom(chance: Random) -> str:
    """Return one of many words; the lower its rank, the more frequent it is."""
    return _rare()[int(_RARE ** chance.random()) - 1]


@cache
def _rare() -> list[str]:
    chance = Random(1)
    return ["".join(chance.choices(_lists()["syllables"], k=chance.choice((2, 3, 3, 4)))) for _ in range(_RARE)]


def _telling(title: str) -> list[str]:
    return [word for word in dict.fromkeys(re.split(r"[\s-]+", title.lower())) if word not in _SMALL]


def _some(made: Sequence[Made], chance: Random) -> Iterator[Query]:
    """Yield one search of each kind."""

    def drawn() -> list[str]:
        return _key(chance.choice(made), made, chance)

    key = drawn()
    yield Query("words of the title", " ".join(key), _having(made, key))
    key = drawn()
    begun = [*key[:-1], key[-1][: max(3, round(len(key[-1]) * 0.6))]]
    yield Query("not typed to the end", " ".join(begun), _having(made, key))
    key = drawn()
    longest = max(key, key=len)
    slipped = [_typo(word, chance) if word == longest else word for word in key]
    yield Query("a typing error", " ".join(slipped), _having(made, key))
    key = drawn()
    yield Query("another form", " ".join(map(_inflected, key)), _having(made, key))
    one = chance.choice(made)
    deep = f"{chance.choice(one.own[1:])} {chance.choice(_telling(one.card.title))}"
    yield Query("a word of the whole text", deep, (one.card.id,))
    code = chance.choice(made).card.codes
    yield Query("a code", code.lower(), tuple(each.card.id for each in made if each.card.codes == code))


def _key(one: Made, made: Sequence[Made], chance: Random) -> list[str]:
    """Return some words of a title, in order, that occur in at most three titles; or all of its words."""
    words = _telling(one.card.title)
    for size in (2, 3, 4):
        for _ in range(6):
            chosen = set(chance.sample(words, min(size, len(words))))
            key = [word for word in words if word in chosen]
            if len(_having(made, key)) <= 3:
                return key
    return words


def _having(made: Sequence[Made], key: Sequence[str]) -> tuple[int, ...]:
    return tuple(each.card.id for each in made if set(key) <= set(_telling(each.card.title)))


def _typo(word: str, chance: Random) -> str:
    at, sign = chance.randrange(1, max(2, len(word) - 1)), chance.choice("abcdefghijklmnopqrstuvwxyz")
    changed = (
        word[:at] + sign + word[at + 1 :], word[:at] + word[at + 1 :], word[:at] + sign + word[at:],
        word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
    )  # fmt: skip
    return chance.choice(changed)


def _inflected(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith("ing") and len(word) > 6:
        return f"{word[:-3]}ed"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else f"{word}s"
