"""Rules that compare texts and numbers: what they report, at which spec, and how fast they are."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import specimens
from examples import judged, plant

from microcredentials.catalog.loading import load
from microcredentials.checking.finding import Example, Finding
from microcredentials.checking.options import Options, Selection
from microcredentials.checking.run import check_catalog
from microcredentials.reading.problem import RuleClass, Severity
from microcredentials.rules.identity import _near_duplicates
from microcredentials.rules.registry import find_checks

RUBRIC = """\
rubric:
  levels: [Not yet, Developing, Demonstrated]
  passing_level: Demonstrated
  criteria:
    - id: silence
      name: Silence after each question
      evidence: [recording]
      descriptors:
        Not yet: {}
        Developing: {}
        Demonstrated: {}
"""
ASIDE = "In the recording, talk goes on at once after nearly all questions that the educator puts to the class."
REFLECTION = """\
requires_students: {}
evidence:
  reflection:
    - {{id: gain, prompt: "{}", perspective: {}, max_words: 300}}
"""
ONE = """\
# credentials/pauses.md
title: Pauses in discussion
status: {}
dates: {{created: {}}}
competency: >-
  The educator asks students open questions in class discussions and pauses three seconds or more after each question.
"""
OTHER = """\
# credentials/silence.md
title: Pauses in discussions
status: {}
dates: {{created: {}}}
competency: >-
  The educator asks students open questions in a class discussion and pauses three seconds or longer after each of the
  questions.
