"""For each thing that it counts for, the spec states amount, place, authority and date, and it is still in force.

“Counts toward renewal” sends educators to three offices to find out more. “Ten renewal points in this state, under this
rule, from this day on” sends them to none of them, because they and their district can look it up. A promise that has
expired is worse than no promise: educators may begin because of it.

Fails:

    currency:
      - {type: license-renewal, amount: 10, jurisdiction: XS, effective: 2026-06-01, expires: 2026-05-31}

Passes:

    currency:
      - type: license-renewal
        amount: 10
        unit: renewal-points
        jurisdiction: XS
        authority: {title: Renewal rule of the state, url: /about/recognition/#renewal-points}
        effective: 2026-06-01
        expires: 2031-05-31
"""

from collections.abc import Iterator

from ...checking.rule import Context, rule
from ...model.record import Currency
from ...model.spec import Spec
from ...reading.problem import Pointer, Problem

_FACTS = {
    "jurisdiction": (
        "The spec does not say where “{}” counts.",
        "Choose from the list “jurisdictions” in vocabulary.yml.",
    ),
    "effective": (
        "The spec does not say when “{}” begins to count.",
        "Write the first day on which the office counts it.",
    ),
}


@rule("CU-02", "warning error error", derived_from=("TX", "KY", "UT"), needs=("vocabulary",), reads=("currency",))
def check(spec: Spec, context: Context) -> Iterator[Problem]:
    for i, currency in enumerate(spec.currency):
        at, name = ("currency", i), context.program.label("currency_types", currency.type)
        for field, (message, advice) in _FACTS.items():
            if getattr(currency, field) is None:
                yield Problem((*at, field), message.format(name), advice)
        yield from _needs_of_type(currency, at, name, context)
        yield from _in_force(currency, at, name, context)


def _needs_of_type(currency: Currency, at: Pointer, name: str, context: Context) -> Iterator[Problem]:
    term = context.program.term("currency_types", currency.type)
    if currency.amount is None and ((term and term.needs_amount) or currency.unit is not None):
        yield Problem((*at, "amount"), f"The amount of “{name}” is missing.", "Write the amount as a number.")
    if currency.unit is None and ((term and term.needs_amount) or currency.amount is not None):
        advice = "Choose from the list “currency_units” in vocabulary.yml."
        yield Problem((*at, "unit"), f"The amount of “{name}” has no unit.", advice)
    if currency.authority is None and term and term.needs_authority:
        advice = "Give the title and the address of the rule, notice or agreement that grants it."
        yield Problem((*at, "authority"), f"The spec does not say who grants “{name}”.", advice)


def _in_force(currency: Currency, at: Pointer, name: str, context: Context) -> Iterator[Problem]:
    at, end = (*at, "expires"), currency.expires
    if end is None:
        return
    if currency.effective and end < currency.effective:
        yield Problem(at, f"“{name}” ends on {end}, before it begins.", "Correct one of the two dates.")
    elif end < context.today:
        message = f"“{name}” ended on {end}."
        advice = "Ask the office whether it continues, then correct or delete the entry."
        yield Problem(at, message, advice, time_dependent=True)
