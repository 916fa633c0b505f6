"""Word lists: the notation of phrases, and the changes of a state to the lists of rules."""

from pathlib import Path

import pytest
from examples import judged, plant

from microcredentials.checking.finding import Example
from microcredentials.checking.report import Report
from microcredentials.model.quality import WordList
from microcredentials.rules._main_verbs import VERBS
from microcredentials.rules.competency._unobservable import UNOBSERVABLE
from microcredentials.rules.registry import find_checks

DESCRIPTORS = """\
# credentials/wait-time.md
rubric:
  levels: [Not yet, Demonstrated]
  passing_level: Demonstrated
  criteria:
    - id: silence
      name: Silence after each question
      evidence: [recording]
      descriptors:
        Demonstrated: In the recording, pauses are adequate, and questions after them are snappy and clear.
# program/quality.yml
"""


@pytest.mark.parametrize(
    ("change", "phrases"),
    [
        (WordList(), {"good": "why", "clear": ""}),
        (WordList(enabled=False, add=("nice",)), {}),
        (WordList(add=("nice",)), {"good": "why", "clear": "", "nice": ""}),
        (WordList(remove=("Good",)), {"clear": ""}),
        (WordList(words=("nice",), add=("fine",)), {"nice": "", "fine": ""}),
        (WordList.model_validate({"pairs": [{"avoid": "low kids", "prefer": "students"}]}), {"low kids": "students"}),
    ],
)
def test_a_state_changes_a_list(change: WordList, phrases: dict[str, str]):
    assert change.apply_to({"good": "why", "clear": ""}) == phrases


def with_quality(text: str, folder: Path) -> Report:
    plant(Example(DESCRIPTORS + text, passes=False), folder / "content")
    return judged(folder / "content")


def vague(report: Report) -> list[str]:
    return [finding.message.split("”")[0].strip("“") for finding in report.findings if finding.rule.id == "RU-04"]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("{}", ["adequate", "clear"]),
        ("{enabled: false}", []),
        ("{add: [snappy]}", ["adequate", "snappy", "clear"]),
        ("{remove: [adequate]}", ["clear"]),
        ("{words: [pauses]}", ["pauses"]),
    ],
)
def test_the_change_reaches_the_rule(change: str, found: list[str], tmp_path: Path):
    assert vague(with_quality(f"word_lists:\n  vague_words: {change}\n", tmp_path)) == found


def test_an_unknown_list_or_word_is_reported(tmp_path: Path):
    report = with_quality("word_lists:\n  vage_words: {}\n  vague_words: {remove: [adequat]}\n", tmp_path)
    unknown = {f.field: f.message + " " + f.advice for f in report.findings if f.rule.id == "SC-04"}
    assert set(unknown) == {("word_lists", "vage_words"), ("word_lists", "vague_words", "remove", 0)}
    assert "“vague_words”" in unknown["word_lists", "vage_words"]
    assert "“adequate”" in unknown["word_lists", "vague_words", "remove", 0]


def test_every_verb_that_cannot_be_observed_is_recognized_as_a_verb():
    first = {verb for phrase in UNOBSERVABLE for verb in phrase.split()[0].split("/")}
    assert first <= VERBS


def test_no_alternative_of_a_phrase_contains_a_hyphen():
    """A hyphen separates words like a space, so “a-b/c” is not “a-b or c”."""
    phrases = [phrase for check in find_checks() for listed in check.rule.word_lists.values() for phrase in listed]
    words = [word for phrase in phrases for word in phrase.split() if "." not in word]
    assert [word for word in words if "/" in word and "-" in word] == []
