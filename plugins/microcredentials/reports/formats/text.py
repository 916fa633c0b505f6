"""For people at a terminal: what is wrong, the lines it is about, and what to do."""

from itertools import groupby

from ...checking.finding import Finding
from ...checking.report import Report
from ...model.wording import plural
from ...reading.place import Place
from ...reading.problem import Severity
from ...reading.text import SourceText
from ..safe import plain, without_commands
from ._location import format_location
from ._todo import list_steps

SCORECARDS = "published"
_TAB = 4
_WIDTH = 160


def render(report: Report) -> str:
    """Return *report* as text: file by file, or as a list of steps where everything is checked as published."""
    cards = report.scorecards if report.as_status == SCORECARDS else ()
    in_lists = {card.entry.slug for card in cards}
    others = (finding for finding in report.findings if finding.spec not in in_lists)
    files = groupby(others, key=lambda finding: finding.place.path)
    parts = [*(list_steps(card) for card in cards), *(_file(path, list(findings), report) for path, findings in files)]
    notes = [f"note: {note}\n" for note in report.notes]
    return without_commands("\n".join([*parts, *notes, _summary(report)]))


def _file(path: str, findings: list[Finding], report: Report) -> str:
    title = report.titles.get(path, "")
    heading = plain(path) + (f"  “{plain(title)}”" if title else "")
    unread = ["(The rest of this file is checked once it can be read.)\n"] if findings[0].spec and not title else []
    return "\n".join([heading, "", *(_finding(finding, report) for finding in findings), *unread])


def _finding(finding: Finding, report: Report) -> str:
    marks = (" (new)" if finding.new else "") + (" (waived)" if finding.status == "waived" else "")
    lines = [f"{finding.severity} {finding.rule.id}{marks}  {plain(finding.message)}"]
    lines += _frame(finding.place, report.texts.get(finding.place.path), finding.label)
    for related in finding.related:
        lines += _frame(related.place, report.texts.get(related.place.path), related.message)
    if finding.advice:
        lines.append(f"    = {plain(finding.advice)}  (more: microcredentials explain {finding.rule.id})")
    return "\n".join(lines) + "\n"


def _frame(place: Place, text: SourceText | None, label: str) -> list[str]:
    """Return the excerpt: the line before, the line itself, and carets under the words."""
    head = f"   --> {format_location(place)}  ({plain(label)})"
    if text is None or not text.value:
        return [head]
    number, gutter = place.start.line, len(str(place.start.line))
    rows = [f"{n:>{gutter + 2}} | {_fit(text.line(n))}" for n in (number - 1, number) if n >= 1]
    return [head, *rows, f"{' ' * (gutter + 2)} | {_carets(place, text)}"]


def _fit(line: str) -> str:
    return plain(line.expandtabs(_TAB))[:_WIDTH]


def _carets(place: Place, text: SourceText) -> str:
    line = text.line(place.start.line)
    before = line[: place.start.column - 1].expandtabs(_TAB)
    last = place.end.column - 1 if place.end.line == place.start.line else len(line)
    marked = line[place.start.column - 1 : last].expandtabs(_TAB)
    return (" " * len(before) + "^" * max(1, len(marked.rstrip())))[:_WIDTH]


def _summary(report: Report) -> str:
    counts = [_count(report.counts[severity], severity) for severity in Severity if report.counts[severity]]
    waived = len(report.findings) - len(report.open)
    counts += [f"{waived} waived"] if waived else []
    specs = plural(report.checked, "spec")
    new = sum(finding.new is True for finding in report.open)
    counts += [f"{new} new"] if new else []
    if not counts:
        return f"{specs} checked, nothing found.\n"
    return f"{specs} checked: {', '.join(counts)}.\n"


def _count(number: int, severity: Severity) -> str:
    return plural(number, severity.value, "infos" if severity is Severity.INFO else "")
