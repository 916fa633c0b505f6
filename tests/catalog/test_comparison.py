"""Two catalogs compared in memory: which specs belong together, which fields differ, and how a change is described."""

from datetime import date
from functools import cache
from typing import Any

import pytest
from memory import catalog, credential, entry, stack
from repository import BASE

from microcredentials.catalog.changes._differences import Difference, find_differences, is_same, match_items
from microcredentials.catalog.changes._earners import write_earner_note
from microcredentials.catalog.changes.change import Change, ChangeKind, Significance
from microcredentials.catalog.changes.compare import compare
from microcredentials.catalog.changes.formatting import (
    change_verb,
    field_vocabulary,
    format_value,
    item_name,
    shorten,
    trim_to_difference,
)
from microcredentials.catalog.changes.matching import match_entries, stated_uid
from microcredentials.catalog.changes.specs import compare_requirements, compare_specs
from microcredentials.model.evidence import (
    Artifact,
    Component,
    Criterion,
    Length,
    Prompt,
    Reflection,
    Research,
    Resource,
)
from microcredentials.model.fields import Between
from microcredentials.model.policy import Link, Resubmission
from microcredentials.model.program import FrameworkItem, Program
from microcredentials.model.quality import ProgramWaiver
from microcredentials.model.record import Currency, Person, Portability, Waiver
from microcredentials.model.spec import Alignment, MicroCredential, StackMembership
from microcredentials.model.vocabulary import VocabularyTerm

UID, OTHER_UID = "0d7f3c1e-8a52-4e9b-9c41-7b2a5d6e8f10", "5c0f9f5e-6f0b-4a7e-8d57-2a9f4a1b7c33"


def one(title: str = "A title", uid: str = "", **fields: str) -> str:
    stated = {**({"uid": uid} if uid else {}), **fields}
    more = "".join(f"{name}: {value}\n" for name, value in stated.items() if name != "status")
    return credential(title, more, fields.get("status", "published"))


def changes(before: str, after: str) -> list[Change]:
    return list(compare_specs(entry(before), entry(after), Program()))


# --- Which spec is which ------------------------------------------------------------------------------------------


def test_a_renamed_file_is_matched_by_its_uid_before_any_path():
    base = catalog({"credentials/a.md": one(uid=UID), "credentials/b.md": one(uid=OTHER_UID)})
    head = catalog({"credentials/b.md": one(uid=UID), "credentials/c.md": one(uid=OTHER_UID)})
    found = match_entries(base, head)
    assert {(old.slug, new.slug) for old, new in found.pairs} == {("a", "b"), ("b", "c")}
    assert (found.added, found.removed) == ((), ())


def test_without_a_uid_the_path_decides():
    base = catalog({"credentials/a.md": one(), "credentials/gone.md": one()})
    head = catalog({"credentials/a.md": one(uid=UID), "credentials/new.md": one()})
    found = match_entries(base, head)
    assert [(old.slug, new.slug) for old, new in found.pairs] == [("a", "a")]
    assert [each.slug for each in found.added] == ["new"]
    assert [each.slug for each in found.removed] == ["gone"]
    assert found.before(head.by_slug["a"]) is base.by_slug["a"]
    assert found.before(head.by_slug["new"]) is None


def test_of_two_copies_with_one_uid_the_file_that_was_there_is_the_old_one():
    base = catalog({"credentials/b.md": one(uid=UID)})
    head = catalog({"credentials/a.md": one(uid=UID), "credentials/b.md": one(uid=UID)})
    found = match_entries(base, head)
    assert [(old.slug, new.slug) for old, new in found.pairs] == [("b", "b")]
    assert [each.slug for each in found.added] == ["a"]


def test_a_spec_never_changes_its_folder():
    base = catalog({"credentials/a.md": one(uid=UID)})
    head = catalog({"stacks/a.md": stack(more=f"uid: {UID}\n")})
    found = match_entries(base, head)
    assert (found.pairs, len(found.added), len(found.removed)) == ((), 1, 1)


def test_the_uid_is_read_even_where_the_spec_is_not():
    assert stated_uid(entry(f"---\nuid: {UID}\n---\n")) == UID
    assert stated_uid(entry("---\nuid: [1]\n---\n")) is None


