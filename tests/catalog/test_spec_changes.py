"""Every change of a spec, word for word: its kind, its significance, its sentence, what was and is, and the note."""

from typing import Any

import pytest
from memory import catalog, credential, stack
from repository import BASE

from microcredentials.catalog.catalog import Catalog
from microcredentials.catalog.changes._earners import POLICY_NOTE
from microcredentials.catalog.changes.change import Change, Significance
from microcredentials.catalog.changes.compare import compare
from microcredentials.catalog.changes.specs import compare_requirements

LISTS = {"program/vocabulary.yml": (BASE / "program/vocabulary.yml").read_text("utf-8")}
SUBSTANTIVE, NOTABLE, EDITORIAL = Significance.SUBSTANTIVE, Significance.NOTABLE, Significance.EDITORIAL
OTHER_TEXT = "Educators who have started would be scored by a different text from the one they started with."
COUNTED = "Tell educators about this change before they submit: some may have started because of what it counted for."
UID, OTHER_UID = "0d7f3c1e-8a52-4e9b-9c41-7b2a5d6e8f10", "5c0f9f5e-6f0b-4a7e-8d57-2a9f4a1b7c33"
LONG = "Why do they think so and what would you do with them if they did not think so at all?"
APPROVED = "approved_by: {role: state-officer, organization: O}, date: 2026-01-01, expires: 2027-01-01"
ABOUT, NOTES = "## About this micro-credential\n\nX\n", "## Notes for assessors\n\nY\n"


def made(text: str, path: str = "credentials/a.md") -> Catalog:
    found = catalog({**LISTS, path: text})
    assert found.by_slug["a"].problems == ()
    return found


def changes(before: str, after: str, path: str = "credentials/a.md") -> list[Change]:
    return list(compare(made(before, path), made(after, path)))


def of(kind: str, significance: Significance, sentence: str, **facts: Any) -> Change:
    """Return a change of the micro-credential *a*."""
    own = {"spec": "a", "path": "credentials/a.md", "title": "A title"}
    return Change(kind=kind, significance=significance, sentence=sentence, **{**own, **facts})


def text(field: str, kind: str, significance: Significance, sentence: str, note: str = "", **facts: Any) -> Any:
    """Return the case of a text field that changes from “One” to “Two”."""
    facts = {"before": "One", "after": "Two", "at": (field,), "for_earners": note, **facts}
    return f"{field}: One", f"{field}: Two", [of(kind, significance, sentence, **facts)]


