"""CTDL as the Credential Registry reads it: its own terms, its requirements, and both ends of every tie."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from interop import schema
from project import Project
from pyld import jsonld
from website import Site

from microcredentials.catalog.loading import load
from microcredentials.publishing.exports import ctdl

SITE = "https://catalog.sample-state.example/"
REQUIRED = ("ctid", "name", "description", "subjectWebpage", "credentialStatusType", "ownedBy", "inLanguage")


@pytest.fixture
def built(served: Site) -> Path:
    return served.folder


@pytest.fixture
def graph(built: Path) -> dict[str, dict[str, Any]]:
    graphs = [json.loads((built / name).read_text("utf-8")) for name in ("ctdl.jsonld", "ctdlasn.jsonld")]
    return {node["@id"]: node for each in graphs for node in each["@graph"]}


def credentials(graph: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {id: node for id, node in graph.items() if node["@type"] == "ceterms:MicroCredential"}


def objects(data: Any) -> Iterator[dict[str, Any]]:
    """Yield every object in *data* that states its type."""
    if isinstance(data, dict):
        if "@type" in data:
            yield data
        data = list(data.values())
    if isinstance(data, list):
        for value in data:
            yield from objects(value)


def test_each_description_is_at_the_address_of_its_id(built: Path, graph: dict[str, dict[str, Any]]):
    for id, node in graph.items():
        alone = json.loads((built / id.removeprefix(SITE)).read_text("utf-8"))
        assert alone.pop("@context") == "https://credreg.net/ctdl/schema/context/json"
        assert alone == node
    catalog = json.loads((built / "catalog.json").read_text("utf-8"))
    listed = {f"{each['url']}ctdl.json" for each in (*catalog["credentials"], *catalog["stacks"])}
    assert listed <= credentials(graph).keys()


def test_objects_that_the_registry_does_not_publish_are_in_a_separate_graph(built: Path):
    def kinds(name: str) -> set[str]:
        data = json.loads((built / name).read_text("utf-8"))
        assert data["@context"] == f"https://credreg.net/{name.removesuffix('.jsonld')}/schema/context/json"
        return {node["@type"] for node in data["@graph"]}

    assert kinds("ctdl.jsonld") == {"ceterms:CredentialOrganization", "ceterms:MicroCredential"}
    assert kinds("ctdlasn.jsonld") == {"ceasn:Competency", "ceasn:Rubric"}


def test_each_credential_has_the_terms_that_the_registry_requires(graph: dict[str, dict[str, Any]]):
    for node in credentials(graph).values():
        assert not [term for term in REQUIRED if not node.get(f"ceterms:{term}")]
        assert len(node["ceterms:description"]["en-US"]) >= 15
        assert all(owner in graph for owner in node["ceterms:ownedBy"])
    names = [each["ceterms:ctid"] for node in graph.values() for each in objects(node) if "ceterms:ctid" in each]
    assert len(names) == len(set(names))
    assert all(name.startswith("ce-") and UUID(name[3:]).version == 4 for name in names)


def test_every_tie_is_stated_at_both_ends(graph: dict[str, dict[str, Any]]):
    ties = 0
    for id, node in credentials(graph).items():
        for there, back in (("isPartOf", "hasPart"), ("hasPart", "isPartOf"), ("supersededBy", "supersedes")):
            for other in node.get(f"ceterms:{there}", ()):
                assert id in graph[other].get(f"ceterms:{back}", ()), f"{other} does not lead back to {id}"
                ties += 1
        for condition in node.get("ceterms:requires", ()):
            assert all(each in graph for each in condition.get("ceterms:targetCompetency", ()))
            assert all(each in graph for each in condition.get("ceterms:targetCredential", ()))
    assert ties > 10


def test_retired_and_pilot_credentials_state_their_status(graph: dict[str, dict[str, Any]]):
    def life(slug: str) -> str:
        return str(graph[f"{SITE}credentials/{slug}/ctdl.json"]["ceterms:credentialStatusType"]["ceterms:targetNode"])

    assert life("exit-tickets") == "credentialStat:Deprecated"
    assert life("progress-monitoring-for-early-readers") == "credentialStat:Probationary"
    assert life("questioning-and-wait-time") == "credentialStat:Active"


def test_every_term_is_allowed_by_the_official_schema(graph: dict[str, dict[str, Any]], interop: Path):
    allowed: dict[str, set[str]] = {}
    for vocabulary in ("ctdl", "ctdlasn"):
        for term in schema(interop, f"ctdl/{vocabulary}/schema.json")["@graph"]:
            domain = term.get("schema:domainIncludes", [])
            domain = domain if isinstance(domain, list) else [domain]
            allowed.setdefault(term["@id"], set()).update(d["@id"] if isinstance(d, dict) else d for d in domain)
    for node in graph.values():
        for each in objects(node):
            for term in each.keys() - {"@id", "@type"}:
                assert each["@type"] in allowed.get(term, ()), f"{term} is not for a {each['@type']}"


@pytest.mark.parametrize("vocabulary", ["ctdl", "ctdlasn"])
def test_every_term_is_defined_by_the_context(
    graph: dict[str, dict[str, Any]], built: Path, interop: Path, vocabulary: str
):
    context = schema(interop, f"ctdl/{vocabulary}/context.json")

    def load(url: str, _: Any) -> dict[str, Any]:
        assert url == f"https://credreg.net/{vocabulary}/schema/context/json"
        return {"contextUrl": None, "documentUrl": url, "document": context}

    alone = [built / id.removeprefix(SITE) for id in graph] if vocabulary == "ctdl" else []
    dropped: list[str] = []
    for path in (built / f"{vocabulary}.jsonld", *alone):
        document = json.loads(path.read_text("utf-8"))
        for node in document.get("@graph", [document]):
            used = {term for each in objects(node) for term in each if not term.startswith("@")}
            assert not [term for term in used if term not in context["@context"]]
        jsonld.expand(document, {"documentLoader": load}, on_property_dropped=dropped.append)
    assert not dropped


def test_a_rubric_equals_that_of_the_badge_and_its_parts_are_connected(built: Path, graph: dict[str, dict[str, Any]]):
    rubrics = {id: node for id, node in graph.items() if node["@type"] == "ceasn:Rubric"}
    assert {node.get("ceterms:hasRubric", [""])[0] for node in credentials(graph).values()} - {""} == rubrics.keys()
    for id, node in rubrics.items():
        badge = json.loads((built / id.removeprefix(SITE)).with_name("achievement.json").read_text("utf-8"))
        assert all(each["@id"].startswith(f"{id}#") for each in objects(node) if each is not node and "@id" in each)
        levels: dict[str, list[str]] = {}
        for criterion, result in zip(node["ceasn:hasRubricCriterion"], badge["resultDescription"], strict=True):
            assert criterion["ceasn:name"]["en-US"] == result["name"]
            assert criterion["ceterms:targetCompetency"][0] in graph
            for mark, level in zip(criterion["ceasn:hasCriterionLevel"], result["rubricCriterionLevel"], strict=True):
                assert mark["ceasn:benchmarkLabel"]["en-US"] == level["name"]
                assert mark["ceasn:benchmarkText"]["en-US"] == level["description"]
                assert (mark["schema:value"], mark["@id"].split("#")[1]) == (
                    float(level["points"]),
                    level["id"].split("#")[1],
                )
                levels.setdefault(level["name"], []).append(mark["@id"])
        told = {each["ceasn:name"]["en-US"]: each["ceasn:hasCriterionLevel"] for each in node["ceasn:hasRubricLevel"]}
        assert list(told.items()) == list(levels.items())
        assert "passing level" in node["ceasn:description"]["en-US"] or "points" in node["ceasn:description"]["en-US"]


def test_a_stack_distinguishes_required_and_elective_members(built: Path):
    node = json.loads((built / "stacks/inclusive-instruction/ctdl.json").read_text("utf-8"))
    asked = {each["ceterms:name"]["en-US"]: each for each in node["ceterms:requires"]}
    counts = {name: len(each["ceterms:targetCredential"]) for name, each in asked.items()}
    assert counts == {"Required": 3, "Elective": 2}
    assert asked["Elective"]["ceterms:description"]["en-US"] == "Earn 1 or more of these."
    assert "ceterms:targetCompetency" in asked["Required"]


def test_a_rubric_is_the_same_thing_in_every_vocabulary(built: Path, graph: dict[str, dict[str, Any]]):
    frames = json.loads((built / "case.json").read_text("utf-8"))["CFRubrics"]
    parts = [each for node in graph.values() if node["@type"] == "ceasn:Rubric" for each in objects(node)]
    here = {each["ceterms:ctid"] for each in parts if "ceterms:ctid" in each}
    there = [part["identifier"] for each in frames for part in (each, *each["CFRubricCriteria"])]
    assert here == {f"ce-{identifier}" for identifier in there}


def test_an_issuer_without_a_uid_cannot_own_anything(small: Project):
    program = small.root / "content/program/program.yml"
    lines = program.read_text("utf-8").splitlines(keepends=True)
    program.write_text("".join(line for line in lines if not line.startswith("    uid:")), "utf-8")
    result = small.run("build", "--to", "out")
    assert result.exit_code == 1
    assert not (small.root / "out").exists()
    offered = re.search(r"Add this line, which was made for this file:\s+(uid: [0-9a-f-]{36})", result.output)
    assert offered
    program.write_text(program.read_text("utf-8").replace("\n    name:", f"\n    {offered[1]}\n    name:", 1), "utf-8")
    assert small.run("build", "--to", "out").exit_code == 0


def test_a_kept_version_refers_to_the_current_one(small: Project):
    slug = "wait-time"
    kept = small.root / f"content/versions/{slug}/1.0.0.md"
    kept.parent.mkdir(parents=True)
    kept.write_text(small.path(slug).read_text("utf-8").replace('version: "1.1.0"\n', 'version: "1.0.0"\n', 1), "utf-8")
    files = {file.path: json.loads(file.content) for file in ctdl.export(load(small.root / "content"), SITE)}
    today, then = files[f"credentials/{slug}/ctdl.json"], files[f"credentials/{slug}/v/1.0.0/ctdl.json"]
    assert today["ceterms:previousVersion"] == then["@id"]
    assert then["ceterms:latestVersion"] == today["@id"]
    assert today["ceterms:ctid"] != then["ceterms:ctid"]
    assert "ceterms:isPartOf" in today
    assert "ceterms:isPartOf" not in then, "the stack names only the version of today"
    assert then["ceterms:hasRubric"] == [files[f"credentials/{slug}/v/1.0.0/rubric.json"]["@id"]]
