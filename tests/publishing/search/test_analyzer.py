"""The analyzer in Python compared with that in the browser: if one word differs, its pages cannot be found."""

import random
import unicodedata
from collections.abc import Iterator
from itertools import product

import pytest
from playwright.sync_api import Browser, Page
from project import DEMONSTRATION
from search_page import COMMON, WORDS, search_page

from microcredentials.publishing.search._analyzer import STOP_WORDS, terms, words
from microcredentials.reading.stemmer import stem

TRAPS = """
    a i at by is us ox yes lay lays say stay stays try tries trying tried sky cry dry fly why spy shy gym dye dying yyy
    pathway pathways essay survey surveys display key monkey attorney valley money employ employer deploy array convey
    delay journey play plays player roleplay storyboard study studies studied inquiry employee ties ies eed feed agreed
    plastered bled motoring sing conflated troubled sized hopping tanned falling hissing fizzed failing filing happy
    relational conditional rational valenci digitizer conformabli radicalli differentli vileli analogousli operator
    feudalism decisiveness hopefulness callousness formaliti sensitiviti sensibiliti triplicate formative formalize
    electrical hopeful goodness revival allowance inference airliner gyroscopic adjustable defensible irritant ement
    replacement adjustment dependent adoption homologou communism activate angulariti homologous effective bowdlerize
    probate rate cease controll roll ational tional ization ion sion tion ment ement's y yy youth yield yielding syzygy
    2nd 3s 112.42s 4.nf.b.3s x1ing niña œuvres naïvely привет кошками 𐓏𐓘s 𠮷s 𠮷ing 𠮷𠮷ed a𐓘b é
"""
STEMS = "read writ teach assess lead form relat nation organ happi stud polic gen creat communi activ hop yiel play"
ENDINGS = """
    s es ed eed ing er ers ly y ie ies ied ation ations ational ative ator ate ize izer ization al alli aliti alism ity
    iviti ive iveness ous ousness ousli ful fulness ness ment ement ent entli ant ance anci ence enci able ible bli
    biliti ic ical icate iciti ism logi ion sion tion tional e ee ll lle ll's at bl iz tt ss zz ay ey oy uy
"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with search_page(browser) as page:
        yield page


def word_list() -> list[str]:
    """Return real words, known traps, stems with every pair of endings, and random letters."""
    real = {word for path in (DEMONSTRATION / "content").rglob("*.md") for word in words(path.read_text("utf-8"))}
    endings = ["", *ENDINGS.split()]
    made = {"".join(parts) for parts in product(STEMS.split(), endings, endings)}
    chance = random.Random(1980)
    noise = {"".join(chance.choices("aeiouybcdlnrstxz", k=chance.randint(1, 11))) for _ in range(30_000)}
    return sorted(real | set(TRAPS.split()) | made | noise)


def test_the_stemmer_is_that_of_lunr_js(page: Page) -> None:
    typed = word_list()
    theirs = page.evaluate("(all) => all.map((word) => lunr.stemmer(new lunr.Token(word)).toString())", typed)
    ours = page.evaluate(
        f"async (all) => (await import('{WORDS}')).stem && all.map((await import('{WORDS}')).stem)", typed
    )
    assert len(typed) > 100_000
    assert [(word, here, other) for word, here, other in zip(typed, ours, theirs, strict=True) if here != other] == []
    assert [(word, stem(word), other) for word, other in zip(typed, theirs, strict=True) if stem(word) != other] == []


def test_the_stop_words_are_those_of_lunr_js(page: Page) -> None:
    candidates = sorted(STOP_WORDS.union(word_list()[::50]))
    theirs = page.evaluate("(all) => all.filter((word) => !lunr.stopWordFilter(new lunr.Token(word)))", candidates)
    ours = page.evaluate(f"async (all) => all.filter((await import('{COMMON}')).isStopWord)", candidates)
    assert set(theirs) == set(ours) == STOP_WORDS


def test_both_sides_cut_every_sign_of_unicode_into_the_same_words(page: Page) -> None:
    signs = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) not in {"Cn", "Co", "Cs", "Lo"}]
    signs += [chr(code) for code in range(0, 0x110000, 97) if unicodedata.category(chr(code)) == "Lo"]
    texts = [f"a{sign}b {sign} 1{sign}2 A{sign}s 3.{sign} x1({sign})" for sign in signs]
    texts += [
        "",
        "THE Teacher’s ‘own’ students' O'Neill",
        "112.42(b)(1)(iii) 1.Read 3.OA.A.1. K-12 (2)",
        "ΟΔΥΣΣΕΥΣ İI ß",
    ]
    cut = f"async (all) => {{ const {{ words }} = await import('{WORDS}'); return all.map(words); }}"
    theirs = page.evaluate(cut, texts)
    different = [(text, words(text), other) for text, other in zip(texts, theirs, strict=True) if words(text) != other]
    assert len(signs) > 10_000
    assert different == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Project-Based, reading/writing — STEM", ["project", "based", "reading", "writing", "stem"]),
        ("The teacher’s students' O'Neill", ["the", "teacher", "students", "oneill"]),
        ("CAFÉ ﬁnal as\u00adsess LEGO™ Hawaiʻi", ["cafe", "final", "assess", "lego", "hawaii"]),
        ("§112.42(b)(1), 3.OA.A.1.", ["112.42b1", "3.oa.a.1"]),
        ("CCSS.MATH.CONTENT.3.OA.A.1", ["ccss", "math", "content", "3.oa.a.1"]),
        ("student(s) in 2019.Teachers (3)", ["student", "s", "in", "2019", "teachers", "3"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_terms_leave_out_stop_words_and_spell_a_code_at_each_level() -> None:
    assert terms("The pathways to 112.42(b)(1)") == ["pathway", "112.42", "112.42b", "112.42b1"]