FACETS = "facets-changed"
RUBRIC = (
    "rubric: {levels: [Low, High], passing_level: High, decision_rule: points, points: {per_level: [1, 2], "
    "cut_score: 3, criterion_floor: 1}, overview_passing: One, reflection_passing: Two}"
)
CASES: list[tuple[str, str, list[Change]]] = [
    text("summary", "summary-reworded", EDITORIAL, "The summary is reworded."),
    text("key_method", "key-method-reworded", SUBSTANTIVE, "The key method is reworded.", OTHER_TEXT),
    text("level", FACETS, NOTABLE, "The career level changes."),
    ("validity: P1Y", "validity: P2Y", [
        of("validity-changed", NOTABLE, "The period of validity changes.", before="P1Y", after="P2Y",
           at=("validity",), for_earners="Educators who have earned it were told the former period of validity."),
    ]),
    ("replaced_by: one", "replaced_by: two", [
        of("succession-changed", NOTABLE, "Its replacement changes.", before="one", after="two", at=("replaced_by",)),
    ]),
    ("replaces: [one]", "", [
        of("succession-changed", NOTABLE, "The spec that it replaces is no longer stated.", before="one",
           at=("replaces",)),
    ]),
    ("", "aliases: [one, two]", [
        of("aliases-changed", EDITORIAL, "The list of former names is stated.", after="one; two", at=("aliases",)),
    ]),
    ("tags: [one]", "tags: [two]", [
        of(FACETS, EDITORIAL, "The list of keywords changes.", before="one", after="two", at=("tags",)),
    ]),
    ("subjects: [literacy]", "subjects: [mathematics]", [
        of(FACETS, NOTABLE, "The list of subjects changes.", before="Literacy", after="Mathematics",
           at=("subjects",)),
    ]),
    ("grade_bands: [K-2]", "", [
        of(FACETS, NOTABLE, "The list of grade bands is no longer stated.", before="Grades K–2", at=("grade_bands",)),
    ]),
    ("", "educator_roles: [teacher]", [
        of(FACETS, NOTABLE, "The list of educator roles is stated.", after="Teacher", at=("educator_roles",)),
    ]),
    ("requires_students: true", "requires_students: false", [
        of(FACETS, NOTABLE, "Whether students are needed changes.", before="yes", after="no",
           at=("requires_students",)),
    ]),
    ("", "requires_video: true", [
        of(FACETS, NOTABLE, "Whether video is needed is stated.", after="yes", at=("requires_video",)),
    ]),
    ("prerequisites: [one]", "prerequisites: [two]", [
        of("prerequisites-changed", NOTABLE, "The list of prerequisites changes.", before="one", after="two",
           at=("prerequisites",), for_earners="Educators who have started were told the former prerequisites."),
    ]),
    ("effort: {hours: {min: 8, max: 12}, weeks: {min: 1, max: 2}}",
     "effort: {hours: {min: 8, max: 20}, weeks: {min: 2, max: 2}}", [
        of("effort-changed", NOTABLE, "The time it takes changes: hours 8–20 (it was 8–12) and weeks 2 (it was 1–2).",
           before="Hours: 8–12\nWeeks: 1–2", after="Hours: 8–20\nWeeks: 2", at=("effort",)),
    ]),
    ("effort: {hours: {min: 8, max: 12}}", "effort: {weeks: {min: 2, max: 3}}", [
        of("effort-changed", NOTABLE, "The time it takes changes: hours removed (it was 8–12) and weeks added (2–3).",
           before="Hours: 8–12", after="Weeks: 2–3", at=("effort",)),
    ]),
    ("effort: {best_window: any}", "effort: {best_window: start-of-year}", [
        of("effort-changed", NOTABLE,
           "The time it takes changes: best window Start of the school year (it was Any time).", before="Any time",
           after="Start of the school year", at=("effort", "best_window")),
    ]),
    (f"cost: {{amount: 5, note: {LONG}}}", "cost: {amount: 5000000}", [
        of("cost-changed", NOTABLE, "The cost changes: amount 5,000,000 (it was 5) and note removed.",
           before=f"Amount: 5\nNote: {LONG}", after="Amount: 5,000,000", at=("cost",),
           for_earners="Educators who have started were told the former price."),
    ]),
    ("method_components: [{id: a, title: A, text: One}, {id: b, title: B, text: Two}]",
     "method_components: [{id: b, title: B, text: Two}, {id: a, title: A, text: One}]", [
        of("reordered", EDITORIAL, "The items of “method components” are in a different order.",
           at=("method_components",)),
    ]),
    ("method_components: [{id: a, title: A, text: One}]",
     "method_components: [{id: a, title: A, text: Two}, {id: c, title: C, text: Three}]", [
        of("component-changed", SUBSTANTIVE, "The part of the method “A” changes: text Two (it was One).",
           before="One", after="Two", at=("method_components", 0, "text"), for_earners=OTHER_TEXT),
        of("component-added", SUBSTANTIVE, "The part of the method “C” is added.",
           after="Id: c, Title: C, Text: Three", at=("method_components", 1), for_earners=OTHER_TEXT),
    ]),
    ("evidence: {overview: [{id: a, prompt: What?}]}", f"evidence: {{overview: [{{id: a, prompt: '{LONG}'}}]}}", [
        of("prompt-changed", SUBSTANTIVE,
           "The overview question “Why do they think so and what would you do with them if…” is reworded.",
           before="What?", after=LONG, at=("evidence", "overview", 0, "prompt"), for_earners=OTHER_TEXT),
    ]),
    ("evidence: {reflection: [{id: a, prompt: What?}]}", "", [
        of("prompt-removed", SUBSTANTIVE, "The reflection question “What?” is removed.",
           before="Id: a, Prompt: What?", at=("evidence", "reflection"), for_earners=OTHER_TEXT),
    ]),
    ("evidence: {artifacts: [{id: a, name: A, description: One, quantity: 1, formats: [pdf], alternatives: [b]}]}",
     "evidence: {artifacts: [{id: a, name: B, description: Two, quantity: 2, formats: [document], alternatives: [c],"
     " completion_indicators: [d], max_length: {amount: 1, unit: pages}}]}", [
        of("artifact-changed", SUBSTANTIVE,
           "The artifact “B” changes: name B (it was A), description Two (it was One), quantity 2 (it was 1), "
           "formats Document (it was PDF) and 3 more.",
           before="Name: A\nDescription: One\nQuantity: 1\nFormats: PDF\nAlternatives: b",
           after="Name: B\nDescription: Two\nQuantity: 2\nFormats: Document\n"
           "Max length: 1 page\nAlternatives: c\nCompletion indicators: d",
           at=("evidence", "artifacts", 0), for_earners=OTHER_TEXT),
    ]),
    ("evidence: {artifacts: [{id: a, name: A, description: D, quantity: 1, formats: [pdf], alternatives: [b]}]}",
     "evidence: {artifacts: [{id: a, name: B, description: E, quantity: 2, formats: [pdf], alternatives: [c]}]}", [
        of("artifact-changed", SUBSTANTIVE,
           "The artifact “B” changes: name B (it was A), description E (it was D), quantity 2 (it was 1) and "
           "alternatives c (it was b).",
           before="Name: A\nDescription: D\nQuantity: 1\nAlternatives: b",
           after="Name: B\nDescription: E\nQuantity: 2\nAlternatives: c", at=("evidence", "artifacts", 0),
           for_earners=OTHER_TEXT),
    ]),
    (RUBRIC, RUBRIC.replace("High", "Top").replace(": points,", ": all-criteria,").replace("2]", "4]")
     .replace("One", "Three").replace("Two", "Four"), [
        of("levels-changed", SUBSTANTIVE, "The list of levels changes.", before="Low; High", after="Low; Top",
           at=("rubric", "levels"), for_earners=OTHER_TEXT),
        of("passing-rule-changed", SUBSTANTIVE, "The passing level changes.", before="High", after="Top",
           at=("rubric", "passing_level"), for_earners=OTHER_TEXT),
        of("passing-rule-changed", SUBSTANTIVE, "The decision rule changes.", before="Points",
           after="Every criterion", at=("rubric", "decision_rule"), for_earners=OTHER_TEXT),
        of("passing-rule-changed", SUBSTANTIVE, "The scoring by points changes: per level 1; 4 (it was 1; 2).",
           before="1; 2", after="1; 4", at=("rubric", "points", "per_level"), for_earners=OTHER_TEXT),
        of("passing-rule-changed", SUBSTANTIVE, "What passes in the overview changes.", before="One", after="Three",
           at=("rubric", "overview_passing"), for_earners=OTHER_TEXT),
        of("passing-rule-changed", SUBSTANTIVE, "What passes in the reflection changes.", before="Two", after="Four",
           at=("rubric", "reflection_passing"), for_earners=OTHER_TEXT),
    ]),
    ("rubric: {criteria: [{id: a, name: One, descriptors: {Low: b, High: c}, rationale: d}]}",
     "rubric: {criteria: [{id: a, name: Two, descriptors: {Low: e, High: c}, rationale: f}]}", [
        of("descriptor-reworded", SUBSTANTIVE, "The criterion “Two”: the descriptor of “Low” is reworded.",
           before="b", after="e", at=("rubric", "criteria", 0, "descriptors", "Low"), for_earners=OTHER_TEXT),
        of("criterion-changed", SUBSTANTIVE,
           "The criterion “Two” changes: name Two (it was One) and rationale f (it was d).",
           before="Name: One\nRationale: d", after="Name: Two\nRationale: f", at=("rubric", "criteria", 0),
           for_earners=OTHER_TEXT),
    ]),
    ("stacks: [{stack: one, role: required, order: 1}]",
     "stacks: [{stack: one, role: required, order: 2}, {stack: two, role: elective}]", [
        of("stack-order-changed", NOTABLE, "Its position in the stack “one” changes.", before="required, order 1",
           after="required, order 2", at=("stacks", 0), reaches=("one",)),
        of("stack-joined", NOTABLE, "It joins the stack “two” (elective).", after="elective, order 0",
           at=("stacks", 1), reaches=("two",),
           for_earners="Educators who are working on that stack can count it, and need it if it is required."),
    ]),
    ("stacks: [{stack: one, role: required}, {stack: two, role: elective}]",
     "stacks: [{stack: two, role: required}]", [
        of("stack-role-changed", NOTABLE, "In the stack “two”, it is now required (it was elective).",
           before="elective, order 0", after="required, order 0", at=("stacks", 0), reaches=("two",),
           for_earners="Educators who are working on that stack should check again what completes it."),
        of("stack-left", NOTABLE, "It leaves the stack “one”.", before="required, order 0", at=("stacks",),
           reaches=("one",),
           for_earners="It no longer counts toward that stack, even for educators who are working on the stack."),
    ]),
    ("research: [{reference: Work}]", "resources: [{title: T, url: /t/}]", [
        of("research-removed", EDITORIAL, "The reference to “Work” is removed.", before="Reference: Work",
           at=("research",)),
        of("resource-added", EDITORIAL, "The resource “T” is added.", after="Title: T, Address: /t/",
           at=("resources", 0)),
    ]),
    ("alignment: [{framework: intasc, code: '6'}]", "alignment: [{framework: intasc, code: '8'}]", [
        of("alignment-added", NOTABLE, "The alignment to “intasc 8” is added.", after="Framework: intasc, Code: 8",
           at=("alignment", 0)),
        of("alignment-removed", NOTABLE, "The alignment to “intasc 6” is removed.",
           before="Framework: intasc, Code: 6", at=("alignment",)),
    ]),
    ("currency: [{type: stipend, amount: 500, unit: usd}]", "currency: [{type: stipend, amount: 1500, unit: usd}]", [
        of("currency-changed", NOTABLE,
           "The recognition “Stipend of 1,500 US dollars” changes: amount 1500 (it was 500).", before="500",
           after="1500", at=("currency", 0, "amount"), for_earners=COUNTED),
    ]),
    ("currency: [{type: stipend}]", "", [
        of("currency-removed", NOTABLE, "The recognition “Stipend” is removed.", before="Type: Stipend",
           at=("currency",), for_earners=COUNTED),
    ]),
    ("portability: [{jurisdiction: XS, status: accepted}]", "portability: [{jurisdiction: XS, status: under-review}]", [
        of("portability-changed", NOTABLE,
           "The portability to “Sample State” changes: status Under review (it was Accepted).", before="Accepted",
           after="Under review", at=("portability", 0, "status")),
    ]),
    ("", f"waivers: [{{rule: CO-03, reason: R, {APPROVED}}}]", [
        of("waiver-added", NOTABLE, "The waiver of “CO-03” is added.", at=("waivers", 0),
           after="Rule: CO-03, Reason: R, Approved by: Role: State officer, Organization: O, Date: 2026-01-01, "
           "Expires: 2027-01-01"),
    ]),
    ("supports: {coaching: offered}", "supports: {coaching: none}\nassessment: {feedback: overall}", [
        of("policy-changed", NOTABLE, "Its own “assessment” changes: feedback added (Overall).", after="Overall",
           at=("assessment", "feedback"), for_earners=POLICY_NOTE),
        of("policy-changed", NOTABLE, "Its own “supports” changes: coaching None (it was Offered).", before="Offered",
           after="None", at=("supports", "coaching"), for_earners=POLICY_NOTE),
    ]),
    ("dates: {created: 2026-01-01}", "dates: {created: 2026-01-02, published: 2026-01-03}", [
        of("record-changed", EDITORIAL,
           "The record “dates” changes: created 2026-01-02 (it was 2026-01-01) and published added (2026-01-03).",
           before="Created: 2026-01-01", after="Created: 2026-01-02\nPublished: 2026-01-03", at=("dates",)),
    ]),
    (f"uid: {UID}", f"uid: {OTHER_UID}", [
        of("uid-changed", SUBSTANTIVE, "The uid changed.", before=UID, after=OTHER_UID, at=("uid",),
           for_earners="Badges and records that name the old uid no longer lead here."),
    ]),
    ("", f"uid: {UID}", [of("uid-given", EDITORIAL, "A uid was added.", after=UID, at=("uid",))]),
    (f"uid: {UID}", "", [
        of("uid-changed", SUBSTANTIVE, "The uid was removed.", before=UID, at=("uid",),
           for_earners="Badges and records that name the old uid no longer lead here."),
    ]),
    ("version: 1.0.0", "version: 1.1.0", [
        of("version-raised", EDITORIAL, "It becomes version 1.1.0.", before="1.0.0", after="1.1.0", at=("version",)),
    ]),
    ("version: 1.10.0", "version: 1.9.0", [
        of("version-lowered", NOTABLE, "The version goes back to 1.9.0.", before="1.10.0", after="1.9.0",
           at=("version",)),
    ]),
    ("version: 1.0.0", "", [
        of("version-raised", EDITORIAL, "The version was removed.", before="1.0.0", at=("version",)),
    ]),
    ("", "version: 1.0.0\nchangelog: [{version: 0.9.0, date: 2026-01-01, change: Old.}, "
     "{version: 1.0.0, date: 2026-01-02, change: More time.}]", [
        of("version-raised", EDITORIAL, "It becomes version 1.0.0: More time.", after="1.0.0", at=("version",)),
        of("record-changed", EDITORIAL,
           "The record “changelog” changes: item 1 added (Version: 0.9.0, Date: 2026-01-01, Change: Old.) and item 2 "
           "added (Version: 1.0.0, Date: 2026-01-02, Change: More time.).", at=("changelog",),
           after="Item 1: Version: 0.9.0, Date: 2026-01-01, Change: Old.\n"
           "Item 2: Version: 1.0.0, Date: 2026-01-02, Change: More time."),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "expected"), CASES, ids=[f"{case[2][0].kind}-{n}" for n, case in enumerate(CASES)]
)
def test_a_change_is_described_word_for_word(before: str, after: str, expected: list[Change]):
    assert changes(credential(more=f"{before}\n"), credential(more=f"{after}\n")) == expected


def test_the_fields_of_a_stack_are_compared():
    before = stack(more="electives_min: 1\nrationale: One\ncapstone: {title: One, description: D}\n")
    after = stack(more="electives_min: 2\nrationale: Two\ncapstone: {title: Two, description: D}\n")
    found = changes(before, after, "stacks/a.md")
    assert [(each.kind, each.significance, each.sentence, each.before, each.after, each.at) for each in found] == [
        ("rationale-reworded", EDITORIAL, "The rationale is reworded.", "One", "Two", ("rationale",)),
        ("completion-changed", SUBSTANTIVE, "The required number of electives changes.", "1", "2",
         ("electives_min",)),
        ("completion-changed", SUBSTANTIVE, "The capstone changes: title Two (it was One).", "One", "Two",
         ("capstone", "title")),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (ABOUT, ABOUT.replace("X", "Z") + NOTES, [
            of("text-changed", EDITORIAL, "The section “About this micro-credential” is rewritten.", before="X",
               after="Z"),
            of("text-changed", NOTABLE, "The section “Notes for assessors” is added.", after="Y"),
        ]),
        (ABOUT + NOTES, NOTES.replace("Y", "Z"), [
            of("text-changed", EDITORIAL, "The section “About this micro-credential” is removed.", before="X"),
            of("text-changed", NOTABLE, "The section “Notes for assessors” is rewritten.", before="Y", after="Z"),
        ]),
        (ABOUT, ABOUT.replace("X", " X\n\n"), []),
    ],
)  # fmt: skip
def test_sections_are_compared_by_their_titles(before: str, after: str, expected: list[Change]):
    assert changes(credential() + before, credential() + after) == expected


