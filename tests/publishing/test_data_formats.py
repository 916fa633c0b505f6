"""Our own formats: the written data match the published schema, and contain nothing else."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from project import Project
from repository import DEMANDS, PAGE, Repository
from website import Site

WRITTEN = {
    "catalog-1": ("catalog.json", {"updated": "yesterday"}, {"credentials": [{}]}, {"schema": 2}),
    "facts-1": ("credentials/*/facts.json", {"hours": [1, 2, 3]}, {"facts": [["Cost"]]}),
    "plan-stacks-1": ("assets/plan/stacks.json", {"stacks": [{"title": "Talk"}]}),
    "search-manifest-3": ("assets/search/manifest.json", {"blocks": [["a"]]}, {"cards_per_file": 0}),
    "search-store-5": ("assets/search/store-*.json", {"hours": [1]}, {"answers": [[-1]]}),
    "search-cards-1": ("assets/search/cards-*.json", {"cards": [{"facts": []}]}),
}
"""The files of each format in a site, and data that its schema refuses."""

PRINTED = {
    "changes": ("diff", "HEAD", "--format", "json"),
    "report": ("check", "--format", "json"),
    "scorecard": ("check", "--format", "scorecard-json"),
}
"""The command that prints each format."""


def read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def closed(schema: Any) -> Any:
    """Return *schema* changed so that it refuses unknown fields, which published schemas allow."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: closed(value) for key, value in schema.items()}
    return {**made, "additionalProperties": False} if isinstance(made.get("properties"), dict) else made


def validator(schema: dict[str, Any]) -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


@pytest.mark.parametrize("name", WRITTEN)
def test_the_data_of_a_site_match_their_schemas(served: Site, name: str):
    schema = read(served.folder / f"schemas/{name}.json")
    where, *wrongs = WRITTEN[name]
    found = [read(path) for path in sorted(served.folder.glob(where))]
    assert found
    for data in found:
        validator(closed(schema)).validate(data)
    validator(schema).validate({**found[0], "later": "a field of a later version"})
    for wrong in wrongs:
        with pytest.raises(jsonschema.ValidationError):
            validator(schema).validate({**found[0], **wrong})


def test_the_output_of_commands_matches_its_schemas(repository: Repository):
    repository.change(PAGE, *DEMANDS["competency"])
    for name, command in PRINTED.items():
        schema = json.loads(repository.run("schema", name).stdout)
        data = json.loads(repository.run(*command).stdout)
        validator(closed(schema)).validate(data)
        with pytest.raises(jsonschema.ValidationError):
            validator(schema).validate({**data, "changes": [{}], "findings": [{}], "scorecards": [{}]})


def test_each_schema_is_published_printed_and_mentioned(project: Project, served: Site):
    published = sorted((served.folder / "schemas").iterdir())
    assert {path.stem for path in published} >= {
        *WRITTEN,
        "credential",
        "stack",
        "report-1",
        "scorecard-1",
        "changes-1",
    }
    told = served.html("about/data/mapping/") + served.html("about/data/")
    for path in published:
        kind = path.stem.rstrip("-0123456789")
        assert read(path) == json.loads(project.run("schema", kind).stdout)
        assert f'schemas/{path.name}">' in told
