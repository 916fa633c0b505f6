"""The quick reader of plain Markdown says what the CommonMark parser says, or says nothing."""

from random import Random

import pytest
import specimens
from project import DEMONSTRATION

from microcredentials.reading.markdown._plain import read_plain
from microcredentials.reading.markdown.prose import parsed

MUTANTS = 6_000
PIECES = (
    "**", "a", "Words here", "\n", "\n\n", "\n  ", " ", "  ", "    ", "- ", "-", "---", "- - -", "===", "+ ", "* ",
    "*a*", "#", "# ", "## ", "####### ", " #", "1", "1.", "1. ", "9)", "2020 ", "3.5", "(", '"', "“a”", "'", "|",
    "| a | b", ":--", "`", "```", "~~~", "<b>", "<!--", "[x]: /u", "[a](/b)", "> ", ">", "\t", "\r", "\0", "é", "Ü",
    "\u00a0", "\u2028", "\u3000", "\x0b", "\x1c", "\x85", "&amp;", "_a_", "- a\n", "- a\n  b\n", "\n- ", "\n\n  a",
    "\na", "\\",
)  # fmt: skip


def body(text: str) -> str:
    """Return what stands below the fences of a spec or guide."""
    return text.split("\n---\n", 1)[1]


def bodies() -> list[str]:
    own = (path.read_text("utf-8") for path in sorted((DEMONSTRATION / "content").glob("*/*.md")))
    made = (text for _, text in specimens.specimens(10))
    return [body(text) for text in (*own, *made) if text.startswith("---\n")]


def mutant(random: Random, whole: list[str]) -> str:
    """Return a few lines of a body with signs put in or taken out, or nothing but such signs."""
    lines = random.choice(whole).split("\n")
    start = random.randrange(len(lines))
    text = "\n".join(lines[start : start + random.randrange(9)])
    for _ in range(random.randrange(1, 7)):
        at = random.randrange(len(text) + 1)
        text = text[:at] + random.choice(PIECES) + text[at + random.randrange(3) :]
    return text


def test_whole_bodies_are_read_alike():
    plain = [(text, read_plain(text)) for text in bodies()]
    assert sum(found is not None for _, found in plain) > len(plain) * 0.7  # specs are plain, guides seldom
    for text, found in plain:
        assert found is None or (found, {}) == (parsed(text).blocks, parsed(text).references)


@pytest.mark.parametrize(
    "text", ["", "\n", "a", "- a", "## a", "## ", "- a\nb", "- a\n  b", "- a\n\n  b", "a\n---", "1. a"]
)
def test_an_end_or_a_turn_is_read_alike_or_left_to_the_parser(text: str):
    found = read_plain(text)
    assert found is None or found == parsed(text).blocks


def test_what_is_broken_or_strange_is_read_alike_or_left_to_the_parser():
    random, whole = Random(20261127), bodies()
    found = [(text, read_plain(text)) for text in (mutant(random, whole) for _ in range(MUTANTS))]
    plain = [(text, blocks) for text, blocks in found if blocks is not None]
    assert MUTANTS > len(plain) > MUTANTS / 20
    for text, blocks in plain:
        assert (blocks, {}) == (parsed(text).blocks, parsed(text).references), text
