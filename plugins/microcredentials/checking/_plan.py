"""Plan a run: which checks apply to files of each kind at each status, with the state's settings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..catalog.catalog import Catalog
from ..catalog.entry import Entry
from ..catalog.nodes import Node
from ..model.program import PROGRAM_PARTS, Program
from ..model.quality import Quality
from ..reading.phrases import Phrases
from ..reading.problem import Problem, Severity
from ._rule_names import Rules, collect_settings, collect_word_lists
from .finding import Rule
from .options import Options
from .rule import Check, Context

Kind = tuple[type[Node] | type[None], str]
"""The type of a node, which is None if the file has no valid shape, and the status to judge it by."""


@dataclass(frozen=True)
class PlannedCheck:
    """A check with the settings of its rule. It sees only the parts of ``catalog`` that it declares."""

    check: Check
    settings: Mapping[str, Any]
    catalog: Catalog

    @property
    def rule(self) -> Rule:
        """The rule of the check."""
        return self.check.rule

    @cached_property
    def looked_at(self) -> tuple[Any, ...]:
        """The third argument of a check that looks beyond its file, made once per run; empty for other checks."""
        return (self.check.looks_at(self.catalog),) if self.check.looks_at else ()

    def problems(self, context: Context) -> Iterator[Problem]:
        """Yield the problems that the check finds in the file of *context*."""
        if self.check.find:
            yield from self.check.find(context.entry.node, context, *self.looked_at)


@dataclass(frozen=True)
class Assignment:
    """The checks and rules for all files of one kind.

    ``checks`` are the checks to apply. ``rules`` are the rules by id that the file passes if they find nothing: those
    of ``checks``, and those about reading that the run selects. ``silent`` are the ids of the rules that require
    nothing of such a file. Every other rule is left out of the run, so it is never passed.
    """

    status: str
    checks: tuple[PlannedCheck, ...]
    rules: Rules
    silent: frozenset[str]

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of the rules whose checks are applied."""
        return frozenset(each.rule.id for each in self.checks)


@dataclass(frozen=True)
class Plan:
    """Everything that is the same for all files of one run.

    ``rules`` are all rules by id, whether the run applies them or not. ``word_lists`` are those of the state.
    """

    catalog: Catalog
    options: Options
    rules: Rules
    word_lists: Mapping[str, Phrases]
    assignments: Mapping[Kind, Assignment]

    def assignment(self, entry: Entry[Node]) -> Assignment:
        """Return the checks and rules for *entry*, an entry of the catalog."""
        return self.assignments[_kind(entry, self.options)]

    def severity(self, rule: Rule, status: str) -> Severity | None:
        """Return the severity of *rule* at *status* in this state; None where it is not checked."""
        return _severity(rule, status, self.catalog.program)

    @cached_property
    def specs(self) -> frozenset[int]:
        """All entries of specs, by identity, because comparing two entries would compare all their text."""
        return frozenset(map(id, self.catalog.entries))

    @cached_property
    def other_entries(self) -> dict[str, Entry[Node]]:
        """The entries of everything but specs, by their path in the content folder."""
        return {entry.source.path.as_posix(): entry for entry in self.catalog.other_entries}


def plan(catalog: Catalog, checks: Sequence[Check], options: Options) -> Plan:
    """Return the plan of a run of *checks* over *catalog*."""
    quality, rules = catalog.program.quality or Quality(), {check.rule.id: check.rule for check in checks}
    settings = collect_settings(quality, rules)
    planned = [
        PlannedCheck(check, settings[check.rule.id], catalog)
        for check in _selected(checks, options)
        if not _missing_parts(check.rule, catalog.program)
    ]
    kinds = {_kind(entry, options) for entry in (*catalog.other_entries, *catalog.entries)}
    assignments = {kind: _assignment(kind, checks, planned, catalog.program, options) for kind in kinds}
    return Plan(catalog, options, rules, collect_word_lists(quality, rules), assignments)


def explain_skipped(checks: Sequence[Check], options: Options, program: Program) -> Iterator[str]:
    """Yield a note for each unreadable part of the program, with the ids of the checks that are skipped without it."""
    rules = [check.rule for check in _selected(checks, options)]
    for part in sorted({part for rule in rules for part in _missing_parts(rule, program)}):
        ids = ", ".join(rule.id for rule in rules if part in rule.needs)
        yield f"Not checked, because program/{PROGRAM_PARTS[part]} could not be read: {ids}."


def _selected(checks: Sequence[Check], options: Options) -> list[Check]:
    return [check for check in checks if check.find and options.selection.includes(check.rule.id)]


def _missing_parts(rule: Rule, program: Program) -> list[str]:
    return [part for part in rule.needs if getattr(program, part) is None]


def _kind(entry: Entry[Node], options: Options) -> Kind:
    status = options.as_status or (entry.node.status if entry.node else "published")
    return type(entry.node), status


def _assignment(
    kind: Kind, checks: Sequence[Check], planned: Sequence[PlannedCheck], program: Program, options: Options
) -> Assignment:
    node, status = kind
    fitting = [each for each in checks if each.about is None or issubclass(node, each.about)]
    asking = {each.rule.id: each for each in fitting if _severity(each.rule, status, program)}
    applied = tuple(each for each in planned if each.rule.id in asking)
    ids = {each.rule.id for each in applied}
    for_reading = {id for id, each in asking.items() if not each.find and options.selection.includes(id)}
    rules = {id: each.rule for id, each in asking.items() if id in ids | for_reading}
    silent = frozenset(check.rule.id for check in checks) - asking.keys()
    return Assignment(status, applied, rules, silent)


def _severity(rule: Rule, status: str, program: Program) -> Severity | None:
    changed = program.quality.severities.get(rule.id, {}) if program.quality else {}
    return rule.severity(status, changed)
