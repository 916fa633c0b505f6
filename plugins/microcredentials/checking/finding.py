"""Rules, and findings: the problems that a run found, each with its rule, severity and place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..model.wording import field_label
from ..reading.place import Place
from ..reading.problem import Pointer, RuleClass, Severity

STATUSES = ("draft", "pilot", "published", "retired")


@dataclass(frozen=True, slots=True)
class Example:
    """An example of a rule: top-level fields of a spec as a writer types them, which pass the rule or fail it."""

    text: str
    passes: bool


@dataclass(frozen=True)
class Rule:
    """A rule, as every reader meets it: the site, the terminal, SARIF and reports show the same text.

    ``title`` is one sentence, ``why`` the paragraphs after it. ``severities`` maps a status to a severity; at a status
    that is missing, the rule is not checked. ``derived_from`` lists codes of published standards (``rules.sources``).
    ``settings`` are the rule's numbers by name. ``word_lists`` are its lists of phrases (``reading.phrases``), each
    phrase with the preferred one. ``quality.yml`` may change both. ``needs`` names the parts of the program without
    which the rule is skipped. ``reads`` names the fields that it judges, such as ``rubric.levels``; ``body`` is the
    text below the fields. ``topic`` is the subject of its family in one word. ``any_language`` marks a heuristic that
    does not depend on English.
    """

    id: str
    name: str
    title: str
    why: str
    rule_class: RuleClass
    severities: Mapping[str, Severity]
    derived_from: tuple[str, ...] = ()
    settings: Mapping[str, object] = field(default_factory=dict)
    word_lists: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    topic: str = ""
    any_language: bool = False
    examples: tuple[Example, ...] = ()

    @property
    def family(self) -> str:
        """The first two letters of the id."""
        return self.id[:2]

    @cached_property
    def fields(self) -> tuple[Pointer, ...]:
        """The pointers to the fields that it judges."""
        return tuple(tuple(name.split(".")) for name in self.reads)

    @property
    def waivable(self) -> bool:
        """Whether a state may waive the rule or change its severity: not for reading, links and our own errors."""
        return self.family not in ("FM", "SC", "LK", "IN")

    def severity(self, status: str, changed: Mapping[str, str]) -> Severity | None:
        """Return the severity at *status*, or None if it is not checked; *changed* are the state's own, by status."""
        if self.waivable and status in changed:
            return None if changed[status] == "none" else Severity(changed[status])
        return self.severities.get(status)


@dataclass(frozen=True, slots=True)
class RelatedPlace:
    """Another place that explains a finding."""

    message: str
    place: Place


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with its rule, its severity and its place.

    ``field`` is the pointer of the problem. ``fingerprint`` identifies the finding over time (``_fingerprint.py``).
    ``status`` is ``waived`` where a waiver of the rule for this spec is in force, else ``open``. ``spec`` is the slug,
    or empty for a program file. ``new`` says whether the judged change causes the finding; None in other runs.
    """

    rule: Rule
    severity: Severity
    rule_class: RuleClass
    message: str
    advice: str
    place: Place
    field: Pointer
    spec: str = ""
    related: tuple[RelatedPlace, ...] = ()
    status: str = "open"
    fingerprint: str = ""
    new: bool | None = None

    @property
    def label(self) -> str:
        """The name of the field, as forms show it."""
        return field_label(self.field)

    @property
    def order(self) -> tuple[object, ...]:
        """The sort key of findings: the order in which a reader meets them in the files."""
        return self.place.path, self.place.start, self.rule.id, self.message
