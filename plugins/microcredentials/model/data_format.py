"""Our own data formats: the name, version, and JSON Schema of each, made from the type of what is written.

Within a version, fields are only ever added, so no schema forbids a field that it does not know.
"""

from dataclasses import dataclass
from typing import Annotated, Any, get_args, get_type_hints

from pydantic import BaseModel, Field, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from .fields import VERSION

Count = Annotated[int, Field(ge=0)]
Number = Annotated[float, Field(ge=0)]
Day = Annotated[str, Field(json_schema_extra={"format": "date"})]
Version = Annotated[str, Field(pattern=f"^{VERSION}$")]


@dataclass(frozen=True)
class DataFormat:
    """One format: ``shape`` is the type of its data, a ``TypedDict``; ``files`` names what contains such data."""

    name: str
    shape: type
    files: str
    title: str

    @property
    def version(self) -> int:
        """The version, which the first field of the shape states."""
        (version,) = get_args(next(iter(get_type_hints(self.shape).values())))
        return int(version)

    @property
    def path(self) -> str:
        """The path at which its schema is published, below the site's root."""
        return f"schemas/{self.name}-{self.version}.json"

    @property
    def schema(self) -> dict[str, Any]:
        """The JSON Schema (draft 2020-12)."""
        body = TypeAdapter(self.shape).json_schema(mode="serialization", schema_generator=_AsWritten)
        return {"$schema": _AsWritten.schema_dialect, **body, "title": f"{self.title}, version {self.version}"}


def dump(model: BaseModel, **selection: Any) -> Any:
    """Return the JSON data of *model* without its empty fields; *selection* includes or excludes others by name."""
    return model.model_dump(mode="json", exclude_none=True, **selection)


class _AsWritten(GenerateJsonSchema):
    """Describes models as ``dump`` writes them, and leaves room for the fields of later versions."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        """Return False: a title would only repeat the name of its field."""
        return False

    def field_is_required(self, field: Any, total: bool) -> bool:
        """Return whether *field* is always written: a model's field may be missing only if its default is None."""
        if field["type"] == "model-field":
            return field["schema"].get("default", ...) is not None
        return super().field_is_required(field, total)

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Return the schema of a field without its default, because a default is written like any other value."""
        inner = schema["schema"]
        return self.generate_inner(inner["schema"] if inner["type"] == "nullable" else inner)

    def generate_inner(self, schema: Any) -> JsonSchemaValue:
        """Return the schema of one value, without the limits that apply to writers but not to the format."""
        made = super().generate_inner(schema)
        made.pop("maximum", None)
        if vocabulary := made.pop("x-vocabulary", None):
            made["description"] = f"An entry of the state's list “{vocabulary}”."
        return made

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Return the schema of a model that, unlike what writers type, may get other fields later."""
        made = super().model_schema(schema)
        return {key: value for key, value in made.items() if key != "additionalProperties"}
