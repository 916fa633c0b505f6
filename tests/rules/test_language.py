"""Plain words, explained acronyms, respect, and accessible pages: in specs and guides, at the exact place."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from examples import BASE, judged
from project import DEMONSTRATION

from microcredentials.catalog.loading import load
from microcredentials.checking.prose import split_body
from microcredentials.checking.report import Report
from microcredentials.publishing.publish import blocking_errors
from microcredentials.rules._tokens import split_sentences, split_words
from microcredentials.rules.language._readability import count_syllables, grade_level

CREDENTIAL = "credentials/wait-time.md"
GUIDE = "guides/earn-one.md"
HEAD = "---\ntitle: Earn one\ndescription: From the choice to the result.\n---\n"
LINES = HEAD.count("\n")
RULES = {"LA-01", "LA-02", "LA-03", "LA-04", "AX-01", "AX-02", "AX-03", "AX-04"}


@dataclass(frozen=True)
class Content:
    """A copy of the base, which breaks no rule, to add problems to."""

    root: Path

    def replace(self, old: str, new: str, path: str = CREDENTIAL) -> None:
        """Replace *old*, which must occur in the file once, with *new*."""
        text = (self.root / path).read_text("utf-8")
        assert text.count(old) == 1
        (self.root / path).write_text(text.replace(old, new), "utf-8")

    def add(self, field: str, path: str = CREDENTIAL) -> None:
        """Add *field* to the front matter."""
        text = (self.root / path).read_text("utf-8")
        (self.root / path).write_text(text.replace("---\n", f"---\n{field}\n", 1), "utf-8")

    def write(self, markdown: str, path: str = GUIDE) -> None:
        """Write *markdown* as the body of a guide, or below that of a spec."""
        file = self.root / path
        file.parent.mkdir(exist_ok=True)
        before = file.read_text("utf-8") + "\n" if file.exists() else HEAD
        file.write_text(before + markdown, "utf-8")

    def report(self) -> Report:
        """Return the report of all rules."""
        return judged(self.root)

    def found(self) -> list[tuple[str, str, str]]:
        """Return rule, path and the marked words of each finding of families LA and AX."""
        return [
            (f.rule.id, f.place.path, self.marked(f.place.path, f.place.start, f.place.end))
            for f in self.report().open
            if f.rule.id in RULES
        ]

    def marked(self, path: str, start, end) -> str:
        lines = (self.root / path).read_text("utf-8").splitlines()
        piece = lines[start.line - 1 : end.line]
        piece[-1] = piece[-1][: end.column - 1]
        piece[0] = piece[0][start.column - 1 :]
        return " ".join(line.strip() for line in piece)


@pytest.fixture
def content(tmp_path: Path) -> Content:
    shutil.copytree(BASE, tmp_path / "content")
    return Content(tmp_path / "content")


# How hard a text is to read

GETTYSBURG = """Four score and seven years ago our fathers brought forth on this continent a new nation, conceived in
liberty, and dedicated to the proposition that all men are created equal. Now we are engaged in a great civil war,
testing whether that nation, or any nation so conceived and so dedicated, can long endure. We are met on a great
battlefield of that war. We have come to dedicate a portion of that field, as a final resting place for those who
here gave their lives that that nation might live. It is altogether fitting and proper that we should do this. But,
in a larger sense, we can not dedicate, we can not consecrate, we can not hallow this ground. The brave men, living
and dead, who struggled here, have consecrated it, far above our poor power to add or detract. The world will little
note, nor long remember what we say here, but it can never forget what they did here. It is for us the living,
rather, to be dedicated here to the unfinished work which they who fought here have thus far so nobly advanced. It is
rather for us to be here dedicated to the great task remaining before us -- that from these honored dead we take
increased devotion to that cause for which they gave the last full measure of devotion -- that we here highly resolve
that these dead shall not have died in vain -- that this nation, under God, shall have a new birth of freedom -- and
that government of the people, by the people, for the people, shall not perish from the earth."""  # Lincoln, 1863

PUBLISHED = [
    # GNU style, at https://vergil66.wordpress.com/2007/04/03/enjoying-the-gettysburg-address/
    (GETTYSBURG, 10.2),
    # read-able.com and readability-score.com, as the tests of github.com/brackendev/Readability-iOS-Objective-C say
    (GETTYSBURG, 10.9),
    # https://www.npmjs.com/package/flekin; the words are by William James, 1886
    ("Nothing is so fatiguing as the eternal hanging on of an uncompleted task.", 9.45),
    # readability-score.com, as quoted by the tests of Readability-iOS; read-able.com counts a syllable more, 13.1
    ("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 12.2),
    # 1 sentence, 6 words, 6 syllables: https://www.npmjs.com/package/flesch
    ("The cat sat on the mat.", -1.45),
]


def sentence_words(text: str) -> list[list[str]]:
    return [split_words(sentence) for _, sentence in split_sentences(text)]


@pytest.mark.parametrize(("text", "published"), PUBLISHED)
def test_the_grade_of_known_texts_is_within_one_of_the_published_one(text: str, published: float):
    assert grade_level(sentence_words(text)) == pytest.approx(published, abs=1)


def test_the_counts_for_a_whole_speech_equal_published_ones():
    # 271 words, 10 sentences, 367 syllables: the tests of github.com/brackendev/Readability-iOS-Objective-C
    spoken = split_words(GETTYSBURG)
    assert (len(spoken), len(list(split_sentences(GETTYSBURG))), sum(map(count_syllables, spoken))) == (271, 10, 367)


def test_an_empty_text_has_grade_zero():
    assert grade_level(sentence_words("")) == grade_level(sentence_words(" – ")) == 0


SYLLABLES = {
    1: "the asked files league makes through school strength used 2026 3.5 clothes",
    2: "questions student pauses table tables handled rhythm science people useful homework someone pages coaches "
    "create something statement statements quiet poem value language patient union rubric student's being react "
    "colleague micro",
    3: "actual audio evidence video idea autism studying fluency triangle syllable curious medium earlier theory "
    "completely description reflection everyone equity read-aloud",
    4: "educator experience criteria evaluate society continuous geography cooperate multilingual",
    5: "vocabulary opportunity collaboration micro-credential metacognition accommodation individual",
    6: "accessibility responsibility differentiation paraprofessional familiarity",
}
TABLE = [(word, count) for count, listed in SYLLABLES.items() for word in listed.split()]


@pytest.mark.parametrize(("word", "count"), TABLE)
def test_syllables(word: str, count: int):
    assert count_syllables(word) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wait 3.5 seconds. Then ask.", ["Wait 3.5 seconds.", "Then ask."]),
        ("Use cards, e.g. Popsicle sticks. Draw one.", ["Use cards, e.g. Popsicle sticks.", "Draw one."]),
        ("Dr. A. B. Rowe says so. See p. 4.", ["Dr. A. B. Rowe says so.", "See p. 4."]),
        ("1. Ask once. 2. Wait.", ["1. Ask once.", "2. Wait."]),
        ("Is it? Yes! “No.” She left…", ["Is it?", "Yes!", "“No.”", "She left…"]),
        ("It began in 2019. Then it grew.", ["It began in 2019.", "Then it grew."]),
        ("- one thing\n- another\n\nThe rest", ["- one thing", "- another", "The rest"]),
    ],
)
def test_sentences(text: str, expected: list[str]):
    assert [sentence for _, sentence in split_sentences(text)] == expected


# Specs

LONG = (
    "Tell us about the class that you chose and the lesson that you planned and the students who spoke and those who "
    "did not and what you had tried with them in the weeks before and what came of it"
)
HARD = (
    "Provide a comprehensive characterization of instructional considerations influencing your implementation. "
    "Additionally, differentiate organizational responsibilities from collaborative expectations about student "
    "conversations and evaluation."
)
PROMPT = "Describe the class and the lesson. Who usually answers, and who does not?"


def test_a_long_sentence_is_marked(content: Content):
    content.replace(PROMPT, f"Begin with the setting. {LONG}.")
    assert content.found() == [("LA-01", CREDENTIAL, f"{LONG}.")]


def test_a_hard_question_is_marked_at_its_longest_sentence(content: Content):
    content.replace(PROMPT, HARD)
    [finding] = [f for f in content.report().open if f.rule.id == "LA-01"]
    assert content.found() == [("LA-01", CREDENTIAL, HARD.partition(". ")[2])]
    assert (finding.severity, finding.rule_class) == ("warning", "heuristic")
    assert re.search(r"grade \d\d; grade 12 or lower is expected", finding.message)


def test_very_short_texts_and_titles_have_no_grade(content: Content):
    content.replace(PROMPT, "Describe instructional considerations.")
    content.replace("name: Question plan", f"name: {HARD.split('.')[0]}")
    assert content.found() == []


@pytest.mark.parametrize(
    "text",
    [
        "Bring the notes to the PLC and plan with it.",
        "Bring the notes to a team (PLC) and plan with it.",
        "Plan with PLCs (teams) of your school.",
    ],
)
def test_an_unexplained_acronym_is_marked_once_at_its_first_use(content: Content, text: str):
    content.replace("Beside each of them note\n", f"{text} Go back to the PLC later. Beside each of them note\n")
    assert content.found() == [("LA-02", CREDENTIAL, "PLC")]
    [finding] = [f for f in content.report().open if f.rule.id == "LA-02"]
    line = next(i for i, line in enumerate((content.root / CREDENTIAL).read_text().splitlines(), 1) if "PLC" in line)
    assert (finding.place.start.line, finding.severity) == (line, "error")


@pytest.mark.parametrize(
    "text",
    [
        "Bring it to the professional learning community (PLC). The PLC answers.",
        "Bring it to the PLC (professional learning community). The PLC answers.",
        "Hand in a PDF at 9 AM. Part II of World War I is OK in the US.",
        "Grade K-12, 2 x 3 and A to Z.",
    ],
)
def test_explained_and_known_acronyms_pass(content: Content, text: str):
    content.replace("Beside each of them note\n", f"{text} Beside each of them note\n")
    assert content.found() == []


def test_words_to_avoid_are_marked_and_a_state_can_change_the_list(content: Content):
    content.replace(
        "Who usually answers, and who does not?", "What do your low students say, and who suffers from haste?"
    )
    assert content.found() == [("LA-03", CREDENTIAL, "low students"), ("LA-03", CREDENTIAL, "suffers from")]
    [first, _] = [f for f in content.report().open if f.rule.id == "LA-03"]
    assert "students who are building this skill" in first.advice
    quality = content.root / "program" / "quality.yml"
    quality.write_text("word_lists: {asset_language: {enabled: false}}\n")
    assert content.found() == []
    quality.write_text("word_lists: {asset_language: {pairs: [{avoid: haste, prefer: hurry}]}}\n")
    assert content.found() == [("LA-03", CREDENTIAL, "haste")]


def test_words_to_avoid_may_be_quoted(content: Content):
    content.write("Do not write “low kids”; say what they are learning.\n")
    assert content.found() == []


def test_other_names_for_the_educator_are_found(content: Content):
    content.replace("Who usually answers,", "The candidate says who usually answers,")
    assert content.found() == [("LA-04", CREDENTIAL, "candidate")]
    content.replace(
        "issuer: sample-office\n", "issuer: sample-office\nterms: {earner: candidate}\n", "program/program.yml"
    )
    assert content.found() == []


def test_placeholders_are_found_in_fields_and_bodies_and_a_state_may_add_its_own(content: Content):
    content.replace("Who usually answers, and who does not?", "To do later.")
    content.write("Lorem ipsum dolor. More [...] here, but not `TBD`.\n", CREDENTIAL)
    assert [words for _, _, words in content.found()] == ["Lorem ipsum", "[...]"]
    (content.root / "program" / "quality.yml").write_text("word_lists: {placeholders: {add: [to do later]}}\n")
    assert [words for _, _, words in content.found()] == ["To do later", "Lorem ipsum", "[...]"]


def test_a_tag_that_the_text_never_uses_is_a_warning(content: Content):
    content.replace("tags: [wait time]", "tags: [wait time, question, portfolio]")
    [finding] = [f for f in content.report().open if f.rule.id == "LA-04"]
    assert (finding.field, finding.severity) == (("tags", 2), "warning")
    assert content.found() == [("LA-04", CREDENTIAL, "portfolio")]


def test_media_and_files_of_a_spec_are_labelled(content: Content):
    content.replace("https://example.org/silence", "https://example.org/silence.PDF?download=1")
    content.replace("https://example.org/answers\n    type: article", "https://example.org/answers\n    type: video")
    content.write("Read [the sheet](https://example.org/sheet.docx) and [it (PDF)](https://example.org/it.pdf).\n",
                  CREDENTIAL)  # fmt: skip
    found = [f for f in content.report().open if f.rule.id == "AX-03"]
    assert [f.field for f in found] == [("resources", 0, "file_format"), ("resources", 2, "captions"), ()]
    assert content.found()[-1] == ("AX-03", CREDENTIAL, "the sheet")


def test_broken_links_in_fields_are_found(content: Content):
    content.replace("/about/recognition/#renewal-points", "/about/recognition/#renewal-point")
    content.replace("status: under-review, url: /about/recognition/", "status: under-review, url: /about/recognitoin/")
    advice = [f.advice for f in content.report().open if f.rule.id == "AX-04"]
    assert content.found() == [
        ("AX-04", CREDENTIAL, "/about/recognition/#renewal-point"),
        ("AX-04", CREDENTIAL, "/about/recognitoin/"),
    ]
    assert advice == ["Did you mean “renewal-points”?", "Did you mean “/about/recognition/”?"]


def test_a_link_to_an_unreadable_guide_is_not_a_finding(content: Content):
    content.write("Read [the recognition](/about/recognition/).\n")
    content.replace("title: ", "titel: ", "about/recognition.md")
    assert content.found() == []
    assert {f.place.path for f in content.report().open} == {"about/recognition.md"}


def test_an_inherited_link_is_reported_once_in_the_program_file(content: Content):
    content.replace("url: /about/how-to-start/", "url: /about/how-to-begin/", "program/program.yml")
    assert content.found() == [("AX-04", "program/program.yml", "/about/how-to-begin/")]


# Guides

GUIDES = [
    ("![](/assets/images/a.png)\n", "AX-01", 1, 5),
    ("See ![scale.png](/assets/images/scale.png)\n", "AX-01", 1, 7),
    (f"![{'A very long text. ' * 9}](/assets/images/a.png)\n", "AX-01", 1, 3),
    ("# Begin\n", "AX-02", 1, 3),
    ("## One\n\nText.\n\n#### Two\n", "AX-02", 5, 6),
    ("#### Two\n", "AX-02", 1, 6),
    ("## One\n\n| A |  |\n|---|---|\n| a | b |\n", "AX-02", 3, 3),
    ("For more, [click here](/catalog/).\n", "AX-02", 1, 12),
    ("More stands [**here**](/catalog/).\n", "AX-02", 1, 14),
    ("It is at <https://example.org/a>.\n", "AX-02", 1, 11),
    ("- Open [example.org/a](https://example.org/a)\n", "AX-02", 1, 9),
    ("It is a [form](/about/privacy/form.pdf).\n", "AX-03", 1, 10),
    ("Go to [the lists](/catalogue/).\n", "AX-04", 1, 19),
    ("Read [the guide](/guides/earn-one.md).\n", "AX-04", 1, 18),
    ("Go to [the form](/about/privacy/#consent).\n", "AX-04", 1, 18),
    ("## Begin here\n\nGo to [the end](#end).\n", "AX-04", 3, 17),
    ("| A |\n|---|\n| [rule](/standards/la-99/) |\n", "AX-04", 3, 10),
    (f"Begin. {LONG}.\n", "LA-01", 1, 8),
    ("> Bring it to\n> the PLC.\n", "LA-02", 2, 7),
    ("1. Help *low kids* first.\n", "LA-03", 1, 10),
    ("Every participant gets a badge.\n", "LA-04", 1, 7),
    ("TODO\n", "LA-04", 1, 1),
]


@pytest.mark.parametrize(("markdown", "rule", "line", "column"), GUIDES)
def test_a_weakness_in_a_guide_is_found_at_its_place(
    content: Content, markdown: str, rule: str, line: int, column: int
):
    content.write(markdown)
    [finding] = [f for f in content.report().open if f.place.path == GUIDE]
    assert (finding.rule.id, finding.place.start.line, finding.place.start.column) == (rule, line + LINES, column)
    assert finding.spec == ""


@pytest.mark.parametrize(
    "markdown",
    [
        "## One\n\n### Two\n\n## Three\n",
        "![Two assessors score alone](/assets/images/scoring.png)\n",
        "| | A | B |\n|---|---|---|\n| a | b | c |\n",
        "Open the [catalog](/catalog/?q=reading) or [a list](/catalog/subject/assessment/), or [home](/).\n",
        "See [a rule](/standards/la-01/), [the data](/catalog.json), [a stack](/stacks/classroom-talk/).\n",
        "See [the questions](/credentials/wait-time/#rubric) and [yourself](/guides/earn-one/#begin).\n\n## Begin\n",
        "Write to [the office](mailto:office@sample-state.example).\n",
        "The rule `LA-02` is about `ABC`.\n\n```yaml\nnote: TODO, as the participant said\n```\n",
    ],
)
def test_a_good_guide_has_no_findings(content: Content, markdown: str):
    content.write(markdown)
    assert [f for f in content.report().open if f.place.path == GUIDE] == []


def test_a_link_to_a_draft_is_found_except_in_a_draft(content: Content):
    content.replace("status: published", "status: draft", "credentials/student-questions.md")
    content.write("Go on with [wondering](/credentials/student-questions/).\n")
    content.write("\nSee [this one](/credentials/student-questions/).\n", "credentials/student-questions.md")
    assert [(f.rule.id, f.place.path) for f in content.report().open if f.rule.id == "AX-04"] == [("AX-04", GUIDE)]


def test_external_pictures_and_pictures_in_specs_are_errors(content: Content):
    content.write("![A map of talk](https://example.org/map.png)\n")
    content.write("![A map of talk](/assets/images/map.png)\n", CREDENTIAL)
    assert [f.rule.id for f in content.report().open] == ["FM-19", "FM-19"]


def test_an_error_in_a_guide_keeps_the_site_from_being_built(content: Content):
    content.write("Go to [the lists](/catalogue/).\n")
    blocking = blocking_errors(load(content.root), content.report())
    assert [(f.rule.id, f.place.path) for f in blocking] == [("AX-04", GUIDE)]


def test_pieces_of_a_body_are_as_long_as_their_source(content: Content):
    content.write('Some *bold* `code` and\r\n> a [link](/x "t") – and _more_.\n\n- an item\n  in two lines\n')
    [entry] = [entry for entry in load(content.root).other_entries if entry.source.path.as_posix() == GUIDE]
    text = entry.source.text.value
    for piece in split_body(entry.source):
        written = text[piece.start : piece.start + len(piece.text)]
        assert all(a == b or b in " y" for a, b in zip(written, piece.text, strict=True))


def test_our_own_content_has_no_language_findings():
    found = judged(DEMONSTRATION / "content").open
    assert [(f.rule.id, f.place.path, f.place.start.line, f.message) for f in found if f.rule.id in RULES] == []
