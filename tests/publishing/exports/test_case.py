"""The CASE package as framework servers read it: true to the official schema, and tied together."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from interop import schema
from project import Project

SITE = "https://catalog.sample-state.example/"


def package(project: Project, folder: str = "out") -> tuple[dict[str, Any], Path]:
    assert project.run("build", "--to", folder).exit_code == 0
    [path] = (project.root / folder / "ims/case/v1p1/CFPackages").iterdir()
    assert path.read_bytes() == (project.root / folder / "case.json").read_bytes()
    return json.loads(path.read_text("utf-8")), path


def test_it_is_valid(project: Project, interop: Path):
    data, _ = package(project)
    official = schema(interop, "case/case-v1p1-cfpackage.json")
    checker = jsonschema.FormatChecker()
    jsonschema.validate(data, official, format_checker=checker)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**data, "CFItems": [{**data["CFItems"][0], "seatTime": 1}]}, official)


def test_all_is_tied_together_and_has_one_identifier(project: Project):
    data, path = package(project)
    catalog = json.loads((project.root / "out/catalog.json").read_text("utf-8"))
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


def test_a_new_name_changes_no_identifier(project: Project):
    before, _ = package(project)
    path = project.path("dialogic-read-aloud")
    text = path.read_text("utf-8").replace("aliases: []", "aliases: [dialogic-read-aloud]")
    (path.parent / "reading-together.md").write_text(text, "utf-8")
    path.unlink()
    after, _ = package(project, "later")
    assert {item["identifier"] for item in before["CFItems"]} == {item["identifier"] for item in after["CFItems"]}
    assert before["CFDocument"] == after["CFDocument"]
    changed = [(a, b) for a, b in zip(before["CFItems"], after["CFItems"], strict=True) if a != b]
    assert [b["notes"] for _, b in changed] == [f"{SITE}credentials/reading-together/"]
