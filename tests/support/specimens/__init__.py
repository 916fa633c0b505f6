"""Specimens: any number of made-up, complete specs that pass every rule, for benchmarks and tests.

``write`` fills a content folder: the demonstration's program files and guide pages, and *count* published
credentials in stacks of five. The same count and seed always give the same bytes. Texts come from ``credential.md``
and ``stack.md``, their words from ``grammar.yml``, which explains the notation.

From a shell: ``python -m specimens FOLDER COUNT [SEED]`` with ``tests/support`` on the path.
"""

import re
import shutil
import uuid
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

HERE = Path(__file__).parent
_KEPT = HERE.parents[1] / "demonstration"  # where ``microcredentials init`` puts it
DEMONSTRATION = _KEPT if _KEPT.is_dir() else HERE.parents[2]
"""The folder with the ``content`` and ``mkdocs.yml`` that specimens and tests begin with."""

STACK_SIZE = 5
REQUIRED = 3
"""The number of required members of a stack; the others are electives."""

SUBJECTS = ("literacy", "mathematics", "science", "social-studies", "arts", "special-education", "assessment")
ENTRIES = 23
"""Entries in each list of traits: a prime number, because the choice below counts in the field of that size."""

MOST = 10_000
_SLOT = re.compile(r"<(\w+)>|\{([^{}]*\|[^{}]*)\}")

Words = Mapping[str, Any]


def write(content: Path, count: int, seed: int = 0) -> None:
    """Make the folder *content* with *count* credentials, a multiple of five up to 10,000, and their stacks."""
    shutil.copytree(DEMONSTRATION / "content", content, ignore=shutil.ignore_patterns("credentials", "stacks"))
    for path, text in specimens(count, seed):
        target = content / path
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, "utf-8")


def specimens(count: int, seed: int = 0) -> Iterator[tuple[str, str]]:
    """Yield path and text of each spec: every stack, followed by its members."""
    if count % STACK_SIZE or not 0 <= count <= MOST:
        raise ValueError(f"{count} is no multiple of {STACK_SIZE} between 0 and {MOST}")
    for number in range(count // STACK_SIZE):
        stack = _spec("stack", MOST + number, seed)
        yield f"stacks/{stack['slug']}.md", stack["text"]
        first = ""
        for order in range(1, STACK_SIZE + 1):
            place = {
                "stack": stack["slug"],
                "order": str(order),
                "role": "required" if order <= REQUIRED else "elective",
                "subject": SUBJECTS[number % len(SUBJECTS)],
                "prerequisites": f"[{first}]" if order == STACK_SIZE else "[]",
            }
            member = _spec("credential", number * STACK_SIZE + order - 1, seed, place)
            first = first or member["slug"]
            yield f"credentials/{member['slug']}.md", member["text"]


def _spec(kind: str, number: int, seed: int, place: Words | None = None) -> dict[str, str]:
    """Return slug and text of one spec; a text's first title is also its address."""
    chance = Random(f"{seed} {kind} {number}")
    words = {**_grammar(), **traits(number, seed), **(place or {})}
    words["uid"] = str(uuid.UUID(bytes=chance.randbytes(16), version=4))
    title = _say("<Acting> <object> <means>" if kind == "credential" else "<Acting> <object> <setting>", words, chance)
    words["slug"] = re.sub(r"\W+", "-", title.lower())
    return {"slug": words["slug"], "text": _say(_template(kind), words, chance)}


def traits(number: int, seed: int) -> dict[str, str]:
    """Choose an entry of each list so that two specs have at most two in common.

    The digits of *number* to the base 23 are the coefficients of a polynomial, and its value at x picks from list x:
    two different polynomials of degree two agree at no more than two points. Three traits thus make a title unique.
    """
    a, b, c = number % ENTRIES, number // ENTRIES % ENTRIES, number // ENTRIES**2
    lists = _shuffled(seed)
    chosen = {name: lists[name][(a + b * x + c * x * x) % ENTRIES] for x, name in enumerate(lists)}
    acts, acting = chosen.pop("act")
    return {**chosen, "acts": acts, "Acting": acting}


def _say(text: str, words: Words, chance: Random) -> str:
    """Return *text* with every slot filled; inner choices are made before outer ones."""

    def fill(slot: re.Match[str]) -> str:
        entry = words[slot[1]] if slot[1] else slot[2].split("|")
        return entry if isinstance(entry, str) else chance.choice(entry)

    while (filled := _SLOT.sub(fill, text)) != text:
        text = filled
    return text


@cache
def _template(kind: str) -> str:
    return (HERE / f"{kind}.md").read_text("utf-8")


@cache
def _grammar() -> dict[str, Any]:
    words: dict[str, Any] = yaml.safe_load((HERE / "grammar.yml").read_text("utf-8"))
    return words


@cache
def _shuffled(seed: int) -> dict[str, list[Any]]:
    return {name: Random(f"{seed} {name}").sample(entries, ENTRIES) for name, entries in _grammar()["traits"].items()}