# --- Which fields differ ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [("a  b\n", "a b", True), ("a", "A", False), (("a b",), ("a  b",), True), ((), None, True), ({}, None, True),
     (0, None, False), (False, None, False), (1, 1, True), (("a",), ("a", "b"), False)],
)  # fmt: skip
def test_white_space_and_emptiness_make_no_difference(before: Any, after: Any, same: bool):
    assert is_same(before, after) is same


def component(id: str, text: str = "x") -> Component:
    return Component(id=id, title=id.upper(), text=text)


def test_items_are_matched_by_id_then_by_title_then_whole():
    old = (component("a"), component("b"), component("c"))
    new = (component("c"), component("a", "y"), component("d"))
    assert match_items(old, new) == [(2, 0), (0, 1), (None, 2), (1, None)]
    renamed = (Component(id="z", title="B", text="x"),)
    assert match_items(old, renamed) == [(1, 0), (0, None), (2, None)]


def test_only_the_fields_that_differ_are_found_with_their_pointers():
    old, new = (component("a"), component("b")), (component("b", "y"), component("c"))
    found = list(find_differences(old, new, ("parts",)))
    assert found == [
        Difference(("parts", 0, "text"), "x", "y", Component),
        Difference(("parts", 1), None, new[1], None),
        Difference(("parts",), old[0], None, None),
    ]
    assert list(find_differences({"a": 1, "b": 2}, {"b": 3, "c": 4})) == [
        Difference(("a",), 1, None), Difference(("b",), 2, 3), Difference(("c",), None, 4),
    ]  # fmt: skip


def test_a_range_and_a_length_are_single_values():
    assert list(find_differences(Between(min=1, max=2), Between(min=1, max=3))) == [
        Difference((), Between(min=1, max=2), Between(min=1, max=3))
    ]


# --- Words --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (True, "yes"), (False, "no"), (1998, "1998"), (12000, "12,000"), (2.50, "2.5"), ("a\n b", "a b"),
     (date(2026, 1, 2), "2026-01-02"), (("a", "b"), "a; b"), ({"a": 1, "b_c": ""}, "A: 1"),
     (Length(amount=1, unit="minutes"), "1 minute"), (Length(amount=2, unit="minutes"), "2 minutes"),
     (StackMembership(stack="talk", role="required"), "Stack: talk, Role: required")],
)  # fmt: skip
def test_values_are_formatted_as_people_read_them(value: Any, text: str):
    assert format_value(value, Program()) == text


def test_a_field_knows_its_vocabulary():
    assert field_vocabulary(StackMembership, "role") == "member_roles"
    assert field_vocabulary(MicroCredential, "subjects") == "subjects"
    assert field_vocabulary(MicroCredential, "level") == "levels"
    assert field_vocabulary(MicroCredential, "title") == ""
    assert field_vocabulary(None, "role") == field_vocabulary(MicroCredential, 3) == ""


@cache
def labels() -> Program:
    """Return a program that has only the lists of the base."""
    return catalog({"program/vocabulary.yml": (BASE / "program/vocabulary.yml").read_text("utf-8")}).program


WHO = Person(role="state-officer", organization="O")
WAIVED = {"rule": "CO-03", "reason": "R", "approved_by": WHO, "date": date(2026, 1, 2), "expires": date(2027, 1, 2)}


@pytest.mark.parametrize(
    ("item", "name"),
    [
        (component("a"), "A"), (Currency(type="stipend", amount=1500, unit="usd"), "Stipend of 1,500 US dollars"),
        (Currency(type="stipend"), "Stipend"), (Currency(type="odd", amount=2.5, unit="x"), "odd of 2.5 x"),
        (Portability(jurisdiction="XS", status="accepted"), "Sample State"),
        (Artifact(id="a", name="N", description="D"), "N"), (Criterion(id="a", name="N"), "N"),
        (Prompt(id="a", prompt="P?"), "P?"), (Reflection(id="a", prompt="word " * 20), f"{'word ' * 10}word…"),
        (Research(reference="R"), "R"), (Resource(title="T", url="/t/"), "T"), (Waiver(**WAIVED), "CO-03"),
        (Alignment(framework="f", code="1"), "f 1"), (ProgramWaiver(**WAIVED), "CO-03"),
        (VocabularyTerm(id="a", label="L"), "L"), (FrameworkItem(code="1", name="N"), "1"),
        (WHO, "Role: State officer, Organization: O"),
    ],
)  # fmt: skip
def test_an_item_has_the_name_that_people_know(item: Any, name: str):
    assert item_name(item, labels()) == name


