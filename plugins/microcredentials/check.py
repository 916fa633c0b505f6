"""Run the quality standards over a catalog; the result is one report."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal, TypeVar, cast, get_type_hints

from .catalog import Catalog, Entry, Node
from .finding import STATUSES, Finding, Place, RelatedPlace, Report, Rule
from .fingerprint import fingerprint
from .manual import read_manual
from .model import Spec
from .phrases import Phrases
from .problem import Problem, Related, RuleClass, Severity
from .program import PARTS, Program
from .quality import Quality
from .rule_names import adopted, misnamed
from .source import Source
from .text import Span
from .waivers import Waivers

UNWRITTEN = "LA-04"
"""The rule that speaks of a value that is still TODO; no other rule needs to say what is wrong with it."""

HARD, HEURISTIC, ATTESTATION = RuleClass.HARD, RuleClass.HEURISTIC, RuleClass.ATTESTATION
Find = Callable[[Any, "Context"], Iterator[Problem]]
T = TypeVar("T")


@dataclass(frozen=True)
class Context:
    """What a rule may ask besides its subject: the catalog, the status to judge by, the day, its numbers and words.

    ``settings`` are the rule's own numbers, as this state has changed them.
    """

    catalog: Catalog
    entry: Entry[Any]
    status: str
    settings: Mapping[str, Any]
    today: date
    word_lists: Mapping[str, Phrases] = field(default_factory=dict, repr=False)
    memory: dict[object, object] = field(default_factory=dict, repr=False)

    def words(self, name: str) -> Phrases:
        """Return the word list *name* as this state has changed it; a rule may also read a list another one brings."""
        return self.word_lists[name]

    def once(self, work: Callable[[Catalog], T]) -> T:
        """Return what *work* makes of the catalog; it is done once a run, however many specs ask for it."""
        if work not in self.memory:
            self.memory[work] = work(self.catalog)
        return cast(T, self.memory[work])

    @property
    def program(self) -> Program:
        """The program files."""
        return self.catalog.program


@dataclass(frozen=True)
class Check:
    """A rule with the function that finds what breaks it; without one, reading finds it or our tests hold it."""

    rule: Rule
    about: Any = None
    """``MicroCredential``, ``Stack``, ``Spec`` for both, or ``Guide``; several with ``|``."""
    find: Find | None = None


def rule(id: str, severity: str, **facts: Any) -> Callable[[Find], Check]:
    """Make a check of the decorated function; its module's docstring is the manual.

    ``severity`` holds the severities for draft, pilot and published (and retired), as in ``"warning error error"``;
    ``none`` switches the rule off. The type of the function's first parameter says what the rule is about. ``facts``
    are fields of ``Rule``: ``rule_class``, ``derived_from``, ``settings``, ``word_lists``, ``needs``.
    """

    def decorate(find: Find) -> Check:
        hints = get_type_hints(find)
        about = next(iter(hints.values()))
        return Check(_rule(id, severity, find.__module__, facts), about, find)

    return decorate


def reading_rule(id: str, severity: str, module: str, **facts: Any) -> Check:
    """Make a check for what reading a file finds (families FM and SC); *module* is the caller's ``__name__``."""
    return Check(_rule(id, severity, module, facts))


def proved_rule(id: str, severity: str, module: str, **facts: Any) -> Check:
    """Make a check for what no spec can break because the tests of this program hold it; facts as for ``rule``."""
    return Check(_rule(id, severity, module, facts))


def _rule(id: str, severity: str, module: str, facts: Mapping[str, Any]) -> Rule:
    manual = read_manual(sys.modules[module].__doc__ or "")
    return Rule(
        id=id,
        name=module.rsplit(".", 1)[1].replace("_", "-"),
        title=manual.title,
        why=manual.why,
        examples=manual.examples,
        severities=_severities(id, severity.split()),
        **{"rule_class": HARD, **facts},
    )


def _severities(id: str, words: list[str]) -> dict[str, Severity]:
    """Return severities by status. A retired spec is only read, identified and dated: its quality is history."""
    if len(words) == 3:
        words = [*words, words[2] if id[:2] in ("FM", "SC", "ID", "LC", "IN") else "none"]
    return {status: Severity(word) for status, word in zip(STATUSES, words, strict=True) if word != "none"}


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


def check(catalog: Catalog, checks: Iterable[Check], options: Options) -> Report:
    """Return every finding on every file of *catalog*, in the order a reader meets the lines."""
    run = _Run(catalog, tuple(checks), options)
    findings = [finding for entry in (*catalog.others, *catalog.entries) for finding in run.findings(entry)]
    findings += run.idle_waivers()
    files = {run.path(entry.source): entry.source.text for entry in (*catalog.others, *catalog.entries)}
    titles = {run.path(entry.source): entry.node.title for entry in (*catalog.others, *catalog.entries) if entry.node}
    return Report(tuple(sorted(findings, key=lambda f: f.order)), len(catalog.entries), files, titles, run.notes)


