"""Across the program, what a micro-credential counts for does not simply follow from its hours.

Points that equal the hours are seat time under a new name: they pay for being slow. If a program decides for a few
values with a stated reason, such as one for each career level, educators can compare credentials by what they show.

Fails:

    # credentials/wait-time.md
    effort: {hours: {min: 8, max: 12}, weeks: {min: 3, max: 6}, best_window: any}
    currency:
      - type: license-renewal
        amount: 10
        unit: renewal-points
        jurisdiction: XS
        authority: {title: Renewal rule of the state, url: /about/recognition/#renewal-points}
        effective: 2026-06-01
    # program/quality.yml
    settings:
      FA-07: {min_specs: 1, max_spread: 1.0}

Passes:

    effort: {hours: {min: 8, max: 12}, weeks: {min: 3, max: 6}, best_window: any}
    currency:
      - type: license-renewal
        amount: 10
        unit: renewal-points
        jurisdiction: XS
        authority: {title: Renewal rule of the state, url: /about/recognition/#renewal-points}
        effective: 2026-06-01
"""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from ...catalog.catalog import Catalog
from ...checking.rule import Context, rule
from ...model.spec import MicroCredential
from ...reading.problem import Problem


@dataclass(frozen=True)
class Ratio:
    """The amount that a published spec counts for, divided by the middle of its hours; the entry of ``currency``."""

    slug: str
    entry: int
    unit: str
    value: float


def _ratios(catalog: Catalog) -> dict[str, list[Ratio]]:
    """Return the ratios of the published specs by unit, in the order of their slugs."""
    found: dict[str, list[Ratio]] = {}
    for entry in sorted(catalog.credentials, key=lambda entry: entry.slug):
        if entry.spec.status == "published":
            for ratio in _of_spec(entry.slug, entry.spec):
                found.setdefault(ratio.unit, []).append(ratio)
    return found


def _of_spec(slug: str, spec: MicroCredential) -> Iterator[Ratio]:
    hours = spec.effort.hours
    for i, currency in enumerate(spec.currency):
        if hours and hours.max and currency.amount and currency.unit:
            yield Ratio(slug, i, currency.unit, 2 * currency.amount / (hours.min + hours.max))


@rule(
    "FA-07", "none none warning", derived_from=("NA",), needs=("vocabulary",), looks_at=_ratios,
    settings={"min_specs": 8, "max_spread": 0.25}, reads=("currency", "effort.hours"),
)  # fmt: skip
def check(_: MicroCredential, context: Context, ratios: dict[str, list[Ratio]]) -> Iterator[Problem]:
    for unit, alike in ratios.items():
        term = context.program.term("currency_units", unit)
        enough = len(alike) >= context.settings["min_specs"]
        if enough and term and term.seat_time and alike[0].slug == context.entry.slug:  # one finding for all of them
            yield from _spread_problem(alike, term.label, context.settings["max_spread"])


def _spread_problem(ratios: list[Ratio], label: str, most: float) -> Iterator[Problem]:
    """Yield a problem if half of *ratios* or more differ from their median by at most *most*, as a share of it."""
    middle = median(each.value for each in ratios)
    if median(abs(each.value / middle - 1) for each in ratios) <= most:
        message = f"In {len(ratios)} published specs, the {label} follow the hours: about {middle:.1f} for each hour."
        advice = "Decide for a few values with a stated reason, such as one for each level, or say so on the site."
        yield Problem(("currency", ratios[0].entry, "amount"), message, advice)
