"""A report as text that can be put away, and taken out again by a later run.

The text is JSON and nothing else, and is fitted into the types of a report when it is read: whatever somebody may have
put in its place, nothing of it is ever run.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from ...reading.text import SourceText
from ..finding import Finding, Rule
from ..report import Report

_MADE_ANEW = ("texts", "score")


def put_away(report: Report) -> str:
    """Return *report* as text, with the files that its findings stand in, and without what scorecards are made of."""
    kept = {field.name: getattr(report, field.name) for field in fields(report) if field.name not in _MADE_ANEW}
    shown = dict.fromkeys(path for finding in report.findings for path in _paths(finding))
    texts = {path: report.texts[path] for path in shown if path in report.texts}
    return json.dumps({**kept, "texts": texts}, default=_plain)


def taken_out(text: str, rules: Mapping[str, Rule], work: Callable[[], Report]) -> Report | None:
    """Return the report that *text* holds, or None where it holds none.

    ``rules`` are those of this run, by id. ``work`` makes the same report from the content; it is done only for a
    reader who asks for scorecards.
    """
    try:
        data = json.loads(text)
        for finding in data["findings"]:
            finding["rule"] = rules[finding["rule"]]
        report = TypeAdapter(Report).validate_python(data)
    except (ValueError, LookupError, TypeError, RecursionError):  # pydantic's error is a ValueError
        return None
    whole = cache(work)
    return replace(report, texts=_Texts(report.texts, whole), score=lambda by_spec: whole().score(by_spec))


def _paths(finding: Finding) -> Iterator[str]:
    yield finding.place.path
    yield from (related.place.path for related in finding.related)


def _plain(value: Any) -> Any:
    """Return what JSON has no word for as something it has one for; a rule is known by its id."""
    if isinstance(value, Rule):
        return value.id
    if isinstance(value, frozenset):
        return sorted(value)
    return {field.name: getattr(value, field.name) for field in fields(value)}


@dataclass(frozen=True)
class _Texts(Mapping[str, SourceText]):
    """The texts that findings stand in; for a place in another one, everything is read again."""

    known: Mapping[str, SourceText]
    whole: Callable[[], Report]

    def __getitem__(self, path: str) -> SourceText:
        return self.known[path] if path in self.known else self.whole().texts[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self.whole().texts)

    def __len__(self) -> int:
        return len(self.whole().texts)
