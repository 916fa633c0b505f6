"""The card of a credential: the same on a published page and in a list that the browser makes."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ...catalog.catalog import Catalog
from ...catalog.entry import Entry
from ...model.fields import Between
from ...model.record import Currency
from ...model.spec import Cost, MicroCredential
from .._badge import BLANK_LOOK, BadgeLook, look_of
from .._selection import address

Label = Callable[[str, str | None], str]
"""Returns the label of an id; its arguments are the name of the vocabulary and the id."""


@dataclass(frozen=True)
class Fact:
    """A part of a card's line; ``label`` is read aloud. ``text`` is None, and the part not shown, if there is none."""

    label: str
    text: str | None


@dataclass(frozen=True)
class Card:
    """The parts of a credential that a list shows.

    ``status`` and its label ``badge`` are None for “published”; ``look`` is that of the badge of the credential.
    """

    title: str
    address: str
    sentence: str
    status: str | None
    badge: str | None
    facts: tuple[Fact, ...]
    look: BadgeLook

    @property
    def slug(self) -> str:
        """The last part of the address, which the plan and the comparison save."""
        return self.address.rstrip("/").rpartition("/")[2]


BLANK_CARD = Card(title="", address="", sentence="", status="", badge="", facts=(Fact("", ""),), look=BLANK_LOOK)
"""A card with every part and no words, which the browser copies and fills in."""


def build_card(entry: Entry[MicroCredential], catalog: Catalog) -> Card:
    """Return *entry* as a card; every card has the same facts in the same order."""
    spec, label = entry.spec, catalog.program.label
    status = None if spec.status == "published" else spec.status
    return Card(
        title=spec.title,
        address=address(entry),
        sentence=first_sentence(spec.summary or spec.competency),
        status=status,
        badge=status and label("statuses", status),
        facts=tuple(Fact(name, text or None) for name, text in _facts(spec, catalog)),
        look=look_of(entry, catalog),
    )


def first_sentence(text: str) -> str:
    """Return *text* up to its first full stop that a capital letter follows."""
    return re.split(r"(?<=[.!?])\s+(?=[A-Z])", text.strip(), maxsplit=1)[0]


def _facts(spec: MicroCredential, catalog: Catalog) -> Iterator[tuple[str, str]]:
    label = catalog.program.label
    yield "Time", describe_hours(spec.effort.hours) if spec.effort.hours else ""
    yield "Grades", describe_grades(spec.grade_bands, catalog)
    yield "Students", "Without students" if spec.requires_students is False else ""
    yield "Video", "Needs video" if spec.requires_video else ""
    yield "Counts for", ", ".join(_currency(currency, label) for currency in spec.currency)
    yield "Cost", describe_cost(spec.cost, label) if spec.cost and spec.cost.amount else ""
    yield "Examples", "Examples of scored work" if any(each.excerpts for each in spec.rubric.criteria) else ""


def _currency(currency: Currency, label: Label) -> str:
    """Return what counts in the fewest words: the amount if there is one (``10 renewal points``), else its name."""
    if currency.amount is None:
        return label("currency_types", currency.type)
    return describe_currency(currency, label).removeprefix(f"{label('currency_types', currency.type)}, ")


_SPAN = re.compile(r"Grades? (\w+)(?:–(\w+))?")


def describe_grades(ids: Sequence[str], catalog: Catalog) -> str:
    """Return grade bands in a few words: ``Grades 3–12`` for three bands in a row, else their labels."""
    terms = catalog.program.terms("grade_bands")
    chosen = [term for term in terms if term.id in ids]
    whole = [term.label for term in chosen if term.stands_for_all]
    spans = [_SPAN.fullmatch(term.label) for term in chosen]
    first = terms.index(chosen[0]) if chosen else 0
    if whole or not all(spans) or tuple(chosen) != terms[first : first + len(chosen)]:
        return whole[0] if whole else ", ".join(term.label for term in chosen)
    ends = [span[1] if span else "" for span in spans[:1]] + [span[2] or span[1] if span else "" for span in spans[-1:]]
    return f"Grades {ends[0]}–{ends[1]}" if ends and ends[0] != ends[1] else "".join(term.label for term in chosen)


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