RETIRED = "replaced_by: other\ndates: {retired_on: 2026-01-01, retired_reason: Too old.}\n"


@pytest.mark.parametrize(
    ("old", "new", "kind", "significance", "sentence", "note"),
    [
        ("draft", "pilot", "piloted", NOTABLE, "The pilot begins.", ""),
        ("draft", "published", "published", NOTABLE, "It is published.", ""),
        ("pilot", "published", "published", NOTABLE, "The pilot is over, and it is published.", ""),
        ("retired", "published", "reinstated", SUBSTANTIVE, "It was retired and is published again.",
         "Educators can start it again."),
        ("published", "draft", "withdrawn", SUBSTANTIVE, "It was published and goes back to draft.",
         "Its page disappears for educators who have started or earned it."),
        ("published", "retired", "retired", SUBSTANTIVE, "It is retired.",
         "It can no longer be started. Educators who have earned it keep it."),
        ("draft", "retired", "retired", SUBSTANTIVE, "It is retired.", ""),
    ],
)  # fmt: skip
def test_a_status_is_a_step_in_the_life_of_a_spec(
    old: str, new: str, kind: str, significance: Significance, sentence: str, note: str
):
    assert changes(credential(status=old), credential(status=new)) == [
        of(kind, significance, sentence, before=old, after=new, at=("status",), for_earners=note)
    ]


