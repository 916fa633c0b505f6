"""The CASE package as framework servers read it: valid by the official schema, with all parts connected."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from interop import schema
from project import Project
from website import Site

from microcredentials.catalog.loading import load
from microcredentials.publishing.exports import case

SITE = "https://catalog.sample-state.example/"


def package(folder: Path) -> tuple[dict[str, Any], Path]:
    [path] = (folder / "ims/case/v1p1/CFPackages").iterdir()
    assert path.read_bytes() == (folder / "case.json").read_bytes()
    return json.loads(path.read_text("utf-8")), path


def test_the_package_is_valid(served: Site, interop: Path):
    data, _ = package(served.folder)
    official = schema(interop, "case/case-v1p1-cfpackage.json")
    checker = jsonschema.FormatChecker()
    jsonschema.validate(data, official, format_checker=checker)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**data, "CFItems": [{**data["CFItems"][0], "seatTime": 1}]}, official)


def test_all_parts_are_connected_and_have_one_identifier(served: Site):
    data, path = package(served.folder)
    catalog = json.loads((served.folder / "catalog.json").read_text("utf-8"))
    items = {item["identifier"]: item for item in data["CFItems"]}
    assert items.keys() == {each["uid"] for each in (*catalog["credentials"], *catalog["stacks"])}
    document = data["CFDocument"]["identifier"]
    assert path.name == document
    children = {
        tie["originNodeURI"]["identifier"] for tie in data["CFAssociations"] if tie["associationType"] == "isChildOf"
    }
    assert children == items.keys()
    for tie in data["CFAssociations"]:
        assert tie["destinationNodeURI"]["identifier"] in {document, *items}
    parts = [tie for tie in data["CFAssociations"] if tie["associationType"] == "isPartOf"]
    assert len(parts) == sum(len(each["stacks"]) for each in catalog["credentials"])
    everything = [*items, *(tie["identifier"] for tie in data["CFAssociations"])]
    for rubric in data["CFRubrics"]:
        everything.append(rubric["identifier"])
        for criterion in rubric["CFRubricCriteria"]:
            assert criterion["CFItemURI"]["identifier"] in items
            assert criterion["rubricId"] == rubric["identifier"]
            levels = criterion["CFRubricCriterionLevels"]
            assert [level["score"] for level in levels] == sorted(level["score"] for level in levels)
            everything += [criterion["identifier"], *(level["identifier"] for level in levels)]
    assert len(everything) == len(set(everything))


def exported(project: Project) -> dict[str, Any]:
    first, _ = case.export(load(project.root / "content"), SITE)
    data: dict[str, Any] = json.loads(first.content)
    return data


def test_renaming_a_spec_does_not_change_identifiers(small: Project):
    before = exported(small)
    small.edit("student-questions", "tags: [", "aliases: [student-questions]\ntags: [")
    small.path("student-questions").rename(small.path("asking-together"))
    after = exported(small)
    assert {item["identifier"] for item in before["CFItems"]} == {item["identifier"] for item in after["CFItems"]}
    assert before["CFDocument"] == after["CFDocument"]
    changed = [(a, b) for a, b in zip(before["CFItems"], after["CFItems"], strict=True) if a != b]
    assert [b["notes"] for _, b in changed] == [f"{SITE}credentials/asking-together/"]
