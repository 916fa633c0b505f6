"""The report of one run: its findings, and the basis of its scorecards."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePosixPath

from ..catalog.changes.change import Change
from ..reading.problem import Severity
from ..reading.text import SourceText
from ._scoring import Basis, make_scorecards
from .finding import Finding
from .scorecard import Scorecard


@dataclass(frozen=True)
class Report:
    """The report of one run.

    ``findings`` are in the order of paths and lines, ``checked`` is the number of specs that were judged. ``texts``
    and ``titles`` are those of the files, by path from the working directory. ``as_status`` is the status that every
    spec was judged by, or None where each was judged by its own. ``changes`` is what the judged change does to the
    catalog, and ``changed`` are the paths of the files that are new or differ. ``basis`` is None in a report that was
    loaded from an earlier run, because making scorecards takes the catalog.
    """

    findings: tuple[Finding, ...]
    checked: int
    texts: Mapping[str, SourceText] = field(default_factory=dict, repr=False)
    titles: Mapping[str, str] = field(default_factory=dict, repr=False)
    notes: tuple[str, ...] = ()
    as_status: str | None = None
    changes: tuple[Change, ...] = ()
    changed: frozenset[str] = frozenset()
    basis: Basis | None = field(default=None, repr=False, compare=False)

    @cached_property
    def scorecards(self) -> tuple[Scorecard, ...]:
        """The scorecard of each spec, in the order of their files.

        They are made when first needed: most runs need none, and finding the quoted lines takes as long as a check.

        Raises:
            LookupError: the report was loaded from an earlier run, and has no basis for them.
        """
        if self.basis is None:
            raise LookupError("A report that was loaded from an earlier run has no scorecards.")
        return make_scorecards(self.basis)

    @cached_property
    def counts(self) -> Counter[Severity]:
        """The number of open findings of each severity."""
        return Counter(finding.severity for finding in self.open)

    @cached_property
    def open(self) -> tuple[Finding, ...]:
        """The findings that are not waived."""
        return tuple(finding for finding in self.findings if finding.status == "open")

    @cached_property
    def by_spec(self) -> dict[str, tuple[Finding, ...]]:
        """The findings by the slug of their spec, without those on program files."""
        return group_by_spec(self.findings)

    def reaches(self, threshold: Severity) -> bool:
        """Return whether an open finding is at least as severe as *threshold*."""
        order = list(Severity)
        return any(order.index(finding.severity) <= order.index(threshold) for finding in self.open)


def narrow(report: Report, paths: Sequence[PurePosixPath]) -> Report:
    """Return *report* with the findings and scorecards of *paths* only; all of it if no path is given.

    The paths are relative to the working directory: files, or folders with everything in them. The findings on a spec
    include those on values that it inherits from the program.
    """
    if not paths:
        return report
    slugs = {path.stem for path in paths if path.suffix == ".md"}
    findings = tuple(each for each in report.findings if each.spec in slugs or _is_within(each.place.path, paths))
    return replace(report, findings=findings, basis=report.basis and _narrow_basis(report.basis, paths))


def _narrow_basis(basis: Basis, paths: Sequence[PurePosixPath]) -> Basis:
    return basis.limited_to({spec.path for spec in basis.specs if _is_within(spec.path, paths)})


def _is_within(path: str, folders: Sequence[PurePosixPath]) -> bool:
    whole = PurePosixPath(path)
    return any(whole == each or each in whole.parents for each in folders)


def group_by_spec(findings: Iterable[Finding]) -> dict[str, tuple[Finding, ...]]:
    """Return *findings* by the slug of their spec, without those on program files."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[finding.spec].append(finding)
    return {spec: tuple(each) for spec, each in found.items() if spec}
