"""The JSON Schema of our report as data (``json_report``), version 1: within it, fields are only ever added."""

from typing import Any

from ..problem import RuleClass, Severity

TEXT = {"type": "string"}
COUNT = {"type": "integer", "minimum": 0}
ONE_ON = {"type": "integer", "minimum": 1}


def _block(required: dict[str, Any], more: dict[str, Any] | None = None, **facts: Any) -> dict[str, Any]:
    """Return a block with the fields *required* and perhaps *more*; others may follow in a later version."""
    return {"type": "object", "properties": {**required, **(more or {})}, "required": list(required), **facts}


def _listed(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


POSITION = _block({"line": ONE_ON, "column": ONE_ON}, description="From 1; columns count code points.")
SPAN = _block({"start": POSITION, "end": POSITION}, description="The end is the first place behind.")
RELATED = _block({"message": TEXT, "path": TEXT, "span": {"$ref": "#/$defs/span"}})
FINDING = _block(
    {
        "rule": {"type": "string", "pattern": "^[A-Z]{2}-[0-9]{2}$"},
        "name": TEXT,
        "class": {"enum": [str(each) for each in RuleClass]},
        "severity": {"enum": [str(each) for each in Severity]},
        "message": TEXT,
        "advice": TEXT,
        "path": TEXT,
        "field": {"type": "string", "description": "A JSON Pointer (RFC 6901) into the front matter."},
        "label": TEXT,
        "spec": {"type": "string", "description": "The name of the spec; empty for other files."},
        "span": {"$ref": "#/$defs/span"},
        "related": _listed(RELATED),
        "status": {"enum": ["open", "waived"]},
        "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
    },
    {"new": {"type": "boolean", "description": "Whether the change that is judged brings it; only where one is."}},
)
REPORT_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Report of the quality standards for micro-credentials, version 1",
    **_block(
        {
            "schema": {"const": 1},
            "tool": _block({"name": TEXT, "version": TEXT}),
            "counts": _block({"specs": COUNT, **{str(each): COUNT for each in Severity}, "waived": COUNT}),
            "notes": _listed(TEXT),
            "findings": _listed({"$ref": "#/$defs/finding"}),
        }
    ),
    "$defs": {"finding": FINDING, "span": SPAN},
}
"""It is published as ``schemas/report-1.json`` and printed by ``microcredentials schema report``."""
