"""The parts that our own JSON formats share: a tool, a finding, a field, and a place in a file."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from .. import __version__
from ..checking.finding import Finding
from ..reading.place import Place
from ..reading.problem import Pointer, RuleClass, Severity

RuleId = Annotated[str, Field(pattern="^[A-Z]{2}-[0-9]{2}$")]
JsonPointer = Annotated[str, Field(description="A JSON Pointer (RFC 6901) into the front matter.")]
Line = Annotated[int, Field(ge=1)]


PositionData = TypedDict("PositionData", {"line": Line, "column": Line})
SpanData = TypedDict("SpanData", {"start": PositionData, "end": PositionData})
RelatedData = TypedDict("RelatedData", {"message": str, "path": str, "span": SpanData})
ToolData = TypedDict("ToolData", {"name": str, "version": str})
FindingData = TypedDict(
    "FindingData",
    {
        "rule": RuleId,
        "name": str,
        "class": RuleClass,
        "severity": Severity,
        "message": str,
        "advice": str,
        "path": str,
        "field": JsonPointer,
        "label": str,
        "spec": Annotated[str, Field(description="The slug of the spec; empty for other files.")],
        "span": SpanData,
        "related": list[RelatedData],
        "status": Annotated[str, Field(json_schema_extra={"enum": ["open", "waived"]})],
        "fingerprint": Annotated[str, Field(pattern="^[0-9a-f]{32}$")],
        "new": NotRequired[Annotated[bool, Field(description="Whether the change being checked introduced it.")]],
    },
)


TOOL: ToolData = {"name": "microcredentials", "version": __version__}


def convert_finding(finding: Finding) -> FindingData:
    """Return *finding* as data."""
    data: FindingData = {
        "rule": finding.rule.id,
        "name": finding.rule.name,
        "class": finding.rule_class,
        "severity": finding.severity,
        "message": finding.message,
        "advice": finding.advice,
        "path": finding.place.path,
        "field": convert_pointer(finding.field),
        "label": finding.label,
        "spec": finding.spec,
        "span": convert_span(finding.place),
        "related": [
            {"message": r.message, "path": r.place.path, "span": convert_span(r.place)} for r in finding.related
        ],
        "status": finding.status,
        "fingerprint": finding.fingerprint,
    }
    return data if finding.new is None else {**data, "new": finding.new}


def as_json(data: object, indent: int = 2) -> str:
    """Return *data* as the text of a JSON file."""
    return json.dumps(data, ensure_ascii=False, indent=indent) + "\n"


def number_repeats(fingerprints: Iterable[str]) -> Iterator[str]:
    """Yield each fingerprint, numbered from its second time on: readers merge findings with equal fingerprints."""
    seen = Counter[str]()
    for each in fingerprints:
        yield f"{each}-{seen[each]}" if seen[each] else each
        seen[each] += 1


def convert_pointer(field: Pointer) -> str:
    """Return *field* as a JSON Pointer (RFC 6901)."""
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in field)


def convert_span(place: Place) -> SpanData:
    """Return the start and end of *place* as data."""
    return {
        "start": {"line": place.start.line, "column": place.start.column},
        "end": {"line": place.end.line, "column": place.end.column},
    }
