"""The scorecards as data: every clause with its result, what it rests on, and what people answered."""

from typing import Annotated, Final, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from ...checking.excerpt import Excerpt
from ...checking.report import Report
from ...checking.scorecard import ClauseResult, Result, Scorecard
from ...model.data_format import Count, DataFormat, Day, dump
from ...model.record import Person, Waiver
from .._data import (
    TOOL,
    FindingData,
    JsonPointer,
    RuleId,
    SpanData,
    ToolData,
    as_json,
    finding_data,
    json_pointer,
    span,
)

SCHEMA: Final = 1
_Indexes = Annotated[list[Count], Field(description="Indexes into the findings of this scorecard, from 0.")]


class WaiverData(Waiver):
    """A waiver of a rule of the clause."""

    rule: RuleId


class ExcerptData(TypedDict):
    """The beginning of a field that the result rests on."""

    field: JsonPointer
    label: str
    path: str
    span: SpanData
    text: str


class AnswerData(TypedDict):
    """A person's answer to the question of a clause."""

    by: Person
    date: Day
    note: str


class ClauseData(TypedDict):
    """A clause of a published standard, with its result."""

    clause: Annotated[str, Field(description="Its name in attestations: file/clause.")]
    standard: Annotated[str, Field(description="The title of the published standard.")]
    area: str
    text: str
    result: Result
    rules: Annotated[list[RuleId], Field(description="The rules of the clause that were applied.")]
    unchecked: Annotated[list[RuleId], Field(description="Rules that this run left out; the clause is then never met.")]
    findings: _Indexes
    waivers: list[WaiverData]
    excerpts: list[ExcerptData]
    question: Annotated[str, Field(description="What only a person can answer; empty where rules decide.")]
    asked: Annotated[list[str], Field(description="The ids of the roles that may answer.")]
    answer: NotRequired[AnswerData]


ResultCounts = TypedDict(
    "ResultCounts",
    {"not-met": Count, "needs-judgement": Count, "waived": Count, "met": Count, "not-applicable": Count},
)


class ScorecardData(TypedDict):
    """How a spec meets the clauses of the published standards."""

    spec: str
    title: str
    path: str
    status: Annotated[str, Field(description="The status by which it was checked.")]
    counts: ResultCounts
    clauses: Annotated[list[ClauseData], Field(description="Empty where the file cannot be read.")]
    findings: list[FindingData]
    others: Annotated[_Indexes, Field(description="Indexes of the open findings that belong to no clause, from 0.")]


class ScorecardsData(TypedDict):
    """The scorecards of one run."""

    schema: Literal[1]
    tool: ToolData
    notes: list[str]
    scorecards: list[ScorecardData]


FORMAT = DataFormat(
    "scorecard",
    SCHEMA,
    "Scorecards of micro-credentials against published standards",
    "microcredentials check --format scorecard-json",
    ScorecardsData,
)
SCORECARDS = "always"


def render(report: Report) -> str:
    """Return the scorecards of *report* as JSON."""
    data: ScorecardsData = {
        "schema": SCHEMA,
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
        "findings": [finding_data(finding) for finding in card.findings],
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
        "field": json_pointer(excerpt.field),
        "label": excerpt.label,
        "path": excerpt.place.path,
        "span": span(excerpt.place),
        "text": excerpt.text,
    }