class _Run:
    """One run over one catalog: what is the same for every spec is worked out once."""

    def __init__(self, catalog: Catalog, checks: tuple[Check, ...], options: Options) -> None:
        self.catalog, self.options = catalog, options
        self.rules = {check.rule.id: check.rule for check in checks}
        finders = [check for check in checks if check.find and options.chosen(check.rule.id)]
        self.finders = [check for check in finders if not self.lacking(check.rule)]
        self.notes = tuple(self.skipped(finders))
        quality = catalog.program.quality or Quality()
        self.overrides = quality.severities
        self.settings, self.words = adopted(quality, self.rules)
        self.memory: dict[object, object] = {}
        self.waivers = Waivers(catalog, options.today)
        self.program_files = {entry.source.path.as_posix(): entry for entry in catalog.others}

    def lacking(self, rule: Rule) -> list[str]:
        return [part for part in rule.needs if getattr(self.catalog.program, part) is None]

    def skipped(self, finders: list[Check]) -> Iterator[str]:
        for part in sorted({part for check in finders for part in self.lacking(check.rule)}):
            ids = ", ".join(check.rule.id for check in finders if part in check.rule.needs)
            yield f"Not checked, because program/{PARTS[part]} could not be read: {ids}."

    def findings(self, entry: Entry[Node]) -> Iterator[Finding]:
        status = self.options.as_status or (entry.node.status if entry.node else "published")
        for problem in (*entry.problems, *misnamed(entry, self.catalog.program, self.rules)):
            yield from self.read(problem, entry, status)
        if entry.node is not None:
            for each in self.finders:
                if each.about is not None and isinstance(entry.node, each.about):
                    yield from self.run(each, entry, status)

    def read(self, problem: Problem, entry: Entry[Node], status: str) -> Iterator[Finding]:
        """Yield the finding of a problem that reading met; one without a rule is a fault of ours, not silence."""
        rule = self.rules.get(problem.rule)
        if rule is None:
            message = f"“{problem.rule}” is no rule. What it says: {problem.message}"
            yield from self.finding(self.rules["IN-01"], replace(problem, message=message), entry, status)
        elif self.options.chosen(rule.id):
            yield from self.finding(rule, problem, entry, status)

    def run(self, each: Check, entry: Entry[Node], status: str) -> Iterator[Finding]:
        if self.severity(each.rule, status) is None or each.find is None:
            return
        self.waivers.applied.add((each.rule.id, entry.source.path))
        settings, today = self.settings[each.rule.id], self.options.today
        context = Context(self.catalog, entry, status, settings, today, self.words, self.memory)
        try:
            for problem in each.find(entry.node, context):
                found = problem if each.rule.id == UNWRITTEN else entry.in_file(problem)
                if each.rule.id == UNWRITTEN or not entry.source.unwritten(found.at):
                    yield from self.finding(each.rule, found, entry, status)
        except Exception as error:  # a fault of ours must not cost the other findings
            message = f"The rule {each.rule.id} could not be applied: {type(error).__name__}: {error}"
            advice = "This is a fault of the checker, not of the spec. Please report it."
            yield from self.finding(self.rules["IN-01"], Problem((), message, advice), entry, status)

    def severity(self, rule: Rule, status: str) -> Severity | None:
        return rule.severity(status, self.overrides.get(rule.id, {}))

    def finding(self, rule: Rule, problem: Problem, entry: Entry[Node], status: str) -> Iterator[Finding]:
        severity = self.severity(rule, status)
        if severity is None:
            return
        source, span = entry.locate(problem)
        cover = self.waivers.cover(rule, entry)
        severity = problem.severity or severity
        if (problem.dated or cover == "ended") and self.options.dates == "warn" and severity is Severity.ERROR:
            severity = Severity.WARNING
        yield Finding(
            rule=rule,
            severity=severity,
            rule_class=problem.rule_class or rule.rule_class,
            message=problem.message,
            advice=problem.advice,
            place=self.place(source, span),
            field=problem.at,
            spec=entry.slug if isinstance(entry.node, Spec) or entry in self.catalog.entries else "",
            related=tuple(self.related(entry, each) for each in problem.related),
            status="waived" if cover == "holds" else "open",
            fingerprint=self.fingerprint(rule, problem, entry, source, span),
        )

    def fingerprint(self, rule: Rule, problem: Problem, entry: Entry[Node], source: Source, span: Span) -> str:
        identity = str(entry.source.data.get("uid") or entry.source.path)
        return fingerprint(rule.id, identity, source.data, problem.at, source.text.value[span.start : span.end])

    def idle_waivers(self) -> Iterator[Finding]:
        """Yield the waivers that do nothing, which is known only when everything else is found."""
        for entry in (*self.catalog.others, *self.catalog.entries):
            for problem in self.waivers.idle(entry):
                yield from self.read(entry.in_file(problem), entry, "published")

    def related(self, entry: Entry[Node], related: Related) -> RelatedPlace:
        other = self.catalog.by_slug.get(related.path) or self.program_files.get(related.path, entry)
        source, span = other.locate(Problem(related.at, related.message, span=related.span))
        return RelatedPlace(related.message, self.place(source, span))

    def path(self, source: Source) -> str:
        return (self.catalog.root / source.path).as_posix()

    def place(self, source: Source, span: Span) -> Place:
        return Place(
            self.path(source), source.text.position(span.start), source.text.position(max(span.end, span.start))
        )
