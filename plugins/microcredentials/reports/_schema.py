"""The JSON Schemas of what we report as data: a report (``json_report``), and what changed (``_changes``)."""

from ..change import Significance
from ..data_format import COUNT, FLAG, ONE_ON, TEXT, DataFormat, block, defined, listed
from ..problem import RuleClass, Severity
from ._changes import SCHEMA as CHANGES_VERSION
from .json_report import SCHEMA as REPORT_VERSION

POINTER = {"type": "string", "description": "A JSON Pointer (RFC 6901) into the front matter."}
POSITION = block({"line": ONE_ON, "column": ONE_ON}, description="From 1; columns count code points.")
SPAN = block({"start": POSITION, "end": POSITION}, description="The end is the first place behind.")
RELATED = block({"message": TEXT, "path": TEXT, "span": defined("span")})
FINDING = block(
    {
        "rule": {"type": "string", "pattern": "^[A-Z]{2}-[0-9]{2}$"},
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
            "tool": block({"name": TEXT, "version": TEXT}),
            "counts": block({"specs": COUNT, **{str(each): COUNT for each in Severity}, "waived": COUNT}),
            "notes": listed(TEXT),
            "findings": listed(defined("finding")),
        }
    ),
    {"finding": FINDING, "span": SPAN},
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
REPORT_FORMATS = (REPORT, CHANGES)
