"""The scorecards as data: every clause with its result, the reasons for it, and the answers of people."""

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from ...checking.excerpt import Excerpt
from ...checking.report import Report
from ...checking.scorecard import ClauseResult, Result, Scorecard
from ...model.data_format import Count, Day, dump
from ...model.record import Person, Waiver
from .._data import (
    TOOL,
    FindingData,
    JsonPointer,
    RuleId,
    SpanData,
    ToolData,
    as_json,
    convert_finding,
    convert_pointer,
    convert_span,
)

_Indexes = Annotated[
    list[Count], Field(description="Indexes into the list of findings of this scorecard, counted from 0.")
]


class WaiverData(Waiver):
    """A waiver of a rule of the clause."""

    rule: RuleId


ExcerptData = TypedDict("ExcerptData", {"field": JsonPointer, "label": str, "path": str, "span": SpanData, "text": str})
AnswerData = TypedDict("AnswerData", {"by": Person, "date": Day, "note": str})
ClauseData = TypedDict(
    "ClauseData",
    {
        "clause": Annotated[str, Field(description="Its name in attestations: file/clause.")],
        "standard": Annotated[str, Field(description="The title of the published standard.")],
        "area": str,
        "text": str,
        "result": Result,
        "rules": Annotated[list[RuleId], Field(description="The rules of the clause that were applied.")],
        "unchecked": Annotated[
            list[RuleId], Field(description="Rules that this run left out; the clause is then never met.")
        ],
        "findings": _Indexes,
        "waivers": list[WaiverData],
        "excerpts": Annotated[list[ExcerptData], Field(description="The beginnings of what the result rests on.")],
        "question": Annotated[str, Field(description="What only a person can answer; empty where rules decide.")],
        "asked": Annotated[list[str], Field(description="The ids of the roles that may answer.")],
        "answer": NotRequired[AnswerData],
    },
)
ResultCounts = TypedDict(
    "ResultCounts",
    {"not-met": Count, "needs-judgement": Count, "waived": Count, "met": Count, "not-applicable": Count},
)
ScorecardData = TypedDict(
    "ScorecardData",
    {
        "spec": str,
        "title": str,
        "path": str,
        "status": Annotated[str, Field(description="The status as which it was checked.")],
        "counts": ResultCounts,
        "clauses": Annotated[list[ClauseData], Field(description="Empty where the file cannot be read.")],
        "findings": list[FindingData],
        "others": Annotated[_Indexes, Field(description="Indexes of open findings that belong to no clause, from 0.")],
    },
)
ScorecardsData = TypedDict(
    "ScorecardsData",
    {"schema": Literal[1], "tool": ToolData, "notes": list[str], "scorecards": list[ScorecardData]},
)
SCORECARDS = "always"


def render(report: Report) -> str:
    """Return the scorecards of *report* as JSON."""
    data: ScorecardsData = {
        "schema": 1,
        "tool": TOOL,
        "notes": list(report.notes),
        "scorecards": [_card(card) for card in report.scorecards],
    }
    return as_json(data)


def _card(card: Scorecard) -> ScorecardData:
    indexes = {id(finding): index for index, finding in enumerate(card.findings)}
    return {
        "spec": card.entry.slug,
        "title": card.title,
        "path": card.path,
        "status": card.status,
        "counts": {
            "not-met": card.counts[Result.NOT_MET],
            "needs-judgement": card.counts[Result.JUDGMENT],
            "waived": card.counts[Result.WAIVED],
            "met": card.counts[Result.MET],
            "not-applicable": card.counts[Result.NOT_APPLICABLE],
        },
        "clauses": [_clause(each, indexes) for each in card.clauses],
        "findings": [convert_finding(finding) for finding in card.findings],
        "others": [indexes[id(finding)] for finding in card.other_findings],
    }


def _clause(each: ClauseResult, indexes: dict[int, int]) -> ClauseData:
    data: ClauseData = {
        "clause": each.standard,
        "standard": each.crosswalk.title,
        "area": each.area,
        "text": each.clause.text,
        "result": each.result,
        "rules": [rule.id for rule in each.rules],
        "unchecked": list(each.unchecked),
        "findings": [indexes[id(finding)] for finding in each.findings],
        "waivers": [dump(waiver) for waiver in each.waivers],
        "excerpts": [_excerpt(excerpt) for excerpt in each.excerpts],
        "question": each.question,
        "asked": [role.id for role in each.roles],
    }
    return {**data, "answer": dump(each.attestation, exclude={"standard"})} if each.attestation else data


def _excerpt(excerpt: Excerpt) -> ExcerptData:
    return {
        "field": convert_pointer(excerpt.field),
        "label": excerpt.label,
        "path": excerpt.place.path,
        "span": convert_span(excerpt.place),
        "text": excerpt.text,
    }
