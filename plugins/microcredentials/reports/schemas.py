"""The JSON Schemas of what we report as data: a report, its scorecards, and what changed (``_changes``)."""

from ..catalog.changes.change import Significance
from ..checking.scorecard import Result
from ..model.data_format import COUNT, DAY, FLAG, ONE_ON, TEXT, DataFormat, block, defined, listed
from ..reading.problem import RuleClass, Severity
from .changes import SCHEMA as CHANGES_VERSION
from .formats.json_report import SCHEMA as REPORT_VERSION
from .formats.scorecard_json import SCHEMA as SCORECARDS_VERSION

POINTER = {"type": "string", "description": "A JSON Pointer (RFC 6901) into the front matter."}
POSITION = block({"line": ONE_ON, "column": ONE_ON}, description="From 1; columns count code points.")
SPAN = block({"start": POSITION, "end": POSITION}, description="The end is the first place behind.")
RELATED = block({"message": TEXT, "path": TEXT, "span": defined("span")})
RULE = {"type": "string", "pattern": "^[A-Z]{2}-[0-9]{2}$"}
TOOL = block({"name": TEXT, "version": TEXT})
FINDING = block(
    {
        "rule": RULE,
        "name": TEXT,
        "class": {"enum": [str(each) for each in RuleClass]},
        "severity": {"enum": [str(each) for each in Severity]},
        "message": TEXT,
        "advice": TEXT,
        "path": TEXT,
        "field": POINTER,
        "label": TEXT,
        "spec": {"type": "string", "description": "The name of the spec; empty for other files."},
        "span": defined("span"),
        "related": listed(RELATED),
        "status": {"enum": ["open", "waived"]},
        "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
    },
    {"new": {**FLAG, "description": "Whether the change that is judged brings it; only where one is."}},
)
REPORT = DataFormat(
    "report",
    REPORT_VERSION,
    "Report of the quality standards for micro-credentials",
    "microcredentials check --format json",
    block(
        {
            "schema": {"const": REPORT_VERSION},
            "tool": TOOL,
            "counts": block({"specs": COUNT, **{str(each): COUNT for each in Severity}, "waived": COUNT}),
            "notes": listed(TEXT),
            "findings": listed(defined("finding")),
        }
    ),
    {"finding": FINDING, "span": SPAN},
)
PERSON = block({"role": TEXT, "organization": TEXT}, {"office": TEXT, "name": TEXT})
WAIVER = block({"rule": RULE, "reason": TEXT, "approved_by": defined("person"), "date": DAY, "expires": DAY})
EXCERPT = block({"field": POINTER, "label": TEXT, "path": TEXT, "span": defined("span"), "text": TEXT})
PLACES = listed(COUNT, description="Places in the findings of this scorecard, from 0.")
CLAUSE = block(
    {
        "clause": {"type": "string", "description": "Its name in attestations, file/clause."},
        "standard": {"type": "string", "description": "The title of the published standard."},
        "area": TEXT,
        "text": TEXT,
        "result": {"enum": [str(each) for each in Result]},
        "rules": listed(RULE, description="Those of its rules that were applied."),
        "unchecked": listed(RULE, description="Those that this run left out; then nothing is said to be met."),
        "findings": PLACES,
        "waivers": listed(WAIVER),
        "excerpts": listed(EXCERPT, description="How what it rests on begins."),
        "question": {"type": "string", "description": "What only a person can answer; empty where rules decide."},
        "asked": listed(TEXT, description="Ids of the roles that may answer."),
    },
    {"answer": block({"by": defined("person"), "date": DAY, "note": TEXT})},
)
SCORECARD = block(
    {
        "spec": TEXT,
        "title": TEXT,
        "path": TEXT,
        "status": {"type": "string", "description": "The one by which it was judged."},
        "counts": block({str(each): COUNT for each in Result}),
        "clauses": listed(CLAUSE, description="Empty where the file cannot be read."),
        "findings": listed(defined("finding")),
        "others": {**PLACES, "description": f"{PLACES['description']} Open ones that no clause is about."},
    }
)
SCORECARDS = DataFormat(
    "scorecard",
    SCORECARDS_VERSION,
    "Scorecards of micro-credentials against published standards",
    "microcredentials check --format scorecard-json",
    block(
        {
            "schema": {"const": SCORECARDS_VERSION},
            "tool": TOOL,
            "notes": listed(TEXT),
            "scorecards": listed(SCORECARD),
        }
    ),
    {"finding": FINDING, "span": SPAN, "person": PERSON},
)
CHANGE = block(
    {
        "kind": {"type": "string", "pattern": "^[a-z]+(-[a-z]+)*$"},
        "spec": {"type": "string", "description": "The name of the spec; empty for program files."},
        "path": {"type": "string", "description": "The file inside the content folder."},
        "sentence": TEXT,
        "significance": {"enum": [str(each) for each in Significance]},
        "for_earners": {"type": "string", "description": "What somebody already under way must know, if anything."},
        "before": TEXT,
        "after": TEXT,
        "at": {**POINTER, "description": f"{POINTER['description']} Empty where the file is gone."},
        "reaches": listed(TEXT, description="Names of other specs that the change bears upon."),
        "title": TEXT,
    }
)
CHANGES = DataFormat(
    "changes",
    CHANGES_VERSION,
    "What changed in a catalog of micro-credentials",
    "microcredentials diff --format json",
    block({"schema": {"const": CHANGES_VERSION}, "changes": listed(CHANGE)}),
)
REPORT_FORMATS = (REPORT, SCORECARDS, CHANGES)
