"""What rules have said of single files, for later runs: a file in which nothing has changed is not judged again.

A verdict is kept only if the rule looked at nothing beyond the file and the program's own files. It is kept under all
that it depends on, so it never has to be thrown away by hand.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from pydantic import TypeAdapter

from ...reading.problem import Problem

Said = dict[str, tuple[Problem, ...]]
"""What each rule has said of one file, by its id; nothing, mostly."""


@dataclass(frozen=True)
class Verdicts:
    """What is ``known`` from earlier runs, by file, and what this run has ``heard``."""

    known: Mapping[str, Said] = field(default_factory=dict)
    heard: dict[str, Said] = field(default_factory=dict)

    def of(self, file: str) -> Said:
        """Return what is known of *file*; what a run adds to it is remembered."""
        return self.heard.setdefault(file, dict(self.known.get(file, {})))

    def put_away(self) -> str:
        """Return what this run has heard as JSON."""
        return json.dumps({file: _short(said) for file, said in self.heard.items()}, default=_plain)


def taken_out(text: str) -> Verdicts:
    """Return the verdicts that *text* holds; none where it is no such text."""
    try:
        data = json.loads(text)
        loud = TypeAdapter(dict[str, Said]).validate_python({file: each["said"] for file, each in data.items()})
        return Verdicts({file: dict.fromkeys(data[file]["silent"].split(), ()) | said for file, said in loud.items()})
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):  # pydantic's error is a ValueError
        return Verdicts()


def _short(said: Said) -> dict[str, Any]:
    """Return *said* with the rules that had nothing to say in one text."""
    silent = " ".join(rule for rule, problems in said.items() if not problems)
    return {"silent": silent, "said": {rule: problems for rule, problems in said.items() if problems}}


def _plain(value: Any) -> dict[str, Any]:
    return {each.name: getattr(value, each.name) for each in fields(value)}
