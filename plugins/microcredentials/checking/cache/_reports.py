"""Write a report as JSON, and load it in a later run.

The text is only data, and is checked against the types of a report: nothing in it is ever run.
"""

import json
from collections.abc import Iterator, Mapping
from typing import get_type_hints

from pydantic import TypeAdapter

from ..finding import Finding, Rule
from ..report import Report
from ._json import dump_json

_STORED = {name: hint for name, hint in get_type_hints(Report).items() if name != "basis"}
"""The types of a report's fields, except the basis of scorecards, which contains the whole catalog."""


def dump_report(report: Report) -> str:
    """Return *report* as JSON, with the texts of only those files in which it has findings."""
    data = {name: getattr(report, name) for name in _STORED}
    shown = dict.fromkeys(path for finding in report.findings for path in _paths(finding))
    texts = {path: report.texts[path] for path in shown if path in report.texts}
    return dump_json({**data, "texts": texts})


def load_report(text: str, rules: Mapping[str, Rule]) -> Report | None:
    """Return the report in *text*, without a basis for scorecards; None if the text is not a report.

    ``rules`` are those of this run, by id.
    """
    try:
        data = json.loads(text)
        for finding in data["findings"]:
            finding["rule"] = rules[finding["rule"]]
        return Report(**{name: TypeAdapter(hint).validate_python(data[name]) for name, hint in _STORED.items()})
    except (ValueError, LookupError, TypeError, RecursionError):  # pydantic's error is a ValueError
        return None


def _paths(finding: Finding) -> Iterator[str]:
    yield finding.place.path
    yield from (related.place.path for related in finding.related)
