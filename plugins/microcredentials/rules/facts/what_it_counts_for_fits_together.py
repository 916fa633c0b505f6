"""Type, amount, unit, place and note of each thing that it counts for fit together, and each is listed once.

Educators take this block to their district office. Ten points that are also five hundred dollars, the same renewal
twice, or “recognition only” beside renewal points will be read in their favor or against them, depending on who sits
at the desk. A value that is still to be decided belongs in a draft, which promises nothing.

Fails:

    currency:
      - type: license-renewal
        amount: 500
        unit: renewal-points
        jurisdiction: XS
        authority: {title: To be decided, url: /about/recognition/}
        effective: 2026-06-01

Passes:

    currency:
      - type: license-renewal
        amount: 10
        unit: renewal-points
        jurisdiction: XS
        authority: {title: Renewal rule of the state, url: /about/recognition/#renewal-points}
        effective: 2026-06-01
"""

import re
from collections.abc import Iterator

from ...checking.rule import HEURISTIC, Context, rule
from ...model.record import Currency
from ...model.spec import Spec
from ...reading.problem import Pointer, Problem, Related
from .._front_pages import is_front_page

_UNITS = {
    "license-renewal": "renewal-points ceu hours semester-hours", "stipend": "usd", "graduate-credit": "semester-hours",
}  # fmt: skip
RECOGNITION = "recognition-only"
PROMISES = dict.fromkeys(
    (
        "to be decided/determined/confirmed/announced",
        "tbd/tba/pending",
        "guarantee*",
        "will probably/likely",
        "probably",
        "hopefully",
        "should/might/could approve",
        "should/might/could be approved/accepted/granted",
        "under discussion/negotiation",
        "being discussed/negotiated",
        "we plan",
        "is planned",
        "likely to",
        "as soon as",
        "is/are expected",
        "expected by/in",
        "expected soon",
        "we hope/expect",
        "coming soon",
        "subject to approval",
        "not yet approved/decided",
        "automatically",
    ),
    "",
)


@rule(
    "FA-06", "info warning warning", any_language=True, rule_class=HEURISTIC, needs=("vocabulary",),
    settings={"units": _UNITS, "max_amount": {"renewal-points": 60, "hours": 60, "ceu": 6, "semester-hours": 6}},
    word_lists={"promises": PROMISES}, reads=("currency", "portability", "status"),
)  # fmt: skip
def check(spec: Spec, context: Context) -> Iterator[Problem]:
    for i, currency in enumerate(spec.currency):
        at, name = ("currency", i), context.program.label("currency_types", currency.type)
        yield from _amount(currency, at, name, context)
        yield from _promise(currency, at, context)
    yield from _together(spec, context)
    yield from _portability(spec)


def _amount(currency: Currency, at: Pointer, name: str, context: Context) -> Iterator[Problem]:
    unit, amount = currency.unit, currency.amount
    units = context.settings["units"].get(currency.type, "").split()
    most = context.settings["max_amount"].get(unit)
    label = context.program.label("currency_units", unit)
    if currency.type == RECOGNITION and amount is not None:
        yield Problem((*at, "amount"), f"“{name}” has an amount: {amount:g} {label}.", "Delete it, or choose a type.")
    elif amount == 0:
        yield Problem((*at, "amount"), f"The amount of “{name}” is 0.", "Write the amount, or delete the entry.")
    elif units and unit and unit not in units:
        message = f"“{name}” is not counted in {label}."
        yield Problem((*at, "unit"), message, "Correct the type or the unit.")
    elif most and amount and amount > most:
        message = f"{amount:g} {label} are more than any micro-credential counts for."
        yield Problem((*at, "amount"), message, "Correct the amount.")


def _promise(currency: Currency, at: Pointer, context: Context) -> Iterator[Problem]:
    title = currency.authority.title if currency.authority else ""
    for field, text in {("note",): currency.note or "", ("authority", "title"): title}.items():
        for found in context.words("promises").find(text):
            if not re.search(r"(?i)\b(?:not|no|never)\b", text[max(0, found.span[0] - 12) : found.span[0]]):
                message = f"“{found.words}” leaves open what educators can count on."
                yield Problem((*at, *field), message, "Name what has been decided, and by whom.", words=found.span)
    if currency.authority and is_front_page(currency.authority.url):
        message = "The address of the authority is the front page of a site, not the rule that grants this."
        yield Problem((*at, "authority", "url"), message, "Give the address of the rule, notice or agreement.")


def _together(spec: Spec, context: Context) -> Iterator[Problem]:
    first: dict[tuple[str, str | None], int] = {}
    for i, currency in enumerate(spec.currency):
        j = first.setdefault((currency.type, currency.jurisdiction), i)
        if j != i:
            message = f"“{context.program.label('currency_types', currency.type)}” is listed twice for one place."
            related = (Related("the first entry", ("currency", j)),)
            yield Problem(("currency", i), message, "Delete one, or merge the two.", related=related)
        elif currency.type == RECOGNITION and _counts_otherwise(spec, currency):
            message = "It counts for recognition only, and also for something else in the same place."
            yield Problem(("currency", i), message, "Delete the entry that is not true.")
    valued = any(currency.type != RECOGNITION for currency in spec.currency)
    if context.status in ("draft", "pilot") and valued:
        message = f"A {context.status} already promises a value, although it may still change or fail."
        yield Problem(("currency",), message, "Write recognition-only until it is published.")


def _counts_otherwise(spec: Spec, currency: Currency) -> bool:
    return any(each.type != RECOGNITION and each.jurisdiction == currency.jurisdiction for each in spec.currency)


def _portability(spec: Spec) -> Iterator[Problem]:
    seen = set[str]()
    for i, place in enumerate(spec.portability or ()):
        if place.jurisdiction in seen:
            yield Problem(("portability", i), f"“{place.jurisdiction}” is listed twice.", "Keep what is true today.")
        seen.add(place.jurisdiction)
        if place.status == "accepted" and place.url is None:
            message = f"“{place.jurisdiction}” accepts it, but the decision is not linked."
            yield Problem(("portability", i), message, "Add the address at which educators can read the decision.")
