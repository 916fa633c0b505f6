"""A problem with one field: the small value that reading, shape checks and quality rules all produce."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice

from .text import Span

Pointer = tuple[str | int, ...]
"""The steps to a field: keys and list indices from 0, as in ``("evidence", "artifacts", 2, "type")``."""


class Severity(StrEnum):
    """The severity of a finding; an error stops publication."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class RuleClass(StrEnum):
    """The degree to which a machine can be trusted with a rule.

    A hard rule counts and looks up, so it is reliable. A heuristic may be wrong, so it names the words that it matched.
    An attestation is a person's judgment.
    """

    HARD = "hard"
    HEURISTIC = "heuristic"
    ATTESTATION = "attestation"


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that explains a problem.

    ``path`` is set for a place in a different file: the slug of a spec, or the path of a program file in the content
    folder.
    """

    message: str
    at: Pointer = ()
    span: Span | None = None
    path: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """A field, what is wrong with it, and what to do.

    ``rule`` is set by reading (families FM and SC); a problem that a quality rule finds belongs to that rule.

    ``span`` is set where reading knows the exact place. Otherwise the place is looked up: the value at ``at``, or its
    nearest written parent if the field is missing. ``words`` narrows a text to its characters ``[start, end)``;
    ``on_name`` points at the name of the field instead of its value.

    ``severity`` and ``rule_class`` override those of the rule. ``time_dependent`` marks a problem that only the passage
    of time has caused. Content that was sound when it was published must not stop a build years later, so such a
    problem is an error only in a run that asks about dates.
    """

    at: Pointer
    message: str
    advice: str = ""
    rule: str = ""
    span: Span | None = None
    words: tuple[int, int] | None = None
    on_name: bool = False
    severity: Severity | None = None
    rule_class: RuleClass | None = None
    time_dependent: bool = False
    related: tuple[Related, ...] = ()


def limit_problems(problems: Iterable[Problem], limit: int = 100) -> Iterator[Problem]:
    """Yield the first *limit* of *problems*, and one more that says so if there are others."""
    rest = iter(problems)
    yield from islice(rest, limit)
    if more := next(rest, None):
        message = f"More than {limit} places in this file have this kind of problem; the rest are not listed."
        yield replace(more, message=message, advice="Fix the first ones, then check again.")
