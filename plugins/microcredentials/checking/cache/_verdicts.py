"""Write verdicts as JSON, and load them in a later run."""

import json
from typing import Any

from pydantic import TypeAdapter

from ...reading.problem import Problem
from .._verdicts import ProblemsByRule, Verdicts
from ._json import dump_json

_FOUND = TypeAdapter(dict[str, dict[str, tuple[Problem, ...]]])


def dump_verdicts(verdicts: Verdicts) -> str:
    """Return *verdicts* as JSON; the ids of all rules without problems are in one text, to save space."""
    return dump_json({file: _compact(problems) for file, problems in verdicts.items()})


def load_verdicts(text: str) -> Verdicts:
    """Return the verdicts in *text*; none if the text does not contain verdicts."""
    try:
        data = json.loads(text)
        found = _FOUND.validate_python({file: each["found"] for file, each in data.items()})
        return {file: dict.fromkeys(data[file]["clean"].split(), ()) | problems for file, problems in found.items()}
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):  # pydantic's error is a ValueError
        return {}


def _compact(verdict: ProblemsByRule) -> dict[str, Any]:
    clean = " ".join(rule for rule, problems in verdict.items() if not problems)
    return {"clean": clean, "found": {rule: problems for rule, problems in verdict.items() if problems}}
