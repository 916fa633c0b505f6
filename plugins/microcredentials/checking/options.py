"""The options of a run: the day, the status to judge by, and which rules to apply."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..reading.suggest import suggest
from .rule import Check


@dataclass(frozen=True)
class Selection:
    """The rules to apply: those of ``select``, or all where it is empty, without those of ``ignore``.

    Both contain ids of rules, such as CO-02, or of families, such as CO.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def includes(self, id: str) -> bool:
        """Return whether the rule *id* is applied."""
        return (not self.select or _is_among(id, self.select)) and not _is_among(id, self.ignore)


def _is_among(id: str, names: tuple[str, ...]) -> bool:
    return id in names or id[:2] in names


def parse_selection(select: Iterable[str], ignore: Iterable[str], checks: Sequence[Check]) -> Selection:
    """Return the selection that an operator typed: ids of rules or families, in any case, separated by commas.

    Raises:
        LookupError: a name is neither a rule nor a family of *checks*.
    """
    chosen = Selection(_names(select), _names(ignore))
    known = {check.rule.id for check in checks} | {check.rule.family for check in checks}
    for name in (*chosen.select, *chosen.ignore):
        if name not in known:
            raise LookupError(f"There is no rule or family “{name}”. {suggest(name, sorted(known))}")
    return chosen


def _names(typed: Iterable[str]) -> tuple[str, ...]:
    return tuple(name.upper() for each in typed for name in re.split(r"[,\s]+", each) if name)


@dataclass(frozen=True)
class Options:
    """The options of one run.

    ``as_status`` is the status to judge every spec by, or None for its own. ``dates`` is ``warn`` where findings that
    only the passage of time has caused are at most warnings; a scheduled run makes them errors.
    """

    today: date
    as_status: str | None = None
    selection: Selection = Selection()
    dates: Literal["warn", "error"] = "warn"
