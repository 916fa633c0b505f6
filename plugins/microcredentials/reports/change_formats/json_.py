"""Changes as data."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import TypedDict

from ...catalog.changes.change import Change, Significance
from .._data import JsonPointer, as_json, convert_pointer

ChangeData = TypedDict(
    "ChangeData",
    {
        "kind": Annotated[str, Field(pattern="^[a-z]+(-[a-z]+)*$")],
        "spec": Annotated[str, Field(description="The slug of the spec; empty for program files.")],
        "path": Annotated[str, Field(description="The path of the file in the content folder.")],
        "sentence": str,
        "significance": Significance,
        "for_earners": Annotated[str, Field(description="What educators who started or earned it must know.")],
        "before": str,
        "after": str,
        "at": Annotated[JsonPointer, Field(description="A JSON Pointer (RFC 6901); empty if the file is gone.")],
        "reaches": Annotated[list[str], Field(description="The slugs of other specs that the change affects.")],
        "title": str,
    },
)
ChangesData = TypedDict("ChangesData", {"schema": Literal[1], "changes": list[ChangeData]})


def render(changes: Sequence[Change]) -> str:
    """Return *changes* as JSON."""
    found: list[Any] = [{**asdict(change), "at": convert_pointer(change.at)} for change in changes]
    data: ChangesData = {"schema": 1, "changes": found}
    return as_json(data)
