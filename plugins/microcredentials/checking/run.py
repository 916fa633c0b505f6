"""Run the rules over a catalog: one plan, one judgment for each file, one report."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from ..catalog.catalog import Catalog
from ..catalog.entry import Entry
from ..catalog.nodes import Node
from ._findings import Subject
from ._judge import Judgment, judge, make_reading_findings
from ._languages import explain_languages
from ._plan import Plan, explain_skipped, plan
from ._scoring import Basis, CheckedSpec
from ._verdicts import Verdicts, digest, digest_program
from ._waivers import Outcome, find_waived_rules, find_waiver_problems
from .finding import Finding
from .options import Options
from .report import Report, group_by_spec
from .rule import Check


@dataclass(frozen=True)
class Run:
    """The report of a run, and the verdicts on single files that a later run may reuse."""

    report: Report
    verdicts: Verdicts


def check_catalog(catalog: Catalog, checks: Iterable[Check], options: Options) -> Report:
    """Return the report of *checks* on *catalog*: the findings on all files, in the order of paths and lines."""
    return run_checks(catalog, tuple(checks), options, {}).report


def run_checks(catalog: Catalog, checks: Sequence[Check], options: Options, known: Verdicts) -> Run:
    """Return the same report as ``check_catalog``, without applying a rule again where its problems are *known*.

    *known* must come from runs on the same day, with the same status to judge by, and with the same code.
    """
    planned, program = plan(catalog, checks, options), digest_program(catalog)
    digests = [digest(entry, program) for entry in _entries(catalog)]
    judged = [judge(entry, planned, known.get(key, {})) for entry, key in zip(_entries(catalog), digests, strict=True)]
    selected = [check.rule for check in checks if check.find and options.selection.includes(check.rule.id)]
    languages = explain_languages(catalog.entries, catalog.program, selected)
    notes = (*explain_skipped(checks, options, catalog.program), *languages)
    verdicts = {key: each.verdict for key, each in zip(digests, judged, strict=True) if key}
    return Run(_report(planned, judged, notes), verdicts)


def _entries(catalog: Catalog) -> tuple[Entry[Node], ...]:
    return (*catalog.other_entries, *catalog.entries)


def _report(planned: Plan, judged: Sequence[Judgment], notes: tuple[str, ...]) -> Report:
    catalog, entries = planned.catalog, _entries(planned.catalog)
    found = chain(*(each.findings for each in judged), _findings_on_waivers(planned, judged))
    findings = tuple(sorted(found, key=lambda finding: finding.order))
    return Report(
        findings=findings,
        checked=len(catalog.entries),
        texts={catalog.path(entry.source): entry.source.text for entry in entries},
        titles={catalog.path(entry.source): entry.node.title for entry in entries if entry.node},
        notes=notes,
        as_status=planned.options.as_status,
        basis=_basis(catalog, judged, findings),
    )


def _findings_on_waivers(planned: Plan, judged: Sequence[Judgment]) -> Iterator[Finding]:
    """Yield the findings on waivers, which depend on those of all files; they have the severity for published specs."""
    named = find_waived_rules(planned.catalog)
    applied = {(id, each.entry.source.path) for each in judged for id in (named & each.assignment.ids) - each.failed}
    waived = {
        (finding.rule.id, each.entry.source.path)
        for each in judged for finding in each.findings if finding.status == "waived"
    }  # fmt: skip
    outcome = Outcome(planned.options.today, frozenset(applied), frozenset(waived))
    for entry in _entries(planned.catalog):
        problems = map(entry.with_file_pointers, find_waiver_problems(entry, planned.catalog, outcome))
        yield from make_reading_findings(problems, Subject(entry, "published", planned))


def _basis(catalog: Catalog, judged: Sequence[Judgment], findings: Iterable[Finding]) -> Basis:
    by_spec, specs = group_by_spec(findings), judged[len(catalog.other_entries) :]
    return Basis(
        catalog,
        tuple(
            CheckedSpec(
                entry, catalog.path(entry.source), each.assignment.status, each.rules, each.assignment.silent,
                by_spec.get(entry.slug, ()),
            )
            for entry, each in zip(catalog.entries, specs, strict=True)
        ),
    )  # fmt: skip
