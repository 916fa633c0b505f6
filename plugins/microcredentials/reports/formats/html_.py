"""One HTML file for a reviewer: the changes, each finding with its passage, and the scorecards.

It needs no server, no network and no script.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from ...catalog.changes.change import Change
from ...catalog.changes.formatting import trim_to_difference
from ...checking.excerpt import Quote, quote
from ...checking.finding import Finding
from ...checking.report import Report
from ...checking.scorecard import Result, Scorecard
from ...reading.place import Place
from ...reading.problem import Severity
from ...reading.text import SourceText
from ..safe import without_commands
from ._page import frame_page, load_style, make_environment

SCORECARDS = "always"
_UNSAFE = frozenset(map(chr, [*range(9), 11, 12, *range(14, 32), 127]))  # may act on a terminal
_LONG = 600  # characters shown of a text before and after a change
_STRICT = re.compile(r"(?:^|/)program/(?:quality\.yml|standards/)")
_BLOCK = re.compile(r":\s+[>|][+-]?\s*$")
_KEY = re.compile(r"\s*(?:- )?[\w-]+:(?:\s|$)")


@dataclass(frozen=True)
class Passage:
    """A finding, and the passage that it is about; ``quote`` is None where the file has no text."""

    number: int
    finding: Finding
    quote: Quote | None


@dataclass(frozen=True)
class File:
    """The findings of one file under its title: new ones first, then the most serious."""

    path: str
    title: str
    passages: tuple[Passage, ...]

    @property
    def new(self) -> int:
        """The number of findings that the checked change introduced."""
        return sum(bool(each.finding.new) for each in self.passages)


Words = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether it differs from the text it is compared with."""


@dataclass(frozen=True)
class Difference:
    """A change with the words before and after, cut to where they differ."""

    change: Change
    before: Words
    after: Words


def render(report: Report) -> str:
    """Return *report* as one HTML file."""
    changes = [
        (path, [_difference(each) for each in group]) for path, group in groupby(report.changes, lambda c: c.path)
    ]
    new = sum(bool(each.new) for each in report.open) if any(each.new is not None for each in report.open) else None
    main = make_environment().get_template("report.html").render(
        report=report, severities=tuple(Severity), results=tuple(Result), files=_files(report), changes=changes,
        cards=_cards(report), new=new, strictness=sorted(path for path in report.changed if _STRICT.search(path)),
        quote=lambda place: quote(place, report.texts),
    )  # fmt: skip
    harmless = without_commands("".join(sign for sign in main if sign not in _UNSAFE))
    return frame_page("Quality report", harmless, load_style("report.css", "findings.css"))


def _difference(change: Change) -> Difference:
    before, after = (text.split() for text in trim_to_difference(change.before, change.after, _LONG))
    parts = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    old = ((" ".join(before[a:b]), tag != "equal") for tag, a, b, _, _ in parts if a < b)
    new = ((" ".join(after[a:b]), tag != "equal") for tag, _, _, a, b in parts if a < b)
    return Difference(change, tuple(old), tuple(new))


def _files(report: Report) -> list[File]:
    """Return the files with findings: first those with findings that the change introduced, and those it touches."""
    order = list(Severity)
    numbered = enumerate(report.findings, 1)
    passages = [Passage(n, finding, _passage(finding.place, report.texts)) for n, finding in numbered]
    by_path = groupby(passages, key=lambda each: each.finding.place.path)
    files = [File(path, report.titles.get(path, ""), _ranked(tuple(group), order)) for path, group in by_path]
    files.sort(key=lambda file: file.path not in report.changed)
    return sorted(files, key=lambda file: _rank(file.passages[0], order))


def _ranked(passages: tuple[Passage, ...], order: list[Severity]) -> tuple[Passage, ...]:
    return tuple(sorted(passages, key=lambda each: _rank(each, order)))


def _rank(each: Passage, order: list[Severity]) -> tuple[bool, bool, int]:
    return each.finding.status != "open", each.finding.new is False, order.index(each.finding.severity)


def _cards(report: Report) -> tuple[Scorecard, ...]:
    """Return the scorecards of specs with findings or changes, or else of all."""
    named = {finding.spec for finding in report.findings} | {change.spec for change in report.changes}
    return tuple(card for card in report.scorecards if card.entry.slug in named) or report.scorecards


def _passage(place: Place, texts: Mapping[str, SourceText]) -> Quote | None:
    """Return the paragraph around *place* with its words marked, or None where the file has no text there."""
    text = texts.get(place.path)
    if text is None or not text.line(place.start.line).strip():
        return None
    if _BLOCK.search(text.line(place.start.line)):
        return Quote("", _below(text, place.start.line), "")
    first, last = _paragraph(text, place.start.line)
    begin, end = (
        text.line_start(place.start.line) + place.start.column - 1,
        text.line_start(place.end.line) + place.end.column - 1,
    )
    lines = text.value[text.line_start(first) : text.line_start(last) + len(text.line(last))]
    start = begin - text.line_start(first)
    stop = min(max(end - text.line_start(first), start), len(lines))
    return Quote(_flat(lines[:start]).lstrip(), _flat(lines[start:stop]), _flat(lines[stop:]).rstrip())


def _paragraph(text: SourceText, line: int) -> tuple[int, int]:
    """Return the first and last line of the paragraph at *line*: lines indented alike, up to a key or a gap."""
    depth = _depth(text.line(line))
    first = last = line
    while not _KEY.match(text.line(first)) and _goes_on(text.line(first - 1), depth):
        first -= 1
    while _goes_on(text.line(last + 1), depth):
        last += 1
    return first, last


def _below(text: SourceText, line: int) -> str:
    """Return the text of the block that begins at *line*: the lines indented below it."""
    last = line
    while text.line(last + 1).strip() and _depth(text.line(last + 1)) > _depth(text.line(line)):
        last += 1
    return _flat(" ".join(text.line(n).strip() for n in range(line + 1, last + 1)))


def _goes_on(line: str, depth: int) -> bool:
    return bool(line.strip()) and _depth(line) == depth and not _KEY.match(line) and not line.startswith(("#", "---"))


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _flat(text: str) -> str:
    """Return *text* on one line; spaces at either end stay, because the sentence continues there."""
    return re.sub(r"\s+", " ", text)
