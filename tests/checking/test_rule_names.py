"""A rule, a number or a word list that does not exist is a finding at its name, and the advice suggests the closest one
that exists.
"""

import shutil
from pathlib import Path

import pytest
from examples import BASE, judged
from small import QUALITY, catalog, is_sentence, rule

from microcredentials.checking._rule_names import collect_settings, collect_word_lists, find_name_problems
from microcredentials.model.quality import Quality
from microcredentials.reading.phrases import Phrases
from microcredentials.reading.problem import Pointer

WAIVER = (
    "reason: A reason.\n    approved_by: {role: state-officer, organization: Sample Office}\n"
    "    date: 2026-06-01\n    expires: 2027-06-01\n"
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "content"))


@pytest.mark.parametrize(
    ("text", "rule", "line", "column", "said"),
    [
        ("severities:\n  CO-33: {draft: none}\n", "SC-04", 2, 3, "CO-03"),
        ("severities:\n  co-03: {draft: none}\n", "SC-04", 2, 3, "CO-03"),
        ("severities:\n  FM-07: {draft: none}\n", "SC-04", 2, 3, "FM-07 cannot be changed"),
        ("severities:\n  CO-03: {draft: erorr}\n", "SC-04", 2, 18, "error"),
        ("severities:\n  CO-03: {drft: error}\n", "SC-04", 2, 11, "draft"),
        ("settings:\n  ZZ-01: {min_words: 5}\n", "SC-04", 2, 3, "ZZ-01"),
        ("settings:\n  CO-03: {min_word: 5}\n", "SC-04", 2, 11, "min_words"),
        ("settings:\n  CO-03: {min_words: fifteen}\n", "SC-02", 2, 22, "a whole number"),
        ("settings:\n  CO-03: {min_words: true}\n", "SC-02", 2, 22, "a whole number"),
        ("settings:\n  AS-03: {min_target: {percent-agreement: high}}\n", "SC-02", 2, 23, "a block of numbers"),
        (
            "settings:\n  AS-03: {min_target: {percent-agreement: 80, kappa: x}}\n",
            "SC-02",
            2,
            23,
            "such as percent-agreement",
        ),
        (
            "word_lists:\n  vague_word: {add: [nice]}\n",
            "SC-04",
            2,
            3,
            "There is no word list “vague_word”. Did you mean",
        ),
        (
            "word_lists:\n  vague_words: {remove: [good, goood]}\n",
            "SC-04",
            2,
            32,
            "“goood” is not in the list “vague_words”",
        ),
        ("waivers:\n  - rule: RR-33\n    " + WAIVER, "SC-04", 2, 11, "RR-03"),
        ("waivers:\n  - rule: SC-01\n    " + WAIVER, "SC-04", 2, 11, "SC-01 cannot be waived"),
    ],
)
def test_names_in_the_quality_file(text: str, rule: str, line: int, column: int, said: str, content: Path):
    (content / "program/quality.yml").write_text(text)
    [finding] = judged(content).findings
    assert is_sentence(finding.message)
    assert is_sentence(finding.advice)
    assert (finding.rule.id, finding.place.path) == (rule, "program/quality.yml")
    assert (finding.place.start.line, finding.place.start.column) == (line, column)
    assert said in f"{finding.message} {finding.advice}"


def test_numbers_that_can_be_used_are_used(content: Path):
    (content / "program/quality.yml").write_text("settings:\n  CO-03: {min_words: 60, max_words: many}\n")
    found = [(finding.rule.id, finding.place.path) for finding in judged(content).findings]
    assert ("SC-02", "program/quality.yml") in found
    assert ("CO-03", "credentials/wait-time.md") in found
    assert "IN-01" not in {rule for rule, _ in found}


def test_names_in_a_crosswalk(content: Path):
    crosswalk = content / "program/standards/example-crosswalk.yml"
    crosswalk.write_text(crosswalk.read_text().replace("rules: [CO-05]", "rules: [CO-05, CO-55]"))
    [finding] = judged(content).findings
    line = crosswalk.read_text().splitlines().index("    rules: [CO-05, CO-55]") + 1
    assert (finding.rule.id, finding.place.start.line, finding.place.start.column) == ("SC-04", line, 20)


