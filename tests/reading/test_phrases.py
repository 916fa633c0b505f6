"""Phrases: their notation, and the words that they match."""

import pytest

from microcredentials.reading.phrases import JoinedTexts, Phrases, phrase_key


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("clear", "Clear? It is clear, not unclear or clear-cut.", ["Clear", "clear"]),
        ("seat time", "Seat-time and seat  time count; a seat. Time flies.", ["Seat-time", "seat  time"]),
        ("workshop*", "One workshop, two workshops, workshopping", ["workshop", "workshops", "workshopping"]),
        ("study*", "They study, she studies, he studied; a student", ["study", "studies", "studied"]),
        ("complete*", "completes, completed; completing, completion", ["completes", "completed", "completing"]),
        ("course/module", "a course and a module", ["course", "module"]),
        ("attend course/module", "attend course, attend module", ["attend course", "attend module"]),
        ("attend*/visit* … course/class", "You visited a long evening class.", ["visited a long evening class"]),
        ("attend* ... course", "Attend it. The course is next. Attend, of course.", []),
        ("hour course", "a 10-hour course, an on-hour course", ["hour course"]),
        ("appropriate", "age-appropriate, “appropriate”, (appropriate)", ["appropriate", "appropriate"]),
        ("can't cope", "They can’t cope.", ["can’t cope"]),
        ("state's test", "STATE'S TEST", ["STATE'S TEST"]),
        ("i", "İ i", ["i"]),
        ("at-risk student*", "At risk students, at-risk student", ["At risk students", "at-risk student"]),
        ("attend ... course", "attend a course", ["attend a course"]),
        ("attend… course", "attend one dull long course", ["attend one dull long course"]),
        ("attend … course", "attend one very dull long course", []),
        ("at risk", "the at-risk students", ["at-risk"]),
        ("risk of", "at (risk-of) it", ["risk-of"]),
        ("seat/chair time", "chair-time", ["chair-time"]),
        ("(“good plan", "a good plan", ["good plan"]),
        ("ready", "10-ready/ready—ready", ["ready", "ready", "ready"]),
        ("box*", "box boxes boxed boxing boxxed boxe", ["box", "boxes", "boxed", "boxing", "boxxed"]),
        ("stop*", "stops stopped stopping stoped", ["stops", "stopped", "stopping", "stoped"]),
        ("re-use*", "re-used, reuse, re use", ["re-used", "re use"]),
        ("hour long course", "an hour long dull course", []),
        ("good", "a 'good' thing, İ GOOD", ["good", "GOOD"]),
        ("play*", "plays, played, playing, plaied", ["plays", "played", "playing"]),
        ("", "anything", []),
        ("… of", "a kind of", []),
        ("*", "anything", []),
        ("/", "either/or", []),
        ("c++ (code)", "written in c++ (code) today", ["c++ (code)"]),
    ],
)  # fmt: skip
def test_a_phrase_matches_as_people_expect(phrase: str, text: str, found: list[str]):
    matches = list(Phrases({phrase: ""}).find(text))
    assert [match.words for match in matches] == found
    assert [text[slice(*match.span)] for match in matches] == found


def test_a_find_tells_the_phrase_and_what_it_prefers():
    [first, second] = Phrases({"good": "what makes it so", "good enough for": "for whom"}).find(
        "good, good enough for me"
    )
    assert (first.phrase, first.prefer) == ("good", "what makes it so")
    assert (second.words, second.prefer) == ("good enough for", "for whom")


def test_a_long_list_of_hyphens_is_read_at_once():
    list(Phrases({"attend* … course": ""}).find("attend" + " -" * 50_000 + " attend- a " * 5_000))


def test_what_tells_phrases_apart():
    assert phrase_key("At-risk  student*") == phrase_key("at risk student") == "at risk student"
    assert phrase_key("course") != phrase_key("courses")


@pytest.mark.parametrize(
    ("text", "found"),
    [("Seat time counts", "Seat time"), ("a seat time", None), ("seat timer", None), ("", None)],
)
def test_a_text_begins_with_a_phrase(text: str, found: str | None):
    match = Phrases({"seat time": "practice"}).match_start(text)
    assert (match.words if match else None) == found
    assert match is None or (match.span, match.prefer) == ((0, 9), "practice")


def test_an_empty_list_finds_nothing():
    assert list(Phrases().find("anything")) == []
    assert Phrases().match_start("anything") is None
    assert Phrases().match_start("") is None


def test_joined_texts_are_searched_as_one_and_matches_stay_in_their_text():
    texts = JoinedTexts(["A good plan", "no match", "Good: good"])
    found = [(number, match.words, match.span) for number, match in texts.find(Phrases({"good": ""}))]
    assert found == [(0, "good", (2, 6)), (2, "Good", (0, 4)), (2, "good", (6, 10))]


def test_no_phrase_reaches_from_one_text_into_the_next():
    assert list(JoinedTexts(["the seat", "time flies"]).find(Phrases({"seat time": "", "the … flies": ""}))) == []


def test_a_span_of_the_whole_is_a_span_of_one_text():
    texts = JoinedTexts(["one", "two words", "three"])
    at = texts.whole.index("words")
    assert texts.locate((at, at + 5)) == (1, (4, 9))
    assert texts.locate((0, 3)) == (0, (0, 3))
    assert texts.locate((len(texts.whole) - 1, len(texts.whole))) == (2, (4, 5))


def test_of_two_phrases_that_begin_alike_the_longer_matches():
    matches = Phrases({"test": "", "test* prep": "", "state test": ""}).find("test, tests prep, state test")
    assert [match.phrase for match in matches] == ["test", "test* prep", "state test"]
