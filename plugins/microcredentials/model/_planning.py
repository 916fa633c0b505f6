"""The part of ``program.yml`` that plans use: the goal that educators collect for, and the times without school."""

from itertools import pairwise
from typing import Annotated, Self

from pydantic import Field, model_validator

from .fields import Day, Many, Model, Term, Text, refusal
from .wording import format_day

_LONGEST_BREAK = 180  # days; a longer one has a mistyped year


class Goal(Model):
    """The amount that educators collect, such as the points that renew a license."""

    type: Annotated[str, Term("currency_types")]
    amount: Annotated[float, Field(gt=0, le=1_000_000)]
    unit: Annotated[str, Term("currency_units")]


class SchoolBreak(Model):
    """A time without school, from its first to its last day."""

    name: Text
    start: Day
    end: Day

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start > self.end:
            message = f"“{self.name}” ends on {format_day(self.end)}, before it starts on {format_day(self.start)}."
            raise refusal("SC-07", message, "Correct one of the two dates.")
        return self

    @model_validator(mode="after")
    def _is_short(self) -> Self:
        if (self.end - self.start).days >= _LONGEST_BREAK:
            message = f"“{self.name}” is longer than {_LONGEST_BREAK} days."
            raise refusal("SC-07", message, "Check the year in both dates.")
        return self


class Planning(Model):
    """What a plan adds up to, and which days it skips besides weekends."""

    goal: Goal | None = None
    breaks: Many[SchoolBreak] = ()

    @model_validator(mode="after")
    def _are_apart(self) -> Self:
        ordered = sorted(self.breaks, key=lambda each: each.start)
        for earlier, later in pairwise(ordered):
            if later.start <= earlier.end:
                message = f"“{earlier.name}” and “{later.name}” both include {format_day(later.start)}."
                raise refusal("SC-07", message, "Correct the dates, or make one break of the two.")
        return self
