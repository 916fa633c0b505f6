"""JSON of our own values."""

import json
from dataclasses import fields
from typing import Any

from ..finding import Rule


def dump_json(data: Any) -> str:
    """Return *data* as JSON: a rule as its id, a set as a sorted list, any other frozen value as its fields."""
    return json.dumps(data, default=_convert)


def _convert(value: Any) -> Any:
    if isinstance(value, Rule):
        return value.id
    if isinstance(value, frozenset):
        return sorted(value)
    return {field.name: getattr(value, field.name) for field in fields(value)}
