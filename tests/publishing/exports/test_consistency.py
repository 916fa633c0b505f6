"""The last check before an export is published, on small objects."""

from typing import Any

import pytest

from microcredentials.publishing._exporting import ExportError
from microcredentials.publishing.exports._consistency import check_achievement, check_graph

SITE = "https://catalog.example/"


def achievement(**changes: Any) -> dict[str, Any]:
    levels = [{"id": f"{SITE}a#x/{n}", "points": str(n)} for n in range(3)]
    result = {"name": "X", "rubricCriterionLevel": levels, "requiredLevel": levels[1]["id"]}
    return {"id": f"{SITE}a", "resultDescription": [result], **changes}


def problems(data: dict[str, Any]) -> str:
    with pytest.raises(ExportError) as raised:
        check_achievement(data, "a.md")
    return str(raised.value)


def test_a_consistent_achievement_passes():
    check_achievement(achievement(), "a.md")
    check_achievement({"id": f"{SITE}a"}, "a.md")


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "a"},
        {"criteria": {"id": "/a"}},
        {"image": {"id": "badge.svg"}},
        {"creator": {"id": "issuer.json"}},
        {"related": [{"id": f"{SITE}b"}, {"id": "https:///b"}]},
        {"alignment": [{"targetUrl": "ftp://a"}]},
    ],
)
def test_every_address_is_complete(changes: dict[str, Any]):
    assert problems(achievement(**changes)).count("is not a complete address. Set site_url in mkdocs.yml") == 1


def test_each_problem_of_a_rubric_is_a_line_that_names_the_file():
    data = achievement()
    [result] = data["resultDescription"]
    first, second, third = result["rubricCriterionLevel"]
    result["rubricCriterionLevel"] = [second, first, first | {"points": "5"}, third]
    result["requiredLevel"] = f"{SITE}a#x/9"
    assert problems(data).splitlines() == [
        "a.md: The criterion “X” has two levels with the same name. Give each level its own name.",
        "a.md: The criterion “X” requires a level that it does not have. Name one of its levels.",
        "a.md: The points of the criterion “X” do not rise. Order levels and points from low to high.",
    ]


def test_levels_of_equal_points_are_in_order():
    data = achievement()
    for level in data["resultDescription"][0]["rubricCriterionLevel"]:
        level["points"] = "1"
    check_achievement(data, "a.md")


PART, WHOLE = {"@id": f"{SITE}part"}, {"@id": f"{SITE}whole"}
TIED = [
    {**PART, "ceterms:isPartOf": [WHOLE["@id"]]},
    {**WHOLE, "ceterms:hasPart": [PART["@id"]], "ceterms:hasRubric": PART["@id"], "ceterms:ownedBy": [PART["@id"]]},
]


def test_a_graph_with_ties_in_both_directions_passes():
    check_graph(TIED)


@pytest.mark.parametrize(
    ("nodes", "message"),
    [
        (
            [PART, TIED[1]],
            f"{SITE}whole refers to {SITE}part (ceterms:hasPart), but {SITE}part does not refer back",
        ),
        (
            [TIED[0]],
            f"{SITE}part refers to {SITE}whole (ceterms:isPartOf), but {SITE}whole does not refer back",
        ),
        ([{**PART, "ceterms:ownedBy": [f"{SITE}x"]}], f"{SITE}part refers to {SITE}x (ceterms:ownedBy), which does"),
        ([{**PART, "ceterms:latestVersion": f"{SITE}x"}], f"{SITE}x (ceterms:latestVersion), which does not exist."),
        ([{"@id": "part"}], "ctdl.jsonld: “part” is not a complete address."),
    ],
)
def test_a_graph_that_contradicts_itself_is_refused(nodes: list[dict[str, Any]], message: str):
    with pytest.raises(ExportError) as raised:
        check_graph(nodes)
    assert message in str(raised.value)