def test_names_in_the_waivers_of_a_spec(content: Path):
    spec = content / "credentials/wait-time.md"
    spec.write_text(spec.read_text().replace("\n---\n", f"\nwaivers:\n  - rule: RR-33\n    {WAIVER}---\n", 1))
    [finding] = judged(content).findings
    assert (finding.rule.id, finding.field) == ("SC-04", ("waivers", 0, "rule"))
    assert "RR-03" in finding.advice


# --- Word for word ------------------------------------------------------------------------------------------------

SETTINGS = {
    "whole": 5,
    "share": 0.5,
    "on": True,
    "text": "a",
    "several": [1],
    "limits": {"low": 1, "high": 2},
    "odd": (),
}
OWN = {
    made.id: made
    for made in (
        rule("CO-01", settings=SETTINGS), rule("CO-02", word_lists={"vague": {"very good": "", "nice": ""}}),
        rule("RR-01"), rule("FM-01"), rule("IN-01"),
    )
}  # fmt: skip
FIX = "Delete this, and fix what the rule finds."
ALL = "Choose one of: CO-01, CO-02, RR-01, FM-01, IN-01."


def names(quality: str) -> list[tuple[str, Pointer, str, str, bool]]:
    """Return what is wrong in ``quality.yml`` for the rules of ``OWN``."""
    made = catalog({QUALITY: quality})
    [entry] = [each for each in made.other_entries if each.source.path.as_posix() == QUALITY]
    assert entry.problems == ()
    found = find_name_problems(entry, made.program, OWN)
    return [(each.rule, each.at, each.message, each.advice, each.on_name) for each in found]


@pytest.mark.parametrize(
    ("quality", "rule", "at", "message", "advice", "on_name"),
    [
        ("severities: {CO-1: {draft: none}}", "SC-04", ("severities", "CO-1"), "There is no rule “CO-1”.",
         "Did you mean “CO-01”?", True),
        ("severities: {XX-9: {draft: none}}", "SC-04", ("severities", "XX-9"), "There is no rule “XX-9”.", ALL, True),
        (f"severities: {{{'X' * 50}: {{draft: none}}}}", "SC-04", ("severities", "X" * 50),
         f"There is no rule “{'X' * 40}”.", ALL, True),
        ("severities: {coxxxxxxx: {draft: none}}", "SC-04", ("severities", "coxxxxxxx"),
         "There is no rule “coxxxxxxx”.", "Choose one of: CO-01, CO-02.", True),
        ("severities: {FM-01: {draft: none}}", "SC-04", ("severities", "FM-01"),
         "FM-01 cannot be changed: it decides whether a file can be read.", FIX, True),
        ("settings: {CO-9: {whole: 1}}", "SC-04", ("settings", "CO-9"), "There is no rule “CO-9”.",
         "Did you mean “CO-02”?", True),
        ("settings: {CO-01: {whol: 1}}", "SC-04", ("settings", "CO-01", "whol"), "CO-01 has no setting “whol”.",
         "Did you mean “whole”?", True),
        (f"settings: {{CO-02: {{{'x' * 50}: 1}}}}", "SC-04", ("settings", "CO-02", "x" * 50),
         f"CO-02 has no setting “{'x' * 40}”.", "This rule has no settings.", True),
        ("settings: {CO-01: {whole: 1.5}}", "SC-02", ("settings", "CO-01", "whole"),
         "“whole” of CO-01 must be a whole number.", "The default is 5.", False),
        ("settings: {CO-01: {share: true}}", "SC-02", ("settings", "CO-01", "share"),
         "“share” of CO-01 must be a number.", "The default is 0.5.", False),
        ("settings: {CO-01: {on: 1}}", "SC-02", ("settings", "CO-01", "on"),
         "“on” of CO-01 must be true or false.", "The default is True.", False),
        ("settings: {CO-01: {text: 1}}", "SC-02", ("settings", "CO-01", "text"), "“text” of CO-01 must be text.",
         "The default is a.", False),
        ("settings: {CO-01: {several: 1}}", "SC-02", ("settings", "CO-01", "several"),
         "“several” of CO-01 must be a list.", "The default is [1].", False),
        ("settings: {CO-01: {limits: [1]}}", "SC-02", ("settings", "CO-01", "limits"),
         "“limits” of CO-01 must be a block of numbers, such as low and high.", "The default is {'low': 1, 'high': 2}.",
         False),
        ("settings: {CO-01: {odd: 1}}", "SC-02", ("settings", "CO-01", "odd"),
         "“odd” of CO-01 must be a value like the default.", "The default is ().", False),
        ("word_lists: {vage: {add: [a]}}", "SC-04", ("word_lists", "vage"), "There is no word list “vage”.",
         "Did you mean “vague”?", True),
        (f"word_lists: {{{'x' * 50}: {{add: [a]}}}}", "SC-04", ("word_lists", "x" * 50),
         f"There is no word list “{'x' * 40}”.", "Choose one of: vague.", True),
        ("word_lists: {vague: {remove: [nice, nicer]}}", "SC-04", ("word_lists", "vague", "remove", 1),
         "“nicer” is not in the list “vague”.", "Did you mean “nice”?", False),
        (f"word_lists: {{vague: {{words: [a, b], remove: [{'x' * 50}]}}}}", "SC-04",
         ("word_lists", "vague", "remove", 0), f"“{'x' * 40}” is not in the list “vague”.", "Choose one of: a, b.",
         False),
        ("waivers:\n  - rule: CO-1\n    " + WAIVER, "SC-04", ("waivers", 0, "rule"), "There is no rule “CO-1”.",
         "Did you mean “CO-01”?", False),
        ("waivers:\n  - rule: IN-01\n    " + WAIVER, "SC-04", ("waivers", 0, "rule"),
         "IN-01 cannot be waived: it decides whether a file can be read.", FIX, False),
    ],
)  # fmt: skip
def test_a_wrong_name_is_explained(quality: str, rule: str, at: Pointer, message: str, advice: str, on_name: bool):
    assert names(quality) == [(rule, at, message, advice, on_name)]


