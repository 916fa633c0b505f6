"""A named authority grants the hours and points, and no text advertises the micro-credential by time.

A micro-credential shows what educators can do, however long it took them. How many hours it counts for is a decision
that an office makes, so the spec names that office. A summary that says “earn ten hours” promises credit for time, and
attracts people who look for hours instead of people who look for the practice.

Fails:

    summary: Earn 10 clock hours by asking questions that make students reason, and by waiting for their answers.

Passes:

    summary: Ask questions that make students reason, wait at least three seconds, and hear who has something to say.
"""

import re
from collections.abc import Iterable, Iterator

from ...checking.rule import HEURISTIC, Context, rule
from ...model.spec import MicroCredential, Spec
from ...reading.problem import Problem
from .._negation import is_negated

_NUMBER = r"(?:\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)"
_EARNS = r"(?:earn|gain|receive|get|award|grant)(?:s|ed|ing)?|worth|counts? (?:for|as|toward)|good for"


@rule(
    "CU-03", "warning warning error", derived_from=("NA",), needs=("vocabulary",),
    reads=("currency", "summary", "competency"),
)  # fmt: skip
def check(spec: Spec, context: Context) -> Iterator[Problem]:
    units = {term.id: term.label for term in context.program.terms("currency_units") if term.seat_time}
    for i, currency in enumerate(spec.currency):
        term = context.program.term("currency_types", currency.type)
        reported = bool(term and term.needs_authority)  # by CU-02
        if currency.unit in units and currency.authority is None and not reported:
            message = f"The spec does not say who grants these {units[currency.unit]}."
            advice = "Give the title and the address of the rule or notice that grants them."
            yield Problem(("currency", i, "authority"), message, advice)
    yield from _advertised_by_time(spec, units.values())


def _advertised_by_time(spec: Spec, labels: Iterable[str]) -> Iterator[Problem]:
    units = "|".join({re.escape(label.rstrip("s")) for label in labels} | {"hour", "ceu"})
    promise = re.compile(rf"(?i)\b(?:{_EARNS})\b(?:\W+\w+){{0,2}}?\W+{_NUMBER}\W+(?:\w+\W+){{0,2}}?(?:{units})s?\b")
    texts = {"summary": spec.summary, "competency": spec.competency if isinstance(spec, MicroCredential) else None}
    for field, text in texts.items():
        for found in promise.finditer(text or ""):
            if not is_negated(text or "", *found.span()):
                message = f"“{found[0]}” promises time instead of a competency."
                advice = "Say what educators can do afterward. What it counts for belongs under “currency”."
                yield Problem((field,), message, advice, words=found.span(), rule_class=HEURISTIC)
