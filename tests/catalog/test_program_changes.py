"""A change in a file of the program: what it is called, what was and is there, and the specs that it affects."""

from functools import cache
from typing import Any

import pytest
from memory import catalog, credential, stack
from repository import BASE

from microcredentials.catalog.catalog import Catalog
from microcredentials.catalog.changes._program import compare_programs
from microcredentials.catalog.changes.change import Change, Significance
from microcredentials.catalog.changes.compare import compare

SUBSTANTIVE, NOTABLE, EDITORIAL = Significance.SUBSTANTIVE, Significance.NOTABLE, Significance.EDITORIAL
TEXTS = {path.relative_to(BASE).as_posix(): path.read_text("utf-8") for path in BASE.glob("program/**/*.yml")}
A = """
alignment: [{framework: intasc, code: "6"}]
research: [{reference: Rowe1986}]
stacks: [{stack: talk, role: required}]
assessment: {calibration: {anchors: [{level: Low, access: public}]}}
"""
B = """
alignment: [{framework: intasc, code: "8"}]
supports: {coaching: assigned}
subjects: [all]
"""
SPECS = {
    "credentials/a.md": credential("A", A), "credentials/b.md": credential("B", B), "stacks/talk.md": stack(),
    "credentials/broken.md": "---\ntitle: Broken\n---\n",
}  # fmt: skip
ALL, CREDENTIALS = ("a", "b", "talk"), ("a", "b")
PROGRAM, LISTS, INTASC = "program/program.yml", "program/vocabulary.yml", "program/frameworks/intasc.yml"
OTHER, QUALITY, WORKS = "program/frameworks/other.yml", "program/quality.yml", "program/references/assessment.yml"
WALK = "program/standards/example-crosswalk.yml"
TEXTS[WORKS] = "- {id: Rowe1986, type: book, title: Waiting}\n"
POLICY_NOTE = "This also applies to work that has already begun."
FRAMEWORK = """
title: F
publisher: P
url: https://f.example/
checked: 2026-01-01
items: [{code: a, name: A}]
"""
WAIVER = """
waivers:
  - {rule: CO-03, reason: R., approved_by: {role: state-officer, organization: O}, date: 2026-01-01,
     expires: 2027-01-01, specs: SPECS}
"""
WAIVED = (
    "Rule: CO-03, Reason: R., Approved by: Role: State officer, Organization: O, Date: 2026-01-01, Expires: 2027-01-01"
)


def changed(texts: dict[str, str | tuple[str, str] | None]) -> Catalog:
    """Return the catalog with files of the program replaced, left out, or with old words replaced by new ones."""
    new: dict[str, str] = {**TEXTS, **SPECS}
    for path, text in texts.items():
        if text is None:
            del new[path]
        elif isinstance(text, str):
            new[path] = text
        else:
            assert text[0] in new[path]
            new[path] = new[path].replace(*text, 1)
    return catalog(new)


@cache
def base() -> Catalog:
    """Return the catalog before any change."""
    return changed({})


def change(kind: str, path: str, sentence: str, **facts: Any) -> Change:
    return Change(**{"kind": kind, "path": path, "sentence": sentence, "significance": NOTABLE, **facts})


