"""What a check says: rules, and findings with their places."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..model.wording import field_label
from ..reading.place import Place
from ..reading.problem import Pointer, RuleClass, Severity

STATUSES = ("draft", "pilot", "published", "retired")


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of a spec that shows a rule: top-level fields as a writer types them."""

    text: str
    passes: bool


@dataclass(frozen=True)
class Rule:
    """One quality standard, as every reader meets it: site, terminal, SARIF and report show this one text.

    ``topic`` says in a word what its family is about.
    ``severities`` maps a status to a severity; a status that is missing is not checked. ``derived_from`` holds
    codes of published standards (``standards.sources``). ``settings`` are the rule's numbers by name, and
    ``word_lists`` its lists of phrases (``phrases``), each with what it prefers; ``quality.yml`` may change both.
    ``needs`` names the program parts without which the rule is skipped. ``reads`` names the fields it judges by, as in
    ``rubric.levels``; ``body`` is the text below them.
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
    examples: tuple[Example, ...] = ()

    @property
    def family(self) -> str:
        """The two letters of the id."""
        return self.id[:2]

    @cached_property
    def fields(self) -> tuple[Pointer, ...]:
        """The fields it judges by."""
        return tuple(tuple(name.split(".")) for name in self.reads)

    @property
    def waivable(self) -> bool:
        """Whether a state may set the rule aside: neither a file that cannot be read nor what no check asks."""
        return self.family not in ("FM", "SC", "LK", "IN")

    def severity(self, status: str, changed: Mapping[str, str]) -> Severity | None:
        """Return how much the rule weighs at *status* where a state has *changed* severities by status."""
        if self.waivable and status in changed:
            return None if changed[status] == "none" else Severity(changed[status])
        return self.severities.get(status)


@dataclass(frozen=True, slots=True)
class RelatedPlace:
    """A second place that explains a finding."""

    message: str
    place: Place


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with its rule, its weight and its place.

    ``fingerprint`` tells it apart over time (``fingerprint.py``). ``status`` is ``open``, or ``waived`` where the
    state has set the rule aside for this spec. ``spec`` is the slug, or empty for a program file. ``new`` says
    whether the change that is judged brings it; None where no change is.
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
        """The field in the words of the form."""
        return field_label(self.field)

    @property
    def order(self) -> tuple[object, ...]:
        """How findings are sorted: as a reader meets them in the files."""
        return self.place.path, self.place.start, self.rule.id, self.message