def test_a_retired_spec_names_its_replacement_and_the_reason():
    retired, *_ = changes(credential(), credential(more=RETIRED, status="retired"))
    assert retired.sentence == "It is retired, and “other” replaces it. The reason given: Too old."
    assert retired.for_earners == "Since 2026-01-01, it can no longer be started. Educators who have earned it keep it."


def test_a_renamed_spec_keeps_its_old_name_or_loses_it():
    old = credential(more=f"uid: {UID}\n")
    for alias, significance, end, note in (
        ("", SUBSTANTIVE, ", and the old name is not kept as an alias.", "Old links and badges no longer lead to it."),
        ("aliases: [a]\n", NOTABLE, ".", "Old links lead to the new page."),
    ):
        head = catalog({**LISTS, "credentials/b.md": credential(more=f"uid: {UID}\n{alias}")})
        renamed = compare(made(old), head)[0]
        assert renamed == of(
            "renamed", significance, f"It is renamed from “a” to “b”{end}", spec="b", path="credentials/b.md",
            before="a", after="b", for_earners=note,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("path", "text", "sentence", "title"),
    [
        ("credentials/b.md", credential("B", status="pilot"), "A new micro-credential: “B” (pilot).", "B"),
        ("stacks/b.md", stack("B"), "A new stack: “B” (published).", "B"),
        ("credentials/b.md", "---\ntitle: B\n---\n", "A new micro-credential, which cannot be read.", ""),
        ("stacks/b.md", "---\ntitle: B\n---\n", "A new stack, which cannot be read.", ""),
    ],
)
def test_a_new_spec_is_announced(path: str, text: str, sentence: str, title: str):
    assert compare(catalog(LISTS), catalog({**LISTS, path: text})) == (
        of("added", NOTABLE, sentence, spec="b", path=path, title=title),
    )


