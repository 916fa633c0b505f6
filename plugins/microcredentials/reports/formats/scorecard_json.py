"""The scorecards as data, schema version 1: every clause with its result, what it rests on, and what was answered."""

import json
from typing import Any

from ...checking.excerpt import Excerpt
from ...checking.report import Report
from ...checking.scorecard import ClauseResult, Result, Scorecard
from ...model.record import Attestation
from .._data import TOOL, finding_data, json_pointer, span

SCHEMA = 1
SCORECARDS = "always"


def render(report: Report) -> str:
    """Return the scorecards of *report* as JSON; a clause names findings by their places in the list of its spec."""
    data = {
        "schema": SCHEMA,
        "tool": TOOL,
        "notes": list(report.notes),
        "scorecards": [_card(card) for card in report.scorecards],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _card(card: Scorecard) -> dict[str, Any]:
    places = {id(finding): number for number, finding in enumerate(card.findings)}
    return {
        "spec": card.entry.slug,
        "title": card.title,
        "path": card.path,
        "status": card.status,
        "counts": {str(result): card.counts[result] for result in Result},
        "clauses": [_clause(each, places) for each in card.clauses],
        "findings": [finding_data(finding) for finding in card.findings],
        "others": [places[id(finding)] for finding in card.other_findings],
    }


def _clause(each: ClauseResult, places: dict[int, int]) -> dict[str, Any]:
    return {
        "clause": each.standard,
        "standard": each.crosswalk.title,
        "area": each.area,
        "text": each.clause.text,
        "result": each.result,
        "rules": [rule.id for rule in each.rules],
        "unchecked": list(each.unchecked),
        "findings": [places[id(finding)] for finding in each.findings],
        "waivers": [waiver.model_dump(mode="json", exclude_none=True) for waiver in each.waivers],
        "excerpts": [_excerpt(excerpt) for excerpt in each.excerpts],
        "question": each.question,
        "asked": [role.id for role in each.roles],
        **({"answer": _answer(each.attestation)} if each.attestation else {}),
    }


def _answer(given: Attestation) -> dict[str, Any]:
    return given.model_dump(mode="json", exclude_none=True, exclude={"standard"})


def _excerpt(excerpt: Excerpt) -> dict[str, Any]:
    place = excerpt.place
    return {
        "field": json_pointer(excerpt.field),
        "label": excerpt.label,
        "path": place.path,
        "span": span(place),
        "text": excerpt.text,
    }
