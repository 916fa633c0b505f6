"""Edits of text: safe fixes change nothing else, and adoption replaces names, colors and invented facts."""

from dataclasses import replace
from pathlib import PurePosixPath

import pytest
import yaml

from microcredentials.authoring import fixing
from microcredentials.authoring.adoption._names import replace_names
from microcredentials.authoring.adoption.adopt import adopt
from microcredentials.authoring.adoption.logo import clean_logo
from microcredentials.authoring.adoption.looks import (
    ACCENT,
    BRAND,
    apply_colors,
    contrast,
    darken_for_text,
    is_visible_on,
)
from microcredentials.authoring.adoption.models import is_model, is_on_offer, to_draft
from microcredentials.authoring.adoption.state import AdoptingState
from microcredentials.authoring.fixing import Edit, FixInputs, apply_edits, fix
from microcredentials.reading.text import Span

UID, NEW_UID = "0d7f3c1e-8a52-4e9b-9c41-7b2a5d6e8f10", "5c0f9f5e-6f0b-4a7e-8d57-2a9f4a1b7c33"
PATH = PurePosixPath("credentials/a.md")
STATE = AdoptingState(
    name="New Mexico", code="NM", agency="Public Education Department", agency_id="public-education-department",
    website="https://agency.example.gov/", contact="a@agency.example.gov", program="NM Credentials",
    site="https://catalog.example.gov/", repository="https://git.example.gov/schools/catalog", uid=NEW_UID,
    today="2026-09-01", color="#112233", accent="#ddeeff",
)  # fmt: skip


def test_edits_are_applied_from_the_end_so_that_spans_stay_valid():
    edits = [Edit(Span(0, 1), "AAA"), Edit(Span(2, 3), ""), Edit(Span(3, 3), "x")]
    assert apply_edits("abcd", edits) == "AAAbxd"


def fixed(text: str, *order: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    result = fix(PATH, text.encode(), FixInputs(NEW_UID, order))
    return result.text, result.applied, result.declined


def test_all_fixes_together():
    before = "---\nstatus: draft  \n# Why this title.\ntitle: no\n---\nBody \n"
    text, applied, declined = fixed(before, "uid", "title", "status")
    assert text == f'---\nuid: {NEW_UID}\n# Why this title.\ntitle: "no"\nstatus: draft\n---\nBody \n'
    assert set(applied) == {
        "a uid, which identifies the spec permanently", "fields in the order of the template",
        "no spaces at the ends of lines", "quotes around values that other programs read differently",
    }  # fmt: skip
    assert declined == ()
    assert fixed(text, "uid", "title", "status")[1] == ()


def test_a_spec_that_cannot_be_read_is_not_changed():
    text, applied, declined = fixed("---\ntitle: [no\n---\n")
    assert (text, applied) == ("---\ntitle: [no\n---\n", ())
    assert declined == ("it cannot be read; the report says what is wrong",)


def test_an_edit_that_would_change_the_data_is_declined():
    text = f'---\nb: "Two\n# lines"\nuid: {UID}\na: 1\n---\n'
    reason = "fields in the order of the template: this edit might change what the spec says"
    assert fixed(text, "a", "uid", "b") == (text, (), (reason,))


def test_a_fix_that_changes_the_data_is_never_applied(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(fixing, "_find_fixes", lambda: [("a new title", lambda *_: iter([Edit(Span(11, 12), "B")]))])
    text = "---\ntitle: A\n---\n"
    assert fixed(text) == (text, (), ("a new title: this edit might change what the spec says",))


# --- Adoption -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Sample State Educator Micro-credentials of Sample State", "NM Credentials of New Mexico"),
        ("Sample State Education Office", "Public Education Department"),
        ("postal code XS, not AXS", "postal code NM, not AXS"),
        ("https://catalog.sample-state.example/a/", "https://catalog.example.gov/a/"),
        ("support@sample-state.example", "a@agency.example.gov"),
        ("@sample-state/reviewers", "@schools/reviewers"),
        (f"issuers:\n  - id: x\n    uid: {UID}\n", f"issuers:\n  - id: x\n    uid: {NEW_UID}\n"),
        (f"uid: {UID}\n", f"uid: {UID}\n"),
    ],
)
def test_names_are_replaced(before: str, after: str):
    assert replace_names("a.txt", before, STATE) == after