@pytest.mark.parametrize(
    ("value", "list_", "text"),
    [
        ("teacher", "educator_roles", "Teacher"), (("teacher", "odd"), "educator_roles", "Teacher; odd"),
        ("teacher", "", "teacher"), (Length(amount=1, unit="minutes"), "", "1 minute"),
        (Length(amount=2.5, unit="pages"), "", "2.5 pages"), (Link(title="T", url="/t/"), "", "T (/t/)"),
        (9999, "", "9999"), (10000, "", "10,000"), (-12345.5, "", "-12,345.5"), (0.1, "", "0.1"), ((), "", ""),
        (Between(min=1, max=1), "", "1"), ({"a": None, "b_c": {"d": True}}, "", "B c: D: yes"),
        ([1, [2]], "", "1; 2"), (Artifact(id="a", name="N", description="D", formats=("pdf",)), "",
                                 "Id: a, Name: N, Description: D, Formats: PDF"),
    ],
)  # fmt: skip
def test_a_value_has_the_labels_of_its_list(value: Any, list_: str, text: str):
    assert format_value(value, labels(), list_) == text


@pytest.mark.parametrize(
    ("owner", "field", "list_"),
    [
        (StackMembership, "role", "member_roles"), (StackMembership, "order", ""), (Length, "unit", "length_units"),
        (Artifact, "formats", "formats"), (Artifact, "type", "artifact_types"), (Currency, "unit", "currency_units"),
        (MicroCredential, "grade_bands", "grade_bands"), (MicroCredential, "educator_roles", "educator_roles"),
        (MicroCredential, "status", "statuses"), (MicroCredential, "license", "licenses"), (Length, "unknown", ""),
        (Resubmission, "limit", "unlimited"), (Person, "role", "person_roles"), (Person, "level", ""),
    ],
)  # fmt: skip
def test_the_vocabulary_of_a_field_is_found_at_any_depth_of_its_type(owner: Any, field: str, list_: str):
    field_vocabulary.cache_clear()
    assert field_vocabulary(owner, field) == list_


def test_a_long_text_is_cut_between_words():
    assert shorten("one  two\nthree", 13) == "one two three"
    assert shorten("one two three", 12) == "one two…"
    assert len(shorten("word " * 100)) <= 60


def test_two_long_texts_are_trimmed_to_the_first_words_that_differ():
    same = " ".join(f"w{n}" for n in range(50))
    before, after = trim_to_difference(f"{same} OLD {same}", f"{same} NEW {same}", 60)
    assert before.startswith("… w44 w45 w46 w47 w48 w49 OLD")
    assert after.startswith("… w44 w45 w46 w47 w48 w49 NEW")
    assert max(len(before), len(after)) <= 62
    assert trim_to_difference("a b", "a c") == ("a b", "a c")
    assert trim_to_difference(same, f"{same} more", 60)[1] == "… w44 w45 w46 w47 w48 w49 more"


@pytest.mark.parametrize(
    ("before", "after", "verb"), [("a", "b", "changed"), ("", "b", "added"), ("a", None, "removed")]
)
def test_the_verb_says_what_happened(before: Any, after: Any, verb: str):
    assert change_verb(before, after) == verb


# --- Changes ------------------------------------------------------------------------------------------------------


def test_a_change_is_complete():
    [change] = changes(one("Old", version="1.0.0"), one("New", version="1.0.0"))
    assert change == Change(
        kind="title-changed", spec="one", path="credentials/one.md", sentence="The title changes.",
        significance=Significance.NOTABLE, before="Old", after="New", at=("title",), title="New",
    )  # fmt: skip


