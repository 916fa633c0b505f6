"""A credential in a list: what its card says, the same on a page from the server and in a list made in the browser."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ...catalog.catalog import Catalog, Entry
from ...model.fields import Between
from ...model.record import Currency
from ...model.spec import Cost, MicroCredential
from .._selection import address, listed_stacks

Label = Callable[[str, str | None], str]
"""Gives what people read for an id: the name of a vocabulary and the id."""


@dataclass(frozen=True)
class Fact:
    """A line of a card: what it is about and what it says; None, and not shown, where the spec does not say."""

    label: str
    text: str | None


@dataclass(frozen=True)
class Card:
    """What a list shows of a credential; ``status`` and its label ``badge`` are None where it is simply published."""

    title: str
    address: str
    competency: str
    status: str | None
    badge: str | None
    facts: tuple[Fact, ...]


BLANK = Card(title="", address="", competency="", status="", badge="", facts=(Fact("", ""),))
"""The card with every part and no words: the browser copies it and fills it in."""


def card(entry: Entry[MicroCredential], catalog: Catalog, preview: bool) -> Card:
    """Return *entry* as a card; every card has the same facts in the same order."""
    spec, label = entry.spec, catalog.program.label
    status = None if spec.status == "published" else spec.status
    return Card(
        title=spec.title,
        address=address(entry),
        competency=spec.competency,
        status=status,
        badge=status and label("statuses", status),
        facts=tuple(Fact(about, text or None) for about, text in _facts(spec, catalog, preview)),
    )


def _facts(spec: MicroCredential, catalog: Catalog, preview: bool) -> Iterator[tuple[str, str]]:
    label = catalog.program.label
    yield "Time", hours_words(spec.effort.hours) if spec.effort.hours else ""
    yield "Cost", cost_words(spec.cost, label) if spec.cost else ""
    yield "Career level", label("levels", spec.level)
    yield "Grade band", ", ".join(label("grade_bands", grade) for grade in spec.grade_bands)
    yield "Stack", ", ".join(_stack_titles(spec, catalog, preview))
    yield "Counts for", "; ".join(currency_words(currency, label) for currency in spec.currency)


def _stack_titles(spec: MicroCredential, catalog: Catalog, preview: bool) -> list[str]:
    titles = {stack.slug: stack.spec.title for stack in listed_stacks(catalog, preview)}
    return [titles[membership.stack] for membership in spec.stacks if membership.stack in titles]


def hours_words(hours: Between) -> str:
    """Return a range of hours in words: ``8–12 hours``."""
    return f"{hours.words} {'hour' if hours.words == '1' else 'hours'}"


def cost_words(cost: Cost, label: Label) -> str:
    """Return a price in a few words: ``Free``, ``$75``, ``$75 (paid by: the district)``."""
    if not cost.amount:
        return "Free"
    amount = f"{cost.amount:,.2f}".removesuffix(".00")
    price = f"${amount}" if cost.currency == "USD" else f"{amount} {cost.currency}"
    if cost.who_pays in (None, "earner"):
        return price
    payer = label("payers", cost.who_pays)
    return f"{price} (paid by: {payer[:1].lower()}{payer[1:]})"


def currency_words(currency: Currency, label: Label) -> str:
    """Return what it counts for in a few words: ``License renewal, 10 renewal points``."""
    what = label("currency_types", currency.type)
    if currency.amount is None:
        return what
    return f"{what}, {currency.amount:,.10g} {label('currency_units', currency.unit)}"
