"""Formats of our own as data: their names, their versions, their JSON Schemas, and what these are put together from.

Within a version fields are only ever added, so a schema never forbids a field that it does not know.
"""

from dataclasses import dataclass, field
from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
FLAG: Schema = {"type": "boolean"}
COUNT: Schema = {"type": "integer", "minimum": 0}
ONE_ON: Schema = {"type": "integer", "minimum": 1}
NUMBER: Schema = {"type": "number", "minimum": 0}
DAY: Schema = {"type": "string", "format": "date"}


@dataclass(frozen=True)
class DataFormat:
    """One format: ``files`` says where what is in it is found, ``schema`` what stands in it."""

    name: str
    version: int
    title: str
    files: str
    body: Schema
    defs: Schema = field(default_factory=dict)

    @property
    def path(self) -> str:
        """Where its schema is published, below the site's root."""
        return f"schemas/{self.name}-{self.version}.json"

    @property
    def schema(self) -> Schema:
        """The JSON Schema (draft 2020-12)."""
        said = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": f"{self.title}, version {self.version}",
        }
        return {**said, **self.body, **({"$defs": self.defs} if self.defs else {})}


def block(required: Schema, more: Schema | None = None, **facts: Any) -> Schema:
    """Return the schema of a block with the fields *required* and perhaps *more*; others may follow."""
    return {"type": "object", "properties": {**required, **(more or {})}, "required": list(required), **facts}


def listed(items: Schema, **facts: Any) -> Schema:
    """Return the schema of a list of *items*."""
    return {"type": "array", "items": items, **facts}


def row(*items: Schema) -> Schema:
    """Return the schema of a list that has just these *items*, in this order."""
    return {"type": "array", "prefixItems": list(items), "items": False, "minItems": len(items)}


def defined(name: str) -> Schema:
    """Return a reference to what ``defs`` say under *name*."""
    return {"$ref": f"#/$defs/{name}"}
