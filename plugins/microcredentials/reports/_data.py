"""What our formats that are data have in common: how a tool, a field, a place and a finding are written down."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from .. import __version__
from ..checking.finding import Finding
from ..reading.place import Place
from ..reading.problem import Pointer

TOOL = {"name": "microcredentials", "version": __version__}


def finding_data(finding: Finding) -> dict[str, Any]:
    """Return *finding* as data; lines and columns from 1, in code points, the end exclusive."""
    return {
        "rule": finding.rule.id,
        "name": finding.rule.name,
        "class": finding.rule_class,
        "severity": finding.severity,
        "message": finding.message,
        "advice": finding.advice,
        "path": finding.place.path,
        "field": json_pointer(finding.field),
        "label": finding.label,
        "spec": finding.spec,
        "span": span(finding.place),
        "related": [{"message": r.message, "path": r.place.path, "span": span(r.place)} for r in finding.related],
        "status": finding.status,
        "fingerprint": finding.fingerprint,
        **({} if finding.new is None else {"new": finding.new}),
    }


def numbered(fingerprints: Iterable[str]) -> Iterator[str]:
    """Yield each fingerprint, with a number from its second time on: readers take equal ones for one finding."""
    seen = Counter[str]()
    for each in fingerprints:
        yield f"{each}-{seen[each]}" if seen[each] else each
        seen[each] += 1


def json_pointer(field: Pointer) -> str:
    """Return *field* as a JSON Pointer (RFC 6901)."""
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in field)


def span(place: Place) -> dict[str, Any]:
    """Return where *place* begins and ends in its file."""
    return {
        "start": {"line": place.start.line, "column": place.start.column},
        "end": {"line": place.end.line, "column": place.end.column},
    }
