"""What pages work out: the steps, the passing rule and the way to start, the totals of a stack, what home features."""

from dataclasses import replace
from urllib.parse import unquote

import pytest
from project import DEMONSTRATION

from microcredentials.catalog.entry import Entry
from microcredentials.catalog.loading import load
from microcredentials.checking._scoring import Basis
from microcredentials.checking.report import Report
from microcredentials.model.evidence import Evidence, Points, Rubric
from microcredentials.model.policy import Submission
from microcredentials.model.spec import MicroCredential
from microcredentials.publishing.site._passing_rule import PassingRule, passing_rule
from microcredentials.publishing.site._start import start_of
from microcredentials.publishing.site._steps import steps_of
from microcredentials.publishing.site.credential_page import credential_page
from microcredentials.publishing.site.frame import frame_values
from microcredentials.publishing.site.other_pages import _featured, guide_page
from microcredentials.publishing.site.render import Renderer
from microcredentials.publishing.site.site_info import SiteInfo
from microcredentials.publishing.site.stack_page import StackView, stack_view

LEAD = "Ask fewer questions"
PAGE = "https://x.example/credentials/questioning-and-wait-time/"


@pytest.fixture(scope="module")
def entry() -> Entry[MicroCredential]:
    found = {each.slug: each for each in load(DEMONSTRATION / "content").credentials}
    return found["questioning-and-wait-time"]


def label(vocabulary: str, id: str | None) -> str:
    return {("decision_rules", "most"): "Most criteria must pass"}[(vocabulary, id or "")]


def page_in(entry: Entry[MicroCredential], language: str) -> str:
    spec = entry.spec.model_copy(update={"language": language})
    catalog = load(DEMONSTRATION / "content")
    report = Report((), 1, basis=Basis(catalog, ()))
    return credential_page(replace(entry, node=spec), Renderer(catalog, SiteInfo(catalog.newest_day), report)).html


def test_texts_in_another_language_say_so_and_the_words_of_the_page_do_not(entry: Entry[MicroCredential]):
    html = page_in(entry, "es-MX")
    assert f'<p class="lead" lang="es-MX">{LEAD}' in html
    assert html.count(' lang="es-MX"') > 40
    assert "<h2>What you will do</h2>" in html
    assert " lang=" not in page_in(entry, "en-GB")


def test_the_frame_is_in_english_and_guides_in_the_language_of_the_program():
    catalog = load(DEMONSTRATION / "content")
    assert catalog.program.file is not None
    spanish = catalog.program.file.model_copy(update={"language": "es"})
    catalog = replace(catalog, program=catalog.program.model_copy(update={"file": spanish}))
    site = SiteInfo(catalog.newest_day)
    assert frame_values(catalog, site)["language"] == "en"
    html = guide_page(catalog.guides[0], Renderer(catalog, site, Report((), 1, basis=Basis(catalog, ())))).html
    assert html.count(' lang="es"') == 2


def with_submission(entry: Entry[MicroCredential], **fields: str) -> Entry[MicroCredential]:
    assert entry.node is not None
    spec = entry.spec.model_copy(update={"submission": Submission(**fields)})
    return replace(entry, node=spec)


def test_the_steps_are_spread_over_the_weeks_with_the_last_day_for_handing_in(entry: Entry[MicroCredential]):
    steps = steps_of(entry.spec)
    assert [step.kind for step in steps] == ["overview", "method", "artifact", "artifact", "artifact", "reflection"]
    weeks = ["by week 1 of 5", "", "by week 2 of 5", "by week 3 of 5", "by week 4 of 5", "by week 5 of 5"]
    assert [step.by for step in steps] == weeks
    assert [step.piece for step in steps if step.piece] == list(entry.spec.evidence.artifacts)


def test_a_spec_without_weeks_or_evidence_has_no_dates_or_no_steps(entry: Entry[MicroCredential]):
    effort = entry.spec.effort.model_copy(update={"weeks": None})
    assert {step.by for step in steps_of(entry.spec.model_copy(update={"effort": effort}))} == {""}
    empty = {"evidence": Evidence(), "key_method": None, "method_components": ()}
    assert steps_of(entry.spec.model_copy(update=empty)) == ()


