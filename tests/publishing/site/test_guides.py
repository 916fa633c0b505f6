"""The pages that people wrote around the catalog: found in the menu, plain to read, and fit for any state."""

from pathlib import PurePosixPath

import pytest
import yaml
from project import DEMONSTRATION

from microcredentials.catalog.entry import Entry
from microcredentials.catalog.loading import load
from microcredentials.catalog.nodes import Guide
from microcredentials.checking.prose import split_body
from microcredentials.rules._tokens import split_sentences, split_words
from microcredentials.rules.language._readability import grade_level

FOUND = load(DEMONSTRATION / "content").other_entries
ENTRIES = {entry.node.path: entry for entry in FOUND if isinstance(entry.node, Guide)}
HARDEST, LONGEST = 10, 35
"""The most years of school that a page may require (Flesch-Kincaid), and the most words in a sentence."""

WANTED = {
    "what-is-a-micro-credential", "what-it-counts-for", "earn-one", "questions", "glossary",
    "from-idea-to-published", "write-one", "model-spec", "review-one", "score-one", "lead-a-program",
}  # fmt: skip


def read(entry: Entry[Guide]) -> list[list[str]]:
    """Return the words of each sentence of a page: paragraphs and lists, but no headings and no cells of tables."""
    texts = (piece.text for piece in split_body(entry.source) if piece.kind in ("p", "li"))
    return [said for text in texts for _, sentence in split_sentences(text) if (said := split_words(sentence))]


def test_there_is_a_guide_for_each_reader():
    assert {path.stem for path in ENTRIES if path.parts[0] == "guides"} >= WANTED


def test_every_page_is_in_the_menu():
    text = (DEMONSTRATION / "mkdocs.yml").read_text("utf-8")
    menu = set(yaml.safe_dump(yaml.safe_load(text)["nav"]).replace("- ", "").split())
    assert {path.as_posix() for path in ENTRIES} <= menu


@pytest.mark.parametrize("path", sorted(ENTRIES), ids=str)
def test_a_page_is_readable(path: PurePosixPath):
    found = read(ENTRIES[path])
    assert grade_level(found) <= HARDEST
    assert [" ".join(said) for said in found if len(said) > LONGEST] == []


@pytest.mark.parametrize("path", sorted(path for path in ENTRIES if path.parts[0] == "guides"), ids=str)
def test_a_guide_does_not_mention_the_demonstration(path: PurePosixPath):
    text = ENTRIES[path].source.text.value.lower()
    assert [word for word in ("sample state", "sample-state", "fictional", "demonstration") if word in text] == []