def test_a_text_is_stated_reworded_or_no_longer_stated():
    assert [each.sentence for each in changes(one(), one(summary="Short."))] == ["The summary is stated."]
    assert [each.sentence for each in changes(one(summary="A."), one(summary="B."))] == ["The summary is reworded."]
    assert [each.sentence for each in changes(one(summary="A."), one())] == ["The summary is no longer stated."]


def test_short_values_stand_in_the_sentence_and_long_ones_do_not():
    [cost] = changes(one(cost="{amount: 0}"), one(cost="{amount: 75}"))
    assert cost.sentence == "The cost changes: amount 75 (it was 0)."
    long = "x " * 40
    [note] = changes(one(cost=f"{{amount: 0, note: {long}}}"), one(cost=f"{{amount: 0, note: {long} y}}"))
    assert note.sentence == "The cost: “Note” is reworded."
    [both] = changes(one(cost="{amount: 0}"), one(cost=f"{{amount: 5, note: {long}}}"))
    assert both.sentence == "The cost changes: amount 5 (it was 0) and note added."
    assert both.before == "Amount: 0"


def test_requirements_are_only_what_educators_are_asked():
    before = one(summary="A.").replace("waits", "thinks")
    after = one(summary="B.")
    found = compare_requirements(entry(before), entry(after), Program())
    assert [each.kind for each in found] == ["competency-reworded"]
    assert {each.kind for each in changes(before, after)} == {"competency-reworded", "summary-reworded"}


def test_a_spec_that_leaves_a_stack_names_it_as_reached():
    [change] = changes(one(stacks="[{stack: talk, role: required}]"), one())
    assert (change.kind, change.reaches, change.at) == ("stack-left", ("talk",), ("stacks",))


def test_the_file_with_the_most_significant_change_is_first():
    base = catalog({"credentials/a.md": one(summary="A."), "credentials/b.md": one(), "guides/g.md": ""})
    texts = {"credentials/a.md": one(summary="B."), "credentials/b.md": one().replace("waits", "thinks")}
    found = compare(base, catalog(texts))
    assert [each.path for each in found] == ["credentials/b.md", "credentials/a.md"]
    assert compare(base, base) == ()


def test_files_that_become_unreadable_or_readable_again_are_reported():
    broken, whole = catalog({"credentials/a.md": "---\ntitle: A\n---\n"}), catalog({"credentials/a.md": one()})
    assert [(each.kind, each.sentence) for each in compare(whole, broken)] == [
        ("unreadable", "The proposed file cannot be read.")
    ]
    assert [(each.kind, each.title) for each in compare(broken, whole)] == [("readable-again", "A title")]


def test_guides_and_kept_versions_are_compared_as_files():
    page, kept = "---\ntitle: G\ndescription: D\n---\n", one(version="1.0.0")
    base = catalog({"guides/g.md": page, "versions/a/1.0.0.md": kept, "guides/same.md": page})
    texts = {"guides/g.md": page + "More.\n", "versions/a/1.1.0.md": kept, "guides/same.md": page + "\n\n"}
    changes_found = compare(base, catalog(texts))
    assert len(changes_found) == 3
    found = {each.kind: each for each in changes_found}
    assert set(found) == {"guide-changed", "version-kept", "kept-version-removed"}
    assert found["version-kept"].sentence == "Version 1.1.0 is kept for educators who started with it."
    assert found["version-kept"].for_earners == ""
    assert found["kept-version-removed"].significance is Significance.SUBSTANTIVE
    assert "can no longer read it" in found["kept-version-removed"].for_earners
    assert (found["guide-changed"].title, found["guide-changed"].spec) == ("G", "")


def test_a_deleted_stack_reaches_its_members_and_concerns_only_those_who_could_start_it():
    member = one(stacks="[{stack: talk, role: required}]")
    base = catalog({"credentials/a.md": member, "stacks/talk.md": stack()})
    [change] = compare(base, catalog({"credentials/a.md": member}))
    assert (change.kind, change.reaches, change.significance) == ("deleted", ("a",), Significance.SUBSTANTIVE)
    assert change.for_earners == "Its page is gone for everyone who has started or earned it."
    [draft] = compare(catalog({"credentials/d.md": one(status="draft")}), catalog({}))
    assert (draft.significance, draft.for_earners) == (Significance.EDITORIAL, "")


