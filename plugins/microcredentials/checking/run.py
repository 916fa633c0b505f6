"""Run the quality standards over a catalog; the result is one report."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from typing import Literal

from ..catalog.catalog import Catalog, Entry
from ..catalog.nodes import Node
from ..model.program import PROGRAM_PARTS
from ..model.quality import Quality
from ..model.spec import Spec
from ..reading.problem import Problem, Related, Severity
from ..reading.source import Source
from ..reading.text import Span
from ._fingerprint import fingerprint, value_of
from ._rule_names import adopted, misnamed
from ._scoring import Asked, scorecards
from ._waivers import Waivers
from .cache.verdicts import Said, Verdicts
from .finding import Finding, RelatedPlace, Rule
from .report import BySpec, Report
from .rule import Around, Check, Context
from .scorecard import Scorecard

UNWRITTEN = "LA-04"
"""The rule that speaks of a value that is still TODO; no other rule needs to say what is wrong with it."""


@dataclass(frozen=True)
class Options:
    """What one run asks for; ``as_status`` judges every spec as if it had that status.

    ``dates`` is the most that a finding weighs which only the day has brought about: a scheduled run makes it an
    error, any other run warns.
    """

    today: date
    as_status: str | None = None
    chosen: Callable[[str], bool] = field(default=lambda _: True)
    dates: Literal["warn", "error"] = "warn"


def check(catalog: Catalog, checks: Iterable[Check], options: Options, verdicts: Verdicts | None = None) -> Report:
    """Return every finding on every file of *catalog*, in the order a reader meets the lines.

    ``verdicts`` are those of earlier runs on the same day, with the same status and the same rules.
    """
    run = _Run(catalog, tuple(checks), options, verdicts)
    findings = [finding for entry in catalog.all_entries for finding in run.findings(entry)]
    findings += run.idle_waivers()
    everything = catalog.all_entries
    files = {catalog.path(entry.source): entry.source.text for entry in everything}
    titles = {catalog.path(entry.source): entry.node.title for entry in everything if entry.node}
    found = tuple(sorted(findings, key=lambda f: f.order))
    return Report(found, len(catalog.entries), files, titles, run.notes, options.as_status, run.scorecards)


class _Run:
    """One run over one catalog: what is the same for every spec is worked out once."""

    def __init__(
        self, catalog: Catalog, checks: tuple[Check, ...], options: Options, verdicts: Verdicts | None
    ) -> None:
        self.catalog, self.checks, self.options, self.verdicts = catalog, checks, options, verdicts
        self.around, self.program_text = Around(catalog), _program_text(catalog) if verdicts else b""
        self.rules = {check.rule.id: check.rule for check in checks}
        finders = [check for check in checks if check.find and options.chosen(check.rule.id)]
        self.finders = [check for check in finders if not self.lacking(check.rule)]
        self.notes = tuple(self.skipped(finders))
        self.by_kind: dict[tuple[type[Node], str], list[Check]] = {}
        quality = catalog.program.quality or Quality()
        self.overrides = quality.severities
        self.settings, self.words = adopted(quality, self.rules)
        self.memory: dict[object, object] = {}
        self.waivers = Waivers(catalog, options.today)
        self.program_files = {entry.source.path.as_posix(): entry for entry in catalog.other_entries}

    def lacking(self, rule: Rule) -> list[str]:
        return [part for part in rule.needs if getattr(self.catalog.program, part) is None]

    def skipped(self, finders: list[Check]) -> Iterator[str]:
        for part in sorted({part for check in finders for part in self.lacking(check.rule)}):
            ids = ", ".join(check.rule.id for check in finders if part in check.rule.needs)
            yield f"Not checked, because program/{PROGRAM_PARTS[part]} could not be read: {ids}."

    def status(self, entry: Entry[Node]) -> str:
        return self.options.as_status or (entry.node.status if entry.node else "published")

    def scorecards(self, findings: BySpec) -> tuple[Scorecard, ...]:
        return scorecards(map(self.asked, self.catalog.entries), findings, self.waivers)

    def asked(self, entry: Entry[Spec]) -> Asked:
        """Return which rules ask something of *entry*, and which of those were applied."""
        fitting = (each for each in self.checks if each.about is None or isinstance(entry.node, each.about))
        asking = [each for each in fitting if self.severity(each.rule, self.status(entry))]
        rules = {each.rule.id: each.rule for each in asking if self.was_applied(each, entry)}
        silent = self.rules.keys() - {each.rule.id for each in asking}
        return Asked(entry, self.status(entry), rules, frozenset(silent))

    def was_applied(self, each: Check, entry: Entry[Node]) -> bool:
        applied = (each.rule.id, entry.source.path) in self.waivers.applied
        return applied if each.find else self.options.chosen(each.rule.id)

    def findings(self, entry: Entry[Node]) -> Iterator[Finding]:
        status = self.status(entry)
        for problem in (*entry.problems, *misnamed(entry, self.catalog.program, self.rules)):
            yield from self.read(problem, entry, status)
        if entry.node is not None:
            said = self.said(entry)
            for each in self.asking(type(entry.node), status):
                yield from self.run(each, entry, status, said)

    def said(self, entry: Entry[Node]) -> Said:
        """Return what rules have said of the file of *entry* before, if anything."""
        source = entry.source
        if self.verdicts is None or source.yaml is None:
            return {}
        parts = (self.program_text, source.path.as_posix().encode(), source.text.value.encode())
        return self.verdicts.of(sha256(b"\0".join(parts)).hexdigest())

    def asking(self, kind: type[Node], status: str) -> list[Check]:
        """Return the checks that look at a node of *kind* and weigh something at *status*."""
        if (kind, status) not in self.by_kind:
            fitting = (each for each in self.finders if each.about is not None and issubclass(kind, each.about))
            self.by_kind[kind, status] = [each for each in fitting if self.severity(each.rule, status)]
        return self.by_kind[kind, status]

    def read(self, problem: Problem, entry: Entry[Node], status: str) -> Iterator[Finding]:
        """Yield the finding of a problem that reading met; one without a rule is a fault of ours, not silence."""
        rule = self.rules.get(problem.rule)
        if rule is None:
            message = f"“{problem.rule}” is no rule. What it says: {problem.message}"
            yield from self.finding(self.rules["IN-01"], replace(problem, message=message), entry, status)
        elif self.options.chosen(rule.id):
            yield from self.finding(rule, problem, entry, status)

    def run(self, each: Check, entry: Entry[Node], status: str, said: Said) -> Iterator[Finding]:
        if each.find is None:
            return
        self.waivers.applied.add((each.rule.id, entry.source.path))
        try:
            for problem in self.problems(each, entry, status, said):
                found = problem if each.rule.id == UNWRITTEN else entry.with_file_pointers(problem)
                if each.rule.id == UNWRITTEN or not entry.source.is_unwritten(found.at):
                    yield from self.finding(each.rule, found, entry, status)
        except Exception as error:  # a fault of ours must not cost the other findings
            self.waivers.applied.discard((each.rule.id, entry.source.path))
            message = f"The rule {each.rule.id} could not be applied: {type(error).__name__}: {error}"
            advice = "This is a fault of the checker, not of the spec. Please report it."
            yield from self.finding(self.rules["IN-01"], Problem((), message, advice), entry, status)

    def problems(self, each: Check, entry: Entry[Node], status: str, said: Said) -> Iterator[Problem]:
        """Yield what *each* has to say of *entry*, from what it *said* before if nothing of that can have changed."""
        id = each.rule.id
        if id in said:
            yield from said[id]
        elif each.find:
            settings, found = self.settings[id], list[Problem]()
            context = Context(self.around, entry, status, settings, self.options.today, self.words, self.memory)
            self.around.looked = False
            for problem in each.find(entry.node, context):
                found.append(problem)
                yield problem
            if not self.around.looked:
                said[id] = tuple(found)

    def severity(self, rule: Rule, status: str) -> Severity | None:
        return rule.severity(status, self.overrides.get(rule.id, {}))

    def finding(self, rule: Rule, problem: Problem, entry: Entry[Node], status: str) -> Iterator[Finding]:
        severity = self.severity(rule, status)
        if severity is None:
            return
        source, span = entry.locate(problem)
        cover = self.waivers.cover(rule, entry)
        severity = problem.severity or severity
        if (problem.time_dependent or cover == "ended") and self.options.dates == "warn" and severity is Severity.ERROR:
            severity = Severity.WARNING
        yield Finding(
            rule=rule,
            severity=severity,
            rule_class=problem.rule_class or rule.rule_class,
            message=problem.message,
            advice=problem.advice,
            place=self.catalog.place(source, span),
            field=problem.at,
            spec=entry.slug if isinstance(entry.node, Spec) or entry in self.catalog.entries else "",
            related=tuple(self.related(entry, each) for each in problem.related),
            status="waived" if cover == "holds" else "open",
            fingerprint=self.fingerprint(rule, problem, entry, source, span),
        )

    def fingerprint(self, rule: Rule, problem: Problem, entry: Entry[Node], source: Source, span: Span) -> str:
        identity = str(entry.source.data.get("uid") or entry.source.path)
        marked = source.text.value[span.start : span.end]
        words = marked if problem.span else value_of(source.data, problem.at, problem.words)
        return fingerprint(rule.id, identity, source.data, problem.at, words)

    def idle_waivers(self) -> Iterator[Finding]:
        """Yield the waivers that do nothing, which is known only when everything else is found."""
        for entry in self.catalog.all_entries:
            for problem in self.waivers.idle(entry):
                yield from self.read(entry.with_file_pointers(problem), entry, "published")

    def related(self, entry: Entry[Node], related: Related) -> RelatedPlace:
        other = self.catalog.by_slug.get(related.path) or self.program_files.get(related.path, entry)
        source, span = other.locate(Problem(related.at, related.message, span=related.span))
        return RelatedPlace(related.message, self.catalog.place(source, span))


def _program_text(catalog: Catalog) -> bytes:
    """Return what stands in the program's files, all of which any rule may read."""
    sources = (entry.source for entry in catalog.other_entries if entry.source.path.parts[0] == "program")
    whole = "\0".join(f"{source.path}\0{source.text.value}" for source in sources)
    return sha256(whole.encode()).digest()
