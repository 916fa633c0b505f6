"""References from unchecked data: they never cause markup, unsafe links, or a crash."""

import pytest
from apa_entries import Browser, Item, one, work
from hypothesis import given, strategies as st

from microcredentials.publishing.citations.apa import entries

HOSTILE = "<script>alert(1)</script>&lt;b&gt;\"'‮x"


@pytest.mark.parametrize("kind", ["article-journal", "book", "chapter", "report", "webpage", "legislation", "<b>"])
def test_every_variable_is_escaped(kind: str) -> None:
    printed = ["title", "container-title", "volume", "issue", "page", "number", "publisher", "edition", "genre"]
    names = [{"family": HOSTILE, "given": HOSTILE, "suffix": HOSTILE}, {"literal": HOSTILE}]
    item = dict.fromkeys([*printed, "section", "DOI"], HOSTILE) | {
        "id": "x",
        "type": kind,
        "author": names,
        "editor": names,
    }
    made = one(item | {"issued": {"literal": HOSTILE}, "URL": "https://a.example/<i>&\"onload='"})
    assert Browser(made.html).elements <= {"i", "a href"}
    assert "<script>" not in made.html
    assert HOSTILE.partition("‮")[0] in made.text
    assert "‮" not in made.html


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt://a.example/%0Aalert(1)",
        "data:text/html,<script>",
        "//a.example",
        "https://",
        "https://a.example/x y",
        'https://a.example/" onclick="alert(1)',
        "https://a.example/<b>",
        "java\nscript:alert(1)",
    ],
)
def test_invalid_web_addresses_are_left_out(address: str) -> None:
    assert one(work(URL=address, DOI=address)).html == "Able, A. (2001). <i>Title</i>."


def test_only_secure_addresses_are_links() -> None:
    secure = one(work(URL="https://a.example/?a=1&b='2'"))
    assert Browser(secure.html).links == [("https://a.example/?a=1&b='2'", "https://a.example/?a=1&b='2'")]
    assert not Browser(one(work(URL="http://a.example/")).html).links
    assert one(work(URL="http://a.example/")).text.endswith("Title. http://a.example/")


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
name = st.dictionaries(st.sampled_from(["family", "given", "suffix", "literal"]), values)
people = values | st.lists(name, max_size=25)
dates = values | st.dictionaries(st.sampled_from(["date-parts", "raw", "literal"]), values)
types = st.sampled_from(["article-journal", "book", "chapter", "report", "webpage", "legislation", "standard"]) | values
anything = st.fixed_dictionaries(
    {"type": types},
    optional={
        **dict.fromkeys(("id", "title", "container-title", "page", "number", "URL", "DOI", "PMCID", "custom"), values),
        **dict.fromkeys(("volume", "issue", "edition", "genre", "publisher", "section", "archive_location"), values),
        **dict.fromkeys(("author", "editor", "translator"), people),
        **dict.fromkeys(("issued", "accessed", "original-date"), dates),
    },
)


@given(st.lists(anything, max_size=5))
def test_an_entry_can_be_made_from_any_data(items: list[Item]) -> None:
    made = entries(items)
    assert len(made) == len(items)
    for entry in made:
        page = Browser(entry.html)
        assert page.elements <= {"i", "a href"}
        assert all(href == shown and href.casefold().startswith("https://") for href, shown in page.links if href)
        assert entry.html.encode() is not None
    assert entries(items[::-1]) == made or len({entry.key for entry in made}) < len(made)