"""


def find_heuristics(text: str, rule: str, folder: Path) -> list[Finding]:
    """Return the findings of the heuristic *rule* in a catalog with the fields of *text*."""
    plant(Example(text, passes=False), folder / "content")
    found = judged(folder / "content").findings
    return [finding for finding in found if finding.rule.id == rule and finding.rule_class is RuleClass.HEURISTIC]


@pytest.mark.parametrize(
    ("lower", "higher", "said"),
    [
        ("Two questions are followed by silence.", "Four questions are followed by silence.", "amount"),
        ("The questions are sometimes met with silence.", "The questions are always met with silence.", "amount"),
        ("The questions are partly met with silence.", "The questions are fully met with silence.", "amount"),
        ("At least half of the questions are followed by silence.",
         "At least 80 percent of the questions are followed by silence.", "amount"),
        ("In the recording, three answers are followed by silence, and a student adds a reason to one of the answers.",
         "In the recording, three answers are followed by silence, and a student adds a thought to one of the answers.",
         "nearly the same"),
        ("The educator tells families about the new routine and asks what they think.",
         "The questions are followed by three seconds of silence without a hint.", "different things"),
    ],
)  # fmt: skip
def test_levels_must_differ_and_describe_the_same_features(lower: str, higher: str, said: str, tmp_path: Path):
    found = find_heuristics(RUBRIC.format(f"'{ASIDE}'", f"'{lower}'", f"'{higher}'"), "RU-03", tmp_path)
    assert [f.field[-1] for f in found] == ["Demonstrated"]
    assert said in found[0].message
    assert [related.message for related in found[0].related] == ["the level “Developing”"]


@pytest.mark.parametrize(
    ("lower", "higher"),
    [
        ("Half of the questions are followed by silence, broken by hints.",
         "Four of five questions are followed by silence without a hint."),
        ("Two questions are followed by silence before an answer.",
         "Four questions are followed by silence, before an answer and after it."),
        ("The recording holds a pause, and the next question comes from the educator.",
         "The recording holds a pause, and the next question comes from a student."),
        ("Families hear of the routine on paper only.", "Families hear of the routine and reply to it."),
    ],
)  # fmt: skip
def test_levels_that_differ_in_what_is_seen_pass(lower: str, higher: str, tmp_path: Path):
    assert find_heuristics(RUBRIC.format(f"'{ASIDE}'", f"'{lower}'", f"'{higher}'"), "RU-03", tmp_path) == []


@pytest.mark.parametrize(
    ("prompt", "perspective", "said"),
    [
        ("How did you feel about the lessons that you taught?", "student", "learners"),
        ("Describe your students in two sentences.", "student", "learners"),
        ("Which part of the method do you like best, and why?", "colleague", "learners"),
        ("What did students learn in the silence?", "educator", "perspective"),
    ],
)
def test_a_reflection_must_ask_for_results_and_a_different_view(
    prompt: str, perspective: str, said: str, tmp_path: Path
):
    [found] = find_heuristics(REFLECTION.format("true", prompt, perspective), "EV-06", tmp_path)
    assert (found.field, said in found.message) == (("evidence", "reflection"), True)


@pytest.mark.parametrize(
    ("students", "prompt", "perspective"),
    [
        ("true", "What can students do now that they could not do before?", "student"),
        ("true", "Which change helped the readers in your group most?", "family"),
        ("true", "Whose answers grew longer in your class, and whose did not?", "colleague"),
        ("false", "Which setting did you change, and why?", "educator"),
    ],
)
def test_a_reflection_that_asks_for_both_passes(students: str, prompt: str, perspective: str, tmp_path: Path):
    assert find_heuristics(REFLECTION.format(students, prompt, perspective), "EV-06", tmp_path) == []


@pytest.mark.parametrize(
    ("hours", "rule", "field"),
    [
        ("{min: 1, max: 5}", "ID-06", ("effort", "hours", "min")),
        ("{min: 30, max: 90}", "ID-06", ("effort", "hours", "max")),
        ("{min: 1, max: 1}", "EV-05", ("effort", "hours")),
    ],
)
def test_too_few_or_too_many_hours_are_found(hours: str, rule: str, field: tuple[str, ...], tmp_path: Path):
    text = f"effort: {{hours: {hours}, weeks: {{min: 1, max: 6}}, best_window: any}}\n"
    found = find_heuristics(text, rule, tmp_path)
    assert [f.field for f in found] == [field]
    assert rule != "ID-06" or found[0].severity is Severity.WARNING


def test_a_key_method_must_say_more_than_the_competency(tmp_path: Path):
    competency = "The educator asks planned questions in a lesson and gives every student three seconds of silence"
    text = f"competency: {competency}.\nkey_method: In each lesson, {competency.lower()} to think.\n"
    [found] = find_heuristics(text, "CO-03", tmp_path)
    assert found.field == ("key_method",)


def test_a_member_that_shares_nothing_is_reported(tmp_path: Path):
    stray = 'subjects: [arts]\nalignment: [{framework: intasc, code: "9"}]\n'
    kin = stray.replace('"9"', '"8"')
    [found] = find_heuristics(stray, "ST-03", tmp_path / "stray")
    assert (found.spec, found.field) == ("classroom-talk", ("title",))
    assert "“Questions that students ask”" in found.message
    assert find_heuristics(kin, "ST-03", tmp_path / "kin") == []


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (("published", "2026-01-01"), ("published", "2026-02-01"), "silence"),
        (("published", "2026-02-01"), ("published", "2026-01-01"), "pauses"),
        (("draft", "2026-01-01"), ("published", "2026-02-01"), "pauses"),
        (("pilot", "2026-01-01"), ("pilot", "2026-01-01"), "silence"),
    ],
)
def test_of_two_similar_specs_the_later_one_is_reported(one, other, told: str, tmp_path: Path):
    [found] = find_heuristics(ONE.format(*one) + OTHER.format(*other), "ID-07", tmp_path)
    assert (found.spec, found.field) == (told, ("competency",))
    [related] = found.related
    assert related.place.path == f"credentials/{({'pauses', 'silence'} - {told}).pop()}.md"


def test_a_retired_spec_may_be_similar_to_its_successor(tmp_path: Path):
    assert (
        find_heuristics(
            ONE.format("retired", "2025-01-01") + OTHER.format("published", "2026-01-01"), "ID-07", tmp_path
        )
        == []
    )


def test_similar_specs_are_found_without_comparing_all_pairs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    compared: Counter[int] = Counter()

    def counted(one, other):
        compared[0] += 1
        return similarity(one, other)

    similarity = _near_duplicates.similarity
    monkeypatch.setattr(_near_duplicates, "similarity", counted)
    specimens.write(tmp_path / "content", 400)
    options = Options(date(2026, 9, 15), selection=Selection(("ID-07",)))
    assert check_catalog(load(tmp_path / "content"), find_checks(), options).findings == ()
    assert compared[0] < 400 * 40, "each with each would be 79,800 comparisons"
