"""What is wrong with one field: the small value that reading, shape and quality rules all speak in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice

from .text import Span

Pointer = tuple[str | int, ...]
"""The way to a field: keys and list indices from 0, as in ``("evidence", "artifacts", 2, "type")``."""


class Severity(StrEnum):
    """How much a finding weighs: an error stops publication."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class RuleClass(StrEnum):
    """How far a machine can be trusted with a rule.

    A hard rule is decided by counting and looking up; a heuristic may be wrong and says which words it
    matched; an attestation is a person's judgement.
    """

    HARD = "hard"
    HEURISTIC = "heuristic"
    ATTESTATION = "attestation"


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that explains a problem.

    ``path`` is set when it stands in another file: the slug of a spec, or a program file's path in the content folder.
    """

    message: str
    at: Pointer = ()
    span: Span | None = None
    path: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """A field, what is wrong with it, and what to do.

    ``rule`` is set by the reader (families FM and SC); a quality rule's problems belong to that rule.
    ``span`` is set where the reader knows the exact place; otherwise the pointer is looked up, and a field
    that is missing stands for its nearest written parent. ``words`` narrows a text value to the slice
    ``[start, end)`` of its characters; ``on_name`` says that the field's name is meant, not its value.
    ``severity`` and ``rule_class`` override the rule's own. ``time_dependent`` says that the day of the check
    decides: what was sound when it was published must not stop a build years later, so such a problem weighs more than
    a warning only in a run that asks about dates.
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
    """Yield the first *limit* of *problems*, and a last one that says so where there are more."""
    rest = iter(problems)
    yield from islice(rest, limit)
    if more := next(rest, None):
        message = f"More than {limit} places in this file have such a problem; the rest are not listed."
        yield replace(more, message=message, advice="Mend the first ones, and check again.")