def test_a_deleted_spec_has_its_title_and_its_status():
    assert compare(catalog({"credentials/b.md": credential("B", status="retired")}), catalog({})) == (
        of("deleted", SUBSTANTIVE, "“B” (retired) is deleted.", spec="b", path="credentials/b.md", title="B",
           for_earners="Its page is gone for everyone who has started or earned it."),
    )  # fmt: skip
    [broken] = compare(catalog({"credentials/b.md": "---\ntitle: B\nstatus: pilot\n---\n"}), catalog({}))
    assert (broken.sentence, broken.title, broken.significance) == ("“b” (pilot) is deleted.", "b", SUBSTANTIVE)


def test_files_that_cannot_be_read_are_compared_by_their_texts():
    whole = catalog({"credentials/a.md": credential()})
    broken, other = (catalog({"credentials/a.md": f"---\ntitle: {title}\n---\n"}) for title in ("A", "B"))
    assert compare(whole, broken) == (
        of("unreadable", NOTABLE, "The proposed file cannot be read.", title=""),
    )  # fmt: skip
    assert compare(broken, whole) == (of("readable-again", NOTABLE, "The file can be read again."),)
    assert [each.kind for each in compare(broken, other)] == ["unreadable"]
    assert compare(broken, broken) == ()


GUIDE, KEPT = "---\ntitle: G\ndescription: D\n---\nText.\n", credential("K", "version: 1.0.0\n")
VERSION = "versions/a/1.0.0.md"
LOST = "Educators who are finishing this version can no longer read it."
OTHER = "Educators who are finishing this version find a different text from the one they started with."


