"""CTDL as the Credential Registry reads it: its own terms, its demands, and both ends of every tie."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from interop import schema
from project import Project
from pyld import jsonld
from website import Site

SITE = "https://catalog.sample-state.example/"
REQUIRED = ("ctid", "name", "description", "subjectWebpage", "credentialStatusType", "ownedBy", "inLanguage")


@pytest.fixture
def built(served: Site) -> Path:
    return served.folder


@pytest.fixture
def graph(built: Path) -> dict[str, dict[str, Any]]:
    nodes = json.loads((built / "ctdl.jsonld").read_text("utf-8"))["@graph"]
    return {node["@id"]: node for node in nodes}


def credentials(graph: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {id: node for id, node in graph.items() if node["@type"] == "ceterms:MicroCredential"}


def objects(data: Any) -> Iterator[dict[str, Any]]:
    """Yield every object in *data* that says of what type it is."""
    if isinstance(data, dict):
        if "@type" in data:
            yield data
        data = list(data.values())
    if isinstance(data, list):
        for value in data:
            yield from objects(value)


def test_each_description_is_fetched_from_its_own_id(built: Path, graph: dict[str, dict[str, Any]]):
    for id, node in graph.items():
        alone = json.loads((built / id.removeprefix(SITE)).read_text("utf-8"))
        assert alone.pop("@context") == "https://credreg.net/ctdl/schema/context/json"
        assert alone == node
    catalog = json.loads((built / "catalog.json").read_text("utf-8"))
    listed = {f"{each['url']}ctdl.json" for each in (*catalog["credentials"], *catalog["stacks"])}
    assert listed <= credentials(graph).keys()


def test_it_holds_what_the_registry_demands(graph: dict[str, dict[str, Any]]):
    for node in credentials(graph).values():
        assert not [term for term in REQUIRED if not node.get(f"ceterms:{term}")]
        assert len(node["ceterms:description"]["en-US"]) >= 15
        assert all(owner in graph for owner in node["ceterms:ownedBy"])
    names = [node["ceterms:ctid"] for node in graph.values()]
    assert len(names) == len(set(names))
    assert all(name.startswith("ce-") and UUID(name[3:]).version == 4 for name in names)


def test_every_tie_has_two_ends(graph: dict[str, dict[str, Any]]):
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


def test_what_is_retired_or_in_pilot_says_so(graph: dict[str, dict[str, Any]]):
    def life(slug: str) -> str:
        return str(graph[f"{SITE}credentials/{slug}/ctdl.json"]["ceterms:credentialStatusType"]["ceterms:targetNode"])

    assert life("exit-tickets") == "credentialStat:Deprecated"
    assert life("progress-monitoring-for-early-readers") == "credentialStat:Probationary"
    assert life("questioning-and-wait-time") == "credentialStat:Active"


def test_every_term_stands_where_the_official_schema_allows_it(graph: dict[str, dict[str, Any]], interop: Path):
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


def test_linked_data_programs_keep_every_term(graph: dict[str, dict[str, Any]], interop: Path):
    context = schema(interop, "ctdl/ctdl/context.json")

    def load(url: str, _: Any) -> dict[str, Any]:
        return {"contextUrl": None, "documentUrl": url, "document": context}

    dropped: list[str] = []
    for node in graph.values():
        document = {"@context": "https://credreg.net/ctdl/schema/context/json", **node}
        jsonld.expand(document, {"documentLoader": load}, on_property_dropped=dropped.append)
    assert not dropped


def test_an_issuer_without_a_uid_cannot_own_anything(project: Project):
    program = project.root / "content/program/program.yml"
    lines = program.read_text("utf-8").splitlines(keepends=True)
    program.write_text("".join(line for line in lines if not line.startswith("    uid:")), "utf-8")
    assert project.run("build", "--to", "out").exit_code == 0
    assert not (project.root / "out/ctdl.jsonld").exists()
    assert (project.root / "out/achievements.json").exists()


def test_a_kept_version_leads_to_the_one_of_today(project: Project):
    slug = "questioning-and-wait-time"
    spec = project.root / f"content/credentials/{slug}.md"
    kept = project.root / f"content/versions/{slug}/1.0.0.md"
    kept.parent.mkdir(parents=True)
    kept.write_text(spec.read_text("utf-8").replace('version: "1.1.0"\n', 'version: "1.0.0"\n', 1), "utf-8")
    assert project.run("build", "--to", "out").exit_code == 0
    today = json.loads((project.root / f"out/credentials/{slug}/ctdl.json").read_text("utf-8"))
    then = json.loads((project.root / f"out/credentials/{slug}/v/1.0.0/ctdl.json").read_text("utf-8"))
    assert today["ceterms:previousVersion"] == then["@id"]
    assert then["ceterms:latestVersion"] == today["@id"]
    assert today["ceterms:ctid"] != then["ceterms:ctid"]
