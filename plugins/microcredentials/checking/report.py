"""What one run of the quality standards has to say: findings, and on demand the scorecards."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..catalog.changes.change import Change
from ..reading.problem import Severity
from ..reading.text import SourceText
from .finding import Finding
from .scorecard import Scorecard

BySpec = Mapping[str, tuple[Finding, ...]]
"""Findings by the slug of the spec they are on."""


@dataclass(frozen=True)
class Report:
    """Everything one run has to say.

    ``texts`` holds the files by path, for excerpts. ``as_status`` is the status that every spec was judged by, where
    the run named one. ``score`` makes the scorecards, which most readers of a report have no use for. ``changes`` is
    what changed, where a change was judged, and ``changed`` the paths of the files that are new or differ.
    """

    findings: tuple[Finding, ...]
    checked: int
    texts: Mapping[str, SourceText] = field(default_factory=dict, repr=False)
    titles: Mapping[str, str] = field(default_factory=dict, repr=False)
    notes: tuple[str, ...] = ()
    as_status: str | None = None
    score: Callable[[BySpec], tuple[Scorecard, ...]] = field(default=lambda _: (), repr=False, compare=False)
    changes: tuple[Change, ...] = ()
    changed: frozenset[str] = frozenset()

    @cached_property
    def scorecards(self) -> tuple[Scorecard, ...]:
        """How each spec stands, clause by clause, in the order of their files."""
        return self.score(self.by_spec)

    @cached_property
    def counts(self) -> Counter[Severity]:
        """How many open findings there are by severity."""
        return Counter(finding.severity for finding in self.open)

    @cached_property
    def open(self) -> tuple[Finding, ...]:
        """The findings that nobody has waived."""
        return tuple(finding for finding in self.findings if finding.status == "open")

    @cached_property
    def by_spec(self) -> BySpec:
        """The findings by the slug of their spec; those on program files are left out."""
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.findings:
            found[finding.spec].append(finding)
        return {spec: tuple(findings) for spec, findings in found.items() if spec}

    def reaches(self, threshold: Severity) -> bool:
        """Say whether an open finding weighs at least *threshold*."""
        order = list(Severity)
        return any(order.index(finding.severity) <= order.index(threshold) for finding in self.open)
