"""Findings on a preview's pages: each is shown exactly once, as near to its field as the page has a place."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from project import DEMONSTRATION

from microcredentials.catalog.catalog import Catalog
from microcredentials.catalog.entry import Entry
from microcredentials.catalog.loading import load
from microcredentials.checking._scoring import Basis
from microcredentials.checking.finding import Finding
from microcredentials.checking.report import Report
from microcredentials.model.spec import MicroCredential, Spec
from microcredentials.publishing.output import Page
from microcredentials.publishing.site import render
from microcredentials.publishing.site._notes import Notes, expand, place_findings
from microcredentials.publishing.site.credential_page import credential_page
from microcredentials.publishing.site.render import Renderer
from microcredentials.publishing.site.site_info import SiteInfo
from microcredentials.publishing.site.stack_page import stack_page
from microcredentials.reading.place import Place
from microcredentials.reading.problem import Pointer, Severity
from microcredentials.reading.text import Position
from microcredentials.rules.registry import find_checks

RULE = find_checks()[0].rule
START = Position(1, 1)
VARIED = (
    "rich-vocabulary-instruction",  # four levels and points
    "progress-monitoring-for-early-readers",  # in pilot
    "exit-tickets",  # retired
    "small-group-math-intervention",  # a draft with values still to be written
    "formative-assessment-in-action",  # a stack
)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(DEMONSTRATION / "content")


def finding(field: Pointer, spec: str = "") -> Finding:
    place = Place("content/x.md", START, START)
    return Finding(RULE, Severity.ERROR, RULE.rule_class, "Something is wrong.", "", place, field, spec)


def pointers(value: object, above: Pointer = ()) -> Iterator[Pointer]:
    """Every field of a spec as data, an item beyond the end of each list, and a field that does not exist."""
    yield above
    if isinstance(value, dict):
        for name, inner in {**value, "no_such_field": None}.items():
            yield from pointers(inner, (*above, name))
    elif isinstance(value, tuple):
        for n, inner in enumerate((*value, None)):
            yield from pointers(inner, (*above, n))


def page(entry: Entry[Spec], catalog: Catalog) -> Page:
    """The page of *entry* in a preview in which every one of its fields has a finding."""
    found = tuple(finding(pointer, entry.slug) for pointer in pointers(entry.spec.model_dump()))
    renderer = Renderer(catalog, SiteInfo(catalog.newest_day, preview=True), Report(found, 1, basis=Basis(catalog, ())))
    make = credential_page if isinstance(entry.spec, MicroCredential) else stack_page
    return make(entry, renderer)


def test_a_finding_goes_to_the_most_precise_place_that_contains_its_field():
    places = {("evidence",), ("evidence", "artifacts", 0), ("evidence", "artifacts", 0, "type")}
    fields = (("evidence", "artifacts", 0, "type"), ("evidence", "artifacts", 0, "name"), ("evidence", "artifacts", 1),
              ("title",), ())  # fmt: skip
    notes = place_findings(map(finding, fields), places)
    assert [note.at for note in notes.all] == [
        ("evidence", "artifacts", 0, "type"), ("evidence", "artifacts", 0), ("evidence",), None, None,
    ]  # fmt: skip
    assert [note.number for note in notes.all] == [1, 2, 3, 4, 5]
    assert [note.number for note in notes.at("evidence")] == [3]
    assert notes.at("title") == ()


def test_a_star_means_each_item_of_a_list(catalog: Catalog):
    spec = catalog.credentials[0].spec
    assert [*expand(spec, ["title", "tags.*", "portability.*.url"])] == [
        ("title",), *(("tags", n) for n in range(len(spec.tags))),
        *(("portability", n, "url") for n in range(len(spec.portability or ()))),
    ]  # fmt: skip
    assert spec.tags


def test_every_finding_of_a_spec_is_shown_exactly_once(catalog: Catalog):
    for entry in (catalog.by_slug[slug] for slug in VARIED):
        html = page(entry, catalog).html
        expected = len([*pointers(entry.spec.model_dump())])
        shown = Counter(int(number) for number in re.findall(r' id="finding-(\d+)"', html))
        assert shown == Counter(range(1, expected + 1)), entry.slug
        assert set(re.findall(r' href="#finding-(\d+)"', html)) < {str(number) for number in shown}, entry.slug


def test_a_template_asks_once_for_each_place_that_its_view_names(catalog: Catalog, monkeypatch: pytest.MonkeyPatch):
    asked: Counter[Pointer] = Counter()
    named: Counter[Pointer] = Counter()

    class Recording(Notes):
        def at(self, *pointer: str | int) -> tuple[()]:
            asked[pointer] += 1
            return ()

    monkeypatch.setattr(render, "place_findings", lambda _, places: named.update(places) or Recording(()))
    for entry in (catalog.by_slug[slug] for slug in VARIED):
        page(entry, catalog)
        assert asked == named, entry.slug
    assert named[("title",)] == len(VARIED)


def test_a_published_page_shows_no_findings(catalog: Catalog):
    entry = catalog.credentials[0]
    report = Report((finding(("title",), entry.slug),), 1, basis=Basis(catalog, ()))
    assert "finding" not in credential_page(entry, Renderer(catalog, SiteInfo(catalog.newest_day), report)).html