@pytest.mark.parametrize(
    "quality",
    [
        "severities: {CO-01: {draft: none}, RR-01: {published: error}}", "settings: {CO-01: {whole: 7, share: 1}}",
        "settings: {CO-01: {share: 0.7, on: false, text: b, several: [2], limits: {low: 5}}}",
        "settings: {FM-01: {}}", "word_lists: {vague: {add: [a], remove: [Very-good]}}",
        "word_lists: {vague: {words: [a], remove: [a]}}", "waivers:\n  - rule: RR-01\n    " + WAIVER,
    ],
)  # fmt: skip
def test_a_right_name_is_no_problem(quality: str):
    assert names(quality) == []


def test_every_wrong_name_is_reported():
    quality = """
severities: {CO-8: {draft: none}, CO-9: {draft: none}}
settings: {CO-8: {a: 1}, CO-01: {a: 1, b: 2}}
word_lists: {a: {add: [a]}, b: {add: [b]}, vague: {remove: [c, d]}}
"""
    assert [at for _, at, *_ in names(quality)] == [
        ("severities", "CO-8"), ("severities", "CO-9"), ("settings", "CO-8"), ("settings", "CO-01", "a"),
        ("settings", "CO-01", "b"), ("word_lists", "a"), ("word_lists", "b"), ("word_lists", "vague", "remove", 0),
        ("word_lists", "vague", "remove", 1),
    ]  # fmt: skip


def test_settings_and_word_lists_are_changed_only_where_the_change_can_be_used():
    made = catalog({QUALITY: "settings: {CO-01: {whole: 7, share: x, none: 1}, CO-09: {whole: 1}}\n"
                    "word_lists: {vague: {add: [bad], remove: [nice]}, none: {add: [a]}}\n"})  # fmt: skip
    assert made.program.quality is not None
    assert collect_settings(made.program.quality, OWN) == {
        "CO-01": {**SETTINGS, "whole": 7}, "CO-02": {}, "RR-01": {}, "FM-01": {}, "IN-01": {},
    }  # fmt: skip
    assert collect_word_lists(made.program.quality, OWN) == {"vague": Phrases({"very good": "", "bad": ""})}
    assert collect_word_lists(Quality(), OWN) == {"vague": Phrases({"very good": "", "nice": ""})}