CHANGES = {
    "a policy that one spec states itself": ({PROGRAM: ("coaching: offered", "coaching: none")}, [
        change("policy-changed", PROGRAM, "“Supports › coaching” is changed.", for_earners=POLICY_NOTE,
               before="Offered", after="None", at=("supports", "coaching"), reaches=("a",)),
    ]),
    "a policy for stacks": ({PROGRAM: ("language: en-US", "language: es-US")}, [
        change("policy-changed", PROGRAM, "“Language” is changed.", for_earners=POLICY_NOTE, before="en-US",
               after="es-US", at=("language",), reaches=ALL),
    ]),
    "the name of the program": ({PROGRAM: ("name: Micro-credentials of", "name: Badges of")}, [
        change("program-changed", PROGRAM, "“Name” is changed.", significance=EDITORIAL,
               before="Micro-credentials of Sample State", after="Badges of Sample State", at=("name",), reaches=ALL),
    ]),
    "an issuer": ({PROGRAM: ("description: The office", "description: An office")}, [
        change("program-changed", PROGRAM, "“Issuer 1 › description” is changed.",
               before="The office that issues micro-credentials in tests.",
               after="An office that issues micro-credentials in tests.", at=("issuers", 0, "description"),
               reaches=ALL),
    ]),
    "a term that a spec uses": ({LISTS: ("label: Assigned", "label: Named")}, [
        change("vocabulary-changed", LISTS, "In program/vocabulary.yml, coaching: “Named” is changed.",
               before="Id: assigned, Label: Assigned", after="Id: assigned, Label: Named", at=("coaching", 1),
               reaches=("b",)),
    ]),
    "a term that every spec inherits": ({LISTS: ("label: Offered", "label: On offer")}, [
        change("vocabulary-changed", LISTS, "In program/vocabulary.yml, coaching: “On offer” is changed.",
               before="Id: offered, Label: Offered", after="Id: offered, Label: On offer", at=("coaching", 0),
               reaches=("a",)),
    ]),
    "a new term": ({LISTS: ("member_roles: [", "member_roles: [{id: extra, label: Extra}, ")}, [
        change("vocabulary-added", LISTS, "In program/vocabulary.yml, member roles: “Extra” is added.",
               after="Id: extra, Label: Extra", at=("member_roles", 0)),
    ]),
    "a standard of a framework": ({INTASC: ('code: "6"', 'code: "99"')}, [
        change("framework-added", INTASC, f"In {INTASC}, items: “99” is added.", after="Code: 99, Name: Assessment",
               at=("items", 0)),
        change("framework-removed", INTASC, f"In {INTASC}, items: “6” is removed.",
               before="Code: 6, Name: Assessment", at=("items",), reaches=("a",)),
    ]),
    "the name of a standard": ({INTASC: ("name: Assessment", "name: Assessing")}, [
        change("framework-changed", INTASC, f"In {INTASC}, items: “6” is changed.",
               before="Code: 6, Name: Assessment", after="Code: 6, Name: Assessing", at=("items", 0),
               reaches=("a",)),
    ]),
    "the title of a framework": ({INTASC: ("title: InTASC", "title: The InTASC")}, [
        change("framework-changed", INTASC, "“Title” is changed.", significance=EDITORIAL,
               before="InTASC Model Core Teaching Standards", after="The InTASC Model Core Teaching Standards",
               at=("title",), reaches=CREDENTIALS),
    ]),
    "a framework that is removed": ({INTASC: None}, [
        change("framework-removed", INTASC, f"{INTASC} is removed.", reaches=CREDENTIALS),
    ]),
    "a framework that is added": ({OTHER: FRAMEWORK}, [change("framework-added", OTHER, f"{OTHER} is added.")]),
    "a work that a spec cites": ({WORKS: ("title: Waiting", "title: Wait time")}, [
        change("reference-changed", "program/references", "In the bibliography, “Wait time” is changed.",
               significance=EDITORIAL, before="Id: Rowe1986, Type: book, Title: Waiting",
               after="Id: Rowe1986, Type: book, Title: Wait time", reaches=("a",)),
    ]),
    "a work without a title": ({WORKS: ("- {id", "- {id: New, type: book}\n- {id")}, [
        change("reference-added", "program/references", "In the bibliography, “New” is added.",
               significance=EDITORIAL, after="Id: New, Type: book"),
    ]),
    "a severity": ({QUALITY: "severities:\n  CO-03: {published: none}\n"}, [
        change("strictness-changed", QUALITY, "“Severities › CO-03” is added.", after="Published: none",
               at=("severities", "CO-03"), reaches=ALL),
    ]),
    "a waiver for all": ({QUALITY: WAIVER.replace("SPECS", "[]")}, [
        change("program-waiver-added", QUALITY, "In program/quality.yml, waivers: “CO-03” is added.", after=WAIVED,
               at=("waivers", 0), reaches=ALL),
    ]),
    "a waiver for one": ({QUALITY: WAIVER.replace("SPECS", "[b, talk]")}, [
        change("program-waiver-added", QUALITY, "In program/quality.yml, waivers: “CO-03” is added.",
               after=f"{WAIVED}, Specs: b; talk", at=("waivers", 0), reaches=("b", "talk")),
    ]),
    "a crosswalk that is removed": ({WALK: None}, [
        change("standard-removed", WALK, f"{WALK} is removed.", reaches=CREDENTIALS),
    ]),
    "the title of a crosswalk": ({WALK: ("title: ", "title: Not ")}, [
        change("standard-changed", WALK, "“Title” is changed.", before="A published standard for tests",
               after="Not A published standard for tests", at=("title",), reaches=CREDENTIALS),
    ]),
    "two files that can no longer be read": ({LISTS: "a: [\n", QUALITY: "a: [\n"}, [
        change("program-unreadable", LISTS, "program/vocabulary.yml can no longer be read.",
               significance=SUBSTANTIVE, reaches=ALL),
        change("program-unreadable", QUALITY, "program/quality.yml can no longer be read.",
               significance=SUBSTANTIVE, reaches=ALL),
    ]),
    "folders that can no longer be read": ({INTASC: "a: [\n", WALK: "a: [\n", WORKS: "a: [\n"}, [
        change("program-unreadable", f"program/{folder}", f"program/{folder} can no longer be read.",
               significance=SUBSTANTIVE, reaches=ALL)
        for folder in ("frameworks", "references", "standards")
    ]),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_of_the_program_is_described_and_reaches_the_specs_that_it_affects(name: str):
    texts, expected = CHANGES[name]
    assert list(compare_programs(base(), changed(texts))) == expected


def test_without_a_change_there_is_none_and_a_file_that_can_be_read_again_is_not_reported():
    assert list(compare_programs(base(), changed({}))) == []
    for path in (PROGRAM, LISTS, QUALITY, INTASC, WORKS, WALK):
        assert list(compare_programs(changed({path: "a: [\n"}), base())) == []


def test_changes_of_the_program_and_of_specs_are_listed_together():
    head = changed({PROGRAM: ("coaching: offered", "coaching: none")})
    both = compare(changed({"credentials/b.md": ("The educator waits", "The educator talks")}), head)
    assert [(each.kind, each.path) for each in both] == [
        ("competency-reworded", "credentials/b.md"), ("policy-changed", PROGRAM),
    ]  # fmt: skip


def test_values_have_the_labels_of_the_program_before_and_after():
    before = changed({LISTS: ("label: Offered", "label: Offered once")})
    head = changed({PROGRAM: ("coaching: offered", "coaching: none"), LISTS: ("label: Offered", "label: On offer")})
    [policy] = [each for each in compare_programs(before, head) if each.kind == "policy-changed"]
    assert (policy.before, policy.after) == ("Offered once", "None")
