"""The JSON Schema of the front matter, for editors and forms: made from the model, with this state's own lists."""

from collections.abc import Mapping
from typing import Any

from .program import Program
from .spec import MicroCredential, Spec, Stack

KINDS: dict[str, type[Spec]] = {"credential": MicroCredential, "stack": Stack}
FACETS = {"subjects": "subjects", "grade_bands": "grade_bands", "educator_roles": "educator_roles", "level": "levels"}
"""Fields whose values a rule checks (ID-05), not the model; each with its vocabulary."""


def json_schema(kind: str, program: Program) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a spec of *kind*, ``credential`` or ``stack``."""
    schema = KINDS[kind].model_json_schema()
    properties = schema["properties"]
    for field, vocabulary in FACETS.items():
        if field in properties:
            target = properties[field].get("items", properties[field])
            target["x-vocabulary"] = vocabulary
    listed: dict[str, Any] = _with_lists(schema, program)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **listed}


def _with_lists(schema: Any, program: Program) -> Any:
    """Return *schema* with the ids of each vocabulary in place of its name."""
    if isinstance(schema, list):
        return [_with_lists(item, program) for item in schema]
    if not isinstance(schema, Mapping):
        return schema
    made = {key: _with_lists(value, program) for key, value in schema.items() if key != "x-vocabulary"}
    terms = _terms(schema.get("x-vocabulary"), program)
    return {**made, "enum": terms} if terms else made


def _terms(name: object, program: Program) -> list[str]:
    if name == "unlimited":
        return ["unlimited"]
    return [term.id for term in program.vocabulary.terms(str(name))] if name and program.vocabulary else []
