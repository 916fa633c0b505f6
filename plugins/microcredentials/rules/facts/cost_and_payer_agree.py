"""The cost, the person who pays it, and the note about it say the same.

Educators decide by the price whether they can begin. “Free for everyone” beside 150 dollars makes them doubt every
other line of the page, and the one who believed it pays twice: in money and in trust.

Fails:

    cost: {amount: 150, currency: USD, who_pays: earner, note: Educators take part at no cost.}

Passes:

    cost: {amount: 150, currency: USD, who_pays: district, note: Educators take part at no cost.}
"""

import re
from collections.abc import Iterator

from ...checking.rule import HEURISTIC, Context, rule
from ...model.spec import Cost, MicroCredential
from ...reading.problem import Problem

_PRICE = re.compile(r"\$\s?(\d[\d,]*(?:\.\d\d)?)")
_FREE = re.compile(
    r"(?i)\b(?:no (?:cost|fee|charge)s?|free of charge|is free|at no cost|(?:costs?|pays?) nothing|without charge)\b"
)
_EARNER_PAYS = re.compile(r"(?i)\b(?:educators?|teachers?|you|candidates?)\s+(?:must |has to |have to )?pays?\b")
_DISTRICTS = ("state", "district")


@rule("FA-02", "info warning warning", rule_class=HEURISTIC, reads=("cost",))
def check(credential: MicroCredential, _: Context) -> Iterator[Problem]:
    cost = credential.cost
    if cost is None:
        return
    if cost.amount and cost.who_pays == "none":
        message = f"It costs {_price(cost)}, but it is also said to be free for everyone."
        yield Problem(("cost", "who_pays"), message, "Say who pays, or write amount: 0.")
    elif not cost.amount and cost.who_pays == "earner":
        message = "The educator pays, but the amount is 0."
        yield Problem(("cost", "who_pays"), message, "Write the amount, or choose none for who_pays.")
    yield from _note(cost, cost.note or "")


def _note(cost: Cost, note: str) -> Iterator[Problem]:
    """Yield a problem for the first part of the note that contradicts the amount or the payer."""
    free, pays = _FREE.search(note), _EARNER_PAYS.search(note)
    prices = [float(price.replace(",", "")) for price in _PRICE.findall(note)]
    at, advice = ("cost", "note"), "Correct the note, the amount, or who pays."
    if (free and cost.amount and cost.who_pays not in _DISTRICTS) or (free and "everyone" in note and cost.amount):
        yield Problem(at, f"“{free[0]}” contradicts the amount of {_price(cost)}.", advice, words=free.span())
    elif pays and cost.who_pays in (*_DISTRICTS, "none"):
        yield Problem(at, f"“{pays[0]}” contradicts who_pays: {cost.who_pays}.", advice, words=pays.span())
    elif prices and cost.amount not in (*prices, sum(prices)) and not free:
        yield Problem(at, f"The note names ${prices[0]:g}, but the amount is {_price(cost)}.", advice)


def _price(cost: Cost) -> str:
    return f"{cost.amount:g} {cost.currency}"