def test_a_level_is_needed_in_every_row(entry: Entry[MicroCredential]):
    rule = passing_rule(entry.spec.rubric, label)
    assert (rule.short, rule.column) == ("6 of 6 at Met", "needed in every row")
    assert rule.sentence == "You pass when every criterion reaches Met."


def test_where_points_decide_no_level_is_marked(entry: Entry[MicroCredential]):
    points = Points(per_level=(0, 1, 2), cut_score=9, criterion_floor=1)
    rubric = entry.spec.rubric.model_copy(update={"decision_rule": "points", "points": points})
    rule = passing_rule(rubric, label)
    assert (rule.short, rule.column) == ("9 of 12 points", "")
    assert rule.note == "Each criterion needs at least 1 point."


def test_a_rubric_without_a_rule_claims_none():
    assert passing_rule(Rubric(), label) == PassingRule()
    assert passing_rule(Rubric(passing_level="Met"), label) == PassingRule(), "a level alone is no rule"
    assert passing_rule(Rubric(decision_rule="most"), label) == PassingRule(sentence="Most criteria must pass.")


def test_a_page_of_the_site_explains_and_the_button_opens_a_message(entry: Entry[MicroCredential]):
    start = start_of(with_submission(entry, url="/about/how-to-start/", contact="me@x.example"), PAGE)
    assert start is not None
    assert (start.is_message, start.guide) == (True, "/about/how-to-start/")
    assert unquote(start.url).startswith("mailto:me@x.example?subject=Start: Questioning and wait time&body=")
    assert PAGE in unquote(start.url)


def test_the_address_of_a_platform_gets_the_slug(entry: Entry[MicroCredential]):
    start = start_of(with_submission(entry, url="https://p.example/start?item=SLUG", contact="me@x.example"), PAGE)
    assert start is not None
    assert (start.url, start.is_message) == ("https://p.example/start?item=questioning-and-wait-time", False)


def test_without_an_address_and_a_mailbox_there_is_no_way_to_start(entry: Entry[MicroCredential]):
    assert start_of(with_submission(entry), PAGE) is None
    assert start_of(with_submission(entry, contact="https://x.example/ask/"), PAGE) is None


def test_a_stack_adds_up_what_its_members_count_for_and_take():
    catalog = load(DEMONSTRATION / "content")
    view = stack_view(next(each for each in catalog.stacks if each.slug == "foundations-of-reading"), catalog)
    required = [member.entry.spec for member in view.members if member.role == "required"]
    points = sum(each.amount or 0 for spec in required for each in spec.currency if each.unit == "renewal-points")
    assert len(required) > 1
    assert [text.partition("–")[0] for text in view.worth] == [f"{points + _least(view):g}"]
    assert view.worth[0].endswith(" renewal points")


def _least(view: StackView) -> float:
    """The fewest points of as many electives as must be earned."""
    electives = [sum(each.amount or 0 for each in m.entry.spec.currency) for m in view.members if m.role == "elective"]
    return sum(sorted(electives)[: view.electives_min])


def test_the_home_page_begins_with_short_ones_for_beginners_in_different_subjects():
    catalog = load(DEMONSTRATION / "content")
    chosen = [entry.spec for entry in _featured(catalog.credentials, catalog)]
    assert len({spec.subjects[0] for spec in chosen}) == len(chosen) == 3
    assert {spec.level for spec in chosen} == {"foundational"}
    hardest = catalog.program.terms("levels")[-1].id
    first = next(entry for entry in catalog.credentials if entry.spec is chosen[0])
    harder = replace(first, node=first.spec.model_copy(update={"level": hardest}))
    others = [harder if entry is first else entry for entry in catalog.credentials]
    assert harder not in _featured(others, catalog)
    longest = [spec.effort.hours.max for spec in chosen if spec.effort.hours]
    assert longest == sorted(longest)
