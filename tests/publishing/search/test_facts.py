"""How the search reads facts: in English and in the words of the demonstration's vocabulary, through the engine."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser
from project import DEMONSTRATION
from search_page import Searcher, search_page

from microcredentials.catalog.catalog import Catalog
from microcredentials.catalog.loading import load
from microcredentials.model.spec import MicroCredential
from microcredentials.publishing._selection import listed_credentials, without_drafts
from microcredentials.publishing.search.search_data import FOLDER, search_data

ELEMENTARY, SECONDARY = ["K-2", "3-5"], ["6-8", "9-12"]


@pytest.fixture(scope="module")
def demonstration() -> Catalog:
    return without_drafts(load(DEMONSTRATION / "content"))


@pytest.fixture(scope="module")
def searcher(browser: Browser, demonstration: Catalog) -> Iterator[Searcher]:
    with search_page(browser) as page:
        yield Searcher(page, {f.path.removeprefix(FOLDER): f.content for f in search_data(demonstration)})


def read(searcher: Searcher, text: str) -> tuple[dict[str, list[str]], str]:
    """Return the options of each facet that *text* names, and the words that are left."""
    reading = searcher.read(text)
    facts: dict[str, list[str]] = {}
    for fact in reading["facts"]:
        facts.setdefault(fact["facet"], []).extend(fact["options"])
    return facts, reading["rest"]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        # grades
        ("3rd grade", {"grade": ["3-5"]}),
        ("third graders", {"grade": ["3-5"]}),
        ("grade 4", {"grade": ["3-5"]}),
        ("grades 6, 7 and 8", {"grade": ["6-8"]}),
        ("4th and 5th grade", {"grade": ["3-5"]}),
        ("3rd to 6th grade", {"grade": ["3-5", "6-8"]}),
        ("kindergarten", {"grade": ["K-2"]}),
        ("pre-K", {"grade": ["PK"]}),
        ("prek to 2", {"grade": ["PK", "K-2"]}),
        ("K-5", {"grade": ELEMENTARY}),
        ("K–5", {"grade": ELEMENTARY}),
        ("k12", {"grade": [*ELEMENTARY, *SECONDARY]}),
        ("6-12", {"grade": SECONDARY}),
        ("elementary", {"grade": ELEMENTARY}),
        ("elementry school", {"grade": ELEMENTARY}),
        ("high school", {"grade": ["9-12"]}),
        ("not for high school", {"grade": ["not-9-12"]}),
        # time
        ("under 8 hours", {"hours": ["up-to-8"]}),
        ("8 hours or less", {"hours": ["up-to-8"]}),
        ("less than ten hours", {"hours": ["up-to-10"]}),
        ("10hrs max", {"hours": ["up-to-10"]}),
        ("more than 20 hours", {"hours": ["over-20"]}),
        ("15 hours or more", {"hours": ["from-15"]}),
        ("in 8 hours or less", {"hours": ["up-to-8"]}),
        ("within five weeks", {"hours": ["up-to-5-weeks"]}),
        ("15 or more renewal points", {"counts-for": ["from-15-renewal-points"]}),
        ("tercer grado", {"grade": ["3-5"]}),
        ("under review in Neighbor State", {"counts-in": ["XN-under-review"]}),
        ("between 5 and 8 hours", {"hours": ["5-to-8"]}),
        ("5-8 hours", {"hours": ["5-to-8"]}),
        ("something quick", {"hours": ["up-to-8"]}),
        ("menos de 10 horas", {"hours": ["up-to-10"]}),
        # season, cost, students, video
        ("summer", {"when": ["summer"]}),
        ("in the fall", {"when": ["start-of-year"]}),
        ("free", {"cost": ["free"]}),
        ("no cost", {"cost": ["free"]}),
        ("no video", {"video": ["no"]}),
        ("without any video recording", {"video": ["no"]}),
        ("video not needed", {"video": ["no"]}),
        ("I can't film my class", {"video": ["no"]}),
        ("requires video", {"video": ["yes"]}),
        ("I don't have students right now", {"students": ["no"]}),
        ("no video or students", {"video": ["no"], "students": ["no"]}),
        ("sin video", {"video": ["no"]}),
        # roles, levels, what it counts for, where, stacks, status, new ones
        ("I'm a para", {"role": ["paraprofessional"]}),
        ("for principals", {"role": ["school-leader"]}),
        ("paraproffesional", {"role": ["paraprofessional"]}),
        ("foundational", {"level": ["foundational"]}),
        ("renew my license", {"counts-for": ["license-renewal"]}),
        ("license renewal in Neighbor State", {"counts-for": ["license-renewal"], "counts-in": ["XN"]}),
        ("Foundations of Reading, K–3", {"stack": ["foundations-of-reading"]}),
        ("pilot", {"status": ["pilot"]}),
        ("new", {"added": ["new"]}),
        # together
        ("math, 4th grade, no video", {"subject": ["mathematics"], "grade": ["3-5"], "video": ["no"]}),
        ("free PD over the summer", {"cost": ["free"], "when": ["summer"]}),
    ],
)
def test_a_query_of_facts_is_read_as_facts_alone(searcher: Searcher, text: str, facts: dict[str, list[str]]) -> None:
    assert read(searcher, text) == (facts, "")


@pytest.mark.parametrize(
    ("text", "facts", "rest"),
    [
        ("teach phonics to first graders", {"grade": ["K-2"]}, "teach phonics to"),
        ("co-teaching, no video", {"video": ["no"]}, "co-teaching"),
        ("feedback under 10 hours for coaching", {"hours": ["up-to-10"]}, "feedback for coaching"),
        ("internships for high school students", {"grade": ["9-12"]}, "internships for students"),
    ],
)
def test_conditions_are_read_beside_words(
    searcher: Searcher, text: str, facts: dict[str, list[str]], rest: str
) -> None:
    assert read(searcher, text) == (facts, rest)


@pytest.mark.parametrize(
    "text",
    [
        "math discussion", "leading a coaching cycle", "students who fall behind", "video feedback for coaching",
        "draft writing feedback", "first year teacher", "second language learners", "quick checks", "I.E.P.", "",
    ],
)  # fmt: skip
def test_words_that_tell_more_as_words_stay_words(searcher: Searcher, text: str) -> None:
    assert read(searcher, text) == ({}, text)


def test_what_is_typed_of_a_fact_is_named_with_its_place(searcher: Searcher) -> None:
    text = "co-teaching, no video please"
    [fact] = searcher.read(text)["facts"]
    assert (fact["typed"], text[fact["start"] : fact["end"]]) == ("no video", "no video")


def hours(spec: MicroCredential) -> float:
    assert spec.effort.hours
    return spec.effort.hours.max


def test_facts_give_exactly_what_has_them(searcher: Searcher, demonstration: Catalog) -> None:
    specs = {entry.slug: entry.spec for entry in listed_credentials(demonstration)}
    wanted: dict[str, Any] = {
        "free": lambda each: each.cost and not each.cost.amount,
        "no video": lambda each: each.requires_video is False,
        "less than 10 hours": lambda each: hours(each) <= 10,
        "more than 15 hours": lambda each: hours(each) > 15,
        "between 5 and 8 hours": lambda each: each.effort.hours.min >= 5 and hours(each) <= 8,
        "summer": lambda each: each.effort.best_window == "any" and each.requires_students is False,
        "5th grade math": lambda each: "mathematics" in each.subjects and {"3-5", "all"} & set(each.grade_bands),
        "not for high school": lambda each: not {"9-12", "all"} & set(each.grade_bands),
        "as an instructional coach": lambda each: "instructional-coach" in each.educator_roles,
    }
    for text, has_it in wanted.items():
        expected = {slug for slug, spec in specs.items() if has_it(spec)}
        found = [hit["url"].split("/")[1] for hit in searcher.search(text)["hits"]]
        assert 0 < len(found) == len(set(found)), text
        assert set(found) == expected, text


def test_filters_and_facts_must_both_be_matched(searcher: Searcher) -> None:
    both = searcher.search("no video", {"subject": ["mathematics"]})
    assert both["total"] == searcher.search("math, no video")["total"] > 0
    assert both["words"] == ""
    assert [fact["facet"] for fact in both["facts"]] == ["video"]


def test_a_text_can_be_searched_for_as_words_throughout(searcher: Searcher) -> None:
    result = searcher.search("no video", as_words=True)
    assert (result["facts"], result["words"]) == ([], "no video")


def test_topics_order_what_has_them(searcher: Searcher) -> None:
    assert searcher.search("artificial intelligence, literacy")["hits"][0]["title"].endswith("question AI outputs")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("resubmit", "What if I do not pass?"),
        ("water table", "Guided play in preschool"),
        ("maestro nuevo", "Mentoring a novice teacher"),
        ("IEP", "Student-led transition goals"),
        ("I.E.P.", "Student-led transition goals"),
    ],
)
def test_what_specs_call_otherwise_is_found_by_the_words_of_educators(
    searcher: Searcher, typed: str, found: str
) -> None:
    assert found in [hit["title"] for hit in searcher.results(typed)[:5]]


def test_a_single_letter_beside_words_matches_only_itself(searcher: Searcher) -> None:
    assert len(searcher.results("e-portfolio")) < len(searcher.results("e")) / 2
