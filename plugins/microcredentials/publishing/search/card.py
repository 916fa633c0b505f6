"""The card of a credential: the same on a published page and in a list that the browser makes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ...catalog.catalog import Catalog
from ...catalog.entry import Entry
from ...model.fields import Between
from ...model.record import Currency
from ...model.spec import Cost, MicroCredential
from .._selection import address, listed_stacks

Label = Callable[[str, str | None], str]
"""Returns the label of an id; its arguments are the name of the vocabulary and the id."""


@dataclass(frozen=True)
class Fact:
    """A line of a card; ``text`` is None, and the line not shown, if the spec does not state it."""

    label: str
    text: str | None


@dataclass(frozen=True)
class Card:
    """The parts of a credential that a list shows; ``status`` and its label ``badge`` are None for “published”."""

    title: str
    address: str
    competency: str
    status: str | None
    badge: str | None
    facts: tuple[Fact, ...]


BLANK_CARD = Card(title="", address="", competency="", status="", badge="", facts=(Fact("", ""),))
"""A card with every part and no words, which the browser copies and fills in."""


def build_card(entry: Entry[MicroCredential], catalog: Catalog) -> Card:
    """Return *entry* as a card; every card has the same facts in the same order."""
    spec, label = entry.spec, catalog.program.label
    status = None if spec.status == "published" else spec.status
    return Card(
        title=spec.title,
        address=address(entry),
        competency=spec.competency,
        status=status,
        badge=status and label("statuses", status),
        facts=tuple(Fact(name, text or None) for name, text in _facts(spec, catalog)),
    )


def _facts(spec: MicroCredential, catalog: Catalog) -> Iterator[tuple[str, str]]:
    label = catalog.program.label
    yield "Time", describe_hours(spec.effort.hours) if spec.effort.hours else ""
    yield "Cost", describe_cost(spec.cost, label) if spec.cost else ""
    yield "Career level", label("levels", spec.level)
    yield "Grade band", ", ".join(label("grade_bands", grade) for grade in spec.grade_bands)
    yield "Stack", ", ".join(_stack_titles(spec, catalog))
    yield "Counts for", "; ".join(describe_currency(currency, label) for currency in spec.currency)


def _stack_titles(spec: MicroCredential, catalog: Catalog) -> list[str]:
    titles = {stack.slug: stack.spec.title for stack in listed_stacks(catalog)}
    return [titles[membership.stack] for membership in spec.stacks if membership.stack in titles]


def describe_hours(hours: Between) -> str:
    """Return a range of hours in words: ``8–12 hours``."""
    return f"{hours.words} {'hour' if hours.words == '1' else 'hours'}"


def describe_cost(cost: Cost, label: Label) -> str:
    """Return a price in a few words: ``Free``, ``$75``, ``$75 (paid by: the district)``."""
    if not cost.amount:
        return "Free"
    amount = f"{cost.amount:,.2f}".removesuffix(".00")
    price = f"${amount}" if cost.currency == "USD" else f"{amount} {cost.currency}"
    if cost.who_pays in (None, "earner"):
        return price
    payer = label("payers", cost.who_pays)
    return f"{price} (paid by: {payer[:1].lower()}{payer[1:]})"


def describe_currency(currency: Currency, label: Label) -> str:
    """Return one thing that a credential counts for in a few words: ``License renewal, 10 renewal points``."""
    name = label("currency_types", currency.type)
    if currency.amount is None:
        return name
    return f"{name}, {currency.amount:,.10g} {label('currency_units', currency.unit)}"
