"""SARIF 2.1.0, for code scanning: every rule with its manual, every finding on one line with a lasting fingerprint.

As SARIF defines (§3.30), columns count code points from 1, and the end is exclusive. A region never spans lines: a
host shows an alert on a pull request only where all its lines are part of the change.
"""

import re
from typing import Any
from urllib.parse import quote

from ... import __version__
from ...checking.finding import Finding, Rule
from ...checking.report import Report
from ...reading.place import Place
from ...reading.problem import Severity
from .._data import as_json, number_repeats

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(report: Report) -> str:
    """Return *report* as one SARIF run."""
    rules = sorted({finding.rule.id: finding.rule for finding in report.findings}.items())
    order = {id: number for number, (id, _) in enumerate(rules)}
    fingerprints = number_repeats(finding.fingerprint for finding in report.findings)
    driver = {"name": "microcredentials", "semanticVersion": __version__, "rules": [_rule(rule) for _, rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, fingerprint, order[finding.rule.id], report)
            for finding, fingerprint in zip(report.findings, fingerprints, strict=True)
        ],
    }
    return as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1)


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why or rule.title},
        "help": {"text": f"{rule.title}\n\n{rule.why}"},
        "properties": {"tags": [rule.family, str(rule.rule_class)]},
    }


def _result(finding: Finding, fingerprint: str, index: int, report: Report) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule.id,
        "ruleIndex": index,
        "level": _LEVEL[finding.severity],
        "message": _message(f"{finding.message} {finding.advice}".strip()),
        "locations": [_location(finding.place, report)],
        "partialFingerprints": {"microcredentials/v1": fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": n, **_location(related.place, report), "message": _message(related.message)}
            for n, related in enumerate(finding.related)
        ]
    if finding.status == "waived":
        result["suppressions"] = [{"kind": "external", "justification": "Waived by the state."}]
    return result


def _message(text: str) -> dict[str, str]:
    """Return a message with escapes: brackets would make a link, braces a placeholder (§3.11.5, §3.11.6)."""
    return {"text": re.sub(r"([{}])", r"\1\1", re.sub(r"([\\\[\]])", r"\\\1", text))}


def _location(place: Place, report: Report) -> dict[str, Any]:
    text = report.texts.get(place.path)
    line_end = len(text.line(place.start.line)) + 1 if text else place.start.column
    end = place.end.column if place.end.line == place.start.line else line_end
    region = {
        "startLine": place.start.line,
        "startColumn": place.start.column,
        "endColumn": max(end, place.start.column),
    }
    return {"physicalLocation": {"artifactLocation": {"uri": quote(place.path)}, "region": region}}