# --- Earners ------------------------------------------------------------------------------------------------------


def note(kind: str, before: str, after: str, significance: Significance = Significance.SUBSTANTIVE) -> str:
    return write_earner_note(ChangeKind(kind, significance), entry(before), entry(after))


def test_nobody_has_started_a_draft():
    assert note("cost-changed", one(status="draft"), one()) == ""
    assert note("cost-changed", one(), one()) == "Educators who have started were told the former price."


def test_new_requirements_depend_on_the_version_and_on_the_pilot():
    assert "would be scored by a different text" in note("x", one(version="1.0.0"), one(version="1.0.0"))
    assert note("x", one(version="1.0.0"), one(version="2.0.0")) == (
        "Educators who started with version 1.0.0 may finish with it."
    )
    assert note("x", one(status="pilot"), one()).startswith("Tell the educators in the pilot")
    assert note("x", one(), one(), Significance.NOTABLE) == ""


def test_a_retired_and_a_renamed_spec_say_what_remains():
    dated = one(status="retired", dates="{retired_on: 2026-09-01}")
    assert note("retired", one(), dated) == (
        "Since 2026-09-01, it can no longer be started. Educators who have earned it keep it."
    )
    assert note("retired", one(), one(status="retired")).startswith("It can no longer be started.")
    assert note("renamed", one(), one(aliases="[one]")) == "Old links lead to the new page."
    assert note("renamed", one(), one()) == "Old links and badges no longer lead to it."


# --- Limits -------------------------------------------------------------------------------------------------------


def test_a_text_is_trimmed_only_if_it_is_too_long():
    text = " ".join(["word"] * 40)
    assert trim_to_difference(text, text + "s", len(text) + 1) == (text, text + "s")
    assert trim_to_difference(text, text + "s", len(text)) == (text, "… word word word word word word words")
    assert trim_to_difference("a " * 150, "b " * 150)[0] == "a " * 98 + "a…"
    assert trim_to_difference("same " * 7 + "x " * 150, "same " * 7)[0].startswith("… same same same same same same x")
    assert trim_to_difference("same " * 6 + "x " * 150, "same " * 6)[0].startswith("same same same same same same x")


def test_a_text_that_fits_exactly_is_not_cut():
    assert shorten("x" * 60) == "x" * 60
    assert shorten("x" * 61) == f"{'x' * 59}…"
    assert shorten("one two", 6) == "one…"


def test_values_of_different_kinds_are_different():
    assert list(find_differences(Between(min=1, max=2), None, ("a",))) == [
        Difference(("a",), Between(min=1, max=2), None)
    ]
    assert list(find_differences(("a", "b"), ("b", "a"), ("a",), Artifact)) == [
        Difference(("a",), ("a", "b"), ("b", "a"), Artifact)
    ]
    assert list(find_differences({"a": {"b": 1}}, {"a": {"b": 2}}, ("x",), Artifact)) == [
        Difference(("x", "a", "b"), 1, 2, Artifact)
    ]
    assert list(find_differences((component("a"),), (component("a", "x \n"),))) == []
    assert list(find_differences((component("a"),), ("a",), ("x",))) == [Difference(("x",), (component("a"),), ("a",))]


def test_items_without_an_identity_are_matched_whole_and_each_once():
    old = tuple(Person(role=role, organization="O") for role in ("a", "b", "a"))
    new = tuple(Person(role=role, organization="O") for role in ("a", "c", "a", "a"))
    assert match_items(old, new) == [(0, 0), (None, 1), (2, 2), (None, 3), (1, None)]
    assert match_items((), ()) == []
    assert match_items((), new[:1]) == [(None, 0)]
    assert match_items(old[:1], ()) == [(0, None)]


def test_items_are_identified_by_several_fields_before_one():
    old = (Currency(type="stipend", jurisdiction="XS"), Currency(type="stipend", jurisdiction="XT"))
    new = (Currency(type="stipend", jurisdiction="XT"), Currency(type="stipend", jurisdiction="XU"))
    assert match_items(old, new) == [(1, 0), (0, 1)]
