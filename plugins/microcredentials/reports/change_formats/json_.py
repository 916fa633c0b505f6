"""Changes as data."""

from collections.abc import Sequence
from typing import Annotated, Final, Literal

from pydantic import Field
from typing_extensions import TypedDict

from ...catalog.changes.change import Change, Significance
from ...model.data_format import DataFormat
from .._data import JsonPointer, as_json, json_pointer

SCHEMA: Final = 1


class ChangeData(TypedDict):
    """A difference between the two catalogs."""

    kind: Annotated[str, Field(pattern="^[a-z]+(-[a-z]+)*$")]
    spec: Annotated[str, Field(description="The slug of the spec; empty for program files.")]
    path: Annotated[str, Field(description="The path of the file in the content folder.")]
    sentence: str
    significance: Significance
    for_earners: Annotated[str, Field(description="What educators who started or earned it must know, if anything.")]
    before: str
    after: str
    at: Annotated[JsonPointer, Field(description="A JSON Pointer (RFC 6901); empty if the file is gone.")]
    reaches: Annotated[list[str], Field(description="The slugs of other specs that the change affects.")]
    title: str


class ChangesData(TypedDict):
    """The changes between two catalogs."""

    schema: Literal[1]
    changes: list[ChangeData]


FORMAT = DataFormat(
    "changes",
    SCHEMA,
    "Changes in a catalog of micro-credentials",
    "microcredentials diff --format json",
    ChangesData,
)


def render(changes: Sequence[Change]) -> str:
    """Return *changes* as JSON."""
    data: ChangesData = {"schema": SCHEMA, "changes": [_change(change) for change in changes]}
    return as_json(data)


def _change(change: Change) -> ChangeData:
    return {
        "kind": change.kind,
        "spec": change.spec,
        "path": change.path,
        "sentence": change.sentence,
        "significance": change.significance,
        "for_earners": change.for_earners,
        "before": change.before,
        "after": change.after,
        "at": json_pointer(change.at),
        "reaches": list(change.reaches),
        "title": change.title,
    }
