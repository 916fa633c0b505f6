"""Contradictory data are never published, even if a rule is waived, and every tie is stated at both ends."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from project import Project
from website import Site, build_site

from microcredentials.catalog.loading import load
from microcredentials.publishing._exporting import ExportError
from microcredentials.publishing.exports import case, catalog_json, ctdl, open_badges
from microcredentials.publishing.exports._consistency import check_achievement, check_graph

SITE = "https://catalog.sample-state.example/"
POINTS, WAIT = "rich-vocabulary-instruction", "wait-time"
FALLING = "decision_rule: points\n  points: {per_level: [0, 2, 1], cut_score: 4, criterion_floor: 1}"
WAIVER = """waivers:
  - rule: {rule}
    reason: The district counts in another way for this year, and its assessors have been told so.
    approved_by: {{role: state-officer, organization: Sample State Education Office, office: Educator quality}}
    date: 2026-09-01
    expires: 2027-06-30
"""


def read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


@pytest.mark.parametrize(
    ("rule", "old", "new", "said"),
    [
        ("RU-05", "decision_rule: all-criteria", FALLING, "do not rise. Order levels and points"),
        ("RU-02", "levels: [Not yet,", "levels: [Not yet, Not yet,", "two levels with the same name"),
    ],
)
def test_a_waiver_does_not_allow_a_contradictory_rubric_to_be_published(
    small: Project, rule: str, old: str, new: str, said: str
):
    small.edit(WAIT, old, new)
    small.edit(WAIT, "changelog:\n", f"{WAIVER.format(rule=rule)}changelog:\n")
    findings = small.findings("--today", "2026-09-15")
    assert {f["status"] for f in findings if f["rule"] == rule and f["severity"] == "error"} == {"waived"}
    run = small.run("build", "--to", "out")
    assert run.exit_code == 1
    assert f"content/credentials/{WAIT}.md: " in run.output
    assert said in run.output
    assert "Traceback" not in run.output
    assert not (small.root / "out").exists()


def test_a_preview_still_works_and_shows_the_findings(small: Project):
    small.edit(WAIT, "decision_rule: all-criteria", FALLING)
    site = Site(build_site(small.root, small.root / "preview", "serve"), "")
    assert "The points do not rise from each level to the next." in site.html(f"credentials/{WAIT}/")


def test_every_id_is_absolute(small: Project):
    with pytest.raises(ExportError, match=r"“catalog/credentials/\S+” is not a complete address. Set site_url"):
        list(open_badges.export(load(small.root / "content"), "catalog/"))
    with pytest.raises(ExportError, match="not a complete address"):
        list(ctdl.export(load(small.root / "content"), "catalog/"))


def test_the_required_level_must_be_one_of_the_levels(served: Site):
    data = read(served.folder / f"credentials/{POINTS}/achievement.json")
    check_achievement(data, "here")
    data["resultDescription"][0]["requiredLevel"] += "-lost"
    with pytest.raises(ExportError, match=r"^here: The criterion “.+” requires a level that it does not have"):
        check_achievement(data, "here")


def without(term: str) -> Callable[[list[dict[str, Any]]], None]:
    def change(nodes: list[dict[str, Any]]) -> None:
        next(node for node in nodes if term in node).pop(term)

    return change


def without_rubrics(nodes: list[dict[str, Any]]) -> None:
    nodes[:] = [node for node in nodes if node["@type"] != "ceasn:Rubric"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (without("ceterms:hasPart"), r"does not refer back \(ceterms:hasPart\)"),
        (without("ceterms:isPartOf"), r"does not refer back \(ceterms:isPartOf\)"),
        (without("ceterms:supersedes"), r"does not refer back \(ceterms:supersedes\)"),
        (without_rubrics, "which does not exist"),
    ],
)
def test_every_tie_of_the_graph_is_stated_at_both_ends(served: Site, change: Callable[[Any], None], said: str):
    nodes = [node for name in ("ctdl", "ctdlasn") for node in read(served.folder / f"{name}.jsonld")["@graph"]]
    check_graph(nodes)
    change(nodes)
    with pytest.raises(ExportError, match=said):
        check_graph(nodes)


def test_a_succession_stated_by_one_spec_appears_at_both_ends(project: Project):
    project.edit(POINTS, "replaces: []", "replaces: [exit-tickets]")
    files = {file.path: json.loads(file.content) for file in ctdl.export(load(project.root / "content"), SITE)}
    followers = {f"{SITE}credentials/{slug}/ctdl.json" for slug in (POINTS, "checks-that-change-the-lesson")}
    old = files["credentials/exit-tickets/ctdl.json"]
    assert set(old["ceterms:supersededBy"]) == followers
    for address in followers:
        assert files[address.removeprefix(SITE)]["ceterms:supersedes"] == [old["@id"]]


def addresses(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        yield from (value for name, value in data.items() if name == "url")
        data = list(data.values())
    if isinstance(data, list):
        for each in data:
            yield from addresses(each)


def test_every_address_in_catalog_json_is_absolute(project: Project):
    [file] = catalog_json.export(load(project.root / "content"), SITE)
    found = list(addresses(json.loads(file.content)))
    assert f"{SITE}about/how-to-start/" in found
    assert not [address for address in found if not address.startswith("https://")]


def test_a_site_keeps_its_identifiers_at_a_new_address(project: Project):
    catalog = load(project.root / "content")

    def identifiers(site_url: str) -> list[str]:
        file, _ = case.export(catalog, site_url)
        package = json.loads(file.content)
        parts = [package["CFDocument"], *package["CFItems"], *package["CFAssociations"], *package["CFRubrics"]]
        assert file.path.endswith(package["CFDocument"]["identifier"])
        return [each["identifier"] for each in parts]

    assert identifiers(SITE) == identifiers("https://other.example/")
