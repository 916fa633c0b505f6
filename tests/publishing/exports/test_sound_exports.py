"""What contradicts itself is never published, whatever a rule was told to overlook; what two specs tell, both tell."""

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
from microcredentials.publishing.exports._sound import check_graph, sound

SITE = "https://catalog.sample-state.example/"
POINTS, PLAIN = "rich-vocabulary-instruction", "decoding-and-word-mapping"
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
    ("slug", "rule", "old", "new", "said"),
    [
        (POINTS, "RU-05", "per_level: [0, 1, 2, 3]", "per_level: [0, 2, 1, 3]", "do not rise. Order levels and points"),
        (PLAIN, "RU-02", "levels: [Not yet,", "levels: [Not yet, Not yet,", "two levels of the same name"),
    ],
)
def test_a_waiver_does_not_let_a_broken_rubric_out(
    project: Project, slug: str, rule: str, old: str, new: str, said: str
):
    project.edit(slug, old, new)
    project.edit(slug, "waivers: []\n", WAIVER.format(rule=rule))
    assert rule not in {f["rule"] for f in project.findings() if f["severity"] == "error" and f["status"] == "open"}
    run = project.run("build", "--to", "out")
    assert run.exit_code == 1
    assert f"content/credentials/{slug}.md: " in run.output
    assert said in run.output
    assert "Traceback" not in run.output
    assert not (project.root / "out").exists()


def test_a_preview_goes_on_and_shows_what_is_wrong(project: Project):
    project.edit(POINTS, "per_level: [0, 1, 2, 3]", "per_level: [0, 2, 1, 3]")
    site = Site(build_site(project.root, project.root / "preview", "serve"), "")
    assert "The points do not rise from each level to the next." in site.html(f"credentials/{POINTS}/")


def test_no_id_is_relative(project: Project):
    with pytest.raises(
        ExportError, match=r"“catalog/credentials/\S+” is no whole address. Give the site's as site_url"
    ):
        list(open_badges.export(load(project.root / "content"), "catalog/"))
    with pytest.raises(ExportError, match="no whole address"):
        list(ctdl.export(load(project.root / "content"), "catalog/"))


def test_a_level_to_reach_is_one_of_the_levels(served: Site):
    data = read(served.folder / f"credentials/{POINTS}/achievement.json")
    assert sound(data, "here") == data
    data["resultDescription"][0]["requiredLevel"] += "-lost"
    with pytest.raises(ExportError, match=r"^here: The criterion “.+” requires a level that it does not have"):
        sound(data, "here")


def without(term: str) -> Callable[[list[dict[str, Any]]], None]:
    def change(nodes: list[dict[str, Any]]) -> None:
        next(node for node in nodes if term in node).pop(term)

    return change


def without_rubrics(nodes: list[dict[str, Any]]) -> None:
    nodes[:] = [node for node in nodes if node["@type"] != "ceasn:Rubric"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (without("ceterms:hasPart"), "does not say ceterms:hasPart in return"),
        (without("ceterms:isPartOf"), "does not say ceterms:isPartOf in return"),
        (without("ceterms:supersedes"), "does not say ceterms:supersedes in return"),
        (without_rubrics, "there is no such thing"),
    ],
)
def test_no_tie_of_the_graph_has_one_end(served: Site, change: Callable[[Any], None], said: str):
    nodes = [node for name in ("ctdl", "ctdlasn") for node in read(served.folder / f"{name}.jsonld")["@graph"]]
    check_graph(nodes)
    change(nodes)
    with pytest.raises(ExportError, match=said):
        check_graph(nodes)


def test_a_succession_that_one_spec_tells_is_told_at_both_ends(project: Project):
    project.edit(POINTS, "replaces: []", "replaces: [exit-tickets]")
    assert project.run("build", "--to", "out").exit_code == 0
    followers = {f"{SITE}credentials/{slug}/ctdl.json" for slug in (POINTS, "checks-that-change-the-lesson")}
    old = read(project.root / "out/credentials/exit-tickets/ctdl.json")
    assert set(old["ceterms:supersededBy"]) == followers
    for address in followers:
        assert read(project.root / "out" / address.removeprefix(SITE))["ceterms:supersedes"] == [old["@id"]]


def addresses(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        yield from (value for name, value in data.items() if name == "url")
        data = list(data.values())
    if isinstance(data, list):
        for each in data:
            yield from addresses(each)


def test_every_address_of_the_list_is_whole(project: Project):
    [file] = catalog_json.export(load(project.root / "content"), SITE)
    found = list(addresses(json.loads(file.content)))
    assert f"{SITE}about/how-to-start/" in found
    assert not [address for address in found if not address.startswith("https://")]


def test_a_site_that_moves_keeps_its_identifiers(project: Project):
    catalog = load(project.root / "content")

    def identifiers(site_url: str) -> list[str]:
        file, _ = case.export(catalog, site_url)
        package = json.loads(file.content)
        parts = [package["CFDocument"], *package["CFItems"], *package["CFAssociations"], *package["CFRubrics"]]
        assert file.path.endswith(package["CFDocument"]["identifier"])
        return [each["identifier"] for each in parts]

    assert identifiers(SITE) == identifiers("https://other.example/")
