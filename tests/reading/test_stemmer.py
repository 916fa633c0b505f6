"""Porter's stemmer: the examples of his paper, and the differences in lunr.js (test_analyzer has its own words)."""

import pytest

from microcredentials.reading.stemmer import stem


@pytest.fixture(autouse=True)
def fresh() -> None:
    """Forget the stems that other tests asked for, so that each is worked out here."""
    stem.cache_clear()


EXAMPLES = """
    caresses caress  ponies poni  ties ti  cats cat  ss ss  feed feed  agreed agre  plastered plaster  bled bled
    motoring motor  sing sing  conflated conflat  troubled troubl  sized size  hopping hop  tanned tan  falling fall
    hissing hiss  fizzed fizz  failing fail  filing file  happy happi  relational relat  conditional condit
    rational ration  valenci valenc  hesitanci hesit  digitizer digit  conformabli conform  radicalli radic
    differentli differ  vileli vile  analogousli analog  vietnamization vietnam  predication predic  operator oper
    feudalism feudal  decisiveness decis  hopefulness hope  callousness callous  formaliti formal  sensitiviti sensit
    sensibiliti sensibl  triplicate triplic  formative form  formalize formal  electriciti electr  electrical electr
    hopeful hope  goodness good  revival reviv  allowance allow  inference infer  airliner airlin  gyroscopic gyroscop
    adjustable adjust  defensible defens  irritant irrit  replacement replac  adjustment adjust  dependent depend
    adoption adopt  homologou homolog  communism commun  activate activ  angulariti angular  homologous homolog
    effective effect  bowdlerize bowdler  probate probat  rate rate  cease ceas  controll control  roll roll
    region region  snowing snow  boxes box  organized organ  organizing organ  comfortabled comfort
"""
LUNR = "sky ski  pathway pathway  survey survey  try tri  tries tri  say say  yes ye  yellowing yellow  dyeing dye"


@pytest.mark.parametrize(
    ("word", "expected"),
    [pair.split() for pair in f"{EXAMPLES} {LUNR}".replace("\n", "  ").split("  ") if pair.strip()],
)
def test_a_word_has_the_stem_of_the_paper(word: str, expected: str):
    assert stem(word) == expected


def test_a_word_of_two_letters_is_its_own_stem():
    assert [stem(word) for word in ("", "a", "is", "us")] == ["", "a", "is", "us"]


def test_a_character_beyond_the_first_plane_counts_as_two_as_in_javascript():
    assert stem("𝒳s") == "𝒳"
    assert stem("écoles") == "école"
    assert stem("𝒳") == "𝒳"
    assert stem("\ud835s") == "\ud835s"
    assert [stem(word) for word in ("élèves", "naïvely", "über")] == ["élève", "naïv", "über"]