@pytest.mark.parametrize(
    ("path", "before", "after", "expected"),
    [
        ("guides/g.md", GUIDE, GUIDE + "More.\n",
         of("guide-changed", EDITORIAL, "The page guides/g.md is changed.", spec="", path="guides/g.md", title="G")),
        ("guides/g.md", "", GUIDE,
         of("guide-added", EDITORIAL, "The page guides/g.md is added.", spec="", path="guides/g.md", title="G")),
        ("guides/g.md", GUIDE, "",
         of("guide-removed", EDITORIAL, "The page guides/g.md is removed.", spec="", path="guides/g.md", title="G")),
        (VERSION, "", KEPT,
         of("version-kept", EDITORIAL, "Version 1.0.0 is kept for educators who started with it.", path=VERSION,
            title="K")),
        (VERSION, KEPT, KEPT + "More.\n",
         of("kept-version-changed", SUBSTANTIVE, "The kept version 1.0.0 is changed.", path=VERSION, title="K",
            for_earners=OTHER)),
        (VERSION, KEPT, "",
         of("kept-version-removed", SUBSTANTIVE, "The kept version 1.0.0 is removed.", path=VERSION, title="K",
            for_earners=LOST)),
    ],
)  # fmt: skip
def test_guides_and_kept_versions_are_described(path: str, before: str, after: str, expected: Change):
    base, head = (catalog({path: text} if text else {}) for text in (before, after))
    assert compare(base, head) == (expected,)


def test_the_requirements_of_educators_are_what_they_are_asked_and_how_it_is_scored():
    before = credential(more=f"{RUBRIC}\ntags: [a]\n")
    after = credential(
        more=RUBRIC.replace("cut_score: 3", "cut_score: 4")
        + "\ntags: [b]\ncost: {amount: 1}\nkey_method: One\nmethod_components: [{id: a, title: A, text: B}]\n"
        + "evidence: {overview: [{id: b, prompt: C}]}\nresources: [{title: T, url: /t/}]\n"
    ).replace("waits", "thinks")
    old, new = made(before), made(after)
    found = compare_requirements(old.by_slug["a"], new.by_slug["a"], new.program)
    assert [each.at[0] for each in found] == ["competency", "key_method", "method_components", "evidence", "rubric"]