def test_passages_about_the_demonstration_are_removed_with_their_marks():
    text = "Before.\n<!-- [demonstration] -->\nAll invented.\n<!-- [/demonstration] -->\n\nAfter.\n"
    assert replace_names("a.txt", text, STATE) == "Before.\nAfter.\n"


def test_colors_are_replaced_in_the_stylesheet_and_elsewhere():
    css = "--color-brand: light-dark(#000000, #111111);\n--color-accent: #222222;\n"
    assert apply_colors(css, STATE) == "--color-brand: light-dark(#112233, #0c1723);\n--color-accent: #ddeeff;\n"
    assert apply_colors(f"{BRAND} {ACCENT}", STATE) == "#112233 #ddeeff"


def test_a_color_is_darkened_only_as_far_as_white_text_needs():
    assert darken_for_text(BRAND) == BRAND
    darker = darken_for_text("#4f90ff")
    assert darker != "#4f90ff"
    assert contrast("#ffffff", darker) >= 8
    assert contrast("#ffffff", darker) < 8.4
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#123456", "#123456") == pytest.approx(1)


def test_an_accent_must_be_visible():
    assert is_visible_on(ACCENT, BRAND)
    assert not is_visible_on(BRAND, BRAND)


SPEC = f"""---
uid: {UID}
title: Wait time
status: published
reviews:
  - {{by: someone}}
competency: The educator waits.
---

Body.
"""


def test_a_model_becomes_a_draft_without_invented_facts():
    state = replace(STATE, uids={"content/credentials/a.md": NEW_UID})
    text = to_draft("content/credentials/a.md", SPEC, state)
    fields = yaml.safe_load(text.split("---\n")[1])
    assert (fields["uid"], fields["status"], fields["title"]) == (NEW_UID, "draft", "Wait time")
    assert "reviews" not in fields
    assert "CC BY 4.0" in fields["changelog"][0]["change"]
    assert text.endswith("---\n\nBody.\n")


def test_models_are_specs_and_only_those_that_can_be_earned_are_kept():
    assert is_model("content/credentials/a.md")
    assert is_model("content/versions/a/1.0.0.md")
    assert not is_model("content/credentials/_template.md")
    assert not is_model("content/guides/a.md")
    assert is_on_offer("content/credentials/a.md", SPEC)
    assert not is_on_offer("content/versions/a/1.0.0.md", SPEC)
    assert not is_on_offer("content/credentials/a.md", SPEC.replace("published", "retired"))


def test_adoption_returns_only_the_files_that_change():
    texts = {"content/credentials/a.md": SPEC, "content/guides/a.md": "Nothing.\n", "README.md": "Sample State\n"}
    found = adopt(texts, STATE)
    assert found["content/credentials/a.md"] is None
    assert found["README.md"] == "New Mexico\n"
    assert "content/guides/a.md" not in found
    assert "Public Education Department" in str(found["content/about/issuer.md"])
    kept = adopt(texts, replace(STATE, keep_models=True, uids={"content/credentials/a.md": NEW_UID}))
    assert "status: draft" in str(kept["content/credentials/a.md"])


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


def test_a_plain_drawing_is_kept():
    drawing = SVG.format('<defs><path id="a" d="M1 2z"/></defs><use href="#a"/>')
    assert 'd="M1 2z"' in clean_logo(f"<?xml version='1.0'?><!DOCTYPE svg>{drawing}")
    assert not clean_logo(drawing).startswith("<?xml")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (SVG.format("<script>1</script>"), "it contains <script>, which is not a shape"),
        (SVG.format('<path onclick="1"/>'), "the attribute “onclick”"),
        (SVG.format('<path style="fill:red"/>'), "the attribute “style”"),
        (SVG.format('<use href="https://x.example/a.svg#b"/>'), "the attribute “href”"),
        (SVG.format("<title>{{ x }}</title>"), "declarations or template code"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format(""), "declarations or template code"),
        ("<svg/>", "not an SVG with a viewBox"),
        ("no drawing", "it is not an SVG"),
    ],
)
def test_anything_more_than_a_drawing_is_refused(text: str, reason: str):
    with pytest.raises(ValueError, match="Save it as a plain SVG") as error:
        clean_logo(text)
    assert reason in str(error.value)
